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

    /// <summary>Raised when the tables of the file change.</summary>
    private const int Format = 1;

    /// <summary>Marks a file of SQLite as one of ours.</summary>
    private const int Application = 0x61626D31;

    /// <summary>Bytes of the smallest page that SQLite knows.</summary>
    private const int LeastPage = 512;

    /// <summary>What SQLite says where there is no room.</summary>
    public const int FullCode = 13;

    private const int IoCode = 10;

    private const int CorruptCode = 11;

    private const int NoDatabaseCode = 26;

    /// <summary>One writer, whose commits are on the disk when they return.</summary>
    private const string WriterPragmas =
        "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL; PRAGMA cache_size = -16000; PRAGMA temp_store = MEMORY;";

    private static readonly string Schema = string.Create(CultureInfo.InvariantCulture, $"""
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
        """);

    /// <summary>Opens the ledger of a directory whose lock this process holds, or begins one; the schema waits for the first commit.</summary>
    /// <exception cref="StorageException">It is damaged, of a newer format, or cannot be written.</exception>
    public static SqliteConnection OpenToWrite(string directory)
    {
        var path = Path.Combine(directory, FileName);
        var connection = Open(path, SqliteOpenMode.ReadWriteCreate);
        return Guard(connection, path, () =>
        {
            Execute(connection, WriterPragmas);
            if (IsEmpty(connection))
            {
                Execute(connection, "BEGIN IMMEDIATE");
                Execute(connection, Schema);
            }
            else
            {
                RequireFormat(connection, path);
                Execute(connection, "BEGIN IMMEDIATE");
            }
        });
    }

    /// <summary>Opens the ledger of a directory that nobody writes.</summary>
    /// <param name="directory">The directory.</param>
    /// <param name="mayBeEmpty">Whether one is good that died with its writer before the first commit.</param>
    /// <exception cref="StorageException">It is missing, damaged, or of a newer format.</exception>
    public static SqliteConnection OpenToRead(string directory, bool mayBeEmpty = false)
    {
        var path = Path.Combine(directory, FileName);
        if (!File.Exists(path))
            throw StorageException.LostLedger($"{path} is missing", $"the tables can be read without it, but no run can be analysed, added or looked up; {Again(directory, isToBeRemoved: false)}");
        // What a writer that died had not committed is taken back first, which is a change.
        var connection = Open(path, File.Exists(Path.Combine(directory, JournalName)) ? SqliteOpenMode.ReadWrite : SqliteOpenMode.ReadOnly);
        return Guard(connection, path, () =>
        {
            if (!IsEmpty(connection))
                RequireFormat(connection, path);
            else if (!mayBeEmpty)
                throw StorageException.LostLedger($"{path} holds no run", Again(directory, isToBeRemoved: false));
        });
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
        // As a file that nobody changes: then a journal is left alone that a writer, dead or alive, needs.
        var path = new Uri(Path.GetFullPath(Path.Combine(directory, FileName))).AbsoluteUri + "?immutable=1";
        try
        {
            using var connection = Open(path, SqliteOpenMode.ReadOnly);
            connection.Open();
            return Number(connection, "PRAGMA application_id") == Application ? LedgerCommands.Meta(connection, LedgerCommands.Identity) : null;
        }
        catch (SqliteException)
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

    /// <summary>What SQLite said, in words that tell what to do.</summary>
    public static StorageException Explain(SqliteException exception, string path) => exception.SqliteErrorCode switch
    {
        FullCode or IoCode => StorageException.Lost(path, exception),
        CorruptCode or NoDatabaseCode => Damaged(exception, path, Path.GetDirectoryName(path)!),
        _ => StorageException.BadDirectory($"Cannot use {path}: {exception.Message.TrimEnd('.')}.", exception),
    };

    /// <summary>True for a file into which nothing was ever committed.</summary>
    public static bool IsEmpty(SqliteConnection connection) => Number(connection, "PRAGMA schema_version") == 0;

    public static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static StorageException Damaged(SqliteException exception, string path, string directory)
    {
        var tables = Shards.IsShard(directory) ? "" : $"abm verify {directory} says whether the tables beside it are whole; ";
        return StorageException.LostLedger($"{path} is damaged ({exception.Message.TrimEnd('.')})", $"{tables}{Again(directory, isToBeRemoved: true)}", exception);
    }

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

    private static void RequireFormat(SqliteConnection connection, string path)
    {
        if (Number(connection, "PRAGMA application_id") != Application)
            throw StorageException.LostLedger($"{path} is no ledger of abm", Again(Path.GetDirectoryName(path)!, isToBeRemoved: true));
        var format = Number(connection, "PRAGMA user_version");
        if (format > Format)
            throw StorageException.BadDirectory($"{path} was written by a newer abm (format {format}; this one knows {Format}): use that one.");
    }

    private static long Number(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }
}
