using System.Globalization;

namespace Experiments.Config;

/// <summary>Reads the records of a file that fill a population.</summary>
/// <param name="read">Takes what is wrong.</param>
/// <param name="population">What they fill.</param>
/// <param name="file">The file.</param>
/// <param name="labels">The columns that are carried along only.</param>
internal sealed class PopulationFile(ValueReader read, InitialPopulation population, InputFile file, IReadOnlyList<string> labels)
{
    private readonly List<(InitialColumn Column, int At)> columns = [];
    private readonly List<double> kinds = [];
    private readonly List<int> lines = [];
    private readonly Dictionary<string, int> ids = new(StringComparer.Ordinal);
    private List<double>[] values = [];

    private Place Head => new(file.Source, 1, 1);

    /// <summary>The records, or null after a problem.</summary>
    public PopulationFilling? Read(CsvFile csv)
    {
        ReadHeader(csv);
        if (!read.IsSound)
            return null;
        values = [.. columns.Select(_ => new List<double>())];
        var (kindAt, idAt) = (population.Kind is { } kind ? csv.IndexOf(kind.Name) : -1, csv.IndexOf(InitialCatalogue.IdColumn));
        while (csv.Next() && read.IsSound)
            ReadRecord(csv, kindAt, idAt);
        if (lines.Count == 0 && read.IsSound)
            read.Add(Head, "", "the file has no rows");
        return !read.IsSound ? null : new PopulationFilling
        {
            Population = population,
            File = file,
            Labels = labels,
            Columns = [.. columns.Select(column => column.Column)],
            Values = values,
            Kinds = kinds,
            Lines = lines,
            Ids = ids,
        };
    }

    private void ReadHeader(CsvFile csv)
    {
        csv.RefuseDuplicates();
        foreach (var label in labels)
        {
            if (population.Columns.Any(column => column.Name == label))
                read.Add(Head, label, $"is a state variable of {population.Name}, so that it cannot be a label");
            else if (csv.IndexOf(label) < 0)
                read.Add(Head, label, () => $"the file has no column of this name, which labels names{Spelling.Hint(label, csv.Headers)}");
        }
        var carried = labels.ToHashSet(StringComparer.Ordinal);
        foreach (var (at, header) in csv.Headers.Index())
        {
            if (header.Length == 0 || header == InitialCatalogue.IdColumn || carried.Contains(header))
                continue;
            if (population.Columns.FirstOrDefault(column => column.Name == header) is { } column)
            {
                if (!column.IsKind)
                    columns.Add((column, at));
            }
            else
                read.Add(csv.HeaderPlace(at), header, () => Unknown(header));
        }
        if (population.Kind is { } kind && csv.IndexOf(kind.Name) < 0)
            read.Add(Head, kind.Name, $"the column is missing: {population.Name} has several kinds, and a record fills the next row of its kind ({string.Join(", ", kind.Choices)})");
        if (columns.Count == 0 && csv.IndexOf(InitialCatalogue.IdColumn) < 0 && read.IsSound)
            read.Add(Head, "", $"no column is a state variable of {population.Name}: {Names()}");
    }

    private string Unknown(string header)
    {
        if (population.Others.FirstOrDefault(other => other.Name == header) is { Name: not null } other)
            return $"{other.Reason}, so that no file fills it";
        var names = population.Columns.Select(column => column.Name);
        return $"{population.Name} has no state variable of this name{Spelling.Hint(header, names)}; {Names()}. A column that is only carried along stands under labels: [{header}]";
    }

    private string Names() => $"files can fill {string.Join(", ", population.Columns.Where(column => !column.IsKind).Select(column => column.Name))}";

    private void ReadRecord(CsvFile csv, int kindAt, int idAt)
    {
        lines.Add(csv.Line);
        if (kindAt >= 0)
            kinds.Add(Number(csv.Cell(kindAt), population.Kind!, mayBeMissing: false));
        if (idAt >= 0)
            ReadId(csv.Cell(idAt));
        for (var i = 0; i < columns.Count; i++)
            values[i].Add(Number(csv.Cell(columns[i].At), columns[i].Column, mayBeMissing: true));
    }

    private void ReadId(Scalar cell)
    {
        if (cell.Text.Length == 0)
            read.Add(cell.Place, InitialCatalogue.IdColumn, "is empty: where there is a column of ids, every record has one");
        else if (!ids.TryAdd(cell.Text, lines.Count - 1))
            read.Add(cell.Place, InitialCatalogue.IdColumn, string.Create(CultureInfo.InvariantCulture, $"{Problem.Quote(cell.Text)} is the id of line {lines[ids[cell.Text]]} already"));
    }

    /// <summary>The value of a cell, or NaN where it is missing or wrong.</summary>
    private double Number(Scalar cell, InitialColumn column, bool mayBeMissing)
    {
        if (mayBeMissing && CsvFile.IsMissing(cell))
            return double.NaN;
        var scalar = CsvFile.ByValue(cell, column.Type);
        if (column.Type.IsEnum)
            return Choice(scalar, column);
        if (column.Type == typeof(bool))
            return read.Boolean(scalar, column.Name) is { } truth ? (truth ? 1 : 0) : double.NaN;
        if (column.Type == typeof(int))
            return read.Integer(scalar, column.Name, (int)column.Min, (int)column.Max) ?? double.NaN;
        return read.Number(scalar, column.Name, number => number >= column.Min && number <= column.Max && float.IsFinite((float)number), column.Allowed) ?? double.NaN;
    }

    private double Choice(Scalar cell, InitialColumn column)
    {
        var choice = column.Choices.ToList().IndexOf(cell.Text);
        if (choice >= 0)
            return Convert.ToDouble(Enum.GetValuesAsUnderlyingType(column.Type).GetValue(choice), CultureInfo.InvariantCulture);
        read.Add(cell.Place, column.Name, $"{cell.Kind} is not a choice{Spelling.Hint(cell.Text, column.Choices)}; allowed is {column.Allowed}");
        return double.NaN;
    }
}
