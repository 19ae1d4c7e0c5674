using System.Globalization;
using Agents;
using Agents.Data;
using CsvHelper;
using Experiments.Config;
using Experiments.Runs;

namespace Experiments.Storage;

/// <summary>
/// The rows of one run, formatted by the thread that carries it out, until the tables take them in the order of
/// run_id. Used again for run after run.
/// </summary>
internal sealed class RunTables : ISink, IDisposable
{
    private readonly Study study;
    private readonly Section runs;
    private readonly Section ticks;
    private readonly Section events;
    private readonly Section? agents;
    private readonly Section timings;
    private readonly int[] agentColumns;
    private readonly double[] agentRow;
    private int runId;

    public RunTables(Study study, StudyTables tables, Func<string> spillPath)
    {
        this.study = study;
        runs = new Section(tables.Runs, spillPath());
        ticks = new Section(tables.Ticks, spillPath());
        events = new Section(tables.Events, spillPath());
        agents = tables.Agents is null ? null : new Section(tables.Agents, spillPath());
        timings = new Section(tables.Timings, spillPath());
        (agentColumns, agentRow) = AgentColumns(study.AgentMeasures);
    }

    /// <summary>The run whose rows these are, once it is over.</summary>
    public RunRecord? Record { get; private set; }

    /// <summary>Starts the rows of a run.</summary>
    public void Begin(int run)
    {
        runId = run;
        Record = null;
    }

    public void ModelRow(int tick, ReadOnlySpan<double> values)
    {
        ticks.Csv.WriteField(runId, default);
        ticks.Csv.WriteField(tick, default);
        for (var i = 0; i < values.Length; i++)
            Csv.WriteValue(ticks.Csv, study.ModelMeasures[i].Name, study.ModelMeasures[i].Type, values[i]);
        ticks.Csv.EndRecord();
    }

    public void AgentRow(int tick, string population, uint agent, ReadOnlySpan<double> values)
    {
        var csv = agents!.Csv;
        csv.WriteField(runId, default);
        csv.WriteField(tick, default);
        csv.WriteField(population);
        csv.WriteField(agent, default);
        // Reporters of several populations may share a column; at most one of them has a value for this agent.
        agentRow.AsSpan().Fill(double.NaN);
        for (var i = 0; i < values.Length; i++)
        {
            if (!double.IsNaN(values[i]))
                agentRow[agentColumns[i]] = values[i];
        }
        for (var column = 0; column < agentRow.Length; column++)
        {
            var measure = study.AgentMeasures[Array.IndexOf(agentColumns, column)];
            Csv.WriteValue(csv, measure.Name, measure.Type, agentRow[column]);
        }
        csv.EndRecord();
    }

    /// <summary>Adds the events of the run.</summary>
    /// <exception cref="InvalidOperationException">An event is not one that the model's definition declares.</exception>
    public void Add(EventLog log)
    {
        foreach (var item in log.All)
        {
            if (!study.Model.Events.Any(kind => kind.Name == item.Name))
                throw new InvalidOperationException($"The model recorded the event '{item.Name}', which its definition does not declare.");
            events.Csv.WriteField(runId, default);
            events.Csv.WriteField(item.Tick, default);
            events.Csv.WriteField(item.Sequence, default);
            events.Csv.WriteField(item.Name);
            events.Csv.WriteField(item.Subject);
            Csv.WriteValue(events.Csv, item.Name, DataType.Number, item.Value);
            events.Csv.WriteField(item.Details);
            events.Csv.EndRecord();
        }
    }

    /// <summary>Ends a run that is done, after its last rows.</summary>
    public void End(RunRecord record)
    {
        Begin(runs.Csv, record, "done");
        runs.Csv.WriteField(record.Outcome.Code);
        runs.Csv.WriteField(record.Outcome.Tick, default);
        runs.Csv.WriteField(record.Outcome.Censored);
        runs.Csv.WriteField(record.Outcome.Cause);
        runs.Csv.WriteField(record.LastTick, default);
        for (var i = 0; i < record.EndMeasures.Count; i++)
            Csv.WriteValue(runs.Csv, study.ModelMeasures[i].Name, study.ModelMeasures[i].Type, record.EndMeasures[i]);
        runs.Csv.EndRecord();
        Record = record;
    }

    /// <summary>Ends a run that failed: nothing stays of it but its row in the table of runs.</summary>
    public void Fail(RunRecord record)
    {
        Clear();
        Begin(runs.Csv, record, "failed");
        for (var i = 0; i < 5 + study.ModelMeasures.Count; i++)
            runs.Csv.WriteField("");
        runs.Csv.EndRecord();
        Record = record;
    }

    /// <summary>Adds the run's row of timings.</summary>
    public void Time(RunRecord record, int thread, int blockThreads)
    {
        timings.Csv.WriteField(record.RunId, default);
        timings.Csv.WriteField(record.Started.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        timings.Csv.WriteField(Math.Round(record.Duration.TotalSeconds, 6), default);
        timings.Csv.WriteField(thread, default);
        timings.Csv.WriteField(blockThreads, default);
        timings.Csv.WriteField(record.Error ?? "");
        timings.Csv.EndRecord();
    }

    /// <summary>Hands all rows to the tables, and starts again from nothing.</summary>
    public void MoveTo(Func<Table, TableFile> file)
    {
        foreach (var section in Sections())
            section.MoveTo(file(section.Table));
    }

    /// <summary>Forgets the rows of a run that is given up.</summary>
    public void Clear()
    {
        foreach (var section in Sections())
            section.Clear();
    }

    public void Dispose()
    {
        foreach (var section in Sections())
            section.Dispose();
    }

    private void Begin(CsvWriter csv, RunRecord record, string status)
    {
        csv.WriteField(record.RunId, default);
        csv.WriteField(record.Point.Id, default);
        csv.WriteField(record.Point.Scenario);
        csv.WriteField(record.Replication, default);
        csv.WriteField(study.Seed, default);
        csv.WriteField(status);
    }

    private IEnumerable<Section> Sections()
    {
        yield return runs;
        yield return ticks;
        yield return events;
        if (agents is not null)
            yield return agents;
        yield return timings;
    }

    private static (int[] Columns, double[] Row) AgentColumns(IReadOnlyList<AgentReporter> measures)
    {
        var names = measures.Select(measure => measure.Name).Distinct().ToList();
        return ([.. measures.Select(measure => names.IndexOf(measure.Name))], new double[names.Count]);
    }

    /// <summary>The part of one table.</summary>
    private sealed class Section(Table table, string spillPath) : IDisposable
    {
        private readonly SpillStream stream = new(spillPath);
        private CsvWriter? csv;

        public Table Table => table;

        public CsvWriter Csv => csv ??= Storage.Csv.Writer(stream);

        public void MoveTo(TableFile file)
        {
            csv?.Flush();
            stream.MoveTo(file);
        }

        /// <summary>Drops the writer too: it may hold half a record.</summary>
        public void Clear()
        {
            csv?.Dispose();
            csv = null;
            stream.Clear();
        }

        public void Dispose()
        {
            stream.Dispose();
        }
    }
}
