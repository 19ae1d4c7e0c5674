using System.Diagnostics;
using System.Runtime.ExceptionServices;

namespace Agents;

/// <summary>
/// Threads that share the blocks of one rule after another. Which thread takes which block never shows in results: each
/// begins with the same run of blocks every time, whose columns its cache may still hold, and then helps the others.
/// A thread waits by spinning for a short while, then sleeps; nothing is allocated and no lock is taken between ticks
/// that follow each other closely.
/// </summary>
public sealed class Workers : IDisposable
{
    // One millisecond: longer than what a tick of 1e5 agents does on one thread, after which a sleeper takes too long to wake.
    private static readonly long SpinTime = Stopwatch.Frequency / 1_000;

    // A fiftieth of that: the last blocks of the others are done by then, unless the system runs something else instead.
    private static readonly long EndTime = SpinTime / 20;

    // Places from one thread's counter to the next: two cache lines, for processors that fetch them in pairs.
    private const int Apart = 32;

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

    // Blocks that are left of each thread's share, from the second place on: the first lies beside the array's length.
    private readonly int[] untaken;
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
        untaken = new int[(count + 1) * Apart];
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
        (failure, failedBlock) = (null, int.MaxValue);
        unfinished = blockCount;
        // Last: until here no thread finds a block, and whoever takes one from here on sees this job.
        for (var share = 0; share < Count; share++)
            Interlocked.Exchange(ref Untaken(share), FirstOf(share + 1) - FirstOf(share));
        Interlocked.Increment(ref round);
        for (var i = 0; i < threads.Length; i++)
        {
            if (Interlocked.Exchange(ref isAsleep[i], 0) == 1)
                wakeUps[i].Release();
        }
        TakeBlocks(Count - 1);
        AwaitBlocks();
        Volatile.Write(ref isBusy, 0);
        failure?.Throw();
    }

    internal static InvalidOperationException Busy() =>
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
            TakeBlocks(index);
        }
    }

    private void AwaitRound(int index, int seen)
    {
        var until = Stopwatch.GetTimestamp() + SpinTime;
        while (spins && Volatile.Read(ref round) == seen && Stopwatch.GetTimestamp() < until)
            Thread.SpinWait(1);
        while (Volatile.Read(ref round) == seen && !Volatile.Read(ref isDisposed))
        {
            // Say "asleep" first and look again after: a round that began in between is then seen here or wakes us.
            Interlocked.Exchange(ref isAsleep[index], 1);
            if (Volatile.Read(ref round) != seen && Interlocked.Exchange(ref isAsleep[index], 0) == 1)
                return;
            wakeUps[index].Wait();
        }
    }

    // Blocks are waited for, not threads: one that the system keeps from running holds nobody up.
    private void AwaitBlocks()
    {
        var until = Stopwatch.GetTimestamp() + EndTime;
        while (spins && Volatile.Read(ref unfinished) > 0 && Stopwatch.GetTimestamp() < until)
            Thread.SpinWait(1);
        var spinner = default(SpinWait);
        while (Volatile.Read(ref unfinished) > 0)
            spinner.SpinOnce(sleep1Threshold: -1);
    }

    /// <summary>Takes the blocks of one thread's share, then those that the others have not come to.</summary>
    private void TakeBlocks(int own)
    {
        var done = 0;
        for (var i = 0; i < Count; i++)
        {
            var share = (own + i) % Count;
            ref var left = ref Untaken(share);
            // Looked at before it is counted down: a line that others write is not fetched to find that nothing is left.
            while (Volatile.Read(ref left) > 0)
            {
                var taken = Interlocked.Decrement(ref left);
                if (taken < 0)
                    break;
                Do(FirstOf(share + 1) - 1 - taken);
                done++;
            }
        }
        if (done > 0)
            Interlocked.Add(ref unfinished, -done);
    }

    private void Do(int block)
    {
        // What comes before the first failure so far is carried out even so: the first of all failures will be heard of.
        if (block > Volatile.Read(ref failedBlock))
            return;
        try
        {
            current!.Do(block);
        }
        catch (Exception exception)
        {
            lock (failing)
            {
                if (block < failedBlock)
                    (failure, failedBlock) = (ExceptionDispatchInfo.Capture(exception), block);
            }
        }
    }

    private ref int Untaken(int share) => ref untaken[(share + 1) * Apart];

    private int FirstOf(int share) => (int)((long)blocks * share / Count);

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
