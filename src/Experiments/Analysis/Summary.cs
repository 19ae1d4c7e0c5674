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

    /// <summary>Whether a stop rule has what it wants, as a sentence; empty where there is no rule.</summary>
    public string StopRule { get; init; } = "";

    /// <summary>One entry a scenario, in the order of the config.</summary>
    public required IReadOnlyList<ScenarioSummary> Scenarios { get; init; }

    /// <summary>Every scenario after the first against the first.</summary>
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
/// <param name="Outcomes">One entry for each outcome of the model, in its order; none for a model without outcomes.</param>
/// <param name="BeforeHorizon">All outcomes that end a run before its horizon taken together; null for a model without outcomes.</param>
/// <param name="Measures">One entry for each end measure, in the order of the columns.</param>
public sealed record ScenarioSummary(
    string Scenario,
    int Runs,
    int Failed,
    int? InterventionTick,
    int? EndedBefore,
    IReadOnlyList<OutcomeShare> Outcomes,
    OutcomeShare? BeforeHorizon,
    IReadOnlyList<MeasureMean> Measures);

/// <summary>How often a scenario's runs had one outcome.</summary>
/// <param name="Outcome">Its code, or <see cref="AnyBeforeHorizon"/>.</param>
/// <param name="Count">Number of runs.</param>
/// <param name="Share">Share of the scenario's runs; NaN where there are none.</param>
/// <param name="Interval">95 % interval of the share.</param>
/// <param name="MedianTick">Median tick of the outcome among those of its runs that are not censored; null where there are none.</param>
public sealed record OutcomeShare(string Outcome, int Count, double Share, Interval Interval, double? MedianTick)
{
    /// <summary>Stands for every outcome of a run that is not censored: something ended the run before its horizon.</summary>
    public const string AnyBeforeHorizon = "any before horizon";
}

/// <summary>The mean of one end measure over a scenario's runs.</summary>
/// <param name="Measure">The column's name.</param>
/// <param name="Unit">Its unit, or empty.</param>
/// <param name="Count">Runs that have a value.</param>
/// <param name="Mean">Arithmetic mean; NaN where no run has a value.</param>
/// <param name="StandardDeviation">Sample standard deviation; NaN below two values.</param>
/// <param name="Interval">95 % interval of the mean; NaN below two values.</param>
public sealed record MeasureMean(string Measure, string Unit, int Count, double Mean, double StandardDeviation, Interval Interval);

/// <summary>One scenario against the first, replication by replication (common random numbers).</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Baseline">The first scenario.</param>
/// <param name="InterventionTick">The first row of ticks at which an intervention acts in either; null where there is none.</param>
/// <param name="All">All pairs in which both runs are done.</param>
/// <param name="Reaching">Those among them in which both runs go on past <paramref name="InterventionTick"/>; null where there is none.</param>
public sealed record Comparison(string Scenario, string Baseline, int? InterventionTick, PairedDifferences All, PairedDifferences? Reaching);

/// <summary>Differences (scenario minus baseline) over a set of pairs.</summary>
/// <param name="Pairs">Number of pairs.</param>
/// <param name="Outcomes">Differences of shares, one for each outcome of the model.</param>
/// <param name="BeforeHorizon">Difference of the shares of runs that ended before their horizon; null for a model without outcomes.</param>
/// <param name="Measures">Differences of means, one for each end measure, over the pairs in which both runs have a value.</param>
public sealed record PairedDifferences(int Pairs, IReadOnlyList<Difference> Outcomes, Difference? BeforeHorizon, IReadOnlyList<Difference> Measures);

/// <summary>A difference with its interval.</summary>
/// <param name="Of">The outcome or measure.</param>
/// <param name="Value">Scenario minus baseline; NaN where there is no pair.</param>
/// <param name="Interval">Its 95 % interval.</param>
public sealed record Difference(string Of, double Value, Interval Interval);

/// <summary>An interval, both ends included.</summary>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
public readonly record struct Interval(double Low, double High)
{
    /// <summary>The interval that says nothing.</summary>
    public static Interval None { get; } = new(double.NaN, double.NaN);
}
