using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Agents;
using Commands.Screen;
using CsvHelper;

namespace Commands;

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

    /// <summary>One line about a model.</summary>
    public static string Title(ModelDefinition model) =>
        FormattableString.Invariant($"{model.Name}: {model.Summary.TrimEnd('.')}. One tick is one {model.TickUnit}; a run has {model.DefaultTicks} unless the config says otherwise.");

    public static void WriteTables(IEnumerable<DescriptionTable> tables, Terminal terminal)
    {
        foreach (var (i, table) in tables.Index())
        {
            if (i > 0)
                terminal.Out.WriteLine();
            Grid.Write(terminal, table.Title, table.Headers, table.Rows);
        }
    }

    /// <summary>Tables as Markdown, each below a heading.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="depth">Signs of a heading.</param>
    public static string Markdown(IEnumerable<DescriptionTable> tables, int depth)
    {
        var text = new StringBuilder();
        foreach (var table in tables)
        {
            text.Append('\n').Append('#', depth).Append($" {table.Title}\n\n{MarkdownBlock.Row(table.Headers)}{MarkdownBlock.Row(table.Headers.Select(_ => "---"))}");
            foreach (var row in table.Rows)
                text.Append(MarkdownBlock.Row(row));
        }
        return text.ToString();
    }

    public static string Csv(IReadOnlyList<string> headers, IEnumerable<IReadOnlyList<string>> rows)
    {
        using var stream = new MemoryStream();
        using (var csv = CsvWriter.Create(stream, new CsvWriterOptions { NewLine = "\n" }, true))
        {
            foreach (var row in rows.Prepend(headers))
            {
                foreach (var cell in row)
                    csv.WriteField(cell, default);
                csv.EndRecord();
            }
        }
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>The rows of a description as one tidy table.</summary>
    public static string Csv(IEnumerable<DescriptionRow> rows) => Csv(
        ["kind", "name", "type", "unit", "default", "min", "max", "choices", "at_start_only", "meaning", "source"],
        rows.Select(row => (IReadOnlyList<string>)
        [
            row.Kind, row.Name, row.Type, row.Unit, row.Default, row.Min, row.Max, row.Choices,
            row.AtStartOnly is { } truth ? (truth ? "TRUE" : "FALSE") : "", row.Meaning, row.Source,
        ]));

    /// <summary>The rows of a description as a list of objects.</summary>
    public static string JsonOf(IEnumerable<DescriptionRow> rows) => JsonSerializer.Serialize(
        rows.Select(row => new { row.Kind, row.Name, row.Type, row.Unit, row.Default, row.Min, row.Max, row.Choices, row.AtStartOnly, row.Meaning, row.Source }), Json) + "\n";

    /// <summary>A table as a list of objects with its headers as names.</summary>
    public static string JsonOf(DescriptionTable table) => JsonSerializer.Serialize(
        table.Rows.Select(row => new JsonObject(table.Headers.Zip(row, (header, cell) => KeyValuePair.Create(header, (JsonNode?)cell)))), Json) + "\n";
}
