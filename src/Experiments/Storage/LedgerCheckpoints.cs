using Microsoft.Data.Sqlite;

namespace Experiments.Storage;

/// <summary>
/// The checkpoints of runs that are under way: the state of each in blocks, the hash of those, and the complete parts of
/// its rows, which are only ever added to. All of it goes when the run is over.
/// </summary>
internal sealed partial class Ledger
{
    /// <summary>The content that is a run's state.</summary>
    public const string State = "state";

    /// <summary>The content that is the SHA-256 of all blocks of the state.</summary>
    public const string Seal = "seal";

    /// <summary>Most pages of a ledger that are written anew to give room back, because memory holds them meanwhile.</summary>
    private const long MostPages = 1 << 15;

    // The row of ticks of each run that has a checkpoint.
    private readonly Dictionary<int, int> checkpoints = [];
    private bool hadCheckpoints;

    /// <summary>True where a run under way has left a checkpoint.</summary>
    public bool HasCheckpoints
    {
        get
        {
            lock (gate)
                return checkpoints.Count > 0;
        }
    }

    /// <summary>Whether a run has left a checkpoint.</summary>
    public bool HasCheckpoint(int runId)
    {
        lock (gate)
            return checkpoints.ContainsKey(runId);
    }

    /// <summary>Takes the state of a run in place of the one before, and the parts of its rows that are new.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="tick">Its row of ticks.</param>
    /// <param name="contents">All blocks of the state, its seal, and parts by the name of their table.</param>
    /// <exception cref="StorageException">The file system gave way.</exception>
    public void Keep(int runId, int tick, IEnumerable<(string Content, int Number, byte[] Bytes)> contents)
    {
        lock (gate)
            Try(() => Replace(runId, tick, contents));
    }

    /// <summary>Reads one content of a checkpoint, block by block; others may add to the ledger only afterwards.</summary>
    /// <exception cref="StorageException">The ledger cannot be read.</exception>
    public void ReadCheckpoint(int runId, string content, Action<byte[]> take)
    {
        lock (gate)
        {
            foreach (var (_, _, bytes) in Contents(runId, "AND content = $1", content))
                take(bytes);
        }
    }

    /// <summary>Forgets the checkpoint of a run.</summary>
    /// <exception cref="StorageException">The file system gave way.</exception>
    public void Drop(int runId)
    {
        lock (gate)
        {
            Try(() =>
            {
                Begin();
                ForgetCheckpoint(runId);
            });
            isDirty = true;
        }
    }

    /// <summary>Takes over what another ledger of the same study keeps of runs that are not over here, where it is further on.</summary>
    /// <param name="from">The other; nothing may be added to it meanwhile.</param>
    /// <param name="isWanted">Tells of which runs.</param>
    /// <exception cref="StorageException">One of the two cannot be read, or the file system gave way.</exception>
    public void TakeCheckpoints(Ledger from, Func<int, bool> isWanted)
    {
        lock (gate)
        {
            foreach (var (runId, tick) in from.checkpoints)
            {
                if (!isWanted(runId) || StatusOf(runId) is not null || checkpoints.GetValueOrDefault(runId) >= tick)
                    continue;
                Try(() =>
                {
                    Begin();
                    ForgetCheckpoint(runId);
                    Replace(runId, tick, from.Contents(runId));
                });
            }
        }
    }

    /// <summary>Gives back the room that checkpoints took, once none is left, where it is more than the runs take.</summary>
    public void GiveRoomBack()
    {
        lock (gate)
        {
            if (!hadCheckpoints || checkpoints.Count > 0 || isInTransaction)
                return;
            try
            {
                var free = LedgerFile.Number(connection, "PRAGMA freelist_count");
                var used = LedgerFile.Number(connection, "PRAGMA page_count") - free;
                if (free > used && used <= MostPages)
                    LedgerFile.Execute(connection, "VACUUM");
            }
            catch (SqliteException)
            {
                // It only takes room.
            }
        }
    }

    /// <summary>What is not what was written is left out: then the seal tells.</summary>
    private IEnumerable<(string Content, int Number, byte[] Bytes)> Contents(int runId, string and = "", params object[] values) => Rows(
        () => LedgerCommands.Select(connection, $"SELECT content, number, bytes FROM checkpoints WHERE run_id = $0 {and} AND typeof(bytes) = 'blob' ORDER BY content, tick, number", [runId, .. values]),
        reader => (reader.GetString(0), reader.GetInt32(1), reader.GetFieldValue<byte[]>(2)));

    private void Replace(int runId, int tick, IEnumerable<(string Content, int Number, byte[] Bytes)> contents)
    {
        Begin();
        // The new state before the old one goes: what then takes free pages needs no copy in the journal.
        foreach (var (content, number, bytes) in contents)
            Execute("INSERT OR REPLACE INTO checkpoints VALUES ($0, $1, $2, $3, $4)", runId, tick, content, number, bytes);
        Execute("DELETE FROM checkpoints WHERE run_id = $0 AND content IN ($1, $2) AND tick <> $3", runId, State, Seal, tick);
        checkpoints[runId] = tick;
        (hadCheckpoints, isDirty) = (true, true);
    }

    private void ForgetCheckpoint(int runId)
    {
        if (checkpoints.Remove(runId))
            Execute("DELETE FROM checkpoints WHERE run_id = $0", runId);
    }

    private void ReadCheckpoints()
    {
        using var command = LedgerCommands.Select(
            connection, "SELECT run_id, max(tick) FROM checkpoints WHERE content = $0 AND run_id BETWEEN 1 AND 2147483647 AND typeof(tick) = 'integer' GROUP BY run_id", State);
        using var reader = command.ExecuteReader();
        while (reader.Read())
            checkpoints[reader.GetInt32(0)] = reader.GetInt32(1);
        hadCheckpoints = checkpoints.Count > 0;
    }

    private void Execute(string sql, params object[] values)
    {
        using var command = LedgerCommands.Select(connection, sql, values);
        command.ExecuteNonQuery();
    }
}
