using Experiments.Runs;

namespace Experiments.Hypotheses;

/// <summary>What belongs to one execution of a judge; never changes results.</summary>
public sealed record JudgeOptions
{
    /// <summary>The directory that takes hypotheses.csv and a folder for each hypothesis; made where it is missing.</summary>
    public required string Directory { get; init; }

    /// <summary>Threads, 1 or more.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Time after which the state of a run is kept, again and again, so that what stops it loses no more; null for never.</summary>
    public TimeSpan? CheckpointEvery { get; init; }

    /// <summary>Lets runs of this build stand beside runs that another build made.</summary>
    public bool AcceptBuild { get; init; }

    /// <summary>Replaces what another study left in the folder of a hypothesis.</summary>
    public bool Force { get; init; }

    /// <summary>Goes on until the power suffices; null where each hypothesis has the replications that its study says.</summary>
    public PowerRule? Power { get; init; }

    /// <summary>Told, before the first run, what may not be expected of this execution: one sentence a call.</summary>
    public Action<string>? Note { get; init; }

    /// <summary>Told how far the runs of all hypotheses have come, and which one is at it; called by one thread at a time.</summary>
    public Action<string, Progress>? Progress { get; init; }
}

/// <summary>What became of a judge.</summary>
public sealed record JudgeResult
{
    /// <summary>0 done; 1 interrupted, or runs failed; 2 a directory cannot be used; 3 no space, or the file system was lost.</summary>
    public required int ExitCode { get; init; }

    /// <summary>The directory.</summary>
    public required string Directory { get; init; }

    /// <summary>Lines for the person who asked; empty where there is nothing to say.</summary>
    public string Message { get; init; } = "";

    /// <summary>True when it was cancelled: calling again goes on from the runs that were over.</summary>
    public bool IsInterrupted { get; init; }

    /// <summary>One for each hypothesis; none where the runs are not all over.</summary>
    public IReadOnlyList<Judgement> Judgements { get; init; } = [];
}
