using Experiments.Storage;

namespace Experiments.Export;

/// <summary>
/// Writes a table as CSV for Stata's <c>import delimited</c>: short names, 1 and 0 for booleans, never packed. What the
/// names stand for goes into a table of its own.
/// </summary>
internal static class StataTable
{
    /// <summary>The table of the names.</summary>
    public static readonly Table Names = new(ExportFolder.NamesName, "One row per column of every table: its name here and in the result.", ["table", "short"], null, null,
        [
            new("table", FieldType.String, "The table."),
            new("short", FieldType.String, "The column's name here, at most 32 letters, digits and underscores."),
            new("name", FieldType.String, "Its name in the result."),
            new("unit", FieldType.String, "Its unit."),
            new("meaning", FieldType.String, "What it means."),
        ]);

    /// <exception cref="StorageException">The table is damaged, or the file system gave way.</exception>
    public static void Write(TableReading table, Stream output)
    {
        var fields = table.Table.Fields;
        using var csv = Csv.Writer(output);
        foreach (var name in ShortNames.Of(fields.Select(field => field.Name)))
            csv.WriteField(name);
        csv.EndRecord();
        while (table.Next())
        {
            for (var i = 0; i < fields.Count; i++)
            {
                var cell = table.Csv.GetSpan(i);
                if (Csv.IsFormula(cell))
                    throw table.Damaged($"row {table.Rows}: a spreadsheet would take the cell in {fields[i].Name} for a formula");
                csv.WriteField(fields[i].Type == FieldType.Boolean && !cell.IsEmpty ? (cell.SequenceEqual("TRUE"u8) ? "1"u8 : "0"u8) : cell);
            }
            csv.EndRecord();
        }
        csv.Flush();
    }

    /// <summary>Writes the table of the names.</summary>
    /// <exception cref="StorageException">The file system gave way.</exception>
    public static void WriteNames(IEnumerable<(string Name, Table Table)> tables, Stream output)
    {
        output.Write(Csv.Header(Names));
        using var csv = Csv.Writer(output);
        foreach (var (title, table) in tables)
        {
            foreach (var (field, name) in table.Fields.Zip(ShortNames.Of(table.Fields.Select(field => field.Name))))
            {
                foreach (var cell in (string[])[title, name, field.Name, field.Unit, field.Description])
                    csv.WriteField(cell);
                csv.EndRecord();
            }
        }
        csv.Flush();
    }
}
