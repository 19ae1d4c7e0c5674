using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Experiments.Storage;

/// <summary>How runs are read: every record under its seal, every row against the hash of its table, in one pass.</summary>
internal sealed partial class Ledger
{
    private readonly LedgerSeal seal = new();

    /// <summary>All records, in the order of run_id, checked; nothing may be added meanwhile.</summary>
    /// <exception cref="StorageException">The ledger cannot be read, or a run is not what was written.</exception>
    public IEnumerable<RunRecord> Records() => Runs().Select(run => run.Record!);

    /// <summary>All runs whose records are what was written, in the order of run_id, with their rows of all tables that are asked for; nothing may be added meanwhile.</summary>
    /// <param name="tables">Names of tables.</param>
    /// <exception cref="StorageException">The ledger cannot be read, or a run is not what was written or is missing.</exception>
    public IEnumerable<LedgerRun> Runs(params IReadOnlyCollection<string> tables)
    {
        var last = 0;
        foreach (var run in Walk(tables))
        {
            if (run.Record is not { } record || FirstKnown(last + 1, record.RunId) is not null)
                throw Damage();
            last = record.RunId;
            yield return run;
        }
        if (FirstKnown(last + 1, LastRunId + 1) is not null)
            throw Damage();
    }

    /// <summary>All runs, in the order of run_id, whole or not, with their rows of all tables that are asked for.</summary>
    /// <param name="tables">Names of tables.</param>
    /// <exception cref="StorageException">The ledger cannot be read.</exception>
    public IEnumerable<LedgerRun> Walk(IReadOnlyCollection<string> tables)
    {
        var parts = new Dictionary<string, LedgerParts>();
        try
        {
            foreach (var table in tables)
                parts.Add(table, new LedgerParts(this, LedgerCommands.SelectParts(connection, table)));
            var last = 0L;
            foreach (var run in Rows(() => LedgerCommands.SelectRuns(connection), reader => RunOf(reader, last, table => parts[table])))
            {
                last = run.Record?.RunId ?? last;
                yield return run;
            }
        }
        finally
        {
            foreach (var one in parts.Values)
                one.Dispose();
        }
    }

    /// <summary>One record, or null.</summary>
    /// <exception cref="StorageException">The ledger cannot be read, or the record is not what was written.</exception>
    public RunRecord? Record(int runId) => Find(runId, run => run is null || run.Record is not null ? run?.Record : throw Damage());

    /// <summary>One record whose rows are whole too, or null.</summary>
    /// <exception cref="StorageException">The ledger cannot be read, or the run is not what was written.</exception>
    public RunRecord? WholeRecord(int runId) => Find(runId, run => run is null || run.IsWhole(StudyTables.NamesOf(study)) ? run?.Record : throw Damage());

    /// <summary>Looks one run up, without a walk through all of them.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="use">Takes the run, or null where there is none, and reads of it what it wants.</param>
    /// <exception cref="StorageException">The ledger cannot be read.</exception>
    public T Find<T>(int runId, Func<LedgerRun?, T> use)
    {
        var parts = new List<LedgerParts>();
        try
        {
            return use(Rows(() => LedgerCommands.SelectRun(connection, runId), reader => RunOf(reader, 0, PartsOf)).FirstOrDefault());
        }
        finally
        {
            parts.ForEach(one => one.Dispose());
        }

        LedgerParts PartsOf(string table)
        {
            parts.Add(new LedgerParts(this, LedgerCommands.SelectPartsOf(connection, table, runId)));
            return parts[^1];
        }
    }

    /// <summary>Runs whose records or rows are not those that were stored, and those that are gone: a bad disk changed them.</summary>
    /// <exception cref="StorageException">The ledger cannot be read.</exception>
    public IEnumerable<long> DamagedRuns()
    {
        var tables = StudyTables.NamesOf(study);
        var last = 0;
        foreach (var run in Walk(tables))
        {
            for (; run.Record is { } record && FirstKnown(last + 1, record.RunId) is { } gone; last = gone)
                yield return gone;
            if (!run.IsWhole(tables))
                yield return run.RunId;
            if (run.Record is not null || (run.RunId > last && run.RunId <= LastRunId))
                last = (int)run.RunId;
        }
        for (; FirstKnown(last + 1, LastRunId + 1) is { } gone; last = gone)
            yield return gone;
    }

    /// <summary>
    /// Forgets runs of somebody else's whose text a spreadsheet would carry out, so that they are made again: no table of this
    /// user's is to hold it. Numbers may begin with a minus, and stay.
    /// </summary>
    private void ForgetFormulas(Action<string>? note)
    {
        var tables = StudyTables.NamesOf(study);
        var found = Walk(tables).Where(run => run.HasFormula(tables)).Select(run => run.RunId).ToList();
        found.ForEach(Remove);
        if (found.Count > 0)
            note?.Invoke(string.Create(CultureInfo.InvariantCulture, $"somebody else stored text with {found.Count} runs, the first of them run {found[0]}, that a spreadsheet would take for a formula: those runs are made again."));
    }

    /// <summary>Says how many runs are not what was written, and how many still are.</summary>
    public StorageException Damage()
    {
        var directory = Path.GetDirectoryName(path)!;
        var damaged = DamagedRuns().Distinct().ToList();
        var all = Walk([]).Count();
        return damaged.Count == 0
            ? StorageException.DamagedRuns($"{path} did not give the same rows when it was read twice", $"abm verify {directory} says what is whole.")
            : StorageException.DamagedRuns(string.Create(CultureInfo.InvariantCulture,
                $"{damaged.Count} runs in {path}, the first of them run {damaged[0]}, are not what was written; the other {Math.Max(0, all - damaged.Count)} are whole"), $"abm resume {directory} makes those runs again.");
    }

    /// <summary>Says how many runs are missing that were over.</summary>
    public StorageException Lack(int count) => StorageException.DamagedRuns(
        string.Create(CultureInfo.InvariantCulture, $"{count} runs that were over are missing in {path}"), $"abm resume {Path.GetDirectoryName(path)} makes them again.");

    private IEnumerable<T> Rows<T>(Func<SqliteCommand> select, Func<SqliteDataReader, T> read)
    {
        using var command = select();
        using var reader = Try(command.ExecuteReader);
        while (Try(reader.Read))
            yield return Try(() => read(reader));
    }

    /// <summary>Whatever a row says that no ledger holds: the run is damaged, and that is all that follows from it.</summary>
    private LedgerRun RunOf(SqliteDataReader reader, long last, Func<string, LedgerParts> parts)
    {
        var runId = reader.GetInt64(0);
        try
        {
            var (record, key) = LedgerCommands.ReadRun(reader, study, seal);
            return new LedgerRun(runId, runId > last ? record : null, key, parts);
        }
        catch (Exception exception) when (exception is not SqliteException)
        {
            return new LedgerRun(runId, null, [], parts);
        }
    }

    /// <summary>The first run from one on, and before another, that is known to be over.</summary>
    private int? FirstKnown(int from, int before)
    {
        for (var runId = from; runId < Math.Min(before, statuses.Length); runId++)
        {
            if (statuses[runId] > 0)
                return runId;
        }
        return null;
    }
}
