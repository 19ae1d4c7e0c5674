using Experiments.Config;

namespace Experiments.Calibration.Guided;

/// <summary>
/// How a guided calibration meets its targets. A single proposal has few events, so that its own statistic says little, and a ratio often does
/// not exist: intervals are of what surrogate and counts say together, and means of the counts of all draws.
/// </summary>
internal static class GuidedFit
{
    /// <summary>One entry for each target.</summary>
    /// <param name="plan">The calibration.</param>
    /// <param name="counted">Its targets as counts.</param>
    /// <param name="result">The search.</param>
    /// <param name="draws">Draws from the posterior sample.</param>
    /// <param name="evaluations">What came of them when they were run anew.</param>
    public static IReadOnlyList<TargetFit> Of(CalibrationPlan plan, CountedTargets counted, GuidedResult result, IReadOnlyList<double[]> draws, IReadOnlyList<Evaluation> evaluations)
    {
        var surrogate = result.Surrogate!;
        var combined = evaluations.Select((evaluation, i) => evaluation with
        {
            Statistics = evaluation.Counts.Count == 0
                ? [.. plan.Targets.Select(_ => double.NaN)]
                : surrogate.Statistics(GuidedSampler.Combine(counted.Sides, surrogate.At(draws[i]), evaluation.Counts)),
        }).ToList();
        var pooled = Pooled(counted, evaluations);
        return [.. Posterior.Fit(plan, result.Posterior!, combined).Select((fit, i) => fit with { PredictiveMean = pooled[i] })];
    }

    /// <summary>The statistics of the counts of all draws together.</summary>
    private static List<double> Pooled(CountedTargets counted, IReadOnlyList<Evaluation> evaluations)
    {
        var sums = new Counts[counted.Sides.Count];
        foreach (var evaluation in evaluations.Where(evaluation => evaluation.Counts.Count > 0))
        {
            for (var side = 0; side < sums.Length; side++)
                sums[side] += evaluation.Counts[side];
        }
        double Rate(int side) => sums[side].Count / sums[side].Exposure;
        return [.. counted.Targets.Select(target => target.Sides.Count == 1 ? Rate(target.Sides[0]) : Rate(target.Sides[0]) / Rate(target.Sides[1]))];
    }
}
