using Agents;
using Agents.Random;

namespace Experiments.Analysis;

/// <summary>Computes statistics of a resample.</summary>
/// <param name="resample">Indices into the sample, as many as it has elements, some several times.</param>
/// <param name="statistics">Takes the statistics.</param>
public delegate void ResampleStatistics(ReadOnlySpan<int> resample, Span<double> statistics);

/// <summary>Computes statistics of a resample of a sample's elements, and of the replications that each was seen in.</summary>
/// <param name="resample">Indices into the sample.</param>
/// <param name="replications">Indices of replications, as many as there are, some several times.</param>
/// <param name="statistics">Takes the statistics.</param>
public delegate void CrossedResampleStatistics(ReadOnlySpan<int> resample, int[] replications, Span<double> statistics);

/// <summary>Computes statistics of a resample that has a number.</summary>
internal delegate void NumberedResampleStatistics(ReadOnlySpan<int> resample, int number, Span<double> statistics);

/// <summary>
/// 95 % bootstrap intervals (Efron and Tibshirani 1993, An introduction to the bootstrap). The draws are keyed by seed
/// and resample, so that an interval is the same whenever, and on however many threads, it is computed.
/// </summary>
/// <param name="seed">The study's seed, 0 to 2147483647. The bootstrap is replication 0, which no run is.</param>
/// <param name="resamples">Resamples, 100 or more.</param>
public sealed class Bootstrap(int seed, int resamples = Bootstrap.DefaultResamples)
{
    /// <summary>Resamples of an interval unless another number is asked for.</summary>
    public const int DefaultResamples = 1000;

    /// <summary>Units of evidence below which quantiles have no interval: fewer hardly ever reach beyond it (assumed).</summary>
    public const int FewestUnits = 20;

    private const double Lower = 0.025;
    private const double Upper = 0.975;

    private readonly Seed key = Seed.Of(seed, 0);
    private readonly int resamples = resamples >= 100
        ? resamples
        : throw new ArgumentOutOfRangeException(nameof(resamples), resamples, "An interval takes 100 resamples or more.");

    /// <summary>
    /// Percentile intervals of any statistics. Resamples in which a statistic is NaN (as an index of a resample that
    /// does not vary) are left out of its interval; there is none where more than half are.
    /// </summary>
    /// <param name="count">Elements of the sample; below 2 there is no interval.</param>
    /// <param name="statistics">How many statistics.</param>
    /// <param name="compute">Computes them; called by several threads at once.</param>
    /// <returns>An interval for each statistic.</returns>
    public IReadOnlyList<Interval> Percentile(int count, int statistics, ResampleStatistics compute)
    {
        ArgumentNullException.ThrowIfNull(compute);
        return Percentile(count, statistics, (resample, _, results) => compute(resample, results));
    }

    private IReadOnlyList<Interval> Percentile(int count, int statistics, NumberedResampleStatistics compute) => count < 2
        ? [.. Enumerable.Repeat(Interval.None, statistics)]
        : [.. Replicates(count, statistics, compute).Select(replicates => Between(replicates, Lower, Upper))];

    /// <summary>Percentile intervals of quantiles (<see cref="Quantiles"/>), by resampling units of evidence.</summary>
    /// <param name="sorted">The sample, ascending, without NaN.</param>
    /// <param name="units">The unit that each value belongs to, such as its replication; below <see cref="FewestUnits"/> there is no interval.</param>
    /// <param name="probabilities">Which quantiles, each 0 to 1.</param>
    public IReadOnlyList<Interval> QuantilesOf(double[] sorted, IReadOnlyList<int> units, IReadOnlyList<double> probabilities) =>
        QuantilesOf([(sorted, units)], probabilities)[0];

    /// <summary>The same for several samples, which share their resamples where they have as many units.</summary>
    /// <param name="samples">Each sample, ascending, without NaN, and the unit that each value belongs to.</param>
    /// <param name="probabilities">Which quantiles, each more than 0 and less than 1, ascending.</param>
    public IReadOnlyList<IReadOnlyList<Interval>> QuantilesOf(IReadOnlyList<(double[] Sorted, IReadOnlyList<int> Units)> samples, IReadOnlyList<double> probabilities)
    {
        ArgumentNullException.ThrowIfNull(samples);
        ArgumentNullException.ThrowIfNull(probabilities);
        var intervals = new IReadOnlyList<Interval>[samples.Count];
        foreach (var alike in samples.Index().Select(one => (one.Index, one.Item.Sorted, Places: new UnitPlaces(one.Item.Units))).GroupBy(one => one.Places.Count))
        {
            var varying = alike.Where(one => alike.Key >= FewestUnits && one.Sorted[0] != one.Sorted[^1]).ToList();
            var all = varying.Count == 0 ? [] : Percentile(alike.Key, probabilities.Count * varying.Count, (resample, statistics) =>
            {
                var times = new int[alike.Key];
                foreach (var index in resample)
                    times[index]++;
                for (var i = 0; i < varying.Count; i++)
                    varying[i].Places.Quantiles(varying[i].Sorted, times, probabilities, statistics.Slice(i * probabilities.Count, probabilities.Count));
            });
            foreach (var one in alike)
                intervals[one.Index] = varying.FindIndex(other => other.Index == one.Index) is var at and >= 0
                    ? [.. all.Skip(at * probabilities.Count).Take(probabilities.Count)]
                    : [.. probabilities.Select(_ => Interval.None)];
        }
        return intervals;
    }

    /// <summary>Percentile intervals of statistics of a sample whose elements were each seen in several replications: both are resampled.</summary>
    /// <param name="count">Elements of the sample; below 2 there is no interval.</param>
    /// <param name="replications">Replications.</param>
    /// <param name="statistics">How many statistics.</param>
    /// <param name="compute">Computes them from a resample of the elements and one of the replications; called by several threads at once.</param>
    public IReadOnlyList<Interval> Percentile(int count, int replications, int statistics, CrossedResampleStatistics compute)
    {
        ArgumentNullException.ThrowIfNull(compute);
        return Percentile(count, statistics, (resample, number, results) =>
        {
            var draws = new Draws(key, Model.ModelId, (uint)number, Purpose.Resample);
            var drawn = new int[replications];
            // After the draws of the elements, so that a sample of one replication has the resamples that it would have alone.
            for (var i = 0; i < count; i++)
                draws.Below(count);
            foreach (ref var index in drawn.AsSpan())
                index = draws.Below(replications);
            compute(resample, drawn, results);
        });
    }

    /// <summary>Each statistic's values over the resamples.</summary>
    private double[][] Replicates(int count, int statistics, NumberedResampleStatistics compute)
    {
        var replicates = Enumerable.Range(0, statistics).Select(_ => new double[resamples]).ToArray();
        Parallel.For(0, resamples, () => (Indices: new int[count], Values: new double[statistics]), (number, _, buffers) =>
        {
            var draws = new Draws(key, Model.ModelId, (uint)number, Purpose.Resample);
            foreach (ref var index in buffers.Indices.AsSpan())
                index = draws.Below(count);
            compute(buffers.Indices, number, buffers.Values);
            for (var i = 0; i < statistics; i++)
                replicates[i][number] = buffers.Values[i];
            return buffers;
        }, _ => { });
        return replicates;
    }

    private static Interval Between(double[] replicates, double lower, double upper)
    {
        var sorted = replicates.Where(value => !double.IsNaN(value)).Order().ToArray();
        if (2 * sorted.Length < replicates.Length)
            return Interval.None;
        var interval = new Interval(Quantiles.Of(sorted, lower), Quantiles.Of(sorted, upper));
        // Resamples that all say the same cannot tell how far off it is.
        return interval.High > interval.Low ? interval : Interval.None;
    }

    /// <summary>Where the units of a sample's values stand among all of its units.</summary>
    private sealed class UnitPlaces
    {
        private readonly int[] placeOf;

        /// <summary>Whether all units have as many values, so that every resample has as many as the sample.</summary>
        private readonly bool areAlike;

        public UnitPlaces(IReadOnlyList<int> units)
        {
            int[] ordered = [.. units.Distinct().Order()];
            (Count, placeOf) = (ordered.Length, [.. units.Select(unit => Array.BinarySearch(ordered, unit))]);
            var values = new int[Count];
            foreach (var place in placeOf)
                values[place]++;
            areAlike = values.Distinct().Count() <= 1;
        }

        /// <summary>Number of units.</summary>
        public int Count { get; }

        /// <summary>Quantiles of the sample in which each unit stands so many times, by counting instead of writing it out.</summary>
        public void Quantiles(double[] sorted, int[] times, IReadOnlyList<double> probabilities, Span<double> results)
        {
            var length = areAlike ? placeOf.Length : Counted(times);
            var (at, passed) = (-1, 0);
            for (var i = 0; i < results.Length; i++)
            {
                if (length == 0)
                {
                    results[i] = double.NaN;
                    continue;
                }
                var (lower, upper, share) = Analysis.Quantiles.PlaceOf(length, probabilities[i]);
                // Two quantiles may lie within one value, and then its way back is one step.
                while (at >= 0 && passed - times[placeOf[at]] > lower)
                    passed -= times[placeOf[at--]];
                var low = Go(lower);
                results[i] = low + share * (Go(upper) - low);
            }

            double Go(int place)
            {
                while (passed <= place)
                    passed += times[placeOf[++at]];
                return sorted[at];
            }
        }

        /// <summary>Values of a resample: a walk through all of a long sample, for each of a thousand of them.</summary>
        private int Counted(int[] times)
        {
            var length = 0;
            foreach (var place in placeOf)
                length += times[place];
            return length;
        }
    }
}
