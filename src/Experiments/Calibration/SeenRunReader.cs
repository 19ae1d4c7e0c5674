using Agents;
using CsvHelper;
using Experiments.Config;
using Experiments.Storage;

namespace Experiments.Calibration;

/// <summary>Reads the tables of a finished study run by run: all of them are in the order of run_id.</summary>
internal static class SeenRunReader
{
    /// <summary>Every run of the study with its design row from 1, and null for a run that failed.</summary>
    /// <param name="directory">Where the tables are.</param>
    /// <param name="study">The study.</param>
    /// <param name="withRows">Whether rows of ticks are wanted.</param>
    /// <param name="withEvents">Whether events are wanted.</param>
    /// <param name="take">Takes the row and the run.</param>
    /// <exception cref="StorageException">A table cannot be read.</exception>
    public static void ForEach(string directory, Study study, bool withRows, bool withEvents, Action<int, SeenRun?> take)
    {
        try
        {
            using var runs = new RunTable(directory, "runs");
            using var ticks = withRows ? new RunTable(directory, "ticks") : null;
            using var events = withEvents ? new RunTable(directory, "events") : null;
            var (status, design, end) = (runs.Column("status"), runs.Column("design_id"), EndColumns(runs, study));
            while (runs.RunId is { } runId)
            {
                var (row, scenario) = Math.DivRem(runs.Csv.Parse<int>(design) - 1, study.Scenarios.Count);
                var rows = Rows(ticks, runId, study.ModelMeasures.Count);
                var seen = Events(events, runId);
                take(row + 1, runs.Csv.GetString(status) == "done" ? Run(runs, scenario, end) with { Rows = rows, Events = seen } : null);
                runs.Next();
            }
        }
        catch (Exception exception) when (exception is FormatException or CsvFormatException || StorageException.IsRefusal(exception))
        {
            throw StorageException.BadDirectory($"Cannot read the tables in {directory}: {exception.Message}", exception);
        }
    }

    private static int[] EndColumns(RunTable runs, Study study) =>
        [.. study.ModelMeasures.Select(measure => runs.Column(StudyTables.EndPrefix + measure.Name))];

    private static SeenRun Run(RunTable runs, int scenario, int[] end) => new()
    {
        Scenario = scenario,
        Outcome = new Outcome(
            runs.Csv.GetString(runs.Column("outcome")), runs.Csv.Parse<int>(runs.Column("outcome_tick")), runs.Csv.GetString(runs.Column("censored")) == "TRUE"),
        LastTick = runs.Csv.Parse<int>(runs.Column("last_tick")),
        EndMeasures = [.. end.Select(runs.Value)],
    };

    private static List<(int Tick, double[] Values)> Rows(RunTable? ticks, int runId, int measures)
    {
        var rows = new List<(int, double[])>();
        for (; ticks?.RunId == runId; ticks.Next())
            rows.Add((ticks.Csv.Parse<int>(1), [.. Enumerable.Range(2, measures).Select(ticks.Value)]));
        return rows;
    }

    private static List<SeenEvent> Events(RunTable? events, int runId)
    {
        var seen = new List<SeenEvent>();
        for (; events?.RunId == runId; events.Next())
            seen.Add(new SeenEvent(Cell(events, "event"), Cell(events, "subject"), events.Csv.Parse<int>(1), Cell(events, "details")));
        return seen;
    }

    private static string Cell(RunTable table, string name) => table.Csv.GetString(table.Column(name));

    /// <summary>A table whose first column is run_id, one row at a time.</summary>
    private sealed class RunTable : IDisposable
    {
        private readonly FileStream stream;
        private readonly Dictionary<string, int> columns = new(StringComparer.Ordinal);

        public RunTable(string directory, string name)
        {
            stream = new FileStream(Path.Combine(directory, name + ".csv"), FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
            Csv = Storage.Csv.Reader(stream);
            Next();
            for (var i = 0; i < Csv.Headers.Count; i++)
                columns.Add(Csv.Headers[i], i);
        }

        public CsvReader Csv { get; }

        /// <summary>The run of the present row; null after the last.</summary>
        public int? RunId { get; private set; }

        public void Next() => RunId = Csv.Read() ? Csv.Parse<int>(0) : null;

        public int Column(string name) => columns.TryGetValue(name, out var column) ? column : throw new FormatException($"there is no column {name}");

        public double Value(int column) => Csv.GetString(column) switch
        {
            "" => double.NaN,
            "TRUE" => 1,
            "FALSE" => 0,
            _ => Csv.Parse<double>(column),
        };

        public void Dispose()
        {
            Csv.Dispose();
            stream.Dispose();
        }
    }
}
