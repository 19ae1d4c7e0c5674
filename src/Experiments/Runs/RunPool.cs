using System.Runtime.ExceptionServices;
using Agents;
using Experiments.Config;
using Experiments.Storage;

namespace Experiments.Runs;

/// <summary>
/// Threads that carry out groups of runs, each group by one thread. Whole runs come first: only threads that find no
/// group of their own share the blocks of another's rules.
/// </summary>
/// <param name="study">The study.</param>
/// <param name="options">Threads and the time limit.</param>
/// <param name="atOnce">Most runs at a time.</param>
/// <param name="newRows">Makes what takes the rows of a thread's runs.</param>
/// <param name="newSpillPath">Names temporary files.</param>
/// <param name="checkpoints">Of runs that take long, or null.</param>
/// <param name="store">Takes a run that is over, with its rows; called by any thread.</param>
internal sealed class RunPool(Study study, RunOptions options, int atOnce, Func<RunRows> newRows, Func<string> newSpillPath, RunCheckpoints? checkpoints, Action<RunRecord, RunRows> store)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly Lock gate = new();
    private int running;
    private long sparedTicks;
    private Exception? lost;

    /// <summary>Groups that threads are at.</summary>
    public int Running => Volatile.Read(ref running);

    /// <summary>Time that runs would have taken for steps that others carried out for them.</summary>
    public TimeSpan Spared => TimeSpan.FromTicks(Interlocked.Read(ref sparedTicks));

    /// <summary>Carries out groups in their order, until there are none or it is stopped.</summary>
    /// <param name="groups">Run ids that belong to one thread.</param>
    /// <param name="count">Number of groups, or any number from that of threads on.</param>
    /// <param name="meanwhile">Called by this thread a few times a second.</param>
    /// <param name="stop">Stops it soon; what was begun is dropped.</param>
    /// <exception cref="StorageException">The file system gave way.</exception>
    public void Execute(IEnumerable<IReadOnlyList<int>> groups, int count, Action meanwhile, CancellationToken stop)
    {
        var threads = Math.Min(Math.Min(options.Threads, atOnce), count);
        using var queue = groups.GetEnumerator();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var crew = Enumerable.Range(0, threads).Select(number => new Thread(() => Work(number + 1, BlockThreads(number, threads), queue, end)) { Name = $"run worker {number + 1}" }).ToList();
        crew.ForEach(thread => thread.Start());
        try
        {
            foreach (var thread in crew)
            {
                while (!thread.Join(Pause))
                    meanwhile();
            }
        }
        catch
        {
            end.Cancel();
            crew.ForEach(thread => thread.Join());
            throw;
        }
        if (lost is not null)
            ExceptionDispatchInfo.Throw(lost);
    }

    private void Work(int thread, int blockThreads, IEnumerator<IReadOnlyList<int>> queue, CancellationTokenSource end)
    {
        try
        {
            using var blockWorkers = blockThreads > 1 ? new Workers(blockThreads) : null;
            using var rows = newRows();
            using var burnIn = study.BranchAt is null ? null : new BurnIn(study, newSpillPath);
            using var keeper = checkpoints is null ? null : new RunKeeper(checkpoints, newSpillPath());
            for (var group = Next(queue, end.Token); group is not null; group = Next(queue, end.Token))
            {
                using var turn = new Turn(this);
                // A run that has a checkpoint has the steps in common behind it.
                var whole = checkpoints is null ? group : [.. group.Where(runId => !checkpoints.Has(runId))];
                var common = whole.Count > 1 ? burnIn : null;
                common?.Start(whole[0], blockWorkers, options.RunTimeLimit, end.Token);
                foreach (var runId in group)
                    store(SingleRun.Execute(study, runId, blockWorkers, options.RunTimeLimit, rows, end.Token, checkpoints?.Has(runId) == true ? null : common, keeper) with { Thread = thread }, rows);
                Interlocked.Add(ref sparedTicks, common?.Spared.Ticks ?? 0);
            }
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // What this thread had begun is given up; what was over is kept.
        }
        catch (Exception exception)
        {
            Interlocked.CompareExchange(ref lost, exception, null);
            end.Cancel();
        }
    }

    private int BlockThreads(int number, int threads) => options.Threads / threads + (number < options.Threads % threads ? 1 : 0);

    private IReadOnlyList<int>? Next(IEnumerator<IReadOnlyList<int>> queue, CancellationToken stop)
    {
        lock (gate)
            return !stop.IsCancellationRequested && queue.MoveNext() ? queue.Current : null;
    }

    /// <summary>Counts a group while a thread is at it.</summary>
    private readonly struct Turn : IDisposable
    {
        private readonly RunPool pool;

        public Turn(RunPool pool)
        {
            this.pool = pool;
            Interlocked.Increment(ref pool.running);
        }

        public void Dispose() => Interlocked.Decrement(ref pool.running);
    }
}
