using System.Diagnostics;
using System.Runtime.ExceptionServices;

namespace Agents;

/// <summary>
/// Threads that share the blocks of one rule after another. Which thread takes which block never shows in results.
/// A thread waits by spinning for a short while, then sleeps; nothing is allocated and no lock is taken between ticks
/// that follow each other closely.
/// </summary>
public sealed class Workers : IDisposable
{
    // One millisecond: longer than what a tick of 1e5 agents does on one thread, after which a sleeper takes too long to wake.
    private static readonly long SpinTime = Stopwatch.Frequency / 1_000;

    private static int slots;

    private readonly Thread[] threads;
    private readonly SemaphoreSlim[] wakeUps;
    private readonly int[] isAsleep;
    private readonly bool spins;
    private Job?[] jobs = [];
    private Job? current;
    private readonly Lock failing = new();
    private ExceptionDispatchInfo? failure;
    private int failedBlock;
    private int blocks;
    private int untaken;
    private int unfinished;
    private int round;
    private int isBusy;
    private bool isDisposed;

    /// <summary>Starts threads - 1 threads; the caller of a rule is the last one.</summary>
    /// <param name="count">Threads in all, 1 or more.</param>
    public Workers(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        Count = count;
        spins = count <= Environment.ProcessorCount;
        threads = new Thread[count - 1];
        wakeUps = new SemaphoreSlim[count - 1];
        isAsleep = new int[count - 1];
        for (var i = 0; i < threads.Length; i++)
        {
            var index = i;
            wakeUps[i] = new SemaphoreSlim(0);
            threads[i] = new Thread(() => Serve(index)) { IsBackground = true, Name = $"block worker {i + 1}" };
            threads[i].Start();
        }
    }

    /// <summary>Threads in all.</summary>
    public int Count { get; }

    /// <summary>True while a job runs.</summary>
    internal bool IsBusy => Volatile.Read(ref isBusy) == 1;

    /// <summary>Ends the threads.</summary>
    public void Dispose()
    {
        if (isDisposed)
            return;
        Volatile.Write(ref isDisposed, true);
        foreach (var wakeUp in wakeUps)
            wakeUp.Release();
        foreach (var thread in threads)
            thread.Join();
        foreach (var wakeUp in wakeUps)
            wakeUp.Dispose();
    }

    /// <summary>The job object of a type that this crew keeps for reuse.</summary>
    /// <exception cref="InvalidOperationException">The threads are at work, on this very object perhaps.</exception>
    internal TJob Reuse<TJob>()
        where TJob : Job, new()
    {
        if (IsBusy)
            throw Busy();
        var slot = Slot<TJob>.Index;
        if (slot >= jobs.Length)
            Array.Resize(ref jobs, slot + 8);
        return (TJob)(jobs[slot] ??= new TJob());
    }

    /// <summary>
    /// Runs every block of a job once, on all threads, and returns when the last is done. When blocks fail, the others
    /// may be left out, and the exception of the first failed block is thrown: the same one on any number of threads.
    /// </summary>
    /// <exception cref="ObjectDisposedException">The threads have ended.</exception>
    /// <exception cref="InvalidOperationException">The threads are at another job.</exception>
    internal void Run(Job job, int blockCount)
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        if (Interlocked.Exchange(ref isBusy, 1) == 1)
            throw Busy();
        current = job;
        blocks = blockCount;
        failure = null;
        unfinished = blockCount;
        // Last: until here no thread finds a block, and whoever takes one from here on sees this job.
        Interlocked.Exchange(ref untaken, blockCount);
        Interlocked.Increment(ref round);
        for (var i = 0; i < threads.Length; i++)
        {
            if (Interlocked.Exchange(ref isAsleep[i], 0) == 1)
                wakeUps[i].Release();
        }
        TakeBlocks();
        // Blocks are waited for, not threads: one that the system keeps from running holds nobody up.
        var spinner = default(SpinWait);
        while (Volatile.Read(ref unfinished) > 0)
            spinner.SpinOnce(sleep1Threshold: -1);
        Volatile.Write(ref isBusy, 0);
        failure?.Throw();
    }

    private static InvalidOperationException Busy() =>
        new("These threads are at work: a rule cannot start another rule or sum, nor can two models use the same threads at once.");

    private void Serve(int index)
    {
        var seen = 0;
        while (true)
        {
            AwaitRound(index, seen);
            if (Volatile.Read(ref isDisposed))
                return;
            seen = Volatile.Read(ref round);
            TakeBlocks();
        }
    }

    private void AwaitRound(int index, int seen)
    {
        var until = Stopwatch.GetTimestamp() + SpinTime;
        while (spins && Volatile.Read(ref round) == seen && Stopwatch.GetTimestamp() < until)
            Thread.SpinWait(20);
        while (Volatile.Read(ref round) == seen && !Volatile.Read(ref isDisposed))
        {
            // Say "asleep" first and look again after: a round that began in between is then seen here or wakes us.
            Interlocked.Exchange(ref isAsleep[index], 1);
            if (Volatile.Read(ref round) != seen && Interlocked.Exchange(ref isAsleep[index], 0) == 1)
                return;
            wakeUps[index].Wait();
        }
    }

    private void TakeBlocks()
    {
        for (var left = Interlocked.Decrement(ref untaken); left >= 0; left = Interlocked.Decrement(ref untaken))
        {
            var block = blocks - 1 - left;
            try
            {
                current!.Do(block);
            }
            catch (Exception exception)
            {
                Fail(block, exception);
            }
            Interlocked.Decrement(ref unfinished);
        }
    }

    private void Fail(int block, Exception exception)
    {
        // Blocks are handed out in order: whatever comes before the first failure has been taken and will be heard of.
        lock (failing)
        {
            if (failure is null || block < failedBlock)
                (failure, failedBlock) = (ExceptionDispatchInfo.Capture(exception), block);
        }
        var skipped = Interlocked.Exchange(ref untaken, 0);
        if (skipped > 0)
            Interlocked.Add(ref unfinished, -skipped);
    }

    /// <summary>Work that falls into numbered blocks.</summary>
    internal abstract class Job
    {
        public abstract void Do(int block);
    }

    private static class Slot<TJob>
    {
        public static readonly int Index = Interlocked.Increment(ref slots) - 1;
    }
}
