using System.Globalization;

namespace Experiments.Config;

/// <summary>Reads sections <c>series:</c>: parameters that follow a column of a file.</summary>
/// <param name="read">Takes what is wrong.</param>
/// <param name="parameters">Knows the parameters.</param>
/// <param name="ticks">The horizon.</param>
internal sealed class SeriesReader(ValueReader read, ParameterReader parameters, int ticks)
{
    /// <summary>The section's name.</summary>
    public const string Section = "series";

    private const string Tick = "tick";
    private const string Value = "value";

    private readonly InputReader inputs = new(read);

    /// <summary>The series, in the order of the catalogue. Parameters that the command line holds fixed are left alone.</summary>
    /// <param name="node">The section.</param>
    /// <param name="prefix">Its full key.</param>
    /// <param name="isFixed">The parameters that the command line holds fixed.</param>
    public IReadOnlyList<ParameterSeries> Read(Node? node, string prefix, IReadOnlySet<int> isFixed)
    {
        var series = new List<ParameterSeries>();
        foreach (var entry in read.Map(node, prefix)?.Entries ?? [])
        {
            var key = $"{prefix}.{entry.Key}";
            if (parameters.Catalogue.Find(entry.Key) is not { } parameter)
                read.Add(entry.KeyPlace, key, () => parameters.Unknown(entry.Key));
            else if (parameter.About.AtStartOnly)
                read.Add(entry.KeyPlace, key, "shapes the initial state only, so that nothing can change it during a run; set it under parameters");
            else if (isFixed.Contains(parameter.Index))
                read.Note($"{parameter.Key} is held by --set, so that {key} is left out");
            else if (inputs.Read(entry.Value, key, prefix + "." + parameter.Key) is { } file && ReadFile(parameter, file) is { } one)
                series.Add(one);
        }
        return [.. series.OrderBy(one => one.Parameter.Index)];
    }

    private ParameterSeries? ReadFile(Parameter parameter, InputFile file)
    {
        using var stream = new MemoryStream(file.Content.ToArray(), writable: false);
        return CsvFile.Read(read, stream, file.Source, csv => Read(csv, parameter, file));
    }

    private ParameterSeries? Read(CsvFile csv, Parameter parameter, InputFile file)
    {
        string[] known = [Tick, Value];
        csv.RefuseDuplicates();
        foreach (var (at, header) in csv.Headers.Index().Where(one => one.Item.Length > 0 && !known.Contains(one.Item)))
            read.Add(csv.HeaderPlace(at), header, () => $"a series has no such column{Spelling.Hint(header, known)}; its columns are tick and value, or value alone with a row for each tick");
        var (tickAt, valueAt) = (csv.IndexOf(Tick), csv.IndexOf(Value));
        if (valueAt < 0)
            read.Add(new Place(file.Source, 1, 1), Value, "the column is missing: a series has the columns tick and value, or value alone with a row for each tick");
        var (rows, values, beyond) = (new List<int>(), new List<object>(), 0);
        while (read.IsSound && csv.Next())
        {
            var last = rows.Count > 0 ? rows[^1] : -1;
            var row = tickAt < 0 ? last + 1 + beyond : TickOf(csv.Cell(tickAt), last);
            if (read.Value(CsvFile.ByValue(csv.Cell(valueAt), parameter.Type), Value, parameter) is not { } value || row is null)
                continue;
            // Data that go on beyond the horizon are data all the same.
            if (row >= ticks)
                beyond++;
            else
            {
                rows.Add(row.Value);
                values.Add(value);
            }
        }
        if (rows.Count == 0 && read.IsSound)
            read.Add(new Place(file.Source, 1, 1), "", beyond > 0 ? ParameterReader.BeyondHorizon(ticks, ticks) : "the file has no rows");
        if (beyond > 0 && read.IsSound)
            read.Note(string.Create(CultureInfo.InvariantCulture, $"{file.Source}: {beyond} rows at or after the horizon ({ticks}) are left out"));
        return read.IsSound ? new ParameterSeries(parameter, file, rows, values) : null;
    }

    private int? TickOf(Scalar cell, int last)
    {
        var tick = read.Integer(CsvFile.ByValue(cell, typeof(int)), Tick, 0, StudyLoader.MaxCount);
        if (tick is null || tick > last)
            return tick;
        read.Add(cell.Place, Tick, string.Create(CultureInfo.InvariantCulture, $"{tick} does not come after {last}, the tick of the row before: rows of ticks ascend"));
        return null;
    }
}
