using Experiments.Analysis;
using Experiments.Config;
using Experiments.Statistics;

namespace Experiments.Hypotheses;

/// <summary>The effect of a contrast, from replications that share their random numbers across scenarios.</summary>
/// <param name="Effect">The weighted sum of the statistics of all replications; NaN where it cannot be computed.</param>
/// <param name="StandardError">From leaving out one replication, with all its scenarios, at a time; NaN where there is none.</param>
/// <param name="Replications">The replications that counted.</param>
public readonly record struct ContrastEstimate(double Effect, double StandardError, int Replications)
{
    /// <summary>The 95 % interval by Student's t.</summary>
    public Interval Interval => Intervals.OfEstimate(Effect, StandardError, Replications - 1);
}

/// <summary>Computes the effect of one contrast from replications as they come.</summary>
/// <param name="contrast">What is compared.</param>
/// <param name="measures">The measures of the runs, in their order.</param>
/// <param name="ticks">The horizon.</param>
internal sealed class ContrastTally(Contrast contrast, IReadOnlyList<string> measures, int ticks)
{
    private readonly RunStatistic[] parts = [.. contrast.Statistic.Parts];
    private readonly RunReading[] readings = [.. contrast.Statistic.Parts.Select(part => new RunReading(part, measures.ToList().IndexOf(part.Measure ?? ""), ticks))];

    /// <summary>For each replication what each part got in each weighted scenario, scenario by scenario.</summary>
    private readonly List<Contribution[]> replications = [];

    /// <summary>Takes a replication.</summary>
    /// <param name="runs">The runs of one replication, one for each scenario of the study.</param>
    public void Add(IReadOnlyList<SeenRun> runs)
    {
        var row = new Contribution[contrast.Weights.Count * parts.Length];
        for (var i = 0; i < row.Length; i++)
            row[i] = readings[i % parts.Length].Of(runs[contrast.Weights[i / parts.Length].Scenario]);
        replications.Add(row);
    }

    /// <summary>
    /// The estimate. Its variance is the jackknife's over replications (Tukey 1958), which for sums of means is the paired
    /// variance. Where runs count occurrences, that of two added runs with even odds joins it (Agresti and Min 2005), so that
    /// there is an interval too where nothing, or the same, occurred in all of them.
    /// </summary>
    public ContrastEstimate Estimate()
    {
        if (contrast.PairsAbove is { } threshold)
            return OfPairs(threshold);
        var sum = Sum();
        var effect = WeightedSum(sum);
        var left = replications.Select(row => WeightedSum([.. sum.Zip(row, (all, one) => all - one)])).ToList();
        return new(effect, Math.Sqrt(Jackknife.Variance(left) + AddedVariance(sum)), replications.Count);
    }

    private ContrastEstimate OfPairs(double threshold)
    {
        var differences = replications.Select(WeightedSum).Where(value => !double.IsNaN(value)).ToList();
        var (above, count) = ((double)differences.Count(value => value > threshold), differences.Count);
        if (count < 2)
            return new(double.NaN, double.NaN, count);
        var left = differences.Select(value => (above - (value > threshold ? 1 : 0)) / (count - 1)).ToList();
        return new(above / count, Math.Sqrt(Jackknife.Variance(left) + Jackknife.AddedVariance(count)), count);
    }

    private Contribution[] Sum() => replications.Aggregate(
        new Contribution[contrast.Weights.Count * parts.Length],
        (sum, row) => [.. sum.Zip(row, (all, one) => all + one)]);

    private double WeightedSum(Contribution[] row) =>
        contrast.Weights.Select((weight, i) => weight.Weight * Contribution.Value(contrast.Statistic, row.AsSpan(i * parts.Length, parts.Length))).Sum();

    private double AddedVariance(Contribution[] sum)
    {
        if (!contrast.Statistic.IsSum)
            return 0;
        return contrast.Weights.SelectMany((weight, i) => parts.Select((part, j) =>
            part.IsOccurrence ? weight.Weight * weight.Weight * Jackknife.AddedVariance(sum[i * parts.Length + j].Bottom) : 0)).Sum();
    }
}
