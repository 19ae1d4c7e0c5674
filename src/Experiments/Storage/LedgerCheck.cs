using System.Buffers.Binary;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Experiments.Storage;

/// <summary>
/// Looks at the file of a ledger before anything in it is believed: a bad disk may have changed it, and a stranger may have
/// made it.
/// </summary>
internal static class LedgerCheck
{
    /// <summary>Bytes at the end of a journal that names another file, which SQLite would remove.</summary>
    private const ulong OtherFileMark = 0xD9D505F920A163D7;

    /// <summary>Where the header of a database says how it is journalled: 1 and 1 with a journal such as ours.</summary>
    private const int JournalledAt = 18;

    /// <summary>Where the header of a database says whose it is.</summary>
    private const int MarkedAt = 68;

    private static readonly Lazy<List<string>> Schema = new(() =>
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        LedgerFile.Execute(connection, LedgerFile.Schema);
        return [.. Entries(connection)];
    });

    /// <summary>The ledger and its journal must be files of their own, and the journal must not name another.</summary>
    /// <exception cref="StorageException">They are not.</exception>
    public static void RequireOwnFiles(string directory)
    {
        var (ledger, journal) = (Path.Combine(directory, LedgerFile.FileName), Path.Combine(directory, LedgerFile.JournalName));
        foreach (var path in new[] { ledger, journal })
        {
            if (ResultFile.IsLink(path))
                throw StorageException.BadDirectory($"{path} is a link, which no ledger is: remove it, then {LedgerFile.Again(directory, isToBeRemoved: false)}.");
        }
        if (new FileInfo(journal) is { Exists: true, Length: > 0 } && NamesAnother(journal))
            throw StorageException.BadDirectory($"{journal} names another file, which no journal of abm does: remove it, then {LedgerFile.Mended(directory)}.");
        if (LedgerFile.IsThere(directory) && IsOtherwiseJournalled(ledger))
            throw LedgerFile.NoLedger(ledger, "is no ledger of abm");
    }

    /// <summary>A ledger must be marked as ours, of this format, with our tables and nothing else, and as long as it says.</summary>
    /// <exception cref="StorageException">It is not.</exception>
    public static void RequireOurs(SqliteConnection connection, string path)
    {
        if (!IsOfOurs(connection))
            throw LedgerFile.NoLedger(path, "is no ledger of abm");
        var format = LedgerFile.Number(connection, "PRAGMA user_version");
        if (format != LedgerFile.Format)
            throw StorageException.BadDirectory(string.Create(CultureInfo.InvariantCulture, $"{path} was written by another abm (format {format}; this one knows {LedgerFile.Format}): use that one, or run the study in another directory with --out."));
        RequireSchema(connection, path);
        if (LedgerFile.Number(connection, "PRAGMA page_count") * LedgerFile.Number(connection, "PRAGMA page_size") != new FileInfo(path).Length)
            throw LedgerFile.Broken(path, "it is not as long as it says");
    }

    /// <summary>A ledger has our tables and indexes, and no view, no trigger and no other table.</summary>
    /// <exception cref="StorageException">It has others.</exception>
    public static void RequireSchema(SqliteConnection connection, string path)
    {
        if (!Entries(connection).Take(Schema.Value.Count + 1).SequenceEqual(Schema.Value))
            throw LedgerFile.NoLedger(path, "holds other tables than a ledger of abm");
    }

    /// <summary>True for a database that is marked as ours.</summary>
    public static bool IsOfOurs(SqliteConnection connection) => LedgerFile.Number(connection, "PRAGMA application_id") == LedgerFile.Application;

    /// <summary>True for a file that is marked as ours where SQLite keeps such a mark, whatever became of the rest of it.</summary>
    public static bool IsMarked(string path) => Bytes(path, MarkedAt, sizeof(int)) is { } mark && BinaryPrimitives.ReadInt32BigEndian(mark) == LedgerFile.Application;

    private static IEnumerable<string> Entries(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT type, name, tbl_name, sql FROM sqlite_master";
        using var reader = command.ExecuteReader();
        while (reader.Read())
            yield return string.Join('\n', Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue));
    }

    private static bool NamesAnother(string journal) => Bytes(journal, -sizeof(ulong), sizeof(ulong)) is { } mark
        && BinaryPrimitives.ReadUInt64BigEndian(mark) == OtherFileMark;

    private static bool IsOtherwiseJournalled(string ledger) => Bytes(ledger, JournalledAt, 2) is not [1, 1] && Bytes(ledger, 0, 6) is { } head && head.AsSpan().SequenceEqual("SQLite"u8);

    /// <summary>Some bytes of a file, from its start or, where negative, before its end; null where it has not so many, or is gone.</summary>
    public static byte[]? Bytes(string path, int at, int count)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            if (file.Length < Math.Abs(at) + (at < 0 ? 0 : count))
                return null;
            file.Seek(at, at < 0 ? SeekOrigin.End : SeekOrigin.Begin);
            var bytes = new byte[count];
            file.ReadExactly(bytes);
            return bytes;
        }
        catch (FileNotFoundException)
        {
            return null;
        }
        catch (Exception exception) when (StorageException.IsRefusal(exception))
        {
            throw StorageException.BadDirectory($"Cannot read {path}: {exception.Message.TrimEnd('.')}.", exception);
        }
    }
}
