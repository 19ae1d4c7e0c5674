using System.Globalization;
using Agents;
using Experiments.Config;

namespace Commands;

/// <summary>One table of a model's description.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Headers">Names of columns, snake_case where programs read them.</param>
/// <param name="Rows">The cells.</param>
internal sealed record DescriptionTable(string Title, IReadOnlyList<string> Headers, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>The title of the table of levers.</summary>
    public const string Levers = "Levers";

    private static readonly (string Kind, string Title)[] Kinds =
    [
        ("section", "Sections of parameters"),
        ("parameter", "Parameters"),
        ("model_measure", "Measures of the model"),
        ("agent_measure", "Measures of agents"),
        ("outcome", "Outcomes"),
        ("outcome_group", "Groups of outcomes"),
        ("event", "Events"),
        ("spell_column", "Spells"),
    ];

    /// <summary>What configs and tables can name of a model, its levers, state and mechanisms; none that are empty.</summary>
    public static IReadOnlyList<DescriptionTable> AllOf(ModelDefinition model, IReadOnlyList<DescriptionRow> rows)
    {
        var tables = Kinds.Select(kind => OfKind(kind.Kind, kind.Title, rows)).Concat([LeversOf(model), StateOf(model), InitialOf(model), MechanismsOf(model)]);
        return [.. tables.Where(table => table.Rows.Count > 0)];
    }

    /// <summary>The policy levers: parameters with the number of their lever.</summary>
    public static DescriptionTable LeversOf(ModelDefinition model) => new(
        Levers,
        ["lever", "key", "type", "unit", "default", "range", "meaning", "source"],
        [.. new ParameterCatalogue(model).Parameters.Where(parameter => parameter.About.Lever > 0).OrderBy(parameter => parameter.About.Lever).Select(parameter => (string[])
        [
            parameter.About.Lever.ToString(CultureInfo.InvariantCulture), parameter.Key, parameter.TypeName, parameter.About.Unit,
            parameter.Format(parameter.Default), parameter.Range, parameter.About.Meaning, parameter.About.Source,
        ])]);

    /// <summary>The statements that the model plays, each with its switch.</summary>
    public static DescriptionTable MechanismsOf(ModelDefinition model) => new(
        "Mechanisms",
        ["id", "claim", "source", "rule", "switch", "off", "intensity", "structural", "note"],
        [.. model.Mechanisms.Select(one => (string[])
        [
            one.Id, one.Statement, one.Source, one.Rule, one.Switch, one.Off, one.Intensity, one.IsStructural ? "yes" : "", one.Note,
        ])]);

    private static DescriptionTable StateOf(ModelDefinition model) => new(
        "State variables",
        ["of", "name", "kind", "type", "meaning"],
        [.. StateCatalogue.Of(model).Select(one => (string[])
        [
            one.Entity, one.Name, one.Kind, one.Choices.Count > 0 ? string.Join(", ", one.Choices) : one.Type, one.Meaning,
        ])]);

    /// <summary>What the section initial: of a config can fill.</summary>
    private static DescriptionTable InitialOf(ModelDefinition model)
    {
        var catalogue = InitialCatalogue.Of(model);
        return new("Initial state from files", ["key", "column", "value"],
        [
            .. catalogue.Populations.SelectMany(population => population.Columns.Select(column => (string[])
            [
                population.Name, column.Name, column.IsKind ? $"{column.Allowed}; the record fills the next row of this kind" : column.Allowed,
            ])),
            .. catalogue.Networks.Select(network => (string[])[InitialCatalogue.TiesPrefix + network.Name, "source, target", $"agents who {network.Meaning}"]),
        ]);
    }

    private static DescriptionTable OfKind(string kind, string title, IReadOnlyList<DescriptionRow> rows)
    {
        var own = rows.Where(row => row.Kind == kind);
        return kind switch
        {
            "parameter" => new(title, ["key", "type", "default", "range", "unit", "start only", "meaning", "source"],
                [.. own.Select(row => (string[])[row.Name, row.Type, row.Default, row.Range, row.Unit, row.AtStartOnly == true ? "yes" : "", row.Meaning, row.Source])]),
            "section" or "outcome" or "event" => new(title, ["name", "meaning"], [.. own.Select(row => (string[])[row.Name, row.Meaning])]),
            "spell_column" => new(title, ["name", "type", "unit", "choices", "meaning"], [.. own.Select(row => (string[])[row.Name, row.Type, row.Unit, row.Choices.Replace("|", ", ", StringComparison.Ordinal), row.Meaning])]),
            _ => new(title, ["name", "type", "unit", "meaning"], [.. own.Select(row => (string[])[row.Name, row.Type, row.Unit, row.Meaning])]),
        };
    }
}
