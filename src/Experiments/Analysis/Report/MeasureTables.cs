using Experiments.Storage;
using MathNet.Numerics.Statistics;

namespace Experiments.Analysis.Report;

/// <summary>Means, quantiles and shares.</summary>
internal static class MeasureTables
{
    private static readonly (string Name, double Probability)[] ShownQuantiles =
        [("q05", 0.05), ("q25", 0.25), (Median, 0.5), ("q75", 0.75), ("q95", 0.95)];

    public const string Mean = "mean";

    public const string Deviation = "sd";

    public const string Median = "median";

    /// <summary>Statistics of the end measures, scenario by scenario.</summary>
    public static IEnumerable<MeasureStatistic> Statistics(RunSet runs, Responses responses, Bootstrap bootstrap)
    {
        foreach (var (own, scenario) in runs.Done.Zip(runs.Study.Scenarios))
        {
            foreach (var measure in responses.Measures)
            {
                var sorted = Values(own, responses.Reader(measure)).Order().ToArray();
                if (sorted.Length == 0)
                    continue;
                MeasureStatistic Row(string statistic, double value, Interval interval) =>
                    new(scenario.Name, measure, statistic, sorted.Length, new Estimate(value, interval));
                yield return Row(Mean, sorted.Average(), bootstrap.Mean(sorted));
                yield return Row(Deviation, sorted.StandardDeviation(), Interval.None);
                var intervals = bootstrap.QuantilesOf(sorted, [.. ShownQuantiles.Select(quantile => quantile.Probability)]);
                foreach (var (quantile, interval) in ShownQuantiles.Zip(intervals))
                    yield return Row(quantile.Name, Quantiles.Of(sorted, quantile.Probability), interval);
            }
        }
    }

    /// <summary>Shares of the outcomes, scenario by scenario; where all are asked for, first those before the horizon together.</summary>
    public static IEnumerable<OutcomeProportion> Shares(RunSet runs, Responses responses) =>
        from scenario in runs.Summary.Scenarios
        from share in All(scenario)
        where share.Outcome == OutcomeShare.AnyBeforeHorizon ? responses.Outcomes.Count == scenario.Outcomes.Count : responses.Outcomes.Any(outcome => outcome.Name == share.Outcome)
        select new OutcomeProportion(scenario.Scenario, share.Outcome, share.Count, scenario.Runs, new Estimate(share.Share, share.Interval));

    /// <summary>Means and shares of every design point that has a run, made as they are read.</summary>
    public static IEnumerable<PointMean> ByDesignPoint(RunSet runs, Responses responses)
    {
        var scenarios = runs.Study.Scenarios;
        var rows = runs.Done.Select(own => own.ToLookup(runs.RowOf)).ToList();
        for (var row = 1; row <= runs.Study.Design.Rows; row++)
        {
            for (var scenario = 0; scenario < scenarios.Count; scenario++)
            {
                var own = rows[scenario][row].ToList();
                foreach (var response in responses.All)
                {
                    var values = Values(own, responses.Reader(response));
                    if (values.Length > 0)
                        yield return new PointMean((row - 1) * scenarios.Count + scenario + 1, row, scenarios[scenario].Name, response, values.Length, Average(response, values));
                }
            }
        }
    }

    /// <summary>What runs answer, without those that have no value.</summary>
    public static double[] Values(IEnumerable<RunRecord> runs, Func<RunRecord, double> read) => [.. runs.Select(read).Where(value => !double.IsNaN(value))];

    private static Estimate Average(Response response, double[] values) => response.Kind == Response.Outcome
        ? new Estimate(values.Average(), Intervals.Wilson((int)values.Sum(), values.Length))
        : new Estimate(values.Average(), Intervals.Mean(new RunningStatistics(values)));

    private static IEnumerable<OutcomeShare> All(ScenarioSummary scenario) =>
        scenario.BeforeHorizon is { } any ? scenario.Outcomes.Prepend(any) : scenario.Outcomes;
}
