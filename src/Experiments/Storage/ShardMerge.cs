using System.Globalization;
using Experiments.Runs;

namespace Experiments.Storage;

/// <summary>Copies the runs of one ledger of a study into another: what several machines made becomes one result.</summary>
internal static class ShardMerge
{
    /// <summary>Copies what the target does not have, or has not done.</summary>
    /// <param name="target">Takes the runs; it commits from time to time, and once at the end.</param>
    /// <param name="shard">Gives them.</param>
    /// <param name="name">The shard's name, for a message.</param>
    /// <returns>Number of runs copied.</returns>
    /// <exception cref="StorageException">Both have a run, with other bytes or other parameters; or the file system gave way.</exception>
    public static int Copy(Ledger target, Ledger shard, string name)
    {
        var copied = 0;
        var keys = shard.Keys().GetEnumerator();
        foreach (var record in shard.Records())
        {
            keys.MoveNext();
            if (target.StatusOf(record.RunId) == RunStatus.Done)
            {
                if (record.IsDone)
                    RequireSame(target, record, keys.Current.Key, name);
                continue;
            }
            target.Add(record, keys.Current.Key, shard.PartsOf(record.RunId));
            target.CommitIfDue();
            copied++;
        }
        target.Commit();
        return copied;
    }

    private static void RequireSame(Ledger target, RunRecord record, byte[] key, string name)
    {
        if (!key.AsSpan().SequenceEqual(target.KeyOf(record.RunId)))
            throw StorageException.BadDirectory(Text($"Run {record.RunId} of shard {name} was made with other parameters than the run that is stored: the shard is of another config or design."));
        if (record.Digest != target.Record(record.RunId)!.Digest)
            throw StorageException.BadDirectory(Text($"Run {record.RunId} of shard {name} has other rows than the run that is stored, with the same parameters and seed: the two were made by different builds or machines that do not agree."));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
