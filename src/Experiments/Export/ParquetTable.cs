using Experiments.Storage;
using Parquet;
using Parquet.Schema;

namespace Experiments.Export;

/// <summary>
/// Writes a table as Parquet, one group of rows after another, so that memory is bounded whatever the length. The
/// columns' meanings and units stand in the file's metadata, as the table schema of the data package.
/// </summary>
internal static class ParquetTable
{
    /// <summary>The key of the metadata under which the table's schema stands, as JSON.</summary>
    public const string SchemaKey = "tableschema";

    /// <summary>Cells of a group of rows: 32 MB or so where they are numbers.</summary>
    private const int CellsOfAGroup = 1 << 21;

    /// <summary>Most rows of a group, however few the columns.</summary>
    private const int MostRows = 1 << 18;

    /// <param name="table">The table, before its first row.</param>
    /// <param name="output">Where it goes.</param>
    /// <param name="cells">Most cells of a group of rows.</param>
    /// <exception cref="StorageException">The table is damaged, or the file system gave way.</exception>
    public static void Write(TableReading table, Stream output, int cells = CellsOfAGroup) =>
        WriteAsync(table, output, Math.Clamp(cells / table.Table.Fields.Count, 1, MostRows)).GetAwaiter().GetResult();

    private static async Task WriteAsync(TableReading table, Stream output, int most)
    {
        var columns = table.Table.Fields.Select(field => ParquetColumn.Of(field, most)).ToArray();
        var schema = new ParquetSchema(columns.Select(column => column.Parquet));
        await using var writer = await ParquetWriter.CreateAsync(schema, output);
        writer.CustomMetadata = new Dictionary<string, string> { [SchemaKey] = DataPackage.SchemaOf(table.Table), ["description"] = table.Table.Description };
        for (var rows = Fill(columns, table, most); rows > 0; rows = Fill(columns, table, most))
        {
            using var group = writer.CreateRowGroup();
            foreach (var column in columns)
                await column.WriteAsync(group, rows);
            group.CompleteValidate();
        }
    }

    private static int Fill(ParquetColumn[] columns, TableReading table, int most)
    {
        var rows = 0;
        for (; rows < most && table.Next(); rows++)
        {
            for (var i = 0; i < columns.Length; i++)
                Set(columns[i], rows, table, i);
        }
        return rows;
    }

    private static void Set(ParquetColumn column, int row, TableReading table, int index)
    {
        try
        {
            column.Set(row, table.Csv, index);
        }
        catch (Exception exception) when (exception is FormatException or OverflowException)
        {
            throw table.Damaged($"{column.Field.Name} of a row is not of type {column.Field.Type.ToString().ToLowerInvariant()}: {exception.Message}", exception);
        }
    }
}
