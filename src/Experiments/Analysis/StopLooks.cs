using Experiments.Config;
using MathNet.Numerics.Statistics;

namespace Experiments.Analysis;

/// <summary>Where a row of the design stands with its stop rule.</summary>
/// <param name="Replications">The replications that it needs: those of the look at which it stopped, or of the next look.</param>
/// <param name="HasStopped">True when no further replications are wanted.</param>
/// <param name="IsPrecise">True when it stopped because the intervals were narrow enough, false at the greatest number.</param>
/// <param name="HalfWidth">The widest half-width at the last look that was possible; NaN before the first.</param>
public readonly record struct StopState(int Replications, bool HasStopped, bool IsPrecise, double HalfWidth);

/// <summary>
/// Looks at the replications of one design row as a stop rule says, in their order, so that the answer is the same
/// whatever else was run already.
/// </summary>
public static class StopLooks
{
    /// <summary>Where the row stands.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="scenarios">
    /// For each scenario that is looked at, the values of replications 1, 2, ...: an end measure, or 1 where the run had the
    /// outcome and 0 where not. NaN for a failed run or a missing value, which is left out of the interval.
    /// </param>
    public static StopState Of(StopRule rule, IReadOnlyList<IReadOnlyList<double>> scenarios)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(scenarios);
        var present = scenarios.Min(values => values.Count);
        var samples = scenarios.Select(_ => new Sample(rule.Measure is null)).ToList();
        var (look, halfWidth) = (0, double.NaN);
        while (true)
        {
            var next = rule.LookAfter(look);
            if (present < next)
                return new StopState(next, false, false, halfWidth);
            for (var i = 0; i < samples.Count; i++)
                samples[i].Add(scenarios[i], look, next);
            look = next;
            halfWidth = samples.Max(sample => sample.HalfWidth);
            var isPrecise = halfWidth <= rule.HalfWidth;
            if (isPrecise || look == rule.Max)
                return new StopState(look, true, isPrecise, halfWidth);
        }
    }

    private sealed class Sample(bool isShare)
    {
        private readonly RunningStatistics values = new();
        private int count;

        /// <summary>Half the 95 % interval, Wilson's of a share and Student's of a mean; infinite where there is none.</summary>
        public double HalfWidth
        {
            get
            {
                var interval = isShare ? Intervals.Wilson(count, (int)values.Count) : Intervals.Mean(values);
                var half = (interval.High - interval.Low) / 2;
                return double.IsNaN(half) ? double.PositiveInfinity : half;
            }
        }

        public void Add(IReadOnlyList<double> all, int from, int to)
        {
            for (var i = from; i < to; i++)
            {
                if (double.IsNaN(all[i]))
                    continue;
                values.Push(all[i]);
                count += isShare && all[i] != 0 ? 1 : 0;
            }
        }
    }
}
