using Experiments.Config;
using Experiments.Storage;

namespace Experiments.Analysis.Report;

/// <summary>Means, quantiles and shares.</summary>
internal static class MeasureTables
{
    private static readonly (string Name, double Probability)[] ShownQuantiles =
        [("q05", 0.05), ("q25", 0.25), (Median, 0.5), ("q75", 0.75), ("q95", 0.95)];

    /// <summary>Measures that are held in memory at a time.</summary>
    private const int MostTogether = 16;

    public const string Mean = "mean";
    public const string Deviation = "sd";
    public const string Median = "median";

    /// <summary>Statistics of the end measures, scenario by scenario.</summary>
    public static IEnumerable<MeasureStatistic> Statistics(RunSet runs, Responses responses, Bootstrap bootstrap)
    {
        foreach (var (own, scenario) in runs.Done.Zip(runs.Summary.Scenarios))
        {
            foreach (var some in responses.Chosen(scenario.OfKind(Response.Measure), estimate => estimate.Response).Where(mean => mean.Runs > 0).Chunk(MostTogether))
            {
                foreach (var (mean, quantiles) in some.Zip(Quantiles(runs, own, [.. some.Select(mean => responses.Reader(mean.Response))], bootstrap)))
                {
                    MeasureStatistic Row(string statistic, Estimate estimate) =>
                        new(scenario.Scenario, mean.Response, statistic, mean.Runs, mean.Replications, estimate);
                    yield return Row(Mean, mean.Estimate);
                    yield return Row(Deviation, new Estimate(mean.StandardDeviation, Interval.None));
                    foreach (var (quantile, estimate) in ShownQuantiles.Zip(quantiles))
                        yield return Row(quantile.Name, estimate);
                }
            }
        }
    }

    /// <summary>Estimates of a kind, scenario by scenario.</summary>
    public static IEnumerable<ScenarioEstimate> Estimates(RunSet runs, Responses responses, string kind) =>
        from scenario in runs.Summary.Scenarios
        from estimate in responses.Chosen(scenario.OfKind(kind), one => one.Response)
        select new ScenarioEstimate(scenario.Scenario, estimate);

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
                    // Runs of one row draw numbers of their own.
                    var tally = new ResponseTally(response, hasUnits: false);
                    foreach (var run in own)
                        tally.Add(run.Replication, responses.PartsOf(response, run));
                    if (tally.Build() is { Runs: > 0 } estimate)
                        yield return new PointMean((row - 1) * scenarios.Count + scenario + 1, row, scenarios[scenario].Name, response, estimate.Runs, estimate.Estimate);
                }
            }
        }
    }

    /// <summary>The quantiles of several measures, which share their resamples.</summary>
    private static List<Estimate[]> Quantiles(RunSet runs, IReadOnlyList<RunRecord> own, IReadOnlyList<Func<RunRecord, double>> readers, Bootstrap bootstrap)
    {
        var samples = readers.Select(read => SampleOf(runs, own, read)).ToList();
        var intervals = bootstrap.QuantilesOf(samples, [.. ShownQuantiles.Select(quantile => quantile.Probability)]);
        return [.. samples.Zip(intervals, (sample, all) => ShownQuantiles.Zip(all, (quantile, interval) => new Estimate(Analysis.Quantiles.Of(sample.Sorted, quantile.Probability), interval)).ToArray())];
    }

    private static (double[] Sorted, IReadOnlyList<int> Units) SampleOf(RunSet runs, IReadOnlyList<RunRecord> own, Func<RunRecord, double> read)
    {
        var sample = own.Select(run => (Value: read(run), Unit: runs.Study.UnitOf(run.RunId))).Where(one => !double.IsNaN(one.Value)).OrderBy(one => one.Value).ToList();
        return ([.. sample.Select(one => one.Value)], [.. sample.Select(one => one.Unit)]);
    }
}
