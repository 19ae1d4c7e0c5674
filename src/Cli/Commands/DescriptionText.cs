using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Agents;
using Cli.Screen;
using CsvHelper;

namespace Cli.Commands;

/// <summary>Writes the description of a model in the formats of <c>abm describe</c>.</summary>
internal static class DescriptionText
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly (string Kind, string Title)[] Kinds =
    [
        ("section", "Sections of parameters"),
        ("parameter", "Parameters"),
        ("model_measure", "Measures of the model"),
        ("agent_measure", "Measures of agents"),
        ("outcome", "Outcomes"),
        ("event", "Events"),
    ];

    public static void WriteTable(ModelDefinition model, IReadOnlyList<DescriptionRow> rows, Terminal terminal)
    {
        terminal.Out.WriteLine(Title(model));
        foreach (var (title, headers, cells) in Sections(rows))
        {
            terminal.Out.WriteLine();
            Grid.Write(terminal, title, headers, cells);
        }
    }

    public static void WriteMarkdown(ModelDefinition model, IReadOnlyList<DescriptionRow> rows, Terminal terminal)
    {
        terminal.Out.Write($"# {model.Name}\n\n{Title(model)}\n");
        foreach (var (title, headers, cells) in Sections(rows))
        {
            terminal.Out.Write($"\n## {title}\n\n{Row(headers)}{Row(headers.Select(_ => "---"))}");
            foreach (var row in cells)
                terminal.Out.Write(Row(row));
        }
    }

    public static void WriteCsv(IReadOnlyList<DescriptionRow> rows, Terminal terminal)
    {
        using var stream = new MemoryStream();
        using (var csv = CsvWriter.Create(stream, new CsvWriterOptions { NewLine = "\n" }, true))
        {
            foreach (var header in new[] { "kind", "name", "type", "unit", "default", "min", "max", "choices", "at_start_only", "meaning", "source" })
                csv.WriteField(header, default);
            csv.EndRecord();
            foreach (var row in rows)
            {
                var atStartOnly = row.AtStartOnly is { } claim ? (claim ? "TRUE" : "FALSE") : "";
                foreach (var cell in new[] { row.Kind, row.Name, row.Type, row.Unit, row.Default, row.Min, row.Max, row.Choices, atStartOnly, row.Meaning, row.Source })
                    csv.WriteField(cell, default);
                csv.EndRecord();
            }
        }
        terminal.Out.Write(Encoding.UTF8.GetString(stream.ToArray()));
    }

    public static void WriteJson(IReadOnlyList<DescriptionRow> rows, Terminal terminal)
    {
        var tidy = rows.Select(row => new { row.Kind, row.Name, row.Type, row.Unit, row.Default, row.Min, row.Max, row.Choices, row.AtStartOnly, row.Meaning, row.Source });
        terminal.Out.Write(JsonSerializer.Serialize(tidy, Json) + "\n");
    }

    private static string Title(ModelDefinition model) =>
        FormattableString.Invariant($"{model.Name}: {model.Summary.TrimEnd('.')}. One tick is one {model.TickUnit}; a run has {model.DefaultTicks} unless the config says otherwise.");

    private static IEnumerable<(string Title, IReadOnlyList<string> Headers, IEnumerable<IReadOnlyList<string>> Cells)> Sections(IReadOnlyList<DescriptionRow> rows)
    {
        foreach (var (kind, title) in Kinds)
        {
            var own = rows.Where(row => row.Kind == kind).ToList();
            if (own.Count == 0)
                continue;
            yield return kind switch
            {
                "parameter" => (title, ["key", "type", "default", "range", "unit", "start only", "meaning", "source"],
                    own.Select(row => (string[])[row.Name, row.Type, row.Default, row.Range, row.Unit, row.AtStartOnly == true ? "yes" : "", row.Meaning, row.Source])),
                "section" or "outcome" or "event" => (title, ["name", "meaning"], own.Select(row => (string[])[row.Name, row.Meaning])),
                _ => (title, ["name", "type", "unit", "meaning"], own.Select(row => (string[])[row.Name, row.Type, row.Unit, row.Meaning])),
            };
        }
    }

    private static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal)))} |\n";
}
