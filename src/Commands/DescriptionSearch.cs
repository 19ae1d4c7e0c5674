using Agents;
using Experiments.Config;

namespace Commands;

/// <summary>What a model has to do with a word: all that is known of a parameter, or whatever names or mentions the word.</summary>
/// <param name="model">The model.</param>
/// <param name="word">A key, or any word.</param>
internal sealed class DescriptionSearch(ModelDefinition model, string word)
{
    private const int MostPlaces = 20;

    private readonly ParameterCatalogue catalogue = new(model);

    /// <summary>The rows that name or mention the word.</summary>
    /// <exception cref="ConfigException">There is none.</exception>
    public IReadOnlyList<DescriptionRow> Rows()
    {
        var all = DescriptionRow.Of(model);
        List<DescriptionRow> found = [.. all.Where(row => Mentions(row.Name, row.Meaning, row.Unit, row.Choices, row.Source))];
        return found.Count > 0 ? found : throw Nothing(all);
    }

    /// <summary>The tables of a description with the rows that name or mention the word.</summary>
    /// <exception cref="ConfigException">There is none.</exception>
    public IReadOnlyList<DescriptionTable> Tables()
    {
        var all = DescriptionRow.Of(model);
        // A lever is a parameter too.
        var tables = DescriptionTable.AllOf(model, all).Where(table => table.Title != DescriptionTable.Levers)
            .Select(Narrowed).Where(table => table.Rows.Count > 0).ToList();
        return tables.Count > 0 ? tables : throw Nothing(all);
    }

    /// <summary>A table with the rows that name or mention the word.</summary>
    public DescriptionTable Narrowed(DescriptionTable table) => table with { Rows = [.. table.Rows.Where(row => Mentions([.. row]))] };

    /// <summary>Shows what there is to know.</summary>
    /// <exception cref="ConfigException">There is nothing.</exception>
    public void Write(Terminal terminal)
    {
        if (catalogue.Find(word) is not { } parameter)
        {
            DescriptionText.WriteTables(Tables(), terminal);
            return;
        }
        WriteCard(parameter, terminal);
        var statements = Narrowed(DescriptionTable.MechanismsOf(model));
        List<DescriptionTable> tables = [Neighbours(parameter), .. statements.Rows.Count > 0 ? new[] { statements with { Title = "Statements that it carries" } } : []];
        terminal.Out.WriteLine();
        DescriptionText.WriteTables(tables, terminal);
        WritePlaces(terminal);
    }

    private void WriteCard(Parameter parameter, Terminal terminal)
    {
        var about = parameter.About;
        var section = catalogue.Sections.FirstOrDefault(section => parameter.Key.StartsWith(section.Key + ".", StringComparison.Ordinal));
        var pair = $"{parameter.Key}: {parameter.Format(parameter.Default)}";
        (string Name, string Text)[] lines =
        [
            ("meaning", about.Meaning),
            ("belongs to", section.Key is null ? "" : $"{section.Key} ({section.Meaning})"),
            ("type", parameter.TypeName),
            ("default", parameter.Format(parameter.Default)),
            ("range", parameter.Range),
            ("unit", about.Unit),
            ("source", about.Source),
            ("lever", about.Lever > 0 ? FormattableString.Invariant($"{about.Lever}") : ""),
            ("in a config", $"parameters: {{{pair}}}, for all scenarios or under one"),
            ("during a run", about.AtStartOnly ? "nothing can change it: it shapes the initial state" : $"interventions: [{{at: 52, set: {{{pair}}}}}] in a scenario"),
        ];
        terminal.Out.WriteLine(parameter.Key);
        foreach (var (name, text) in lines.Where(line => line.Text.Length > 0))
            terminal.Out.WriteLine($"  {name}: {text}");
    }

    /// <summary>The other parameters of its section.</summary>
    private DescriptionTable Neighbours(Parameter parameter)
    {
        var prefix = parameter.Key[..(parameter.Key.LastIndexOf('.') + 1)];
        var rows = catalogue.Parameters.Where(other => other != parameter && other.Key.StartsWith(prefix, StringComparison.Ordinal))
            .Select(other => (string[])[other.Key, other.Format(other.Default), other.Range, other.About.Meaning]);
        return new DescriptionTable("Beside it", ["key", "default", "range", "meaning"], [.. rows]);
    }

    /// <summary>The lines of the configs below this folder that name it.</summary>
    private void WritePlaces(Terminal terminal)
    {
        const string Folder = "configs";
        if (!Directory.Exists(Folder))
            return;
        var places = Directory.EnumerateFiles(Folder, "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .SelectMany(file => File.ReadLines(file).Index().Where(line => Names(line.Item)).Select(line => FormattableString.Invariant($"{file}:{line.Index + 1}: {line.Item.Trim()}")))
            .ToList();
        terminal.Out.WriteLine();
        terminal.Out.WriteLine(places.Count == 0 ? $"No config below {Folder} names it." : $"Configs below {Folder} that name it:");
        foreach (var place in places.Take(MostPlaces))
            terminal.Out.WriteLine($"  {place}");
        if (places.Count > MostPlaces)
            terminal.Out.WriteLine($"  ... and {places.Count - MostPlaces} more lines.");
    }

    /// <summary>True where a line holds the word as a whole key, not as a part of another.</summary>
    private bool Names(string line)
    {
        static bool IsOfKey(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '.';
        for (var at = line.IndexOf(word, StringComparison.Ordinal); at >= 0; at = line.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            if ((at == 0 || !IsOfKey(line[at - 1]) || line[..at].EndsWith("set.", StringComparison.Ordinal) || line[..at].EndsWith("to.", StringComparison.Ordinal))
                && (at + word.Length == line.Length || !IsOfKey(line[at + word.Length])))
                return true;
        }
        return false;
    }

    private bool Mentions(params string[] texts) => texts.Any(text => text.Contains(word, StringComparison.OrdinalIgnoreCase));

    private ConfigException Nothing(IReadOnlyList<DescriptionRow> all)
    {
        var names = all.Select(row => row.Name).Distinct().ToList();
        var near = Spelling.Kin(word, names).Prepend(Spelling.Nearest(word, names)).OfType<string>().Distinct().ToList();
        return new ConfigException(new Problem($"abm describe {model.Name}", 0, 0, "",
            $"nothing found for {Problem.Quote(word)}{(near.Count > 0 ? $"; nearest: {string.Join(", ", near)}" : $"; abm describe {model.Name} lists all that there is")}"));
    }
}
