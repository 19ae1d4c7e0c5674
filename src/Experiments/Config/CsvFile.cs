using System.Globalization;
using CsvHelper;

namespace Experiments.Config;

/// <summary>
/// Reads the CSV files that people hand in, as R, pandas, numpy and spreadsheets write them: a byte order mark, any line
/// ends, quotes, a column of row names, and empty lines and cells at the end are no trouble, and what is a number by its value may be
/// written in any way.
/// </summary>
internal sealed class CsvFile
{
    /// <summary>What stands for a missing value in a file of R, pandas or numpy.</summary>
    private static readonly string[] Missing = ["", "NA", "NaN", "nan"];

    /// <summary>Greatest whole number up to which a number tells all of them apart.</summary>
    private const double MostWhole = 1L << 53;

    private readonly ValueReader read;
    private readonly CsvReader csv;
    private readonly string path;
    private readonly List<string> headers = [];
    private readonly List<int> headersAt = [];
    private readonly Dictionary<string, int> columns = new(StringComparer.Ordinal);

    // Where the cells of the record begin, once somebody asks: counted anew for each cell, a wide file would take for ever.
    private readonly List<int> cellsAt = [];
    private int cellsOf;

    // Records that hold nothing at all: they count only where another one follows.
    private readonly Queue<int> blanks = new();
    private int records;
    private bool isFirst = true;
    private bool isAhead;
    private bool isOver;

    // 1 where records begin with a row name that the header has no cell for.
    private int shift;

    private CsvFile(ValueReader read, CsvReader csv, string path)
    {
        (this.read, this.csv, this.path) = (read, csv, path);
        if (csv.Read())
            ReadHeader();
    }

    /// <summary>The names of the columns; a column that is not to be read has none.</summary>
    public IReadOnlyList<string> Headers => headers;

    /// <summary>The line of the present record.</summary>
    public int Line { get; private set; } = 1;

    private bool IsBlank { get; set; }

    /// <summary>Reads a file; null after a problem.</summary>
    /// <param name="read">Takes what is wrong.</param>
    /// <param name="stream">Its bytes.</param>
    /// <param name="path">Its name in messages.</param>
    /// <param name="use">Reads the records.</param>
    public static T? Read<T>(ValueReader read, Stream stream, string path, Func<CsvFile, T?> use)
        where T : class
    {
        try
        {
            using var csv = CsvReader.Create(stream, new CsvReaderOptions { Separator = ',', HasHeader = false, TrackLineNumbers = true, SkipEmptyLines = true }, leaveOpen: true);
            var file = new CsvFile(read, csv, path);
            return read.IsSound ? use(file) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or CsvFormatException)
        {
            read.Add(new Place(path, 0, 0), "", $"the file cannot be read: {exception.Message}");
            return null;
        }
    }

    /// <summary>Opens a file that a config names; null after a problem.</summary>
    /// <param name="read">Takes what is wrong.</param>
    /// <param name="path">The file.</param>
    /// <param name="place">Where the config names it.</param>
    /// <param name="key">The full key that names it.</param>
    public static Stream? Open(ValueReader read, string path, Place place, string key)
    {
        try
        {
            if (YamlFile.Absence(path) is not { } absence)
                return YamlFile.HasNoLength(path) ? Stream.Null : File.OpenRead(path);
            read.Add(place, key, $"{Problem.Quote(path)}: {absence.Replace("a config file", "a CSV file", StringComparison.Ordinal)}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            read.Add(place, key, $"{Problem.Quote(path)} cannot be read: {exception.Message}");
        }
        return null;
    }

    /// <summary>The number of the column of a name, or -1.</summary>
    public int IndexOf(string name) => columns.GetValueOrDefault(name, -1);

    /// <summary>The place of a column's name.</summary>
    public Place HeaderPlace(int column) => new(path, 1, headersAt[column]);

    /// <summary>Notes every name that two columns have.</summary>
    public void RefuseDuplicates()
    {
        foreach (var twice in headers.Where(header => header.Length > 0).CountBy(header => header).Where(pair => pair.Value > 1))
            read.Add(new Place(path, 1, 1), twice.Key, "two columns have this name");
    }

    /// <summary>Goes to the next record; false at the end, or after a problem.</summary>
    public bool Next()
    {
        if (isAhead && blanks.Count == 0)
        {
            (isAhead, IsBlank, Line) = (false, false, (int)csv.LineNumber);
            return CheckRecord();
        }
        while (!isAhead && !isOver)
        {
            if (!csv.Read())
                isOver = true;
            else if (csv.FieldCount > 1 && IsEmpty())
                blanks.Enqueue((int)csv.LineNumber);
            else
                isAhead = true;
        }
        if (isOver)
            return false;
        if (blanks.Count == 0)
            return Next();
        (IsBlank, Line) = (true, blanks.Dequeue());
        return true;
    }

    /// <summary>A cell of the present record.</summary>
    public Scalar Cell(int column)
    {
        if (IsBlank)
            return new Scalar(new Place(path, Line, 1), "", true);
        return new Scalar(new Place(path, Line, ColumnOf(column + shift)), csv.GetString(column + shift), true);
    }

    private int ColumnOf(int cell)
    {
        if (cellsOf != records)
            cellsAt.Clear();
        cellsOf = records;
        while (cellsAt.Count <= cell)
            cellsAt.Add(cellsAt.Count == 0 ? 1 : cellsAt[^1] + csv.GetRawSpan(cellsAt.Count - 1).Length + 1);
        return cellsAt[cell];
    }

    /// <summary>True where a cell holds nothing, in the ways of R, pandas and numpy.</summary>
    public static bool IsMissing(Scalar cell) => Missing.Contains(cell.Text);

    /// <summary>
    /// A cell as a config would write its value: a whole number without point and exponent, and true or false, also for 1
    /// and 0. What is no value of the type stays as it is.
    /// </summary>
    /// <param name="cell">The cell.</param>
    /// <param name="type">int, bool, or another.</param>
    public static Scalar ByValue(Scalar cell, Type type)
    {
        var text = cell.Text.Trim();
        var isNumber = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number);
        if (type == typeof(bool))
        {
            text = text switch
            {
                "TRUE" or "True" => "true",
                "FALSE" or "False" => "false",
                _ when isNumber && number is 0 or 1 => number == 1 ? "true" : "false",
                _ => text,
            };
        }
        else if (type == typeof(int) && isNumber && Math.Floor(number) == number && Math.Abs(number) <= MostWhole)
            text = ((long)number).ToString(CultureInfo.InvariantCulture);
        return cell with { Text = text };
    }

    private void ReadHeader()
    {
        Line = (int)csv.LineNumber;
        var at = 1;
        for (var column = 0; column < csv.FieldCount; column++)
        {
            headers.Add(NameOf(csv.GetString(column), isFirst: column == 0));
            headersAt.Add(at);
            columns.TryAdd(headers[column], column);
            at += csv.GetRawSpan(column).Length + 1;
        }
        if (headers is [var only] && only.Contains(';', StringComparison.Ordinal))
            read.Add(new Place(path, Line, 1), "", "the columns are separated by semicolons, as spreadsheets do where the decimal separator is a comma (and R's write.csv2): save the file with commas between columns and decimal points");
        else if (headers is [var one] && one.Contains('\t', StringComparison.Ordinal))
            read.Add(new Place(path, Line, 1), "", "the columns are separated by tabs: save the file with commas between columns");
        else if (headers is ["", _, ..])
            NoteRowNames();
    }

    /// <summary>A column's name, without the mark of numpy's comments; empty for what pandas calls a column without a name.</summary>
    private static string NameOf(string text, bool isFirst)
    {
        var name = text.Trim();
        if (isFirst && name.StartsWith("# ", StringComparison.Ordinal))
            name = name[2..].TrimStart();
        return name.StartsWith("Unnamed: ", StringComparison.Ordinal) ? "" : name;
    }

    /// <summary>Whether the first cell can be the name of a row: R writes them in quotes, or counts from 1.</summary>
    private bool IsRowName(int number)
    {
        var text = csv.GetString(0).Trim();
        return csv.GetRawSpan(0).StartsWith("\""u8) || !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || value == number;
    }

    private void NoteRowNames() => read.Note($"{path}: the first column has no name and is left out, as the row names of R and pandas are");

    private bool IsEmpty()
    {
        for (var column = 0; column < csv.FieldCount; column++)
        {
            if (!csv.IsEmpty(column))
                return false;
        }
        return true;
    }

    private bool CheckRecord()
    {
        if (isFirst && csv.FieldCount == headers.Count + 1 && IsRowName(1))
        {
            // As R's write.table does.
            shift = 1;
            NoteRowNames();
        }
        isFirst = false;
        records++;
        if (shift == 1 && csv.FieldCount == headers.Count + 1 && !IsRowName(records))
        {
            read.Add(new Place(path, Line, 1), "", $"the first cell of {csv.FieldCount} is no name of a row, and the first line names {headers.Count} columns: a decimal comma? Write 1.5, or name every column");
            return false;
        }
        if (csv.FieldCount != headers.Count + shift)
        {
            var hint = csv.FieldCount > headers.Count ? "; a decimal comma? Write 1.5, or put quotes around what holds a comma" : "";
            read.Add(new Place(path, Line, 1), "", string.Create(CultureInfo.InvariantCulture, $"the line has {csv.FieldCount} cells, the first line {headers.Count}{hint}"));
            return false;
        }
        for (var column = IsRowNames(0) && IsRowNames(1) ? 2 : 1; column < headers.Count; column++)
        {
            if (headers[column].Length > 0 || csv.IsEmpty(column + shift))
                continue;
            read.Add(Cell(column).Place, "", string.Create(CultureInfo.InvariantCulture, $"column {column + 1} has no name: name it in the first line, or take it out"));
            return false;
        }
        return read.IsSound;
    }

    // A file that went through pandas twice has its row names twice.
    private bool IsRowNames(int column) => column < headers.Count && headers[column].Length == 0;
}
