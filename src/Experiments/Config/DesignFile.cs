using System.Security.Cryptography;
using System.Text;
using Experiments.Design;

namespace Experiments.Config;

/// <summary>
/// Reads a design whose rows stand in a CSV file: a column for each factor. The columns of a result's design.csv that
/// number the design points are no factors; where there is a column design_row, records with one number are one row.
/// </summary>
/// <param name="read">Takes what is wrong.</param>
/// <param name="finder">Knows what can vary.</param>
/// <param name="own">Parameters that the config sets and keeps, whatever the file says of them.</param>
internal sealed class DesignFile(ValueReader read, FactorFinder finder, IReadOnlySet<int> own)
{
    private const string RowColumn = "design_row";
    private const string ScenarioColumn = "scenario";

    private static readonly string[] Bookkeeping = ["design_id", ScenarioColumn, RowColumn];

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
        if (!read.IsSound || Rows(path, node.Place, file => Factors(file, columns, path)) is not { } made)
            return null;
        var hash = HashOf(made);
        if (design.Find("sha256") is Scalar expected && expected.Text != hash)
            read.Add(expected.Place, "design.sha256", $"the rows of {path} are not those that the config was written for (theirs is {hash})");
        return made;
    }

    /// <summary>A design with the rows of a result's design.csv, or null after a problem.</summary>
    public StudyDesign? ReadStored(StudyDesign design, string path) =>
        Rows(path, new Place(path, 0, 0), file => Columns(file, [.. design.Factors.Select(factor => (factor, file.IndexOf(factor.Key)))], path)) is { } rows ? design with { Cells = rows.Cells } : null;

    /// <summary>Tells apart designs that have other factors or values.</summary>
    public static string HashOf(StudyDesign design)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(string.Join(',', design.Factors.Select(factor => factor.Key)) + "\n"));
        for (var row = 0; row < design.Rows; row++)
            hash.AppendData(Encoding.UTF8.GetBytes(string.Join(',', design.Factors.Select((factor, column) => factor.FormatCell(design.Cells[row, column]))) + "\n"));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private StudyDesign? Rows(string path, Place place, Func<CsvFile, List<(DesignFactor Factor, int Column)>?> choose)
    {
        using var stream = CsvFile.Open(read, path, place, "design.file");
        return stream is null ? null : CsvFile.Read(read, stream, path, file => choose(file) is { } columns ? Rows(file, path, columns) : null);
    }

    private List<(DesignFactor Factor, int Column)>? Factors(CsvFile file, List<string>? columns, string path)
    {
        // By its place: a factor of an intervention is called by its number in the order of time, and the file may go by that of the config.
        var found = new List<(DesignFactor Factor, int Column)>();
        var wanted = columns?.ToHashSet(StringComparer.Ordinal);
        foreach (var missing in columns?.Where(column => file.IndexOf(column) < 0) ?? [])
            read.Add(new Place(path, 1, 1), "design.columns", () => $"the file has no column {Problem.Quote(missing)}{Spelling.Hint(missing, file.Headers)}");
        foreach (var (column, header) in file.Headers.Index())
        {
            if (header.Length == 0 || wanted?.Contains(header) == false || Bookkeeping.Contains(header))
                continue;
            if (finder.Find(header, file.HeaderPlace(column), header, isColumn: true) is { } factor && IsVaried(factor))
                found.Add((factor, column));
        }
        if (found.Count == 0 && read.IsSound)
            read.Add(new Place(path, 1, 1), "", "no column is a factor: the first line holds the keys of parameters, of which the config sets not all itself");
        return read.IsSound ? Columns(file, found, path) : null;
    }

    /// <summary>Whether the file can vary a parameter; what the config keeps for itself is noted.</summary>
    private bool IsVaried(DesignFactor factor)
    {
        var isKept = factor.Target == FactorTarget.Start && own.Contains(factor.Parameter!.Index);
        if (isKept || finder.IsNowhere(factor))
            read.Note($"{factor.Key} is not varied: the config sets it");
        else if (factor.KeptBy.Count > 0)
            read.Note($"{factor.Key} is not varied in {string.Join(", ", finder.Keepers(factor))}, where the config sets it");
        return !isKept && !finder.IsNowhere(factor);
    }

    private List<(DesignFactor Factor, int Column)>? Columns(CsvFile file, IReadOnlyList<(DesignFactor Factor, int Column)> factors, string path)
    {
        file.RefuseDuplicates();
        foreach (var missing in factors.Where(one => one.Column < 0))
            read.Add(new Place(path, 1, 1), missing.Factor.Key, "the column is missing");
        if (!read.IsSound)
            return null;
        var columns = factors.ToDictionary(one => one.Factor.Key, one => one.Column);
        return [.. FactorFinder.InOrder(factors.Select(one => one.Factor)).Select(factor => (factor, columns[factor.Key]))];
    }

    private StudyDesign? Rows(CsvFile file, string path, List<(DesignFactor Factor, int Column)> columns)
    {
        var rowColumn = file.IndexOf(RowColumn);
        var scenarioColumn = columns.Exists(column => column.Factor.KeptBy.Count > 0) ? file.IndexOf(ScenarioColumn) : -1;
        var rows = new List<double[]>();
        while (file.Next() && read.IsSound)
        {
            if (rows.Count == DesignReader.MaxRows)
                read.Add(new Place(path, file.Line, 1), "", $"more than {DesignReader.MaxRows} rows");
            else
                Add(file, columns, rows, rowColumn, scenarioColumn);
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

    /// <summary>Adds a record, or what it says of the row that it belongs to: a factor of one scenario is empty, or a value of their own, in others.</summary>
    private void Add(CsvFile file, List<(DesignFactor Factor, int Column)> columns, List<double[]> rows, int rowColumn, int scenarioColumn)
    {
        var isNew = true;
        if (rowColumn >= 0)
        {
            var cell = CsvFile.ByValue(file.Cell(rowColumn), typeof(int));
            var number = read.Integer(cell, RowColumn, 1, DesignReader.MaxRows);
            isNew = number == rows.Count + 1;
            if (!isNew && number is not null && number != rows.Count)
                read.Add(cell.Place, RowColumn, FormattableString.Invariant($"{number} follows {rows.Count}: the rows are not in order, or one is missing"));
            if (!read.IsSound)
                return;
        }
        if (isNew)
            rows.Add([.. Enumerable.Repeat(double.NaN, columns.Count)]);
        var row = rows[^1];
        var scenario = rowColumn >= 0 && scenarioColumn >= 0 ? finder.ScenarioOf(file.Cell(scenarioColumn).Text) : -1;
        for (var i = 0; i < columns.Count; i++)
        {
            var (factor, column) = columns[i];
            var cell = file.Cell(column);
            if (rowColumn >= 0 && (cell.Text.Length == 0 || factor.KeptBy.Contains(scenario)))
                continue;
            if (finder.Cell(CsvFile.ByValue(cell, factor.Parameter?.Type ?? typeof(int)), factor.Key, factor) is not { } value)
                continue;
            if (!double.IsNaN(row[i]) && row[i] != value)
                read.Add(cell.Place, factor.Key, $"{factor.Format(value)} differs from {factor.Format(row[i])} in the same row of the design");
            row[i] = value;
        }
    }
}
