using Experiments.Calibration.Guided;
using Experiments.Runs;

namespace Experiments.Calibration;

/// <summary>What belongs to one execution of a calibration; never changes results.</summary>
public sealed record CalibrationOptions
{
    /// <summary>The directory that takes the result; made where it is missing.</summary>
    public required string Directory { get; init; }

    /// <summary>Threads, 1 or more.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Time after which the state of a run is kept, again and again, so that what stops it loses no more; null for never.</summary>
    public TimeSpan? CheckpointEvery { get; init; }

    /// <summary>Lets runs of this build stand beside runs that another build made.</summary>
    public bool AcceptBuild { get; init; }

    /// <summary>Replaces what another calibration left in the directory.</summary>
    public bool Force { get; init; }

    /// <summary>Told what was found to be lost or changed and is made again: one sentence a call.</summary>
    public Action<string>? Note { get; init; }

    /// <summary>Told how far the runs of a batch have come, at most ten times a second; called by one thread at a time.</summary>
    public Action<CalibrationProgress>? Progress { get; init; }

    /// <summary>Told of each generation as it is complete.</summary>
    public Action<Generation>? GenerationDone { get; init; }

    /// <summary>Told of each round of a guided search as it is complete.</summary>
    public Action<GuidedRound>? RoundDone { get; init; }
}

/// <summary>How far a calibration has come.</summary>
/// <param name="Generation">From 1; 0 for the draws that are run anew at the end.</param>
/// <param name="Batch">From 1 in each generation.</param>
/// <param name="Runs">The runs of that batch.</param>
public readonly record struct CalibrationProgress(int Generation, int Batch, Progress Runs);

/// <summary>What became of a calibration.</summary>
public sealed record CalibrationResult
{
    /// <summary>0 done; 1 interrupted; 2 the directory cannot be used, or nothing could be found; 3 no space, or the file system was lost.</summary>
    public required int ExitCode { get; init; }

    /// <summary>The directory.</summary>
    public required string Directory { get; init; }

    /// <summary>Lines for the person who asked; empty where there is nothing to say.</summary>
    public string Message { get; init; } = "";

    /// <summary>True when it was cancelled: calling again goes on from the runs that were over.</summary>
    public bool IsInterrupted { get; init; }

    /// <summary>The search by distances; null for a guided one, and where none was begun.</summary>
    public AbcResult? Search { get; init; }

    /// <summary>The guided search; null for one by distances, and where none was begun.</summary>
    public GuidedResult? Guided { get; init; }

    /// <summary>The posterior sample; null where there is none.</summary>
    public Generation? Posterior { get; init; }

    /// <summary>One entry for each parameter sought.</summary>
    public IReadOnlyList<PosteriorParameter> Parameters { get; init; } = [];

    /// <summary>One entry for each target.</summary>
    public IReadOnlyList<TargetFit> Fits { get; init; } = [];

    /// <summary>Runs that failed; a proposal with one of them is not used.</summary>
    public int FailedRuns { get; init; }

    /// <summary>Proposals whose values the model refused to combine; they count as outside the prior.</summary>
    public int RefusedProposals { get; init; }
}
