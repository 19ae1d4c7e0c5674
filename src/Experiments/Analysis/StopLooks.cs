using Experiments.Config;
using MathNet.Numerics.Statistics;

namespace Experiments.Analysis;

/// <summary>Where a row of the design stands with its stop rule.</summary>
/// <param name="Replications">The replications that it needs: those of the look at which it stopped, or of the next look.</param>
/// <param name="HasStopped">True when no further replications are wanted.</param>
/// <param name="IsPrecise">True when it stopped because the intervals were narrow enough, false at the greatest number.</param>
/// <param name="HalfWidth">The widest half-width at the last look that was possible; NaN before the first, infinite where there is none.</param>
/// <param name="IsFlat">True where all values of a mean were the same at that look, which says nothing of how precise it is.</param>
public readonly record struct StopState(int Replications, bool HasStopped, bool IsPrecise, double HalfWidth, bool IsFlat = false);

/// <summary>
/// Looks at the replications of one design row as a stop rule says, in their order, so that the answer is the same
/// whatever else was run already, and in whatever order runs are told. Each value is taken once: a look goes on from the
/// last one.
/// </summary>
public sealed class StopLooks
{
    private readonly StopRule rule;
    private readonly List<double>[] values;

    /// <summary>Values of replications after a gap: nothing is known of the order in which runs came.</summary>
    private readonly Dictionary<int, double>[] early;

    private Sample[] samples;
    private StopState state;
    private int look;

    /// <param name="rule">The rule.</param>
    /// <param name="scenarios">Number of scenarios that are looked at.</param>
    public StopLooks(StopRule rule, int scenarios)
    {
        ArgumentNullException.ThrowIfNull(rule);
        this.rule = rule;
        values = [.. Enumerable.Range(0, scenarios).Select(_ => new List<double>())];
        early = [.. values.Select(_ => new Dictionary<int, double>())];
        samples = NewSamples();
        state = new StopState(rule.LookAfter(0), false, false, double.NaN);
    }

    /// <summary>Values that looks have taken so far, again ones included: how much work they were.</summary>
    internal long Taken { get; private set; }

    /// <summary>Where the row stands.</summary>
    public StopState State
    {
        get
        {
            while (!state.HasStopped && values.Min(own => own.Count) >= state.Replications)
                Look();
            return state;
        }
    }

    /// <summary>Where a row stands whose values are all there.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="scenarios">For each scenario that is looked at the values of replications 1, 2, ...</param>
    public static StopState Of(StopRule rule, IReadOnlyList<IReadOnlyList<double>> scenarios)
    {
        ArgumentNullException.ThrowIfNull(scenarios);
        var looks = new StopLooks(rule, scenarios.Count);
        for (var scenario = 0; scenario < scenarios.Count; scenario++)
            looks.values[scenario].AddRange(scenarios[scenario]);
        return looks.State;
    }

    /// <summary>Takes the value of a run, or another one where a run was made again.</summary>
    /// <param name="scenario">The scenario among those that are looked at, from 0.</param>
    /// <param name="replication">From 1.</param>
    /// <param name="value">An end measure, or 1 where the run had the outcome and 0 where not; NaN for a failed run or a missing value, which is left out of the interval.</param>
    public void Add(int scenario, int replication, double value)
    {
        var own = values[scenario];
        if (replication <= own.Count)
        {
            own[replication - 1] = value;
            if (replication <= look)
                Restart();
            return;
        }
        early[scenario][replication] = value;
        while (early[scenario].Remove(own.Count + 1, out var next))
            own.Add(next);
    }

    private void Look()
    {
        var next = state.Replications;
        for (var i = 0; i < samples.Length; i++)
            samples[i].Add(values[i], look, next);
        Taken += (long)(next - look) * samples.Length;
        look = next;
        var halfWidth = samples.Max(sample => sample.HalfWidth);
        var isFlat = samples.Any(sample => sample.IsFlat);
        var isPrecise = halfWidth <= rule.HalfWidth && !isFlat;
        var hasStopped = isPrecise || look == rule.Max;
        state = new StopState(hasStopped ? look : rule.LookAfter(look), hasStopped, isPrecise, halfWidth, isFlat);
    }

    private void Restart()
    {
        (samples, look) = (NewSamples(), 0);
        state = new StopState(rule.LookAfter(0), false, false, double.NaN);
    }

    private Sample[] NewSamples() => [.. values.Select(_ => new Sample(rule.IsShare))];

    private sealed class Sample(bool isShare)
    {
        private readonly RunningStatistics values = new();
        private int count;

        /// <summary>True where all values are the same, as those of an outcome that has not come yet: such a sample cannot contradict its estimate.</summary>
        public bool IsFlat => values.Count > 1 && values.Minimum == values.Maximum;

        /// <summary>Half the 95 % interval, Wilson's of a share and Student's of a mean; infinite where there is none, and for values without spread, which say nothing of it.</summary>
        public double HalfWidth
        {
            get
            {
                var interval = isShare ? Intervals.Wilson(count, (int)values.Count) : Intervals.Mean(values);
                var half = (interval.High - interval.Low) / 2;
                return double.IsNaN(half) ? double.PositiveInfinity : half;
            }
        }

        public void Add(List<double> all, int from, int to)
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
