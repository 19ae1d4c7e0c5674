namespace Agents.Numerics;

/// <summary>
/// Logarithms of probabilities of counts, in which large terms have been cancelled by hand: the error does not grow with the
/// counts (Loader 2000, Fast and accurate computation of binomial probabilities).
/// </summary>
internal static class Saddlepoint
{
    private const double LogTwoPi = 1.8378770664093454836;

    // What Stirling's formula leaves of log n!, for n = 1 to 10 (Hörmann 1993).
    private static ReadOnlySpan<double> Small =>
    [
        0.08106146679532726, 0.04134069595540929, 0.02767792568499834, 0.02079067210376509, 0.01664469118982119,
        0.01387612882307075, 0.01189670994589177, 0.01041126526197209, 0.009255462182712733, 0.008330563433362871,
    ];

    /// <summary>log of the probability of a Poisson count.</summary>
    /// <param name="count">k: whole, 0 or more.</param>
    /// <param name="mean">lambda: more than 0.</param>
    public static double LogPoisson(double count, double mean) =>
        count == 0 ? -mean : -0.5 * (LogTwoPi + Functions.Log(count)) - Remainder(count) - Deviance(count, mean);

    /// <summary>log of the probability of a binomial count.</summary>
    /// <param name="count">k: whole, 0 to n.</param>
    /// <param name="trials">n: whole, 1 or more.</param>
    /// <param name="probability">p: between 0 and 1.</param>
    public static double LogBinomial(double count, double trials, double probability)
    {
        if (count == 0)
            return trials * Functions.Log1p(-probability);
        if (count == trials)
            return trials * Functions.Log(probability);
        var failures = trials - count;
        var shape = 0.5 * (Functions.Log(trials / (count * failures)) - LogTwoPi);
        return shape + Remainder(trials) - Remainder(count) - Remainder(failures)
            - Deviance(count, trials * probability) - Deviance(failures, trials * (1 - probability));
    }

    /// <summary>log n! - (n + 1/2) log n + n - log(2 pi) / 2; error below 1e-13.</summary>
    /// <param name="n">Whole, 1 or more.</param>
    public static double Remainder(double n)
    {
        if (n <= 10)
            return Small[(int)n - 1];
        var square = 1 / (n * n);
        return (1.0 / 12 - (1.0 / 360 - (1.0 / 1260 - (1.0 / 1680 - 1.0 / 1188 * square) * square) * square) * square) / n;
    }

    // x log(x / mean) - x + mean
    private static double Deviance(double x, double mean)
    {
        var difference = x - mean;
        return x * Functions.Log1p(difference / mean) - difference;
    }
}
