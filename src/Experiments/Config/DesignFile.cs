using System.Security.Cryptography;
using System.Text;
using CsvHelper;
using Experiments.Design;

namespace Experiments.Config;

/// <summary>
/// Reads a design whose rows stand in a CSV file: a column for each factor. The columns of a result's design.csv that
/// number the design points are no factors; where there is a column design_row, records with one number are one row.
/// </summary>
internal sealed class DesignFile(ValueReader read, FactorFinder finder)
{
    private const string RowColumn = "design_row";

    private static readonly string[] Bookkeeping = ["design_id", "scenario", RowColumn];

    /// <summary>The design that a config asks for, or null after a problem.</summary>
    /// <param name="design">The section of the config.</param>
    /// <param name="stored">The design.csv of a result, which stands for the file; null for a new study.</param>
    public StudyDesign? Read(Mapping design, string? stored)
    {
        if (design.Find("file") is not { } node)
        {
            read.Add(design.Place, "design", "'file' is missing: the name of a CSV file with a column for each factor");
            return null;
        }
        if (read.Word(node, "design.file") is not { } name)
            return null;
        var columns = design.Find("columns") is { } list ? read.List(list, "design.columns").Select(item => read.Word(item, "design.columns") ?? "").ToList() : null;
        var path = stored ?? Path.Combine(Path.GetDirectoryName(node.Place.Source) ?? "", name);
        if (!read.IsSound || Rows(path, node.Place, headers => Factors(headers, columns, path)) is not { } made)
            return null;
        var hash = HashOf(made);
        if (design.Find("sha256") is Scalar expected && expected.Text != hash)
            read.Add(expected.Place, "design.sha256", $"the rows of {path} are not those that the config was written for (theirs is {hash})");
        return made;
    }

    /// <summary>A design with the rows of a result's design.csv, or null after a problem.</summary>
    public StudyDesign? ReadStored(StudyDesign design, string path) =>
        Rows(path, new Place(path, 0, 0), headers => Columns(headers, design.Factors, path)) is { } rows ? design with { Cells = rows.Cells } : null;

    /// <summary>Tells apart designs that have other factors or values.</summary>
    public static string HashOf(StudyDesign design)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(string.Join(',', design.Factors.Select(factor => factor.Key)) + "\n"));
        for (var row = 0; row < design.Rows; row++)
            hash.AppendData(Encoding.UTF8.GetBytes(string.Join(',', design.Factors.Select((factor, column) => factor.FormatCell(design.Cells[row, column]))) + "\n"));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private StudyDesign? Rows(string path, Place place, Func<IReadOnlyList<string>, List<(DesignFactor Factor, int Column)>?> choose)
    {
        if (YamlFile.Absence(path) is { } absence)
        {
            read.Add(place, "design.file", $"{Problem.Quote(path)}: {absence.Replace("a config file", "a CSV file", StringComparison.Ordinal)}");
            return null;
        }
        try
        {
            using var stream = File.OpenRead(path);
            using var csv = CsvReader.Create(stream, new CsvReaderOptions { Separator = ',', TrackLineNumbers = true }, leaveOpen: true);
            csv.ReadHeader();
            return choose(csv.Headers) is { } columns ? Rows(csv, path, columns) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or CsvFormatException)
        {
            read.Add(new Place(path, 0, 0), "", $"the file cannot be read: {exception.Message}");
            return null;
        }
    }

    private List<(DesignFactor Factor, int Column)>? Factors(IReadOnlyList<string> headers, List<string>? columns, string path)
    {
        var found = new List<DesignFactor>();
        foreach (var missing in columns?.Where(column => !headers.Contains(column)) ?? [])
            read.Add(new Place(path, 1, 1), "design.columns", $"the file has no column {Problem.Quote(missing)}{Spelling.Hint(missing, headers)}");
        foreach (var (header, at) in headers.Select((header, column) => (header, At: 1 + headers.Take(column).Sum(other => other.Length + 1))))
        {
            if (columns?.Contains(header) == false || Bookkeeping.Contains(header))
                continue;
            if (finder.Find(header, new Place(path, 1, at), header) is { } factor)
                found.Add(factor);
        }
        if (found.Count == 0 && read.IsSound)
            read.Add(new Place(path, 1, 1), "", "no column is a factor: the first line holds the keys of parameters");
        return read.IsSound ? Columns(headers, found, path) : null;
    }

    private List<(DesignFactor Factor, int Column)>? Columns(IReadOnlyList<string> headers, IReadOnlyList<DesignFactor> factors, string path)
    {
        foreach (var twice in headers.CountBy(header => header).Where(pair => pair.Value > 1))
            read.Add(new Place(path, 1, 1), twice.Key, "two columns have this name");
        foreach (var missing in factors.Where(factor => !headers.Contains(factor.Key)))
            read.Add(new Place(path, 1, 1), missing.Key, "the column is missing");
        return read.IsSound ? [.. FactorFinder.InOrder(factors).Select(factor => (factor, headers.ToList().IndexOf(factor.Key)))] : null;
    }

    private StudyDesign? Rows(CsvReader csv, string path, List<(DesignFactor Factor, int Column)> columns)
    {
        var rowColumn = csv.Headers.ToList().IndexOf(RowColumn);
        var rows = new List<double[]>();
        while (csv.Read() && read.IsSound)
        {
            var line = (int)csv.LineNumber;
            if (csv.FieldCount != csv.Headers.Count)
                read.Add(new Place(path, line, 1), "", $"the line has {csv.FieldCount} cells, the first line {csv.Headers.Count}");
            else if (rows.Count == DesignReader.MaxRows)
                read.Add(new Place(path, line, 1), "", $"more than {DesignReader.MaxRows} rows");
            else
                Add(csv, path, columns, rows, rowColumn);
        }
        if (rows.Count == 0 && read.IsSound)
            read.Add(new Place(path, 1, 1), "", "the file has no rows");
        if (!read.IsSound)
            return null;
        var cells = new PointMatrix(rows.Count, columns.Count);
        for (var row = 0; row < rows.Count; row++)
        {
            for (var i = 0; i < columns.Count; i++)
            {
                cells[row, i] = rows[row][i];
                if (double.IsNaN(rows[row][i]))
                    read.Add(new Place(path, 0, 0), columns[i].Factor.Key, FormattableString.Invariant($"row {row + 1} of the design has no value"));
            }
        }
        return read.IsSound ? new StudyDesign { Method = DesignMethod.Csv, Factors = [.. columns.Select(column => column.Factor)], Cells = cells } : null;
    }

    /// <summary>Adds a record, or what it says of the row that it belongs to: a factor of one scenario is empty in the others.</summary>
    private void Add(CsvReader csv, string path, List<(DesignFactor Factor, int Column)> columns, List<double[]> rows, int rowColumn)
    {
        var places = PlacesOf(csv, path);
        var isNew = true;
        if (rowColumn >= 0)
        {
            var number = read.Integer(new Scalar(places[rowColumn], csv.GetString(rowColumn), true), RowColumn, 1, DesignReader.MaxRows);
            isNew = number == rows.Count + 1;
            if (!isNew && number is not null && number != rows.Count)
                read.Add(places[rowColumn], RowColumn, FormattableString.Invariant($"{number} follows {rows.Count}: the rows are not in order, or one is missing"));
            if (!read.IsSound)
                return;
        }
        if (isNew)
            rows.Add([.. Enumerable.Repeat(double.NaN, columns.Count)]);
        var row = rows[^1];
        for (var i = 0; i < columns.Count; i++)
        {
            var (factor, column) = columns[i];
            if (rowColumn >= 0 && csv.IsEmpty(column))
                continue;
            if (finder.Cell(new Scalar(places[column], TextOf(csv.GetString(column)), true), factor.Key, factor) is not { } cell)
                continue;
            if (!double.IsNaN(row[i]) && row[i] != cell)
                read.Add(places[column], factor.Key, $"{factor.Format(cell)} differs from {factor.Format(row[i])} in the same row of the design");
            row[i] = cell;
        }
    }

    // Tables write booleans as R does.
    private static string TextOf(string cell) => cell switch { "TRUE" => "true", "FALSE" => "false", _ => cell };

    /// <summary>The place of each cell of a record.</summary>
    private static Place[] PlacesOf(CsvReader csv, string path)
    {
        var places = new Place[csv.FieldCount];
        var before = 0;
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = new Place(path, (int)csv.LineNumber, before + 1);
            before += csv.GetRawSpan(i).Length + 1;
        }
        return places;
    }
}
