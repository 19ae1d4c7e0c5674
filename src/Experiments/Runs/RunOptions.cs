namespace Experiments.Runs;

/// <summary>What does not belong to a study but to one execution of it; never changes results.</summary>
public sealed record RunOptions
{
    /// <summary>The directory that takes the tables; made where it is missing.</summary>
    public required string Directory { get; init; }

    /// <summary>Threads in all, 1 or more: whole runs first, blocks within a run only where there are fewer runs than threads.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Replaces what another study left in the directory. Files that no study wrote are never touched.</summary>
    public bool Force { get; init; }

    /// <summary>Told of progress at most ten times a second, and at the end; called by one thread at a time.</summary>
    public Action<Progress>? Progress { get; init; }
}

/// <summary>How far a study has come.</summary>
/// <param name="Done">Runs that are over.</param>
/// <param name="Total">Runs of the study.</param>
/// <param name="RunsPerSecond">Mean rate so far.</param>
/// <param name="TimeLeft">Estimate at that rate; null before the first run is over.</param>
public readonly record struct Progress(int Done, int Total, double RunsPerSecond, TimeSpan? TimeLeft);
