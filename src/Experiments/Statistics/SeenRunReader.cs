using CsvHelper;
using Experiments.Config;
using Experiments.Storage;

namespace Experiments.Statistics;

/// <summary>Reads the runs of a ledger as statistics see them, run by run.</summary>
internal static class SeenRunReader
{
    /// <summary>Every run of a result with its design row from 1, in the order of run_id, and null for one that is not done.</summary>
    /// <param name="directory">The directory of the result, which nobody writes.</param>
    /// <param name="study">Its study.</param>
    /// <param name="parts">The statistics that will be asked of the runs.</param>
    /// <param name="take">Takes the row and the run.</param>
    /// <exception cref="StorageException">The ledger cannot be read, or a run is not what was written or is missing.</exception>
    public static void ForEach(string directory, Study study, IReadOnlyCollection<RunStatistic> parts, Action<int, SeenRun?> take)
    {
        using var ledger = Ledger.Read(directory, study);
        foreach (var (record, run) in All(ledger, study, parts))
            take((record.DesignId - 1) / study.Scenarios.Count + 1, run);
    }

    /// <summary>Every run that a study of a fixed number of replications wants, once all of them are over.</summary>
    /// <param name="ledger">The ledger; nothing may be added meanwhile.</param>
    /// <param name="study">Its study.</param>
    /// <param name="parts">The statistics: rows of ticks and events are read where they ask for them.</param>
    /// <exception cref="StorageException">The ledger cannot be read, or a run is not what was written or is missing.</exception>
    public static IEnumerable<(RunRecord Record, SeenRun? Run)> All(Ledger ledger, Study study, IReadOnlyCollection<RunStatistic> parts)
    {
        var seen = 0;
        foreach (var one in Read(ledger, study, parts).TakeWhile(one => one.Record.RunId <= study.Runs))
        {
            seen++;
            yield return one;
        }
        if (seen < study.Runs)
            throw ledger.Lack(study.Runs - seen);
    }

    /// <summary>Every run that is over, in the order of run_id, with what the statistics ask of it; nothing of one that is not done.</summary>
    /// <param name="ledger">The ledger; nothing may be added meanwhile.</param>
    /// <param name="study">Its study.</param>
    /// <param name="parts">The statistics: rows of ticks and events are read where they ask for them.</param>
    /// <exception cref="StorageException">The ledger cannot be read, or a run is not what was written.</exception>
    public static IEnumerable<(RunRecord Record, SeenRun? Run)> Read(Ledger ledger, Study study, IReadOnlyCollection<RunStatistic> parts)
    {
        var tables = new StudyTables(study);
        using var ticks = RowsNeeded.OfTicks(parts) ? new TableText(ledger, tables, tables.Ticks) : null;
        using var events = RowsNeeded.OfEvents(parts) ? new TableText(ledger, tables, tables.Events) : null;
        foreach (var run in ledger.Runs([.. new[] { ticks, events }.OfType<TableText>().Select(text => text.Name)]))
        {
            var (rows, happened) = (ticks?.Of(run), events?.Of(run));
            yield return (run.Record!, !run.Record!.IsDone ? null : SeenRun.Of(run.Record, study) with { Rows = Rows(rows, study), Events = Events(happened, tables.Events) });
        }
    }

    /// <summary>One run, from its rows as a ledger takes them; null for one that is not done.</summary>
    /// <param name="record">Its record.</param>
    /// <param name="study">Its study.</param>
    /// <param name="tables">The study's tables.</param>
    /// <param name="statistics">The statistics that will be asked of it.</param>
    /// <param name="parts">Its rows in the tables.</param>
    public static SeenRun? One(
        RunRecord record, Study study, StudyTables tables, IReadOnlyCollection<RunStatistic> statistics, IEnumerable<(string Table, int Number, byte[] Content)> parts)
    {
        if (!record.IsDone)
            return null;
        var run = SeenRun.Of(record, study);
        var (needsTicks, needsEvents) = (RowsNeeded.OfTicks(statistics), RowsNeeded.OfEvents(statistics));
        if (!needsTicks && !needsEvents)
            return run;
        var contents = parts.ToLookup(part => part.Table, part => part.Content);
        var buffer = Array.Empty<byte>();
        return run with
        {
            Rows = Rows(needsTicks ? Text(Csv.Header(tables.Ticks), contents[tables.Ticks.Name], ref buffer) : null, study),
            Events = Events(needsEvents ? Text(Csv.Header(tables.Events), contents[tables.Events.Name], ref buffer) : null, tables.Events),
        };
    }

    /// <summary>The rows of one run in a table, with the table's header before them.</summary>
    private static MemoryStream Text(byte[] header, IEnumerable<byte[]> contents, ref byte[] buffer)
    {
        var text = new MemoryStream();
        text.Write(header);
        foreach (var content in contents)
            text.Write(PartStream.Unpack(content, ref buffer));
        text.Position = 0;
        return text;
    }

    private static List<(int Tick, double[] Values)> Rows(Stream? text, Study study)
    {
        var rows = new List<(int, double[])>();
        if (text is null)
            return rows;
        using var csv = Csv.Reader(text);
        while (csv.Read())
        {
            var values = new double[study.ModelMeasures.Count];
            for (var i = 0; i < values.Length; i++)
                values[i] = Value(csv, i + 2);
            rows.Add((csv.Parse<int>(1), values));
        }
        return rows;
    }

    private static List<SeenEvent> Events(Stream? text, Table table)
    {
        var seen = new List<SeenEvent>();
        if (text is null)
            return seen;
        var columns = table.Fields.Select(field => field.Name).ToList();
        var (name, subject, details) = (columns.IndexOf("event"), columns.IndexOf("subject"), columns.IndexOf("details"));
        using var csv = Csv.Reader(text);
        while (csv.Read())
            seen.Add(new SeenEvent(csv.GetString(name), csv.GetString(subject), csv.Parse<int>(1), csv.GetString(details)));
        return seen;
    }

    private static double Value(CsvReader csv, int column) => csv.GetString(column) switch
    {
        "" => double.NaN,
        "TRUE" => 1,
        "FALSE" => 0,
        _ => csv.Parse<double>(column),
    };

    /// <summary>The rows that runs added to one table, one run after another.</summary>
    private sealed class TableText(Ledger ledger, StudyTables tables, Table table) : IDisposable
    {
        private readonly byte[] header = Csv.Header(table);
        private readonly int place = tables.ByRun.Index().First(one => one.Item == table).Index;
        private readonly MemoryStream text = new();

        public string Name => table.Name;

        /// <summary>The text of a run with the table's header before it, until the next run is asked for.</summary>
        /// <exception cref="StorageException">It is not what was written.</exception>
        public MemoryStream Of(LedgerRun run)
        {
            text.SetLength(0);
            text.Write(header);
            if (!run.TryRead(table.Name, place, text.Write, null))
                throw ledger.Damage();
            text.Position = 0;
            return text;
        }

        public void Dispose() => text.Dispose();
    }
}
