using Agents.Numerics;
using MathNet.Numerics.Distributions;

namespace Experiments.Analysis.Survival;

/// <summary>
/// The 95 % interval of a probability p that is symmetric on the scale of log(-log p), so that it stays between 0 and 1:
/// p^exp(-+ z se / (p log p)) (Kalbfleisch and Prentice 1980, The statistical analysis of failure time data, section 1.3;
/// for cumulative incidence Choudhury 2002, Statistics in Medicine 21, 1129-1144).
/// </summary>
internal static class LogLog
{
    private static readonly double Z = Functions.NormalQuantile(Intervals.Upper);

    /// <param name="probability">The estimate; there is no interval at 0 and at 1.</param>
    /// <param name="standardError">Its standard error.</param>
    /// <param name="freedom">Degrees of freedom of that error, for Student's t; null for a normal interval.</param>
    public static Interval Around(double probability, double standardError, int? freedom = null)
    {
        if (!(probability > 0 && probability < 1) || double.IsNaN(standardError))
            return Interval.None;
        var log = Functions.Log(probability);
        var quantile = freedom is { } degrees ? StudentT.InvCDF(0, 1, degrees, Intervals.Upper) : Z;
        var shift = quantile * standardError / (probability * -log);
        return new Interval(Functions.Exp(log * Functions.Exp(shift)), Functions.Exp(log * Functions.Exp(-shift)));
    }
}
