using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Agents;
using Experiments.Storage;

namespace Experiments.Runs;

/// <summary>
/// Keeps the state of the run that a thread is at, and brings it back after whatever stopped it: the build and the run's
/// key, its row of ticks, its times, how far its rows have come, and the model. Used again for run after run.
/// </summary>
/// <param name="checkpoints">How often, and where to.</param>
/// <param name="spillPath">A temporary file for a state that memory is not to hold.</param>
internal sealed class RunKeeper(RunCheckpoints checkpoints, string spillPath) : IDisposable
{
    /// <summary>Bytes of state that are kept in memory.</summary>
    private const int HeldState = 8 << 20;

    /// <summary>Bytes of a block of state in the ledger.</summary>
    private const int BlockBytes = 1 << 20;

    private readonly SpillStream state = new(spillPath, HeldState);
    private readonly Dictionary<string, int> stored = [];
    private readonly Stopwatch lifetime = Stopwatch.StartNew();
    private readonly Stopwatch sinceLast = new();
    private RunRecord record = null!;
    private RunRows rows = null!;
    private TimeSpan spent;

    /// <summary>Turns to a run.</summary>
    /// <param name="run">The run as it begins.</param>
    /// <param name="own">Takes its rows, and now those of its past.</param>
    /// <param name="blockWorkers">Threads for the blocks of its rules, or null.</param>
    /// <returns>Where it goes on; null for a run that begins.</returns>
    /// <exception cref="StorageException">The ledger cannot be read, or the file system gave way.</exception>
    public RunPast? Begin(RunRecord run, RunRows own, Workers? blockWorkers)
    {
        (record, rows) = (run, own);
        stored.Clear();
        var past = checkpoints.Has(run.RunId) ? Resume(blockWorkers) : null;
        record = record with { Started = past?.Started ?? record.Started };
        sinceLast.Restart();
        return past;
    }

    /// <summary>Keeps the state where the last one is long enough ago; between two steps.</summary>
    /// <exception cref="StorageException">The file system gave way.</exception>
    public void KeepIfDue(Model model, RunClock clock)
    {
        // Before its first step a run has nothing that is worth it.
        if (checkpoints.Every is not { } every || sinceLast.Elapsed < every || model.Tick == 0)
            return;
        var watch = Stopwatch.StartNew();
        try
        {
            state.Clear();
            Write(model, clock);
            checkpoints.Ledger.Keep(record.RunId, model.Tick, Contents());
        }
        catch (Exception exception) when (exception is not StorageException)
        {
            checkpoints.GiveUp(exception);
        }
        spent += watch.Elapsed;
        sinceLast.Restart();
    }

    public void Dispose()
    {
        checkpoints.Count(lifetime.Elapsed, spent);
        state.Dispose();
    }

    private void Write(Model model, RunClock clock)
    {
        using var head = new BinaryWriter(state, Encoding.UTF8, leaveOpen: true);
        head.Write(checkpoints.Build);
        head.Write(checkpoints.Keys.Of(record.RunId));
        head.Write(model.Tick);
        head.Write(clock.Total.Ticks);
        head.Write(record.Started.Ticks);
        rows.WriteSoFar(head);
        Checkpoint.Save(model, state);
    }

    /// <summary>What the ledger is to take: the state, its seal, and of the rows the parts that it does not have.</summary>
    private IEnumerable<(string Content, int Number, byte[] Bytes)> Contents()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        state.Position = 0;
        for (var (number, left) = (0, state.Length); left > 0; number++)
        {
            var block = new byte[Math.Min(left, BlockBytes)];
            state.ReadExactly(block);
            hash.AppendData(block);
            left -= block.Length;
            yield return (Ledger.State, number, block);
        }
        yield return (Ledger.Seal, 0, hash.GetHashAndReset());
        foreach (var part in rows.CompleteParts(table => stored.GetValueOrDefault(table)))
        {
            yield return part;
            stored[part.Table] = part.Number + 1;
        }
    }

    private RunPast? Resume(Workers? blockWorkers)
    {
        string why;
        try
        {
            (var past, why) = Read(blockWorkers);
            if (past is not null)
            {
                checkpoints.WentOn();
                return past;
            }
        }
        catch (Exception exception) when (exception is not StorageException)
        {
            // Whatever it is: if it is the model's own fault, the run shows it again from its beginning.
            why = $"cannot be used ({exception.Message.TrimEnd('.')})";
        }
        checkpoints.Drop(record.RunId, why);
        stored.Clear();
        rows.Begin(record.RunId);
        return null;
    }

    private (RunPast? Past, string Why) Read(Workers? blockWorkers)
    {
        if (!IsWhole())
            return (null, "was damaged");
        state.Position = 0;
        using var head = new BinaryReader(state, Encoding.UTF8, leaveOpen: true);
        if (head.ReadString() != checkpoints.Build)
            return (null, "was made by another build");
        var key = checkpoints.Keys.Of(record.RunId);
        if (!head.ReadBytes(key.Length).AsSpan().SequenceEqual(key))
            return (null, "was made with other parameters");
        var (tick, duration, started) = (head.ReadInt32(), new TimeSpan(head.ReadInt64()), new DateTime(head.ReadInt64(), DateTimeKind.Utc));
        if (!rows.TryTakeBack(head, ReadParts))
            return (null, "was damaged");
        var (point, replication) = checkpoints.Study.Run(record.RunId);
        var course = new RunCourse(checkpoints.Study, point, replication, blockWorkers);
        course.Branch(tick, state);
        return (new RunPast(course, duration, started), "");
    }

    private bool IsWhole()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        state.Clear();
        checkpoints.Ledger.ReadCheckpoint(record.RunId, Ledger.State, block =>
        {
            hash.AppendData(block);
            state.Write(block);
        });
        var seal = Array.Empty<byte>();
        checkpoints.Ledger.ReadCheckpoint(record.RunId, Ledger.Seal, bytes => seal = bytes);
        return seal.AsSpan().SequenceEqual(hash.GetHashAndReset());
    }

    private void ReadParts(string table, Action<byte[]> take)
    {
        stored[table] = 0;
        checkpoints.Ledger.ReadCheckpoint(record.RunId, table, part =>
        {
            take(part);
            stored[table]++;
        });
    }
}

/// <summary>Where a run goes on that was stopped.</summary>
/// <param name="Course">The run at its last checkpoint.</param>
/// <param name="Duration">How long it took until then.</param>
/// <param name="Started">When it began.</param>
internal sealed record RunPast(RunCourse Course, TimeSpan Duration, DateTime Started);
