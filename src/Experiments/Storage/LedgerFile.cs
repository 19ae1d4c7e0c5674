using System.Buffers.Binary;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Experiments.Storage;

/// <summary>
/// Opens the file of a ledger and says in words what is wrong with it. SQLite's own locks are switched off: they rest on
/// fcntl, which shared file systems keep badly; <see cref="DirectoryLock"/> decides who writes.
/// </summary>
internal static class LedgerFile
{
    public const string FileName = "ledger.db";

    /// <summary>Where SQLite keeps what a commit replaces, until the commit is safe.</summary>
    public const string JournalName = FileName + "-journal";

    /// <summary>Raised when the tables of the file, or what their columns hold, change.</summary>
    internal const int Format = 2;

    /// <summary>Marks a file of SQLite as one of ours.</summary>
    internal const int Application = 0x61626D31;

    /// <summary>Where a journal says how many pages it holds.</summary>
    private const int CountAt = 8;

    /// <summary>Bytes of the smallest page that SQLite knows.</summary>
    private const int LeastPage = 512;

    /// <summary>What SQLite says where there is no room.</summary>
    public const int FullCode = 13;

    private const int IoCode = 10;

    private const int CorruptCode = 11;

    private const int NoDatabaseCode = 26;

    /// <summary>A file that somebody made or a disk changed runs nothing by being opened.</summary>
    private const string WaryPragmas = "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;";

    /// <summary>One writer, whose commits are on the disk when they return.</summary>
    private const string WriterPragmas = WaryPragmas +
        "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL; PRAGMA cache_size = -16000; PRAGMA temp_store = MEMORY;";

    internal static readonly string Schema = string.Create(CultureInfo.InvariantCulture, $"""
        PRAGMA application_id = {Application};
        PRAGMA user_version = {Format};
        CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE runs (
            run_id INTEGER PRIMARY KEY, run_key BLOB NOT NULL, design_id INTEGER NOT NULL, replication INTEGER NOT NULL,
            status TEXT NOT NULL, outcome TEXT NOT NULL, outcome_tick INTEGER NOT NULL, censored INTEGER NOT NULL, cause TEXT NOT NULL,
            last_tick INTEGER NOT NULL, end_measures BLOB NOT NULL, message TEXT NOT NULL, started TEXT NOT NULL, seconds REAL NOT NULL,
            thread INTEGER NOT NULL, block_threads INTEGER NOT NULL, digest BLOB NOT NULL);
        CREATE TABLE parts (
            content TEXT NOT NULL, run_id INTEGER NOT NULL, number INTEGER NOT NULL, rows BLOB NOT NULL, PRIMARY KEY (content, run_id, number));
        CREATE TABLE checkpoints (
            run_id INTEGER NOT NULL, tick INTEGER NOT NULL, content TEXT NOT NULL, number INTEGER NOT NULL, bytes BLOB NOT NULL,
            PRIMARY KEY (run_id, content, tick, number));
        """);

    /// <summary>Opens the ledger of a directory whose lock this process holds, or begins one; the schema waits for the first commit.</summary>
    /// <exception cref="StorageException">It is damaged, no ledger, of another format, or cannot be written.</exception>
    public static SqliteConnection OpenToWrite(string directory)
    {
        var path = Path.Combine(directory, FileName);
        LedgerCheck.RequireOwnFiles(directory);
        RemoveEmpty(directory);
        var connection = Open(path, SqliteOpenMode.ReadWriteCreate);
        return Guard(connection, path, () =>
        {
            Execute(connection, WriterPragmas);
            var isEmpty = IsEmpty(connection);
            if (!isEmpty)
                LedgerCheck.RequireOurs(connection, path);
            Execute(connection, "BEGIN IMMEDIATE");
            if (isEmpty)
                Execute(connection, Schema);
        });
    }

    /// <summary>Begins a ledger that takes over what is left of another: until it is whole, nobody needs its journal.</summary>
    /// <exception cref="StorageException">It cannot be written.</exception>
    public static SqliteConnection Begin(string path)
    {
        var connection = Open(path, SqliteOpenMode.ReadWriteCreate);
        return Guard(connection, path, () =>
        {
            Execute(connection, WriterPragmas + "PRAGMA journal_mode = MEMORY; BEGIN IMMEDIATE");
            Execute(connection, Schema);
        });
    }

    /// <summary>Opens the ledger of a directory that nobody writes, as a file that nobody changes: nothing beside it is touched or followed.</summary>
    /// <param name="directory">The directory.</param>
    /// <param name="mayBeEmpty">Whether one is good that died with its writer before the first commit.</param>
    /// <exception cref="StorageException">It is missing, damaged, no ledger, of another format, or in the middle of a commit.</exception>
    public static SqliteConnection OpenToRead(string directory, bool mayBeEmpty = false)
    {
        var path = Path.Combine(directory, FileName);
        if (!File.Exists(path))
            throw StorageException.LostLedger($"{path} is missing", $"the tables can be read without it, but no run can be analysed, added or looked up; {Again(directory, isToBeRemoved: false)}", Again(directory, isToBeRemoved: false));
        LedgerCheck.RequireOwnFiles(directory);
        if (HasJournal(directory))
            throw StorageException.LostLedger($"The writer of {path} was stopped in the middle of a commit", PutRight(directory));
        if (!IsThere(directory) && !mayBeEmpty)
            throw StorageException.LostLedger($"{path} holds no run", Again(directory, isToBeRemoved: false));
        var connection = OpenUnchanged(IsThere(directory) ? path : ":memory:");
        return Guard(connection, path, () =>
        {
            Execute(connection, WaryPragmas);
            if (!IsEmpty(connection))
                LedgerCheck.RequireOurs(connection, path);
        });
    }

    /// <summary>Opens a ledger that is broken, to read of it what can be read.</summary>
    /// <exception cref="StorageException">Nothing can.</exception>
    public static SqliteConnection OpenBroken(string directory)
    {
        var path = Path.Combine(directory, FileName);
        var connection = OpenUnchanged(path);
        return Guard(connection, path, () =>
        {
            // Without the last word SQLite reads nothing of a file that has lost its end.
            Execute(connection, WaryPragmas + "PRAGMA writable_schema = ON;");
            LedgerCheck.RequireSchema(connection, path);
        });
    }

    /// <summary>Takes back what the writer of a copy had not committed.</summary>
    /// <exception cref="StorageException">The copy cannot be used.</exception>
    public static void TakeBack(string directory)
    {
        if (HasJournal(directory))
            OpenToWrite(directory).Dispose();
    }

    /// <summary>
    /// True where a journal stands that holds pages: a writer is in the middle of a commit, or was stopped there. Most of the time
    /// that of a writer holds none, and the ledger is what the last commit made of it: bytes 8 to 11 count them, and are 0 until
    /// the journal is safe on the disk, before the first page of the ledger is touched (sqlite.org/fileformat.html, section 3).
    /// </summary>
    public static bool HasJournal(string directory)
    {
        var path = Path.Combine(directory, JournalName);
        // One without length may be a pipe, which keeps whoever opens it.
        return new FileInfo(path) is { Exists: true, Length: > 0 }
            && LedgerCheck.Bytes(path, CountAt, sizeof(int)) is { } count && BinaryPrimitives.ReadInt32BigEndian(count) != 0;
    }

    /// <summary>True where a ledger holds something; one of less than a page is what a writer left that died before its first commit, or a full disk.</summary>
    public static bool IsThere(string directory) => new FileInfo(Path.Combine(directory, FileName)) is { Exists: true, Length: >= LeastPage };

    /// <summary>
    /// The study whose runs the ledger of a directory holds; null where it cannot be told. Whoever writes it is not
    /// disturbed: the word has stood there since its first commit.
    /// </summary>
    public static string? IdentityAtAGlance(string directory)
    {
        if (!IsThere(directory))
            return null;
        var path = Path.Combine(directory, FileName);
        try
        {
            LedgerCheck.RequireOwnFiles(directory);
            // A journal is left alone that a writer, dead or alive, needs.
            using var connection = OpenUnchanged(path);
            connection.Open();
            Execute(connection, WaryPragmas);
            LedgerCheck.RequireSchema(connection, path);
            return LedgerCheck.IsOfOurs(connection) ? LedgerCommands.Meta(connection, LedgerCommands.Identity) : null;
        }
        catch (Exception exception) when (exception is SqliteException or StorageException)
        {
            return null;
        }
    }

    /// <summary>How the runs of a ledger are had that cannot be read.</summary>
    public static string Again(string directory, bool isToBeRemoved)
    {
        var remove = isToBeRemoved ? $"remove {Path.Combine(directory, FileName)}, then " : "";
        return Shards.IsShard(directory)
            ? $"{remove}its runs are made again like any that are missing"
            : $"{remove}abm resume {directory} makes all runs again";
    }

    /// <summary>How a ledger comes right again of which something can still be read.</summary>
    public static string Mended(string directory) => Shards.IsShard(directory)
        ? "what is whole of it is kept when its task starts again, and the other runs are made like any that are missing"
        : $"abm resume {directory} keeps what is whole of it and makes the other runs again";

    private static string PutRight(string directory) => Shards.IsShard(directory)
        ? "the merge takes back what was not committed"
        : $"abm resume {directory} puts it right";

    /// <summary>A ledger of ours whose pages do not fit together.</summary>
    /// <param name="path">The file.</param>
    /// <param name="fault">What is wrong, for brackets.</param>
    /// <param name="cause">What said so, or null.</param>
    public static StorageException Broken(string path, string fault, Exception? cause = null) =>
        StorageException.BrokenLedger($"{path} is damaged ({fault})", Mended(Path.GetDirectoryName(path)!), cause);

    /// <summary>A ledger that does not belong to the config beside it.</summary>
    public static StorageException OfAnotherStudy(string path) =>
        StorageException.BadDirectory($"{path} holds the runs of another study than the config beside it: move it away, then {Again(Path.GetDirectoryName(path)!, isToBeRemoved: false)}.");

    /// <summary>A file that no abm wrote, or of which nothing can be read.</summary>
    public static StorageException NoLedger(string path, string fault, Exception? cause = null) =>
        StorageException.LostLedger($"{path} {fault}", Again(Path.GetDirectoryName(path)!, isToBeRemoved: true), cause: cause);

    /// <summary>What SQLite said, in words that tell what to do.</summary>
    public static StorageException Explain(SqliteException exception, string path) => exception.SqliteErrorCode switch
    {
        FullCode or IoCode => StorageException.Lost(path, exception),
        CorruptCode => Broken(path, exception.Message.TrimEnd('.'), exception),
        NoDatabaseCode => NoLedger(path, $"is damaged ({exception.Message.TrimEnd('.')})", exception),
        _ => StorageException.BadDirectory($"Cannot use {path}: {exception.Message.TrimEnd('.')}.", exception),
    };

    /// <summary>True for a file into which nothing was ever committed.</summary>
    public static bool IsEmpty(SqliteConnection connection) => Number(connection, "PRAGMA page_count") == 0;

    public static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>
    /// Removes files that hold nothing: what a writer left that died before a commit, or a full disk. SQLite removes a journal only
    /// where it has used it.
    /// </summary>
    private static void RemoveEmpty(string directory)
    {
        try
        {
            if (!HasJournal(directory))
                File.Delete(Path.Combine(directory, JournalName));
            if (!IsThere(directory))
                File.Delete(Path.Combine(directory, FileName));
        }
        catch (Exception exception) when (StorageException.IsRefusal(exception))
        {
            throw StorageException.CannotStart(directory, exception);
        }
    }

    /// <summary>As a file that nobody changes: no journal beside it is looked at, and nothing is written.</summary>
    private static SqliteConnection OpenUnchanged(string path) => path == ":memory:"
        ? new SqliteConnection("Data Source=:memory:")
        : Open($"file://{(OperatingSystem.IsWindows() ? "/" : "")}{string.Join('/', Path.GetFullPath(path).Split(Path.DirectorySeparatorChar).Select(Uri.EscapeDataString))}?immutable=1", SqliteOpenMode.ReadOnly);

    private static SqliteConnection Open(string path, SqliteOpenMode mode) => new(new SqliteConnectionStringBuilder
    {
        DataSource = path,
        Mode = mode,
        Pooling = false,
        Vfs = OperatingSystem.IsWindows() ? "win32-none" : "unix-none",
    }.ToString());

    private static SqliteConnection Guard(SqliteConnection connection, string path, Action use)
    {
        try
        {
            connection.Open();
            use();
            return connection;
        }
        catch (SqliteException exception)
        {
            connection.Dispose();
            throw Explain(exception, path);
        }
        catch (StorageException)
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>The number that a question is answered with.</summary>
    public static long Number(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }
}
