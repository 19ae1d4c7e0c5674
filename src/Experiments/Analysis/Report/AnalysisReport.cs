using Experiments.Analysis.Discovery;
using Experiments.Analysis.Sensitivity;
using Experiments.Analysis.Survival;
using Experiments.Config;

namespace Experiments.Analysis.Report;

/// <summary>What a stored result says, as data.</summary>
public sealed record AnalysisReport
{
    /// <summary>How the intervals of means, quantiles, shares and differences are made, and from what: sentences for a footnote.</summary>
    public required string Method { get; init; }

    /// <summary>The study's name.</summary>
    public required string Study { get; init; }

    /// <summary>The model's name.</summary>
    public required string Model { get; init; }

    /// <summary>The real unit of a tick, singular.</summary>
    public required string TickUnit { get; init; }

    /// <summary>The rows of ticks at which cumulative incidence is of interest.</summary>
    public required IReadOnlyList<int> Until { get; init; }

    /// <summary>Runs that are done: all tables are about these.</summary>
    public required int Runs { get; init; }

    /// <summary>What a reader must know, one sentence each: failed and missing runs, answers without indices.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Statistics of the end measures by scenario.</summary>
    public required IReadOnlyList<MeasureStatistic> Measures { get; init; }

    /// <summary>Shares of the outcomes by scenario.</summary>
    public required IReadOnlyList<ScenarioEstimate> Outcomes { get; init; }

    /// <summary>The responses of the config by scenario.</summary>
    public required IReadOnlyList<ScenarioEstimate> Responses { get; init; }

    /// <summary>Scenarios in the order of a response; none where no order was asked for.</summary>
    public required IReadOnlyList<RankedScenario> Ranking { get; init; }

    /// <summary>The design row by row, where it is short enough to be read; null for a longer one, or none.</summary>
    public required ShortDesign? Rows { get; init; }

    /// <summary>What each factor does, where the design goes through levels.</summary>
    public IReadOnlyList<MainEffect> MainEffects { get; init; } = [];

    /// <summary>What two factors do together in each scenario, in one response: those that were asked for or matter most. heat_map.csv has the others.</summary>
    public IReadOnlyList<HeatMap> HeatMaps { get; init; } = [];

    /// <summary>The comparisons of the study, run by run.</summary>
    public required IReadOnlyList<PairedDifference> Differences { get; init; }

    /// <summary>Cumulative incidence of the outcomes that end a run before its horizon, by scenario.</summary>
    public required IReadOnlyList<IncidenceCurve> Incidence { get; init; }

    /// <summary>Runs that nothing has ended yet, by scenario.</summary>
    public required IReadOnlyList<SurvivalCurve> Survival { get; init; }

    /// <summary>Sobol' indices, where the design is Saltelli's and complete.</summary>
    public required IReadOnlyList<SobolSet> Sobol { get; init; }

    /// <summary>Morris measures, where the design is Morris's and complete.</summary>
    public required IReadOnlyList<MorrisSet> Morris { get; init; }

    /// <summary>First-order indices, where the rows of the design are a sample of its factors.</summary>
    public required IReadOnlyList<FirstOrderSet> FirstOrder { get; init; }

    /// <summary>Boxes for the cases that were asked for.</summary>
    public required IReadOnlyList<PrimSet> Prim { get; init; }
}

/// <summary>A statistic of one end measure over a scenario's runs.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Measure">The measure.</param>
/// <param name="Statistic">mean, sd, q05, q25, median, q75 or q95.</param>
/// <param name="Runs">Runs that have a value.</param>
/// <param name="Replications">What the interval resamples: runs, or whole replications where rows of the design share their random numbers.</param>
/// <param name="Estimate">The statistic with its interval.</param>
public sealed record MeasureStatistic(string Scenario, Response Measure, string Statistic, int Runs, int Replications, Estimate Estimate);

/// <summary>A response in one scenario.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Estimate">The response, estimated.</param>
public sealed record ScenarioEstimate(string Scenario, ResponseEstimate Estimate);

/// <summary>A scenario's place in the order of a response.</summary>
/// <param name="Rank">From 1 for the least difference.</param>
/// <param name="Scenario">The scenario.</param>
/// <param name="Baseline">The one that it is compared with.</param>
/// <param name="Value">The response in the scenario.</param>
/// <param name="Difference">Scenario minus baseline, with an interval that holds for all of them at once.</param>
public sealed record RankedScenario(int Rank, string Scenario, string Baseline, ResponseEstimate Value, Difference Difference);

/// <summary>Mean of a response at one design point.</summary>
/// <param name="DesignId">The design point, from 1.</param>
/// <param name="Row">The row of the design, from 1.</param>
/// <param name="Scenario">The scenario.</param>
/// <param name="Response">What was measured.</param>
/// <param name="Runs">Runs that have a value.</param>
/// <param name="Mean">The mean or share with its interval.</param>
public sealed record PointMean(int DesignId, int Row, string Scenario, Response Response, int Runs, Estimate Mean);

/// <summary>A design that can be read row by row.</summary>
/// <param name="Factors">What varies.</param>
/// <param name="Levels">The factors' values at each design point, as configs write them; empty where a factor is another scenario's.</param>
/// <param name="Means">Means of the responses at the design points.</param>
public sealed record ShortDesign(IReadOnlyList<string> Factors, IReadOnlyList<IReadOnlyList<string>> Levels, IReadOnlyList<PointMean> Means)
{
    /// <summary>Most rows of one.</summary>
    public const int MostRows = 40;
}

/// <summary>A response's difference between two scenarios.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Baseline">The one that it is compared with.</param>
/// <param name="PastTick">Null for all pairs; else only those in which both runs went on past this row of ticks, the first at which an intervention acts in either.</param>
/// <param name="Difference">Scenario minus baseline.</param>
public sealed record PairedDifference(string Scenario, string Baseline, int? PastTick, Difference Difference);

/// <summary>Cumulative incidence in one scenario.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Outcomes">The outcomes that compete, in the order of the steps' causes.</param>
/// <param name="Steps">Ascending in time.</param>
public sealed record IncidenceCurve(string Scenario, IReadOnlyList<string> Outcomes, IReadOnlyList<IncidenceStep> Steps);

/// <summary>Survival in one scenario.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Steps">Ascending in time.</param>
public sealed record SurvivalCurve(string Scenario, IReadOnlyList<SurvivalStep> Steps);

/// <summary>Sobol' indices of one response in one scenario.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Response">What was measured: its mean over the replications of each row.</param>
/// <param name="Replications">Replications that were averaged first.</param>
/// <param name="Factors">The factors, in the order of the indices; null for one that does not act in this scenario.</param>
/// <param name="Indices">The indices.</param>
public sealed record SobolSet(string Scenario, Response Response, int Replications, IReadOnlyList<string?> Factors, SobolIndices Indices);

/// <summary>Morris measures of one response in one scenario.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Response">What was measured: its mean over the replications of each row.</param>
/// <param name="Replications">Replications that were averaged first.</param>
/// <param name="Factors">The factors or groups, in the order of the measures; null for one that does not act in this scenario.</param>
/// <param name="Measures">The measures.</param>
public sealed record MorrisSet(string Scenario, Response Response, int Replications, IReadOnlyList<string?> Factors, MorrisMeasures Measures);

/// <summary>First-order indices of one response in one scenario.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Response">What was measured: its answer over the replications of each row.</param>
/// <param name="Replications">Replications of a row, at most.</param>
/// <param name="Factors">The factors that act in this scenario, in the order of the indices.</param>
/// <param name="Indices">The indices.</param>
public sealed record FirstOrderSet(string Scenario, Response Response, int Replications, IReadOnlyList<string> Factors, FirstOrderIndices Indices)
{
    /// <summary>The factors by their index, the greatest first.</summary>
    public IEnumerable<(string Factor, FactorShare Share)> Ranked => Factors.Zip(Indices.Factors).OrderByDescending(pair => pair.Second.First.Value);
}

/// <summary>The boxes for one kind of case in one scenario.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Condition">What makes a run a case of interest, as it was asked for.</param>
/// <param name="Points">Rows of the design that have a run with a value.</param>
/// <param name="Runs">Their runs with a value.</param>
/// <param name="Cases">Runs that are cases of interest.</param>
/// <param name="Missing">Runs that have no value of what was asked, and so are no cases, and no others either.</param>
/// <param name="Note">What a reader must know; empty where that is nothing.</param>
/// <param name="Factors">The factors that a box can restrict, with their words.</param>
/// <param name="Result">The boxes; null where no run is a case, or every run is.</param>
public sealed record PrimSet(string Scenario, string Condition, int Points, int Runs, int Cases, int Missing, string Note, IReadOnlyList<PrimFactorName> Factors, PrimResult? Result);

/// <summary>A factor's name, and the words of its categories.</summary>
/// <param name="Key">As in the design.</param>
/// <param name="Categories">The word of each category by its number; empty for a factor whose values have an order.</param>
public sealed record PrimFactorName(string Key, IReadOnlyList<string> Categories);
