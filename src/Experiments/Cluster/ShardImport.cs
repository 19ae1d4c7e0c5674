using System.Globalization;
using Experiments.Config;
using Experiments.Storage;

namespace Experiments.Cluster;

/// <summary>Copies the runs of shards into the ledger of their study, each only if it is whole and the run that it says it is.</summary>
/// <param name="study">The study.</param>
/// <param name="directory">The directory of its result.</param>
/// <param name="target">The study's ledger.</param>
internal sealed class ShardImport(Study study, string directory, Ledger target)
{
    private const string Damaged = "is damaged: its rows are not those that its task stored";

    private readonly RunKeys keys = new(study);
    private readonly List<string> complaints = [];
    private readonly List<string> closed = [];
    private readonly List<string> left = [];

    /// <summary>What was wrong with shards, a sentence each; what could be read of them, and all others, was copied.</summary>
    public IReadOnlyList<string> Complaints => complaints;

    /// <summary>Runs that the ledger did not have before.</summary>
    public int NewRuns { get; private set; }

    /// <summary>Shards that held something.</summary>
    public int Count { get; private set; }

    /// <summary>Copies all shards and commits; those whose writer has ended and which are wholly copied are then removed.</summary>
    /// <exception cref="ConfigException">Two shards hold different rows of one run.</exception>
    /// <exception cref="StorageException">The file system gave way.</exception>
    public void Run()
    {
        foreach (var shard in Shards.Of(directory))
        {
            try
            {
                Copy(shard);
            }
            catch (StorageException exception) when (!exception.IsLost)
            {
                complaints.Add(exception.Message);
                if (!LedgerFile.IsThere(Shards.PathOf(directory, shard)))
                    left.Add(shard);
            }
        }
        target.Commit();
        closed.ForEach(shard => Shards.Remove(directory, shard));
    }

    /// <summary>Removes the shards whose lock a dead task left, or one that is late: for a study that is complete, so that none has anything to add.</summary>
    public void RemoveLeft() => left.ForEach(shard => Shards.Remove(directory, shard));

    private void Copy(string shard)
    {
        using var reader = LedgerReader.Open(Shards.PathOf(directory, shard), study);
        if (reader is null)
        {
            // Without a lock its task is over, and had nothing to store.
            (DirectoryLock.Holder(Shards.PathOf(directory, shard)) is null ? closed : left).Add(shard);
            return;
        }
        Count++;
        var damaged = new List<long>();
        foreach (var run in reader.Ledger.Walk(StudyTables.NamesOf(study)))
        {
            if (run.Record is { } record && !run.Key.AsSpan().SequenceEqual(keys.Of(record.RunId)))
                throw Refusal(shard, record.RunId, "was made with other parameters than the config and the design beside it give it now");
            if (run.Record is { } known ? !IsWanted(shard, known) : IsThere(run.RunId))
                continue;
            if (!target.TryAdd(run))
            {
                damaged.Add(run.RunId);
                continue;
            }
            target.CommitIfDue();
            NewRuns++;
        }
        target.TakeCheckpoints(reader.Ledger, _ => true);
        (reader.IsClosed && damaged.Count == 0 ? closed : left).Add(shard);
        if (damaged.Count > 0)
            throw Refusal(shard, damaged[0], damaged.Count == 1 ? Damaged : string.Create(CultureInfo.InvariantCulture, $"{Damaged}, and {damaged.Count - 1} more"));
    }

    private bool IsThere(long runId) => runId is > 0 and <= int.MaxValue && target.StatusOf((int)runId) == RunStatus.Done;

    /// <summary>A run that several attempts did must be one and the same, or the promise of equal bytes is broken.</summary>
    private bool IsWanted(string shard, RunRecord record)
    {
        if (target.StatusOf(record.RunId) is not { } known)
            return true;
        if (known != RunStatus.Done || !record.IsDone)
            return known != RunStatus.Done && record.IsDone;
        if (target.Record(record.RunId)!.Digest == record.Digest)
            return false;
        throw new ConfigException(new Problem(Shards.PathOf(directory, shard), 0, 0, "", string.Create(CultureInfo.InvariantCulture,
            $"run {record.RunId} has other rows than the same run in {LedgerFile.FileName}: two machines did not compute the same, or the model does not twice. abm replay {directory} {record.RunId} tells which one is right, or why none is")));
    }

    private StorageException Refusal(string shard, long runId, string message) => StorageException.BadDirectory(string.Create(
        CultureInfo.InvariantCulture, $"Run {runId} of {Shards.PathOf(directory, shard)} {message}."));
}
