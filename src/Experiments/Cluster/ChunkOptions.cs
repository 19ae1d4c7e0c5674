using Experiments.Storage;

namespace Experiments.Cluster;

/// <summary>What one task of a cluster is to do.</summary>
public sealed record ChunkOptions
{
    /// <summary>The directory of the result, which must have been started.</summary>
    public required string Directory { get; init; }

    /// <summary>The share of the runs.</summary>
    public required Chunk Chunk { get; init; }

    /// <summary>
    /// The name of the shard; what follows a point at its end is the number of the attempt. Null for <c>k-of-K</c>.
    /// </summary>
    public string? Shard { get; init; }

    /// <summary>A file that lists the runs to share out; null for all runs of the study.</summary>
    public string? RunsFile { get; init; }

    /// <summary>Threads, 1 or more.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Lets runs of this build stand beside runs that another build made.</summary>
    public bool AcceptBuild { get; init; }

    /// <summary>Time after which a run is given up at its next tick; null for as long as it takes.</summary>
    public TimeSpan? RunTimeLimit { get; init; }

    /// <summary>Time after which the state of a run is kept, again and again, so that what stops it loses no more; null for never.</summary>
    public TimeSpan? CheckpointEvery { get; init; }

    /// <summary>Does again what failed in an earlier submission.</summary>
    public bool RetryFailed { get; init; }

    /// <summary>Told what may not be expected of this execution: one sentence a call.</summary>
    public Action<string>? Note { get; init; }

    /// <summary>True for what can be a shard's name: letters, digits, points, hyphens and underscores, at most 100.</summary>
    public static bool IsShardName(string text) => Shards.IsName(text);
}

/// <summary>What became of a task, a merge or a submission.</summary>
/// <param name="ExitCode">0 done; 1 a run failed or runs are missing; 2 a directory or file cannot be used; 3 no space, or the file system was lost.</param>
/// <param name="Message">One or more lines for the person who asked.</param>
public sealed record ClusterResult(int ExitCode, string Message);
