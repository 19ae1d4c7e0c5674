using System.Globalization;
using Experiments.Storage;

namespace Experiments.Runs;

/// <summary>What the shards of a study hold that no merge has taken over, as their tasks last said; looking never disturbs them.</summary>
/// <param name="Count">Shards.</param>
/// <param name="Done">Runs that are done.</param>
/// <param name="Failed">Runs that threw.</param>
/// <param name="TimedOut">Runs that took longer than a run may.</param>
/// <param name="Running">Runs that tasks are at.</param>
/// <param name="TimeLeft">Estimate of the slowest task at work; null where nothing can be told.</param>
/// <param name="Uncertainty">The share by which that estimate may be off.</param>
/// <param name="Writing">Shards whose task seems to be at work.</param>
internal sealed record ShardsProgress(int Count, int Done, int Failed, int TimedOut, int Running, TimeSpan? TimeLeft, double Uncertainty, int Writing)
{
    /// <summary>A task speaks about once a second, or after each run; one that was silent for longer may be dead.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(10);

    /// <summary>The sum over all shards, or null where there is none.</summary>
    /// <exception cref="StorageException">A shard cannot be read.</exception>
    public static ShardsProgress? Of(string directory)
    {
        var shards = Shards.Of(directory).Select(shard => Shards.PathOf(directory, shard)).Select(One).ToList();
        return shards.Count == 0 ? null : shards.Aggregate(Sum);
    }

    /// <summary>The runs of the study's own ledger, and these; two attempts may hold the same ones.</summary>
    public ProgressFile AddedTo(ProgressFile merged) => merged with
    {
        Done = Math.Min(merged.Total, merged.Done + Done),
        Failed = merged.Failed + Failed,
        TimedOut = merged.TimedOut + TimedOut,
    };

    /// <summary>What to do next.</summary>
    public string Advice(string directory) => Writing > 0
        ? string.Create(CultureInfo.InvariantCulture, $"Tasks write {Writing} of {Count} shards. Once they are over, abm merge {directory} puts the shards together.")
        : string.Create(CultureInfo.InvariantCulture, $"No task is known to write the {Count} shards: abm merge {directory} puts them together, and says what is missing.");

    private static ShardsProgress One(string shard)
    {
        var isHeld = DirectoryLock.MayBeHeld(shard);
        if (ProgressFile.Read(shard) is { } told)
        {
            var isAtWork = isHeld && DateTime.UtcNow - told.Updated < Silence;
            var left = isAtWork && told.SecondsLeft is { } seconds ? TimeSpan.FromSeconds(Math.Max(0, seconds - (DateTime.UtcNow - told.Updated).TotalSeconds)) : (TimeSpan?)null;
            return new ShardsProgress(1, told.Done, told.Failed, told.TimedOut, isAtWork ? told.Running : 0, left, told.Uncertainty, isAtWork ? 1 : 0);
        }
        // Without its word, one that was not closed in order may be in the middle of a commit.
        if (isHeld || !File.Exists(Path.Combine(shard, LedgerFile.FileName)) || File.Exists(Path.Combine(shard, LedgerFile.JournalName)))
            return new ShardsProgress(1, 0, 0, 0, 0, null, 0, isHeld ? 1 : 0);
        var counts = Ledger.Count(shard);
        return new ShardsProgress(1, counts[RunStatus.Done], counts[RunStatus.Failed], counts[RunStatus.TimedOut], 0, null, 0, 0);
    }

    /// <summary>Both together; the one that takes longer says how long.</summary>
    private static ShardsProgress Sum(ShardsProgress one, ShardsProgress other)
    {
        var later = one.TimeLeft > other.TimeLeft || other.TimeLeft is null ? one : other;
        return new ShardsProgress(
            one.Count + other.Count, one.Done + other.Done, one.Failed + other.Failed, one.TimedOut + other.TimedOut, one.Running + other.Running,
            later.TimeLeft, later.Uncertainty, one.Writing + other.Writing);
    }
}
