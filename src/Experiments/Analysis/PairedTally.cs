using Experiments.Config;
using Experiments.Statistics;
using MathNet.Numerics.Statistics;

namespace Experiments.Analysis;

/// <summary>Compares a response of two scenarios, over pairs of runs of one replication and one row of the design, as they come.</summary>
/// <param name="response">What is compared.</param>
/// <param name="hasUnits">Whether units of evidence are more than single runs (<see cref="Study.UnitOf"/>).</param>
/// <param name="upper">Share of a distribution below the upper end of the intervals.</param>
internal sealed class PairedTally(Response response, bool hasUnits, double upper = Intervals.Upper)
{
    private readonly bool isMean = response.Statistic.IsMeanOverRuns;
    private readonly int parts = response.Statistic.Parts.Count();
    private readonly UnitSums units = new(hasUnits);
    private readonly RunningStatistics differences = new();

    /// <summary>Pairs by which of their runs counts: neither, the baseline's alone, the scenario's alone, both.</summary>
    private readonly int[] counts = new int[4];
    private int pairs;

    /// <summary>Takes a pair; one of which a run has no value tells nothing.</summary>
    public void Add(int unit, Contribution[] scenario, Contribution[] baseline)
    {
        if (Contribution.AreNone(scenario) || Contribution.AreNone(baseline))
            return;
        pairs++;
        if (isMean)
            differences.Push(scenario[0].Top - baseline[0].Top);
        if (response.IsShare && isMean)
            counts[(scenario[0].Top > 0 ? 2 : 0) + (baseline[0].Top > 0 ? 1 : 0)]++;
        if (!isMean || hasUnits)
            units.Add(unit, [.. scenario, .. baseline]);
    }

    public Difference Build()
    {
        var isSample = isMean && !hasUnits;
        return new Difference(response, pairs, isSample ? pairs : units.Count, pairs == 0 ? Estimate.None : isSample ? OfSample() : OfUnits());
    }

    private Estimate OfSample()
    {
        if (response.IsShare)
            return new Estimate((double)(counts[2] - counts[1]) / pairs, Intervals.PairedProportions(counts[3], counts[2], counts[1], counts[0], upper));
        var isCount = response.Statistic is RunStatistic { IsOccurrence: true };
        return new Estimate(differences.Mean, isCount
            ? Intervals.OfEstimate(differences.Mean, Math.Sqrt(differences.Variance / pairs + 2 * Jackknife.AddedVariance(pairs)), pairs - 1, upper)
            : Intervals.Mean(differences, upper));
    }

    private Estimate OfUnits()
    {
        var total = units.Total();
        var value = ValueOf(total, 0) - ValueOf(total, parts);
        if (response.IsShare)
            return new Estimate(value, Intervals.Difference(ShareOf(total, 0), ShareOf(total, parts), units.Correlation(0, parts)));
        var added = ResponseTally.AddedVariance(response.Statistic, total.AsSpan(0, parts), units.Count, pairs)
            + ResponseTally.AddedVariance(response.Statistic, total.AsSpan(parts), units.Count, pairs);
        return new Estimate(value, Intervals.OfVariance(value, units.Variance(sums => ValueOf(sums, 0) - ValueOf(sums, parts)) + added, units.Count, upper));
    }

    private Estimate ShareOf(Contribution[] total, int first)
    {
        var value = ValueOf(total, first);
        return new Estimate(value, Intervals.Share(value, units.Variance(sums => ValueOf(sums, first)), units.Count, total[first].Bottom, upper));
    }

    private double ValueOf(Contribution[] sums, int first) => Contribution.Value(response.Statistic, sums.AsSpan(first, parts));
}
