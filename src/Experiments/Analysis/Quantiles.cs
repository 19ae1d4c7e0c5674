using MathNet.Numerics.Statistics;

namespace Experiments.Analysis;

/// <summary>
/// Quantiles by definition 8 of Hyndman and Fan (1996, The American Statistician 50, 361-365): about median-unbiased
/// whatever the distribution; R calls it type 8.
/// </summary>
public static class Quantiles
{
    /// <summary>The words for a footnote.</summary>
    public const string Definition = "quantiles by definition 8 of Hyndman and Fan (1996)";

    /// <summary>One quantile.</summary>
    /// <param name="sorted">The sample, ascending, without NaN.</param>
    /// <param name="probability">0 to 1.</param>
    /// <returns>The quantile; NaN of an empty sample.</returns>
    public static double Of(double[] sorted, double probability) =>
        SortedArrayStatistics.QuantileCustom(sorted, probability, QuantileDefinition.R8);
}
