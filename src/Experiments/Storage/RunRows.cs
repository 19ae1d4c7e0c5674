using System.Security.Cryptography;
using Agents;
using Agents.Data;
using CsvHelper;
using Experiments.Config;

namespace Experiments.Storage;

/// <summary>
/// The rows of one run, formatted and packed by the thread that carries it out, until the ledger takes them. Used again
/// for run after run.
/// </summary>
internal sealed partial class RunRows : ISink, IDisposable
{
    private readonly Study study;
    private readonly Section ticks;
    private readonly Section events;
    private readonly Section? agents;
    private readonly Section? spells;
    private readonly int[] agentColumns;
    private readonly double[] agentRow;
    private int runId;

    public RunRows(Study study, StudyTables tables, Func<string> spillPath, Func<bool> compresses)
    {
        this.study = study;
        ticks = new Section(tables.Ticks, spillPath(), compresses);
        events = new Section(tables.Events, spillPath(), compresses);
        agents = tables.Agents is null ? null : new Section(tables.Agents, spillPath(), compresses);
        spells = tables.Spells is null ? null : new Section(tables.Spells, spillPath(), compresses);
        (agentColumns, agentRow) = AgentColumns(study.AgentMeasures);
    }

    /// <summary>Starts the rows of a run.</summary>
    public void Begin(int run)
    {
        foreach (var section in Sections())
            section.Restart();
        runId = run;
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
    /// <exception cref="ModelFaultException">An event is not one that the model's definition declares.</exception>
    public void Add(EventLog log)
    {
        foreach (var item in log.All)
        {
            if (!study.Model.Events.Any(kind => kind.Name == item.Name))
                throw new ModelFaultException(study.Model.Name, "recorded the event", item.Name, study.Model.Events.Select(kind => kind.Name));
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

    /// <summary>Adds the spells of the run, where its model keeps any.</summary>
    /// <exception cref="InvalidOperationException">A value is one that no table can hold.</exception>
    public void AddSpells(Model model)
    {
        if (study.Model.Spells is not { } table)
            return;
        var csv = spells!.Csv;
        foreach (var (place, spell) in table.Read(model).Index())
        {
            csv.WriteField(runId, default);
            csv.WriteField(place + 1, default);
            foreach (var column in table.Columns)
            {
                if (column.Type is { } type)
                    Csv.WriteValue(csv, column.Name, type, column.ReadNumber!(spell));
                else
                    csv.WriteField(column.ReadWord!(spell));
            }
            csv.EndRecord();
        }
    }

    /// <summary>Ends a run after its last rows: nothing stays of one that is not done but its record.</summary>
    /// <returns>The record with the digest of all its rows.</returns>
    /// <exception cref="InvalidOperationException">An end measure is one that no table can hold.</exception>
    public RunRecord End(RunRecord record)
    {
        foreach (var section in record.IsDone ? [] : Sections())
            section.Clear();
        return record with { Digest = Digest(study, record, Sections().Select(section => section.Finish())) };
    }

    private static string Digest(Study study, RunRecord record, IEnumerable<byte[]> hashes)
    {
        using var row = new MemoryStream();
        using (var csv = Csv.Writer(row))
            RunRow.Write(csv, study, record);
        return Convert.ToHexStringLower([.. SHA256.HashData(row.GetBuffer().AsSpan(0, (int)row.Length)), .. hashes.SelectMany(hash => hash)]);
    }

    /// <summary>The parts of all tables, once the run has ended.</summary>
    public IEnumerable<(string Table, int Number, byte[] Content)> Parts() =>
        from section in Sections()
        from part in section.Parts().Select((content, number) => (number, content))
        select (section.Table.Name, part.number, part.content);

    public void Dispose()
    {
        foreach (var section in Sections())
            section.Dispose();
    }

    private IEnumerable<Section> Sections()
    {
        yield return ticks;
        yield return events;
        if (agents is not null)
            yield return agents;
        if (spells is not null)
            yield return spells;
    }

    private static (int[] Columns, double[] Row) AgentColumns(IReadOnlyList<AgentReporter> measures)
    {
        var names = measures.Select(measure => measure.Name).Distinct().ToList();
        return ([.. measures.Select(measure => names.IndexOf(measure.Name))], new double[names.Count]);
    }

    /// <summary>What the run adds to one table.</summary>
    private sealed class Section(Table table, string spillPath, Func<bool> compresses) : IDisposable
    {
        private readonly PartStream stream = new(spillPath, compresses);
        private CsvWriter? csv;

        public Table Table => table;

        public CsvWriter Csv => csv ??= Storage.Csv.Writer(stream);

        public byte[] Finish()
        {
            csv?.Flush();
            return stream.Finish();
        }

        public IEnumerable<byte[]> Parts() => stream.Parts();

        /// <summary>What it holds before it is finished.</summary>
        public PartStream SoFar()
        {
            csv?.Flush();
            return stream;
        }

        /// <summary>Starts again, once the run before has ended.</summary>
        public void Restart() => stream.Clear();

        /// <summary>Forgets everything; the writer too, which may hold half a record.</summary>
        public void Clear()
        {
            csv?.Dispose();
            csv = null;
            stream.Clear();
        }

        public void Dispose() => stream.Dispose();
    }
}
