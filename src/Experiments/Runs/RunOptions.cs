namespace Experiments.Runs;

/// <summary>What does not belong to a study but to one execution of it; never changes results.</summary>
public sealed record RunOptions
{
    /// <summary>The directory that takes the tables; made where it is missing.</summary>
    public required string Directory { get; init; }

    /// <summary>Threads in all, 1 or more: whole runs first, blocks within a run only where there are fewer runs than threads.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Replaces what another study left in the directory, its ledger too; runs of the same study are kept. Files that no study wrote are never touched.</summary>
    public bool Force { get; init; }

    /// <summary>Lets runs of this build stand beside runs that another build made.</summary>
    public bool AcceptBuild { get; init; }

    /// <summary>Refuses a directory whose manifest says that somebody else made it.</summary>
    public bool RefusesForeign { get; init; }

    /// <summary>Runs again what failed before; what timed out is always run again.</summary>
    public bool RetryFailed { get; init; }

    /// <summary>Failures of this execution after which no further run begins; null for as many as may come.</summary>
    public int? MaxFailures { get; init; }

    /// <summary>Time after which a run is given up at its next tick; null for as long as it takes.</summary>
    public TimeSpan? RunTimeLimit { get; init; }

    /// <summary>Time after which the state of a run is kept, again and again, so that what stops it loses no more; null for never.</summary>
    public TimeSpan? CheckpointEvery { get; init; }

    /// <summary>Packs the tables with gzip; a directory whose tables are packed stays so.</summary>
    public bool Gzip { get; init; }

    /// <summary>Told of progress at most ten times a second, and at the end; called by one thread at a time.</summary>
    public Action<Progress>? Progress { get; init; }

    /// <summary>Told, before the first run, what may not be expected of this execution: one sentence a call.</summary>
    public Action<string>? Note { get; init; }
}

/// <summary>How far a study has come.</summary>
/// <param name="Done">Runs that are over, those of earlier executions too.</param>
/// <param name="Total">Runs that the study wants, as far as is known.</param>
/// <param name="RunsPerSecond">Mean rate of this execution so far.</param>
/// <param name="TimeLeft">Estimate at that rate; null until enough runs are over to tell.</param>
/// <param name="Uncertainty">The share by which that estimate may be off, up or down: 1 over the root of the number of runs that it rests on.</param>
public readonly record struct Progress(int Done, int Total, double RunsPerSecond, TimeSpan? TimeLeft, double Uncertainty = 0);
