using Experiments.Config;
using Experiments.Storage;

namespace Experiments.Runs;

/// <summary>
/// Hands out runs in the order of run_id and takes their rows back in the same order, whichever thread is first. A
/// thread that is too far ahead waits, so that the rows in memory stay bounded whatever the number of runs.
/// </summary>
internal sealed class RunQueue(Study study, int window, Func<RunTables> newTables, Action<RunTables> write)
{
    private readonly Lock counter = new();
    private readonly object gate = new();
    private readonly RunTables?[] finished = new RunTables?[window];
    private readonly Stack<RunTables> free = new();
    private int taken;
    private int written;

    /// <summary>Runs written so far: all up to this run_id.</summary>
    public int Written => Volatile.Read(ref written);

    /// <summary>The next run, or 0 when there is none; waits while the oldest run that is not over is too far behind.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public int Take(CancellationToken cancel)
    {
        int runId;
        lock (counter)
        {
            if (taken == study.Runs)
                return 0;
            runId = ++taken;
        }
        lock (gate)
        {
            while (runId > written + window)
            {
                cancel.ThrowIfCancellationRequested();
                Monitor.Wait(gate);
            }
        }
        cancel.ThrowIfCancellationRequested();
        return runId;
    }

    /// <summary>An empty set of rows.</summary>
    public RunTables Rent()
    {
        lock (gate)
        {
            if (free.TryPop(out var tables))
                return tables;
        }
        return newTables();
    }

    /// <summary>Takes the rows of a run that is over, and writes all whose turn has come.</summary>
    /// <exception cref="StorageException">The file system gave way.</exception>
    public void Return(RunTables tables)
    {
        lock (gate)
        {
            finished[tables.Record!.RunId % window] = tables;
            while (finished[(written + 1) % window] is { } next)
            {
                finished[(written + 1) % window] = null;
                write(next);
                free.Push(next);
                Volatile.Write(ref written, written + 1);
            }
            Monitor.PulseAll(gate);
        }
    }

    /// <summary>Wakes whoever waits, to see that all is cancelled.</summary>
    public void WakeAll()
    {
        lock (gate)
            Monitor.PulseAll(gate);
    }
}
