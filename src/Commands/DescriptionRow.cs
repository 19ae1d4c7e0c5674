using System.Globalization;
using Agents;
using Experiments.Config;

namespace Commands;

/// <summary>One line of a model's description: a parameter, a measure, an outcome, an event or a section of parameters, all with the same columns.</summary>
/// <param name="Kind">parameter, model_measure, agent_measure, outcome, outcome_group, event, spell_column or section.</param>
/// <param name="Name">The key or name by which configs and tables call it.</param>
/// <param name="Type">number, integer, boolean or choice; empty where there is none.</param>
/// <param name="Unit">Its unit, or empty.</param>
/// <param name="Default">A parameter's default, as a config writes it.</param>
/// <param name="Min">A number's least value, or empty.</param>
/// <param name="Max">A number's greatest value, or empty.</param>
/// <param name="Choices">What a choice allows, with | between, or empty.</param>
/// <param name="AtStartOnly">For a parameter, whether interventions cannot change it.</param>
/// <param name="Meaning">What it means.</param>
/// <param name="Source">Where a parameter comes from: author and year, or assumed.</param>
internal sealed record DescriptionRow(
    string Kind,
    string Name,
    string Type,
    string Unit,
    string Default,
    string Min,
    string Max,
    string Choices,
    bool? AtStartOnly,
    string Meaning,
    string Source)
{
    /// <summary>The range as people read it.</summary>
    public string Range { get; private init; } = "";

    /// <summary>Everything that configs and tables can name of a model.</summary>
    public static IReadOnlyList<DescriptionRow> Of(ModelDefinition model)
    {
        var catalogue = new ParameterCatalogue(model);
        return
        [
            .. catalogue.Parameters.Select(Of),
            .. model.ModelReporters.Select(one => Named("model_measure", one.Name, TypeName(one.Type.ToString()), one.Unit, one.Meaning)),
            .. model.AgentReporters.Select(one => Named("agent_measure", one.Name, TypeName(one.Type.ToString()), one.Unit, one.Meaning)),
            .. model.Outcomes.Select(one => Named("outcome", one.Code, "", "", one.Meaning)),
            .. model.OutcomeGroups.Select(one => Named("outcome_group", one.Name, "", "", $"{one.Meaning} ({string.Join(", ", one.Codes)})")),
            .. model.Events.Select(one => Named("event", one.Name, "", "", one.Meaning)),
            .. (model.Spells?.Columns ?? []).Select(one => Named("spell_column", one.Name, one.Type is { } type ? TypeName(type.ToString()) : "choice", one.Unit, one.Meaning) with { Choices = string.Join('|', one.Choices ?? []) }),
            .. catalogue.Sections.Select(one => Named("section", one.Key, "", "", one.Meaning)),
        ];
    }

    private static DescriptionRow Of(Parameter parameter) => new(
        "parameter",
        parameter.Key,
        parameter.TypeName,
        parameter.About.Unit,
        parameter.Format(parameter.Default),
        Bound(parameter, parameter.About.Min),
        Bound(parameter, parameter.About.Max),
        string.Join('|', parameter.Choices),
        parameter.About.AtStartOnly,
        parameter.About.Meaning,
        parameter.About.Source)
    {
        Range = parameter.Range,
    };

    private static DescriptionRow Named(string kind, string name, string type, string unit, string meaning) =>
        new(kind, name, type, unit, "", "", "", "", null, meaning, "");

    private static string TypeName(string type) => type.ToLowerInvariant();

    private static string Bound(Parameter parameter, double bound) =>
        parameter.IsNumber && double.IsFinite(bound) ? bound.ToString("R", CultureInfo.InvariantCulture) : "";
}
