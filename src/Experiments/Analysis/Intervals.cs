using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace Experiments.Analysis;

/// <summary>The 95 % intervals of the summary.</summary>
public static class Intervals
{
    /// <summary>Share of a distribution below the upper end of a two-sided 95 % interval.</summary>
    private const double Upper = 0.975;

    private static readonly double Z = Normal.InvCDF(0, 1, Upper);

    /// <summary>One sentence for a footnote.</summary>
    public const string Method =
        "95 % intervals: shares by Wilson's score (Wilson 1927), differences of shares between paired runs by Newcombe's method 10 (Newcombe 1998), means and paired differences of means by Student's t.";

    /// <summary>The score interval of a proportion (Wilson 1927; method 3 of Newcombe 1998, Statistics in Medicine 17, 857-872).</summary>
    /// <param name="count">Successes x, 0 to <paramref name="total"/>.</param>
    /// <param name="total">Trials n; with 0 there is no interval.</param>
    public static Interval Wilson(int count, int total)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, total);
        if (total == 0)
            return Interval.None;
        var (share, square) = ((double)count / total, Z * Z);
        var centre = share + square / (2 * total);
        var half = Z * Math.Sqrt(share * (1 - share) / total + square / (4.0 * total * total));
        var scale = 1 + square / total;
        return new Interval(count == 0 ? 0 : (centre - half) / scale, count == total ? 1 : (centre + half) / scale);
    }

    /// <summary>
    /// The difference of two proportions seen on the same pairs, first minus second: the squares of the Wilson
    /// half-widths added up with the pairs' correlation, which is corrected for continuity where it is positive
    /// (method 10 of Newcombe 1998, Statistics in Medicine 17, 2635-2650). It has a width even where no pair differs.
    /// </summary>
    /// <param name="both">Pairs e in which both have it.</param>
    /// <param name="firstOnly">Pairs f in which only the first has it.</param>
    /// <param name="secondOnly">Pairs g in which only the second has it.</param>
    /// <param name="neither">Pairs h in which neither has it.</param>
    public static Interval PairedProportions(int both, int firstOnly, int secondOnly, int neither)
    {
        var pairs = both + firstOnly + secondOnly + neither;
        if (pairs == 0)
            return Interval.None;
        var (first, second) = (Wilson(both + firstOnly, pairs), Wilson(both + secondOnly, pairs));
        var (p1, p2) = ((double)(both + firstOnly) / pairs, (double)(both + secondOnly) / pairs);
        var phi = Correlation(both, firstOnly, secondOnly, neither);
        var difference = (double)(firstOnly - secondOnly) / pairs;
        return new Interval(
            difference - Hypotenuse(p1 - first.Low, second.High - p2, phi),
            difference + Hypotenuse(first.High - p1, p2 - second.Low, phi));
    }

    /// <summary>The mean of a sample whose values are about normal: mean -+ t(n - 1) s / sqrt(n) (Student 1908).</summary>
    public static Interval Mean(RunningStatistics sample)
    {
        ArgumentNullException.ThrowIfNull(sample);
        if (sample.Count < 2)
            return Interval.None;
        var half = StudentT.InvCDF(0, 1, sample.Count - 1, Upper) * sample.StandardDeviation / Math.Sqrt(sample.Count);
        return new Interval(sample.Mean - half, sample.Mean + half);
    }

    /// <summary>An estimate -+ t standard errors (Student 1908).</summary>
    /// <param name="estimate">The estimate.</param>
    /// <param name="error">Its standard error; NaN where there is none, and then no interval.</param>
    /// <param name="freedom">Degrees of freedom.</param>
    public static Interval OfEstimate(double estimate, double error, int freedom)
    {
        if (freedom < 1 || !double.IsFinite(estimate) || !double.IsFinite(error))
            return Interval.None;
        var half = StudentT.InvCDF(0, 1, freedom, Upper) * error;
        return new Interval(estimate - half, estimate + half);
    }

    private static double Correlation(double both, double firstOnly, double secondOnly, double neither)
    {
        var product = (both + firstOnly) * (secondOnly + neither) * (both + secondOnly) * (firstOnly + neither);
        if (product == 0)
            return 0;
        var excess = both * neither - firstOnly * secondOnly;
        var half = (both + firstOnly + secondOnly + neither) / 2;
        var corrected = excess > half ? excess - half : Math.Min(excess, 0);
        return corrected / Math.Sqrt(product);
    }

    private static double Hypotenuse(double a, double b, double phi) => Math.Sqrt(Math.Max(0, a * a - 2 * phi * a * b + b * b));
}
