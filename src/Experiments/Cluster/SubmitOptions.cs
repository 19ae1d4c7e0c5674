namespace Experiments.Cluster;

/// <summary>What a person says about one submission.</summary>
public sealed record SubmitOptions
{
    /// <summary>The directory of the result; every node must see it under the same name.</summary>
    public required string Directory { get; init; }

    /// <summary>Tasks of the array, 1 or more; null where the config, or else the number of runs, decides.</summary>
    public int? Tasks { get; init; }

    /// <summary>Writes the scripts and submits nothing.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>Options for sbatch, word by word; they win over the config.</summary>
    public IReadOnlyList<string> PassedOn { get; init; } = [];

    /// <summary>The words that start abm on a node; null for <see cref="ThisAbm"/>. No file names them: what stands in a result may be anybody's.</summary>
    public IReadOnlyList<string>? Abm { get; init; }

    /// <summary>The words that start this very program.</summary>
    public required IReadOnlyList<string> ThisAbm { get; init; }

    /// <summary>Replaces what another study left in the directory.</summary>
    public bool Force { get; init; }

    /// <summary>Lets runs of this build stand beside runs that another build made.</summary>
    public bool AcceptBuild { get; init; }

    /// <summary>Refuses a directory that somebody else made, and a last submission that somebody else wrote.</summary>
    public bool RefusesForeign { get; init; }

    /// <summary>Submits again what failed too.</summary>
    public bool RetryFailed { get; init; }

    /// <summary>Time after which a run is given up at its next tick; null for as long as it takes.</summary>
    public TimeSpan? RunTimeLimit { get; init; }

    /// <summary>Time after which the state of a run is kept, again and again, so that what stops it loses no more; null for never.</summary>
    public TimeSpan? CheckpointEvery { get; init; }

    /// <summary>Told what may not be expected of this execution: one sentence a call.</summary>
    public Action<string>? Note { get; init; }
}
