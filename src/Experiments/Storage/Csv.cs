using System.Globalization;
using Agents.Data;
using CsvHelper;

namespace Experiments.Storage;

/// <summary>
/// How tables are written: RFC 4180 with LF, UTF-8 without a byte order mark, invariant culture, shortest round-trip
/// numbers, TRUE and FALSE, nothing for a missing value.
/// </summary>
internal static class Csv
{
    /// <summary>Every whole number up to here has a double of its own.</summary>
    private const double GreatestInteger = 1L << 53;

    private static readonly CsvWriterOptions Options = new() { NewLine = "\n", TrueValue = "TRUE", FalseValue = "FALSE" };

    public static CsvWriter Writer(Stream stream) => CsvWriter.Create(stream, Options, leaveOpen: true);

    public static CsvReader Reader(Stream stream) => CsvReader.Create(stream, new CsvReaderOptions { Separator = ',' }, leaveOpen: true);

    /// <summary>The header of a table, as bytes.</summary>
    public static byte[] Header(Table table)
    {
        using var stream = new MemoryStream();
        using (var writer = Writer(stream))
        {
            foreach (var field in table.Fields)
                writer.WriteField(field.Name);
            writer.EndRecord();
        }
        return stream.ToArray();
    }

    /// <summary>Writes a measured value.</summary>
    /// <exception cref="InvalidOperationException">
    /// It is infinite, or not what its type promises: a table that R and Python read alike has no place for it.
    /// </exception>
    public static void WriteValue(CsvWriter writer, string measure, DataType type, double value)
    {
        if (double.IsNaN(value))
            writer.WriteField(ReadOnlySpan<byte>.Empty);
        else if (double.IsInfinity(value))
            throw new InvalidOperationException($"The measure {measure} is infinite; a value that cannot be given is NaN.");
        else if (type == DataType.Number)
            writer.WriteField(value, default);
        else if (type == DataType.Integer)
            writer.WriteField(Integer(measure, value), default);
        else
            writer.WriteField(value is 0 or 1 ? value == 1 : throw new InvalidOperationException($"The measure {measure} is {value:R}; a boolean is 0 or 1."));
    }

    /// <summary>True for a cell that a spreadsheet would carry out: it begins as a formula does and is no number. No abm writes one.</summary>
    public static bool IsFormula(ReadOnlySpan<byte> cell) =>
        cell.Length > 0 && "=+-@\t\r"u8.Contains(cell[0]) && !double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    private static long Integer(string measure, double value) =>
        value == Math.Truncate(value) && Math.Abs(value) <= GreatestInteger
            ? (long)value
            : throw new InvalidOperationException($"The measure {measure} is {value:R}; an integer is whole and at most 2^53.");
}
