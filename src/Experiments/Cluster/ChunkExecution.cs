using Experiments.Config;
using Experiments.Runs;
using Experiments.Storage;

namespace Experiments.Cluster;

/// <summary>One execution of a share: the same threads as those of a local study, into the ledger of a shard.</summary>
internal sealed class ChunkExecution(Study study, ChunkOptions options, ResultDirectory directory, Ledger ledger, int atOnce)
{
    private readonly RunKeys keys = new(study);
    private readonly StudyTables tables = new(study);
    private readonly Lock gate = new();
    private readonly ProgressMeter progress = new(null, Math.Min(options.Threads, atOnce));

    /// <summary>Runs that failed in this execution.</summary>
    public int Failed { get; private set; }

    /// <summary>What became of checkpoints, a sentence each.</summary>
    public IReadOnlyList<string> Messages { get; private set; } = [];

    /// <summary>Does runs until all are over or it is stopped, and commits.</summary>
    /// <exception cref="StorageException">The file system gave way; the runs that were committed are kept.</exception>
    public void Run(IReadOnlyList<int> runs, CancellationToken cancel)
    {
        var run = new RunOptions { Directory = directory.Path, Threads = options.Threads, RunTimeLimit = options.RunTimeLimit, CheckpointEvery = options.CheckpointEvery };
        var checkpoints = RunCheckpoints.Of(study, ledger, keys, run);
        var pool = new RunPool(study, run, atOnce, () => new RunRows(study, tables, directory.NewSpillPath, () => ledger.Packs), directory.NewSpillPath, checkpoints, Store);
        var groups = RunPlan.Groups(study, runs);
        progress.Plan(0, runs.Count);
        if (runs.Count > 0)
            pool.Execute(groups, groups.Take(options.Threads).Count(), () => Tend(pool, cancel), cancel);
        ledger.Commit();
        Messages = [.. checkpoints?.Messages ?? []];
    }

    /// <summary>Called by the threads that carry runs out.</summary>
    private void Store(RunRecord record, RunRows rows)
    {
        ledger.Add(record, keys.Of(record.RunId), rows.Parts());
        lock (gate)
        {
            Failed += record.Status == RunStatus.Failed ? 1 : 0;
            progress.Advance();
        }
    }

    private void Tend(RunPool pool, CancellationToken cancel)
    {
        if (cancel.IsCancellationRequested)
            ledger.Commit();
        if (!ledger.CommitIfDue())
            return;
        directory.RequireHeld();
        Progress now;
        lock (gate)
            now = progress.Current;
        ProgressFile.Of(now.Total, now.TimeLeft, now.Uncertainty, ledger, pool.Running).Write(directory.Path);
    }
}
