using Experiments.Analysis;

namespace Experiments.Runs;

/// <summary>What became of a study.</summary>
public sealed record StudyResult
{
    /// <summary>
    /// 0 done; 1 a run failed, or the result is partial because of an interruption; 2 the directory cannot be used;
    /// 3 no space, or the file system was lost.
    /// </summary>
    public required int ExitCode { get; init; }

    /// <summary>The directory: its full path, or what was asked for where it was refused.</summary>
    public required string Directory { get; init; }

    /// <summary>One or more lines for the person who asked; empty where there is nothing to say.</summary>
    public string Message { get; init; } = "";

    /// <summary>True when it was cancelled: the runs that were over by then, in run_id order, are kept.</summary>
    public bool IsInterrupted { get; init; }

    /// <summary>True when the directory already held this study, complete, and nothing was run.</summary>
    public bool WasStored { get; init; }

    /// <summary>The final table, null where no run was stored.</summary>
    public Summary? Summary { get; init; }

    /// <summary>The first hundred runs that failed, in run_id order; timings.csv has all.</summary>
    public IReadOnlyList<RunFailure> Failures { get; init; } = [];
}

/// <summary>A run that threw.</summary>
/// <param name="RunId">From 1.</param>
/// <param name="Scenario">Its scenario.</param>
/// <param name="Seed">The study's seed.</param>
/// <param name="Replication">Its replication, from 1.</param>
/// <param name="Message">What it said.</param>
public sealed record RunFailure(int RunId, string Scenario, int Seed, int Replication, string Message);
