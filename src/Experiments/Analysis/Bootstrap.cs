using Agents;
using Agents.Numerics;
using Agents.Random;

namespace Experiments.Analysis;

/// <summary>Computes statistics of a resample.</summary>
/// <param name="resample">Indices into the sample, as many as it has elements, some several times.</param>
/// <param name="statistics">Takes the statistics.</param>
public delegate void ResampleStatistics(ReadOnlySpan<int> resample, Span<double> statistics);

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
        if (count < 2)
            return [.. Enumerable.Repeat(Interval.None, statistics)];
        return [.. Replicates(count, statistics, compute).Select(replicates => Between(replicates, Lower, Upper))];
    }

    /// <summary>
    /// The interval of a mean, corrected for bias and skewness (BCa: Efron 1987, JASA 82, 171-185). The acceleration is
    /// the jackknife's, which for a mean is the sum of cubed deviations over 6 times the sum of squared ones to the 3/2.
    /// </summary>
    /// <param name="values">The sample, without NaN; below 2 there is no interval.</param>
    public Interval Mean(double[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Length < 2)
            return Interval.None;
        var mean = values.Average();
        var squares = values.Sum(value => (value - mean) * (value - mean));
        if (squares == 0)
            return new Interval(mean, mean);
        var acceleration = values.Sum(value => (value - mean) * (value - mean) * (value - mean)) / (6 * squares * Math.Sqrt(squares));
        var replicates = Replicates(values.Length, 1, (resample, statistics) => statistics[0] = MeanOf(values, resample))[0];
        // Half of those that equal the mean count as below it, or a sample of few distinct values would look biased.
        var below = (replicates.Count(value => value < mean) + 0.5 * replicates.Count(value => value == mean)) / replicates.Length;
        var edge = 0.5 / replicates.Length;
        var bias = Functions.NormalQuantile(Math.Clamp(below, edge, 1 - edge));
        return Between(replicates, Corrected(Lower, bias, acceleration), Corrected(Upper, bias, acceleration));
    }

    /// <summary>Percentile intervals of quantiles (<see cref="Quantiles"/>).</summary>
    /// <param name="sorted">The sample, ascending, without NaN; below 2 there is no interval.</param>
    /// <param name="probabilities">Which quantiles, each 0 to 1.</param>
    public IReadOnlyList<Interval> QuantilesOf(double[] sorted, IReadOnlyList<double> probabilities)
    {
        ArgumentNullException.ThrowIfNull(sorted);
        ArgumentNullException.ThrowIfNull(probabilities);
        return Percentile(sorted.Length, probabilities.Count, (resample, statistics) =>
        {
            var drawn = SortedResample(sorted, resample);
            for (var i = 0; i < statistics.Length; i++)
                statistics[i] = Quantiles.Of(drawn, probabilities[i]);
        });
    }

    /// <summary>Each statistic's values over the resamples.</summary>
    private double[][] Replicates(int count, int statistics, ResampleStatistics compute)
    {
        var replicates = Enumerable.Range(0, statistics).Select(_ => new double[resamples]).ToArray();
        Parallel.For(0, resamples, () => (Indices: new int[count], Values: new double[statistics]), (number, _, buffers) =>
        {
            var draws = new Draws(key, Model.ModelId, (uint)number, Purpose.Resample);
            foreach (ref var index in buffers.Indices.AsSpan())
                index = draws.Below(count);
            compute(buffers.Indices, buffers.Values);
            for (var i = 0; i < statistics; i++)
                replicates[i][number] = buffers.Values[i];
            return buffers;
        }, _ => { });
        return replicates;
    }

    private static Interval Between(double[] replicates, double lower, double upper)
    {
        var sorted = replicates.Where(value => !double.IsNaN(value)).Order().ToArray();
        return 2 * sorted.Length < replicates.Length ? Interval.None : new Interval(Quantiles.Of(sorted, lower), Quantiles.Of(sorted, upper));
    }

    private static double Corrected(double probability, double bias, double acceleration)
    {
        var shifted = bias + Functions.NormalQuantile(probability);
        return Functions.NormalCdf(bias + shifted / (1 - acceleration * shifted));
    }

    private static double MeanOf(double[] values, ReadOnlySpan<int> resample)
    {
        var sum = 0.0;
        foreach (var index in resample)
            sum += values[index];
        return sum / resample.Length;
    }

    /// <summary>The resample in order, by counting instead of sorting.</summary>
    private static double[] SortedResample(double[] sorted, ReadOnlySpan<int> resample)
    {
        var times = new int[sorted.Length];
        foreach (var index in resample)
            times[index]++;
        var drawn = new double[sorted.Length];
        var filled = 0;
        for (var i = 0; i < sorted.Length; i++)
        {
            drawn.AsSpan(filled, times[i]).Fill(sorted[i]);
            filled += times[i];
        }
        return drawn;
    }
}
