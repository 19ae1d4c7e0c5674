using System.Diagnostics;
using System.Globalization;
using Experiments.Config;
using Microsoft.Data.Sqlite;

namespace Experiments.Storage;

/// <summary>
/// Every run of a study that is over, with its rows: the truth about a result while it grows, and what its tables are
/// written from. Runs may come in any order and from any thread; they are committed in groups, about once a second, so
/// that a process that dies loses only the last of them.
/// </summary>
internal sealed partial class Ledger : IDisposable
{
    /// <summary>A study that takes less than this is stored as it is: packing would cost more time than it saves disk.</summary>
    private const long PlainBytes = 16 << 20;

    /// <summary>The first commit comes soon, so that little is lost early; later ones come once a second.</summary>
    private static readonly TimeSpan FirstInterval = TimeSpan.FromMilliseconds(200);

    private static readonly TimeSpan LongestInterval = TimeSpan.FromSeconds(1);

    /// <summary>Replications that a study can have: no run_id is beyond them.</summary>
    private const long MostReplications = 1_000_000;

    private readonly Study study;
    private readonly SqliteConnection connection;
    private readonly string path;
    private readonly Lock gate = new();
    private readonly Stopwatch sinceCommit = Stopwatch.StartNew();
    private readonly int[] counts = new int[Enum.GetValues<RunStatus>().Length];
    private LedgerCommands? commands;
    private TimeSpan interval = FirstInterval;
    private byte[] statuses = new byte[256];
    private bool isInTransaction;
    private bool isDirty;
    private long bytes;

    private Ledger(Study study, SqliteConnection connection, string path, bool isInTransaction) =>
        (this.study, this.connection, this.path, this.isInTransaction) = (study, connection, path, isInTransaction);

    /// <summary>True once rows are worth packing.</summary>
    public bool Packs => Interlocked.Read(ref bytes) >= PlainBytes;

    /// <summary>Greatest run_id that is over; 0 for none.</summary>
    public int LastRunId { get; private set; }

    /// <summary>True where one build made all runs, and it is this one; false where another did; null where several did, or it is not known.</summary>
    public bool? IsOfThisBuild => LedgerCommands.Meta(connection, LedgerCommands.SeveralBuilds) is null && LedgerCommands.Meta(connection, LedgerCommands.Build) is { } build
        ? build == Build.Of(study)
        : null;

    /// <summary>
    /// Opens the ledger of a directory whose lock this process holds, or begins one. What a bad disk changed is forgotten, so that it
    /// is made again; where its pages do not fit together any more, a new ledger takes over what is whole.
    /// </summary>
    /// <param name="directory">The directory.</param>
    /// <param name="study">The study whose runs it holds.</param>
    /// <param name="acceptBuild">Whether runs that other code made may stand beside new ones.</param>
    /// <param name="note">Told what is made again; null where nobody is.</param>
    /// <exception cref="StorageException">Nothing in it can be read, or it is of another study, build or format, or cannot be written.</exception>
    public static Ledger Open(string directory, Study study, bool acceptBuild, Action<string>? note = null)
    {
        try
        {
            return OpenSound(directory, study, acceptBuild, note);
        }
        catch (StorageException exception) when (exception.IsLedgerBroken)
        {
            LedgerSalvage.Mend(directory, study, exception, note);
            return OpenSound(directory, study, acceptBuild, note);
        }
    }

    /// <summary>Opens the ledger of a directory that nobody writes.</summary>
    /// <exception cref="StorageException">It is missing, damaged, of another study, or of another format.</exception>
    public static Ledger Read(string directory, Study study)
    {
        var path = Path.Combine(directory, LedgerFile.FileName);
        var ledger = new Ledger(study, LedgerFile.OpenToRead(directory), path, isInTransaction: false);
        return ledger.Guard(() =>
        {
            ledger.RequireIdentity(isNew: false);
            ledger.ReadStatuses();
        });
    }

    /// <summary>Opens a ledger that is broken, to see what can be read of it; null where nothing can.</summary>
    public static Ledger? ReadBroken(string directory, Study study)
    {
        try
        {
            return new Ledger(study, LedgerFile.OpenBroken(directory), Path.Combine(directory, LedgerFile.FileName), isInTransaction: false);
        }
        catch (StorageException)
        {
            return null;
        }
    }

    /// <summary>Begins a ledger under any name.</summary>
    /// <exception cref="StorageException">The file system gave way.</exception>
    public static Ledger Begin(string path, Study study) => new(study, LedgerFile.Begin(path), path, isInTransaction: true);

    /// <summary>Counts the runs of a ledger that nobody writes, whatever their study.</summary>
    /// <exception cref="StorageException">It is missing, damaged, or of a newer format.</exception>
    public static IReadOnlyDictionary<RunStatus, int> Count(string directory)
    {
        using var connection = LedgerFile.OpenToRead(directory, mayBeEmpty: true);
        try
        {
            var counts = LedgerFile.IsEmpty(connection) ? [] : LedgerCommands.Statuses(connection).CountBy(run => run.Status).ToDictionary();
            return Enum.GetValues<RunStatus>().ToDictionary(status => status, status => counts.GetValueOrDefault(status));
        }
        catch (SqliteException exception)
        {
            throw LedgerFile.Explain(exception, Path.Combine(directory, LedgerFile.FileName));
        }
    }

    /// <summary>Runs with a status.</summary>
    public int Count(RunStatus status) => Volatile.Read(ref counts[(int)status]);

    /// <summary>What became of a run; null for one that is not over.</summary>
    public RunStatus? StatusOf(int runId)
    {
        lock (gate)
            return runId < statuses.Length && statuses[runId] > 0 ? (RunStatus)(statuses[runId] - 1) : null;
    }

    /// <summary>Takes a run that is over, in place of one that was not done.</summary>
    /// <exception cref="StorageException">The file system gave way.</exception>
    public void Add(RunRecord record, byte[] key, IEnumerable<(string Table, int Number, byte[] Content)> parts)
    {
        lock (gate)
        {
            Try(() =>
            {
                Begin();
                commands ??= new LedgerCommands(connection);
                commands.Insert(record, key);
                ForgetCheckpoint(record.RunId);
                foreach (var (table, number, content) in parts)
                {
                    commands.Insert(table, record.RunId, number, content);
                    Interlocked.Add(ref bytes, content.Length);
                }
            });
            isDirty = true;
            Note(record.RunId, record.Status);
        }
    }

    /// <summary>Takes a run over from another ledger of the study, if it is whole.</summary>
    /// <returns>False where it is not: then nothing of it is kept.</returns>
    /// <exception cref="StorageException">The file system gave way.</exception>
    public bool TryAdd(LedgerRun run)
    {
        lock (gate)
        {
            if (run.Record is not { } record)
                return false;
            Add(record, run.Key, []);
            if (TryAddRows(run, record.RunId))
                return true;
            Remove(record.RunId);
            return false;
        }
    }

    /// <summary>Forgets a run, as if it had never been made.</summary>
    /// <exception cref="StorageException">The file system gave way.</exception>
    public void Remove(long runId)
    {
        lock (gate)
        {
            Try(() =>
            {
                Begin();
                LedgerCommands.Delete(connection, runId);
                if (runId is > 0 and <= int.MaxValue)
                    ForgetCheckpoint((int)runId);
            });
            isDirty = true;
            if (runId < 0 || runId >= statuses.Length || statuses[runId] == 0)
                return;
            counts[statuses[runId] - 1]--;
            statuses[runId] = 0;
        }
    }

    /// <summary>Forgets all runs that are not what was written, so that they are made again.</summary>
    /// <param name="note">Told how many; null where nobody is.</param>
    /// <exception cref="StorageException">The pages of the file do not fit together, or the file system gave way.</exception>
    public void ForgetDamagedRuns(Action<string>? note)
    {
        var damaged = DamagedRuns().Distinct().ToList();
        if (damaged.Count == 0)
            return;
        if (Fault() is { } fault)
            throw LedgerFile.Broken(path, fault);
        damaged.ForEach(Remove);
        note?.Invoke(string.Create(CultureInfo.InvariantCulture, $"the stored rows of {damaged.Count} runs, the first of them run {damaged[0]}, are not what was written: those runs are made again."));
    }

    /// <summary>Commits what was added, where the last commit is long enough ago.</summary>
    /// <returns>True when nothing that was added waits for a commit.</returns>
    /// <exception cref="StorageException">The file system gave way.</exception>
    public bool CommitIfDue()
    {
        lock (gate)
        {
            if (isDirty && sinceCommit.Elapsed < interval)
                return false;
        }
        Commit();
        return true;
    }

    /// <summary>Brings everything that was added to the disk.</summary>
    /// <exception cref="StorageException">The file system gave way.</exception>
    public void Commit()
    {
        lock (gate)
        {
            if (isInTransaction)
                Try(() => LedgerFile.Execute(connection, "COMMIT"));
            if (isDirty)
                interval = TimeSpan.FromTicks(Math.Min(2 * interval.Ticks, LongestInterval.Ticks));
            (isInTransaction, isDirty) = (false, false);
            sinceCommit.Restart();
        }
    }

    /// <summary>What SQLite finds wrong with the file as a whole, or null.</summary>
    /// <exception cref="StorageException">The ledger cannot be read.</exception>
    public string? Fault() => Try(() => LedgerCommands.Fault(connection));

    /// <summary>The greatest run_id, as far as it can be told; 0 for none.</summary>
    /// <exception cref="StorageException">The ledger cannot be read.</exception>
    public long Greatest() => Try(() => LedgerCommands.LastOf(connection));

    /// <summary>All keys, in the order of run_id, of a ledger whose runs have been checked.</summary>
    /// <exception cref="StorageException">The ledger cannot be read.</exception>
    public IEnumerable<(int RunId, byte[] Key)> Keys() => Rows(
        () => LedgerCommands.SelectKeys(connection), reader => (reader.GetInt32(0), reader.GetFieldValue<byte[]>(1)));

    /// <summary>A word that the ledger keeps about itself, or null.</summary>
    /// <exception cref="StorageException">The ledger cannot be read.</exception>
    public string? Word(string name) => Try(() => LedgerCommands.Meta(connection, name));

    /// <summary>Keeps a word about the ledger.</summary>
    /// <exception cref="StorageException">The file system gave way.</exception>
    public void Keep(string name, string value) => Try(() => LedgerCommands.SetMeta(connection, name, value));

    public void Dispose()
    {
        commands?.Dispose();
        try
        {
            connection.Dispose();
        }
        catch (SqliteException)
        {
            // What could not be written was told by the commit; the journal puts the file right at the next opening.
        }
    }

    private static Ledger OpenSound(string directory, Study study, bool acceptBuild, Action<string>? note)
    {
        var path = Path.Combine(directory, LedgerFile.FileName);
        var isNew = !LedgerFile.IsThere(directory);
        var ledger = new Ledger(study, LedgerFile.OpenToWrite(directory), path, isInTransaction: true);
        return ledger.Guard(() =>
        {
            ledger.RequireIdentity(isNew);
            if (!isNew && ledger.Fault() is { } fault)
                throw LedgerFile.Broken(path, fault);
            ledger.ReadStatuses();
            ledger.RequireBuild(acceptBuild);
            ledger.ForgetDamagedRuns(note);
            if (!isNew && Manifest.Read(directory)?.MadeBy is not { IsThis: true })
                ledger.ForgetFormulas(note);
        });
    }

    private bool TryAddRows(LedgerRun run, int runId)
    {
        try
        {
            var tables = StudyTables.NamesOf(study);
            return Enumerable.Range(0, tables.Count).All(place =>
            {
                var number = 0;
                return run.TryRead(tables[place], place, null, content =>
                {
                    Try(() => commands!.Insert(tables[place], runId, number++, content));
                    Interlocked.Add(ref bytes, content.Length);
                });
            });
        }
        catch (StorageException exception) when (exception.IsLedgerLost)
        {
            return false;
        }
    }

    private void RequireIdentity(bool isNew)
    {
        var identity = Manifest.IdentityOf(study);
        var found = LedgerCommands.Meta(connection, LedgerCommands.Identity);
        if (found is null && isNew)
            LedgerCommands.SetMeta(connection, LedgerCommands.Identity, identity);
        else if (found is null)
            throw LedgerFile.Broken(path, "it does not say whose runs it holds");
        else if (found != identity)
            throw LedgerFile.OfAnotherStudy(path);
    }

    private void RequireBuild(bool acceptBuild)
    {
        var build = Build.Of(study);
        var found = LedgerCommands.Meta(connection, LedgerCommands.Build);
        var isOther = found is not null && found != build && LastRunId > 0;
        if (isOther && !acceptBuild)
        {
            throw StorageException.BadDirectory(
                $"{path} was made by another build (abm {found!.Split(' ')[0]}; this is {Build.Version}, or the same version built from other code): use that one, or say --accept-build to let runs of both stand side by side. Results version {study.Model.ResultsVersion} of the model {study.Model.Name} is the same in both.");
        }
        if (isOther)
            LedgerCommands.SetMeta(connection, LedgerCommands.SeveralBuilds, "yes");
        if (found != build)
            LedgerCommands.SetMeta(connection, LedgerCommands.Build, build);
    }

    private void ReadStatuses()
    {
        var most = Math.Min(MostReplications * study.DesignPoints.Count, int.MaxValue - 1);
        foreach (var (runId, status) in LedgerCommands.Statuses(connection).Where(run => run.RunId > 0 && run.RunId <= most))
            Note((int)runId, status);
        ReadCheckpoints();
        bytes = new FileInfo(path) is { Exists: true } file ? file.Length : 0;
    }

    private void Note(int runId, RunStatus status)
    {
        if (runId >= statuses.Length)
            Array.Resize(ref statuses, Math.Max(runId + 1, (int)Math.Min(2L * statuses.Length, Array.MaxLength)));
        if (statuses[runId] > 0)
            counts[statuses[runId] - 1]--;
        statuses[runId] = (byte)((int)status + 1);
        counts[(int)status]++;
        LastRunId = Math.Max(LastRunId, runId);
    }

    private void Begin()
    {
        if (!isInTransaction)
            LedgerFile.Execute(connection, "BEGIN IMMEDIATE");
        isInTransaction = true;
    }

    private Ledger Guard(Action use)
    {
        try
        {
            Try(use);
            return this;
        }
        catch (StorageException)
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Does something with the file, and explains what SQLite says against it.</summary>
    /// <exception cref="StorageException">It said something.</exception>
    internal void Try(Action use) => Try(() =>
    {
        use();
        return 0;
    });

    /// <inheritdoc cref="Try(Action)"/>
    internal T Try<T>(Func<T> use)
    {
        try
        {
            return use();
        }
        catch (SqliteException exception)
        {
            throw LedgerFile.Explain(exception, path);
        }
        catch (Exception exception) when (exception is FormatException or InvalidCastException or OverflowException or InvalidOperationException)
        {
            throw LedgerFile.Broken(path, exception.Message.TrimEnd('.'), exception);
        }
    }
}
