using Agents;
using Experiments.Config;

namespace Experiments.Runs;

/// <summary>How one run went: its row of runs.csv and of timings.csv.</summary>
internal sealed record RunRecord
{
    public required int RunId { get; init; }

    public required DesignPoint Point { get; init; }

    public required int Replication { get; init; }

    /// <summary>What a failed run said; null for a run that is done.</summary>
    public string? Error { get; init; }

    /// <summary>How it ended; means nothing for a failed run.</summary>
    public Outcome Outcome { get; init; }

    /// <summary>The last row of ticks; means nothing for a failed run.</summary>
    public int LastTick { get; init; }

    /// <summary>The model measures at that row; none for a failed run.</summary>
    public IReadOnlyList<double> EndMeasures { get; init; } = [];

    public DateTime Started { get; init; }

    public TimeSpan Duration { get; init; }

    public bool IsDone => Error is null;
}
