using Experiments.Config;

namespace Experiments.Analysis;

/// <summary>The final table of a study, as data. Failed runs stand apart and are in no share or mean.</summary>
public sealed record Summary
{
    /// <summary>The study's name.</summary>
    public required string Study { get; init; }

    /// <summary>The model's name.</summary>
    public required string Model { get; init; }

    /// <summary>The real unit of a tick, singular.</summary>
    public required string TickUnit { get; init; }

    /// <summary>Runs of the whole study; where more are missing than failed, this is a partial result.</summary>
    public required int Planned { get; init; }

    /// <summary>Rows of the design, over all of which the shares and means go.</summary>
    public int DesignRows { get; init; } = 1;

    /// <summary>True where runs of one replication are copies of one another, so that intervals leave out whole replications.</summary>
    public bool IsClustered { get; init; }

    /// <summary>Replications that have a run.</summary>
    public int Replications { get; init; }

    /// <summary>Whether a stop rule has what it wants, as a sentence; empty where there is no rule.</summary>
    public string StopRule { get; init; } = "";

    /// <summary>One entry a scenario, in the order of the config.</summary>
    public required IReadOnlyList<ScenarioSummary> Scenarios { get; init; }

    /// <summary>The comparisons of the study: every other scenario with the baseline, and its pairs.</summary>
    public required IReadOnlyList<Comparison> Comparisons { get; init; }

    /// <summary>How the intervals were computed, with sources: one sentence for a footnote.</summary>
    public required string Method { get; init; }
}

/// <summary>The runs of one scenario.</summary>
/// <param name="Scenario">Its name.</param>
/// <param name="Runs">Runs that are done.</param>
/// <param name="Failed">Runs that failed.</param>
/// <param name="InterventionTick">
/// The first row of ticks at which an intervention acts in it, or in any scenario where it has none itself; null where
/// no scenario has one. A run that is over by then (its last row is this one or an earlier one) never sees it.
/// </param>
/// <param name="EndedBefore">Runs that were over by <paramref name="InterventionTick"/>; null where there is none.</param>
/// <param name="Responses">One entry for each response of the study (<see cref="Response.Of"/>), in their order.</param>
/// <param name="MedianTicks">For outcomes, by name, the median tick among those of their runs that are not censored; none where there are none.</param>
public sealed record ScenarioSummary(
    string Scenario,
    int Runs,
    int Failed,
    int? InterventionTick,
    int? EndedBefore,
    IReadOnlyList<ResponseEstimate> Responses,
    IReadOnlyDictionary<string, double> MedianTicks)
{
    /// <summary>The responses of one kind.</summary>
    public IEnumerable<ResponseEstimate> OfKind(string kind) => Responses.Where(estimate => estimate.Response.Kind == kind);
}

/// <summary>One scenario against another, replication by replication (common random numbers).</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Baseline">The one that it is compared with.</param>
/// <param name="InterventionTick">The first row of ticks at which an intervention acts in either; null where there is none.</param>
/// <param name="All">All pairs in which both runs are done.</param>
/// <param name="Reaching">Those among them in which both runs go on past <paramref name="InterventionTick"/>; null where there is none.</param>
public sealed record Comparison(string Scenario, string Baseline, int? InterventionTick, PairedDifferences All, PairedDifferences? Reaching);

/// <summary>Differences (scenario minus baseline) over a set of pairs.</summary>
/// <param name="Pairs">Number of pairs.</param>
/// <param name="Responses">The difference of each response of the study, in their order.</param>
public sealed record PairedDifferences(int Pairs, IReadOnlyList<Difference> Responses);

/// <summary>The difference of a response between two scenarios.</summary>
/// <param name="Response">What is compared.</param>
/// <param name="Pairs">Pairs in which both runs have a value.</param>
/// <param name="Replications">What the interval leaves out one at a time: pairs, or whole replications where rows of the design share their random numbers.</param>
/// <param name="Estimate">Scenario minus baseline.</param>
public sealed record Difference(Response Response, int Pairs, int Replications, Estimate Estimate);

/// <summary>An interval, both ends included.</summary>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
public readonly record struct Interval(double Low, double High)
{
    /// <summary>The interval that says nothing.</summary>
    public static Interval None { get; } = new(double.NaN, double.NaN);
}
