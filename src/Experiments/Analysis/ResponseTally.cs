using Experiments.Config;
using Experiments.Statistics;
using MathNet.Numerics.Statistics;

namespace Experiments.Analysis;

/// <summary>A response of one scenario, estimated from its runs.</summary>
/// <param name="Response">What was asked.</param>
/// <param name="Runs">Runs that have a value.</param>
/// <param name="Replications">What the interval leaves out one at a time: runs, whole replications where rows of the design share their random numbers, or rows that are a sample.</param>
/// <param name="Count">For a share the runs, or periods, that count; NaN for others.</param>
/// <param name="StandardDeviation">Of the runs' values; NaN for what is no mean of values over runs, and below two of them.</param>
/// <param name="Estimate">The estimate.</param>
public sealed record ResponseEstimate(Response Response, int Runs, int Replications, double Count, double StandardDeviation, Estimate Estimate);

/// <summary>Estimates a response of one scenario from runs as they come.</summary>
/// <param name="response">What is asked.</param>
/// <param name="hasUnits">Whether units of evidence are more than single runs (<see cref="Study.UnitOf"/>).</param>
internal sealed class ResponseTally(Response response, bool hasUnits)
{
    private readonly bool isMean = response.Statistic.IsMeanOverRuns;
    private readonly UnitSums units = new(hasUnits);
    private readonly RunningStatistics values = new();
    private bool isTruth = response.Statistic is RunStatistic { Measure: not null };
    private double count;
    private int runs;

    /// <summary>
    /// A share, or a measure that is 0 or 1 in every run, and each in some: its mean is the share of those where it is 1, and an
    /// interval as that of any other mean would leave what is possible.
    /// </summary>
    private bool IsShare => response.IsShare || (isTruth && values.Minimum < values.Maximum);

    /// <summary>Takes a run.</summary>
    /// <param name="unit">Its unit of evidence.</param>
    /// <param name="parts">What it adds to each part of the statistic.</param>
    public void Add(int unit, Contribution[] parts)
    {
        if (Contribution.AreNone(parts))
            return;
        runs++;
        count += parts[0].Top;
        if (isMean)
            values.Push(parts[0].Top);
        isTruth &= parts[0].Top is 0 or 1;
        // A sample of single runs needs no more than its moments.
        if (!isMean || hasUnits)
            units.Add(unit, parts);
    }

    public ResponseEstimate Build()
    {
        var isSample = isMean && !hasUnits;
        return new ResponseEstimate(
            response, runs, isSample ? runs : units.Count, response.IsShare ? count : double.NaN,
            isMean && !response.IsShare ? values.StandardDeviation : double.NaN,
            runs == 0 ? Estimate.None : Possible(isSample ? OfSample() : OfUnits()));
    }

    /// <summary>Counts, rates and times are not below 0, whatever a symmetric interval says.</summary>
    private Estimate Possible(Estimate estimate) =>
        response.Statistic is RunStatistic { Kind: RunStatisticKind.Events or RunStatisticKind.Rate or RunStatisticKind.Time } && estimate.Interval.Low < 0
            ? estimate with { Interval = estimate.Interval with { Low = 0 } }
            : estimate;

    private Estimate OfSample()
    {
        if (IsShare)
            return new Estimate(response.IsShare ? count / runs : values.Mean, Intervals.Wilson((int)count, runs));
        var isCount = response.Statistic is RunStatistic { IsOccurrence: true };
        return new Estimate(values.Mean, isCount
            ? Intervals.OfEstimate(values.Mean, Math.Sqrt(values.Variance / runs + Jackknife.AddedVariance(runs)), runs - 1)
            : Intervals.Mean(values));
    }

    private Estimate OfUnits()
    {
        var total = units.Total();
        var value = Contribution.Value(response.Statistic, total);
        var variance = units.Variance(sums => Contribution.Value(response.Statistic, sums));
        if (IsShare)
            return new Estimate(value, Intervals.Share(value, variance, units.Count, total[0].Bottom));
        return new Estimate(value, Intervals.OfVariance(value, variance + AddedVariance(response.Statistic, total, units.Count, runs), units.Count));
    }

    /// <summary>What two more units with even odds add where occurrences are counted.</summary>
    /// <param name="statistic">What is computed.</param>
    /// <param name="sums">The sums of its parts.</param>
    /// <param name="units">The units.</param>
    /// <param name="runs">The runs in all of them.</param>
    internal static double AddedVariance(Statistic statistic, ReadOnlySpan<Contribution> sums, int units, int runs)
    {
        if (!statistic.IsSum)
            return 0;
        var (variance, i) = (0.0, 0);
        foreach (var part in statistic.Parts)
        {
            // A rate is a share of runs in units of the ticks that a run spends at risk.
            var scale = part.Kind == RunStatisticKind.Rate ? part.Per * runs / sums[i].Bottom : 1;
            if (part.IsOccurrence || part.Kind == RunStatisticKind.Rate)
                variance += scale * scale * Jackknife.AddedVariance(units);
            i++;
        }
        return variance;
    }
}
