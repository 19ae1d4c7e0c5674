using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace Experiments.Storage;

/// <summary>
/// One run as a ledger holds it. Its record is whole or not there at all; its rows are checked against the record as they
/// are read, table by table in the order of <see cref="StudyTables.NamesByRun"/>.
/// </summary>
/// <param name="runId">The run, as the row says.</param>
/// <param name="record">Its record; null where it is not what was written.</param>
/// <param name="key">Its key; empty without a record.</param>
/// <param name="rows">Its parts of each table that is asked for.</param>
internal sealed class LedgerRun(long runId, RunRecord? record, byte[] key, Func<string, LedgerParts> rows)
{
    /// <summary>The run, as its row says: any number, where there is no record.</summary>
    public long RunId => runId;

    /// <summary>What is known of it; null where that is not what was written.</summary>
    public RunRecord? Record => record;

    /// <summary>What it follows from.</summary>
    public byte[] Key => key;

    /// <summary>Whether its record and its rows of some tables are what was written.</summary>
    /// <param name="tables">Each with its place among the hashes of the record.</param>
    /// <exception cref="StorageException">The ledger cannot be read.</exception>
    public bool IsWhole(IReadOnlyList<string> tables)
    {
        if (record is null)
            return false;
        for (var place = 0; place < tables.Count; place++)
        {
            if (!TryRead(tables[place], place, null, null))
                return false;
        }
        return true;
    }

    /// <summary>Whether some cell of its rows is one that a spreadsheet would carry out.</summary>
    /// <param name="tables">Each with its place among the hashes of the record.</param>
    /// <exception cref="StorageException">The ledger cannot be read.</exception>
    public bool HasFormula(IReadOnlyList<string> tables)
    {
        if (record is null)
            return false;
        var scan = new FormulaScan();
        foreach (var text in (string[])[record.Outcome.Code, record.Outcome.Cause, record.Message])
            scan.AddCell(text);
        for (var place = 0; place < tables.Count; place++)
            TryRead(tables[place], place, scan.Add, null);
        return scan.HasFound;
    }

    /// <summary>Reads its rows of a table; false where they are not what was written, which is known only at their end.</summary>
    /// <param name="table">The table.</param>
    /// <param name="place">Its place among the hashes of the record.</param>
    /// <param name="text">Takes the text of each part, or null.</param>
    /// <param name="packed">Takes each part as it is stored, or null.</param>
    /// <exception cref="StorageException">The ledger cannot be read.</exception>
    public bool TryRead(string table, int place, Action<ReadOnlySpan<byte>>? text, Action<byte[]>? packed) =>
        record is not null && rows(table).TryRead(record.RunId, record.TableHash(place), text, packed);
}

/// <summary>The parts of a table in the order of run_id and number, each run's checked as it goes by.</summary>
internal sealed class LedgerParts : IDisposable
{
    private readonly Ledger ledger;
    private readonly SqliteCommand command;
    private readonly SqliteDataReader reader;
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private byte[] buffer = [];
    private bool hasMore;

    /// <param name="ledger">Explains what SQLite says.</param>
    /// <param name="command">Selects run_id and rows in order.</param>
    /// <exception cref="StorageException">The ledger cannot be read.</exception>
    public LedgerParts(Ledger ledger, SqliteCommand command)
    {
        (this.ledger, this.command) = (ledger, command);
        reader = ledger.Try(command.ExecuteReader);
        Advance();
    }

    /// <summary>Reads the parts of a run that comes after those read before; see <see cref="LedgerRun.TryRead"/>.</summary>
    public bool TryRead(int runId, ReadOnlySpan<byte> expected, Action<ReadOnlySpan<byte>>? text, Action<byte[]>? packed)
    {
        // Rows without a record, and the rest of a run that was given up.
        while (hasMore && Id() < runId)
            Advance();
        Span<byte> found = stackalloc byte[LedgerSeal.Bytes];
        var isWhole = true;
        for (; hasMore && Id() == runId; Advance())
        {
            if (!isWhole || ledger.Try(Content) is not { } content || !PartStream.TryUnpack(content, ref buffer, out var part))
            {
                isWhole = false;
                continue;
            }
            hash.AppendData(part);
            text?.Invoke(part);
            packed?.Invoke(content);
        }
        hash.GetHashAndReset(found);
        return isWhole && found.SequenceEqual(expected);
    }

    public void Dispose()
    {
        reader.Dispose();
        command.Dispose();
        hash.Dispose();
    }

    private void Advance() => hasMore = ledger.Try(reader.Read);

    private long Id() => reader.GetInt64(0);

    private byte[]? Content() => reader.GetValue(1) as byte[];
}
