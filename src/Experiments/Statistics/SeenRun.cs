using Agents;
using Experiments.Config;
using Experiments.Storage;

namespace Experiments.Statistics;

/// <summary>What targets can ask of one run that is done.</summary>
public sealed record SeenRun
{
    /// <summary>The scenario's number, from 0.</summary>
    public required int Scenario { get; init; }

    /// <summary>How it ended.</summary>
    public Outcome Outcome { get; init; }

    /// <summary>Its last row of ticks.</summary>
    public int LastTick { get; init; }

    /// <summary>The measures at the end, in the order of the study's.</summary>
    public IReadOnlyList<double> EndMeasures { get; init; } = [];

    /// <summary>The measures at the rows of ticks that were kept.</summary>
    public IReadOnlyList<(int Tick, double[] Values)> Rows { get; init; } = [];

    /// <summary>Its events, in order.</summary>
    public IReadOnlyList<SeenEvent> Events { get; init; } = [];

    /// <summary>
    /// The run as if it had ended with its outcome, where it has gone on after it: so that what is counted and timed is the same
    /// whether a model stops at its outcome or not. The measures at the end stay those of its end.
    /// </summary>
    internal SeenRun UpToOutcome() => Outcome.Censored || Outcome.Tick >= LastTick
        ? this
        : this with
        {
            LastTick = Outcome.Tick,
            Rows = [.. Rows.Where(row => row.Tick <= Outcome.Tick)],
            Events = [.. Events.Where(one => one.Tick <= Outcome.Tick)],
        };

    /// <summary>A run that is done, as far as its record tells: without rows of ticks and events.</summary>
    internal static SeenRun Of(RunRecord record, Study study) => new()
    {
        Scenario = (record.DesignId - 1) % study.Scenarios.Count,
        Outcome = record.Outcome,
        LastTick = record.LastTick,
        EndMeasures = record.EndMeasures,
    };
}

/// <summary>One event of a run.</summary>
/// <param name="Name">Its kind.</param>
/// <param name="Subject">To whom it happened.</param>
/// <param name="Tick">The row of ticks that first shows it.</param>
/// <param name="Details">What more is said of it, in words with spaces or commas between.</param>
public readonly record struct SeenEvent(string Name, string Subject, int Tick, string Details = "")
{
    private static readonly char[] Separators = [' ', ',', ';'];

    /// <summary>Whether a word is among its details.</summary>
    public bool Says(string word) => Details.Split(Separators, StringSplitOptions.RemoveEmptyEntries).Contains(word);
}
