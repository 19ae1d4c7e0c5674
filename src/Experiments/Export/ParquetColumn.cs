using System.Globalization;
using CsvHelper;
using Experiments.Storage;
using Parquet;
using Parquet.Schema;
using Field = Experiments.Storage.Field;

namespace Experiments.Export;

/// <summary>The cells of one column of a row group; an empty cell is null.</summary>
internal abstract class ParquetColumn(Field field, DataField parquet)
{
    /// <summary>The column of the table.</summary>
    public Field Field { get; } = field;

    /// <summary>The column of the file.</summary>
    public DataField Parquet { get; } = parquet;

    /// <summary>A column of the type that the data package declares.</summary>
    /// <param name="field">The column.</param>
    /// <param name="rows">Most rows of a row group.</param>
    public static ParquetColumn Of(Field field, int rows) => field.Type switch
    {
        FieldType.Integer => new Cells<long>(field, new DataField<long?>(field.Name), rows, (csv, i) => csv.Parse<long>(i)),
        FieldType.Number => new Cells<double>(field, new DataField<double?>(field.Name), rows, (csv, i) => csv.Parse<double>(i)),
        FieldType.Boolean => new Cells<bool>(field, new DataField<bool?>(field.Name), rows, (csv, i) => Truth(csv.GetSpan(i))),
        FieldType.DateTime => new Cells<DateTime>(
            field, new DateTimeDataField(field.Name, DateTimeFormat.Timestamp, isAdjustedToUTC: true, DateTimeTimeUnit.Micros, isNullable: true), rows, (csv, i) => Time(csv.GetString(i))),
        _ => new Words(field, new DataField<string>(field.Name, nullable: true), rows),
    };

    /// <summary>Takes a cell of a table's row.</summary>
    /// <exception cref="FormatException">It is not of the column's type.</exception>
    public abstract void Set(int row, CsvReader csv, int column);

    /// <summary>Writes the cells of the first rows.</summary>
    public abstract Task WriteAsync(ParquetRowGroupWriter group, int rows);

    private static bool Truth(ReadOnlySpan<byte> cell) =>
        cell.SequenceEqual("TRUE"u8) || (cell.SequenceEqual("FALSE"u8) ? false : throw new FormatException("a boolean is TRUE or FALSE"));

    private static DateTime Time(string cell) =>
        DateTime.ParseExact(cell, "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    private sealed class Cells<T>(Field field, DataField parquet, int rows, Func<CsvReader, int, T> parse) : ParquetColumn(field, parquet)
        where T : struct
    {
        private readonly T?[] cells = new T?[rows];

        public override void Set(int row, CsvReader csv, int column) => cells[row] = csv.IsEmpty(column) ? null : parse(csv, column);

        public override Task WriteAsync(ParquetRowGroupWriter group, int rows) => group.WriteAsync<T>(Parquet, cells.AsMemory(0, rows));
    }

    private sealed class Words(Field field, DataField parquet, int rows) : ParquetColumn(field, parquet)
    {
        private readonly string?[] cells = new string?[rows];

        public override void Set(int row, CsvReader csv, int column) => cells[row] = csv.IsEmpty(column) ? null : csv.GetString(column);

        public override Task WriteAsync(ParquetRowGroupWriter group, int rows) => group.WriteAsync(Parquet, new ArraySegment<string>(cells!, 0, rows));
    }
}
