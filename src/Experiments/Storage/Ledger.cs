using System.Diagnostics;
using Experiments.Config;
using Microsoft.Data.Sqlite;

namespace Experiments.Storage;

/// <summary>
/// Every run of a study that is over, with its rows: the truth about a result while it grows, and what its tables are
/// written from. Runs may come in any order and from any thread; they are committed in groups, about once a second, so
/// that a process that dies loses only the last of them.
/// </summary>
internal sealed class Ledger : IDisposable
{
    /// <summary>A study that takes less than this is stored as it is: packing would cost more time than it saves disk.</summary>
    private const long PlainBytes = 16 << 20;

    /// <summary>The first commit comes soon, so that little is lost early; later ones come once a second.</summary>
    private static readonly TimeSpan FirstInterval = TimeSpan.FromMilliseconds(200);

    private static readonly TimeSpan LongestInterval = TimeSpan.FromSeconds(1);

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

    /// <summary>Opens the ledger of a directory whose lock this process holds, or begins one.</summary>
    /// <param name="directory">The directory.</param>
    /// <param name="study">The study whose runs it holds.</param>
    /// <param name="acceptBuild">Whether runs that other code made may stand beside new ones.</param>
    /// <exception cref="StorageException">It is damaged, of another study or build, of a newer format, or cannot be written.</exception>
    public static Ledger Open(string directory, Study study, bool acceptBuild)
    {
        var path = Path.Combine(directory, LedgerFile.FileName);
        var ledger = new Ledger(study, LedgerFile.OpenToWrite(directory), path, isInTransaction: true);
        return ledger.Guard(() =>
        {
            ledger.RequireIdentity();
            ledger.ReadStatuses();
            ledger.RequireBuild(acceptBuild);
        });
    }

    /// <summary>Opens the ledger of a directory that nobody writes.</summary>
    /// <exception cref="StorageException">It is missing, damaged, of another study, or of a newer format.</exception>
    public static Ledger Read(string directory, Study study)
    {
        var path = Path.Combine(directory, LedgerFile.FileName);
        var ledger = new Ledger(study, LedgerFile.OpenToRead(directory), path, isInTransaction: false);
        return ledger.Guard(() =>
        {
            ledger.RequireIdentity();
            ledger.ReadStatuses();
        });
    }

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

    /// <summary>Forgets a run, as if it had never been made.</summary>
    /// <exception cref="StorageException">The file system gave way.</exception>
    public void Remove(int runId)
    {
        lock (gate)
        {
            Try(() =>
            {
                Begin();
                LedgerCommands.Delete(connection, runId);
            });
            isDirty = true;
            counts[statuses[runId] - 1]--;
            statuses[runId] = 0;
        }
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

    /// <summary>All records, in the order of run_id; nothing may be added meanwhile.</summary>
    /// <exception cref="StorageException">The ledger cannot be read.</exception>
    public IEnumerable<RunRecord> Records() => Rows(
        () => LedgerCommands.SelectRuns(connection), reader => LedgerCommands.ReadRecord(reader, study));

    /// <summary>One record, or null.</summary>
    /// <exception cref="StorageException">The ledger cannot be read.</exception>
    public RunRecord? Record(int runId) => Rows(
        () => LedgerCommands.SelectRun(connection, runId), reader => LedgerCommands.ReadRecord(reader, study)).FirstOrDefault();

    /// <summary>Runs whose rows are not those that were stored: a bad disk changed them.</summary>
    /// <exception cref="StorageException">The ledger cannot be read.</exception>
    public IEnumerable<int> DamagedRuns() => Records().Where(record => RunRows.DigestOf(study, record, PartsOf(record.RunId)) != record.Digest).Select(record => record.RunId);

    /// <summary>All keys, in the order of run_id.</summary>
    /// <exception cref="StorageException">The ledger cannot be read.</exception>
    public IEnumerable<(int RunId, byte[] Key)> Keys() => Rows(
        () => LedgerCommands.SelectKeys(connection), reader => (reader.GetInt32(0), reader.GetFieldValue<byte[]>(1)));

    /// <summary>The packed parts of a table, in the order of run_id and number; nothing may be added meanwhile.</summary>
    /// <exception cref="StorageException">The ledger cannot be read.</exception>
    public IEnumerable<(int RunId, byte[] Content)> Parts(string table) => Rows(
        () => LedgerCommands.SelectParts(connection, table), reader => (reader.GetInt32(0), reader.GetFieldValue<byte[]>(1)));

    /// <summary>The packed parts of one run, table by table.</summary>
    /// <exception cref="StorageException">The ledger cannot be read.</exception>
    public IEnumerable<(string Table, int Number, byte[] Content)> PartsOf(int runId) => Rows(
        () => LedgerCommands.SelectPartsOf(connection, runId), reader => (reader.GetString(0), reader.GetInt32(1), reader.GetFieldValue<byte[]>(2)));

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

    private IEnumerable<T> Rows<T>(Func<SqliteCommand> select, Func<SqliteDataReader, T> read)
    {
        using var command = select();
        using var reader = Try(command.ExecuteReader);
        while (Try(reader.Read))
            yield return Try(() => read(reader));
    }

    private void RequireIdentity()
    {
        var identity = Manifest.IdentityOf(study);
        var found = LedgerCommands.Meta(connection, LedgerCommands.Identity);
        if (found is null && isInTransaction)
            LedgerCommands.SetMeta(connection, LedgerCommands.Identity, identity);
        else if (found != identity)
            throw StorageException.BadDirectory($"{path} holds the runs of another study than the config beside it: move it away, then {LedgerFile.Again(Path.GetDirectoryName(path)!, isToBeRemoved: false)}.");
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
        foreach (var (runId, status) in LedgerCommands.Statuses(connection))
            Note(runId, status);
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

    private void Try(Action use) => Try(() =>
    {
        use();
        return 0;
    });

    private T Try<T>(Func<T> use)
    {
        try
        {
            return use();
        }
        catch (SqliteException exception)
        {
            throw LedgerFile.Explain(exception, path);
        }
        catch (Exception exception) when (exception is FormatException or InvalidCastException or OverflowException)
        {
            throw StorageException.LostLedger($"{path} holds what no ledger holds ({exception.Message.TrimEnd('.')})", LedgerFile.Again(Path.GetDirectoryName(path)!, isToBeRemoved: true), exception);
        }
    }
}
