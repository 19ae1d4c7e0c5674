using System.Globalization;
using Experiments.Config;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace Experiments.Analysis;

/// <summary>The 95 % intervals of the summary.</summary>
public static class Intervals
{
    /// <summary>Share of a distribution below the upper end of a two-sided 95 % interval.</summary>
    public const double Upper = 0.975;

    /// <summary>A standard error that is a smaller share of its estimate is rounding.</summary>
    private const double LeastError = 1e-12;

    /// <summary>
    /// Clusters that join a share's variance: the fewest with which simulated intervals hold shares from 0.02 to 0.5 at least
    /// 93 times in 100, from 5 clusters on and for rows that know nothing of one another up to copies.
    /// </summary>
    private const int AddedClusters = 6;

    /// <summary>Replications below which intervals are said to be rough.</summary>
    private const int Few = 20;

    /// <summary>One sentence for a footnote, where every run is evidence of its own.</summary>
    public const string Method =
        "95 % intervals: shares, and means of what is 0 or 1 in each run, by Wilson's score (1927), differences of shares between paired runs by Newcombe's method 10 (1998), means and paired differences of means by Student's t; other statistics by leaving out one run at a time. There is none where nothing varied.";

    private const string ByUnits = "shares, and means of what is 0 or 1 in each run, by Wilson's score at the number of independent runs that vary as much (Korn and Graubard 1998), all with Student's t. There is none where nothing varied.";

    /// <summary>How the intervals of a study are made, and what is taken for evidence: sentences for a footnote.</summary>
    /// <param name="study">The study.</param>
    /// <param name="replications">Its replications, as far as they are done.</param>
    public static string MethodOf(Study study, int replications)
    {
        ArgumentNullException.ThrowIfNull(study);
        if (study.HasSampledRows)
            return string.Create(CultureInfo.InvariantCulture, $"The {study.Design.Rows} rows of the design are taken together, as a sample; each draws random numbers of its own. 95 % intervals leave out one row at a time, with all its replications; {ByUnits}");
        if (!study.HasSharedDraws)
            return study.Design.Rows == 1 ? Method : string.Create(CultureInfo.InvariantCulture, $"The {study.Design.Rows} rows of the design are taken together; each draws random numbers of its own. ") + Method;
        var all = string.Create(CultureInfo.InvariantCulture, $"The {study.Design.Rows} rows of the design are taken together. Runs of one replication share their random numbers, so that they are copies of one another: ");
        if (replications < 2)
            return all + "one replication carries no interval. Run more (--replications 20).";
        var method = string.Create(CultureInfo.InvariantCulture, $"95 % intervals leave out one of {replications} replications at a time, with all its rows; {ByUnits}");
        return replications >= Few ? all + method : string.Create(CultureInfo.InvariantCulture, $"{all}{method} {replications} are few, and the intervals wide: run {Few} or more.");
    }

    /// <summary>The score interval of a proportion (Wilson 1927; method 3 of Newcombe 1998, Statistics in Medicine 17, 857-872).</summary>
    /// <param name="count">Successes x, 0 to <paramref name="total"/>.</param>
    /// <param name="total">Trials n; with 0 there is no interval.</param>
    /// <param name="upper">Share of a distribution below the upper end: 0.975 for a two-sided 95 % interval.</param>
    public static Interval Wilson(int count, int total, double upper = Upper)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, total);
        return total == 0 ? Interval.None : Score((double)count / total, total, Normal.InvCDF(0, 1, upper));
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
    /// <param name="upper">Share of a distribution below the upper end: 0.975 for a two-sided 95 % interval.</param>
    public static Interval PairedProportions(int both, int firstOnly, int secondOnly, int neither, double upper = Upper)
    {
        var pairs = both + firstOnly + secondOnly + neither;
        if (pairs == 0)
            return Interval.None;
        var (first, second) = (Wilson(both + firstOnly, pairs, upper), Wilson(both + secondOnly, pairs, upper));
        var (p1, p2) = ((double)(both + firstOnly) / pairs, (double)(both + secondOnly) / pairs);
        var phi = Correlation(both, firstOnly, secondOnly, neither);
        var difference = (double)(firstOnly - secondOnly) / pairs;
        return new Interval(
            difference - Hypotenuse(p1 - first.Low, second.High - p2, phi),
            difference + Hypotenuse(first.High - p1, p2 - second.Low, phi));
    }

    /// <summary>
    /// A share of runs (or periods) that come in clusters: Wilson's score interval at the number of independent runs that
    /// would vary as much (Korn and Graubard 1998, Survey Methodology 24, 193-201), with Student's quantile for the clusters.
    /// A few more clusters, the runs of each of which agree, join the variance, so that clusters which happen to agree do not
    /// pass for many; the number lies between that of the clusters and that of the runs.
    /// </summary>
    /// <param name="share">The share, 0 to 1.</param>
    /// <param name="variance">Its variance over clusters.</param>
    /// <param name="clusters">Clusters; below 2 there is no interval.</param>
    /// <param name="size">Runs, or periods, in all of them.</param>
    /// <param name="upper">Share of a distribution below the upper end: 0.975 for a two-sided 95 % interval.</param>
    public static Interval Share(double share, double variance, int clusters, double size, double upper = Upper)
    {
        if (clusters < 2 || !double.IsFinite(share))
            return Interval.None;
        var alone = share * (1 - share);
        var joint = (clusters * variance + AddedClusters * alone / clusters) / (clusters + AddedClusters);
        var number = alone > 0 && joint > 0 ? Math.Clamp(alone / joint, clusters, Math.Max(clusters, size)) : clusters;
        return Score(share, number, StudentT.InvCDF(0, 1, clusters - 1, upper));
    }

    /// <summary>
    /// The difference of two estimates, first minus second, from their intervals and their correlation (Zou and Donner 2008,
    /// Statistics in Medicine 27, 1693-1702); for two shares seen on the same pairs it is Newcombe's method 10 without its correction.
    /// </summary>
    /// <param name="first">The first.</param>
    /// <param name="second">The second.</param>
    /// <param name="correlation">Of the two, -1 to 1.</param>
    public static Interval Difference(Estimate first, Estimate second, double correlation)
    {
        var difference = first.Value - second.Value;
        if (double.IsNaN(first.Interval.Low) || double.IsNaN(second.Interval.Low))
            return Interval.None;
        return new Interval(
            difference - Hypotenuse(first.Value - first.Interval.Low, second.Interval.High - second.Value, correlation),
            difference + Hypotenuse(first.Interval.High - first.Value, second.Value - second.Interval.Low, correlation));
    }

    /// <summary>
    /// The mean of a sample whose values are about normal: mean -+ t(n - 1) s / sqrt(n) (Student 1908). A sample without
    /// spread cannot say how far the mean may be off, so that it has none.
    /// </summary>
    /// <param name="sample">The sample.</param>
    /// <param name="upper">Share of a distribution below the upper end: 0.975 for a two-sided 95 % interval.</param>
    public static Interval Mean(RunningStatistics sample, double upper = Upper)
    {
        ArgumentNullException.ThrowIfNull(sample);
        if (sample.Count < 2 || sample.Variance == 0)
            return Interval.None;
        var half = StudentT.InvCDF(0, 1, sample.Count - 1, upper) * sample.StandardDeviation / Math.Sqrt(sample.Count);
        return new Interval(sample.Mean - half, sample.Mean + half);
    }

    /// <summary>An estimate -+ t standard errors (Student 1908) from its variance over units; none where nothing varied.</summary>
    /// <param name="estimate">The estimate.</param>
    /// <param name="variance">Its variance.</param>
    /// <param name="units">Units of evidence.</param>
    /// <param name="upper">Share of a distribution below the upper end: 0.975 for a two-sided 95 % interval.</param>
    public static Interval OfVariance(double estimate, double variance, int units, double upper = Upper) =>
        Math.Sqrt(variance) > LeastError * Math.Abs(estimate) ? OfEstimate(estimate, Math.Sqrt(variance), units - 1, upper) : Interval.None;

    /// <summary>An estimate -+ t standard errors (Student 1908).</summary>
    /// <param name="estimate">The estimate.</param>
    /// <param name="error">Its standard error; NaN where there is none, and then no interval.</param>
    /// <param name="freedom">Degrees of freedom.</param>
    /// <param name="upper">Share of a distribution below the upper end: 0.975 for a two-sided 95 % interval.</param>
    public static Interval OfEstimate(double estimate, double error, int freedom, double upper = Upper)
    {
        if (freedom < 1 || !double.IsFinite(estimate) || !double.IsFinite(error))
            return Interval.None;
        var half = StudentT.InvCDF(0, 1, freedom, upper) * error;
        return new Interval(estimate - half, estimate + half);
    }

    /// <summary>The score interval (Wilson 1927) of a share of so many, which need not be a whole number.</summary>
    private static Interval Score(double share, double total, double quantile)
    {
        var square = quantile * quantile;
        var centre = share + square / (2 * total);
        var half = quantile * Math.Sqrt(share * (1 - share) / total + square / (4.0 * total * total));
        var scale = 1 + square / total;
        return new Interval(share == 0 ? 0 : (centre - half) / scale, share == 1 ? 1 : (centre + half) / scale);
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
