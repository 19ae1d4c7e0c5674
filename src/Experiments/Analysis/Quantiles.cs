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

    /// <summary>The places, from 0, of the two values of an ascending sample between which a quantile lies, and how far from the first to the second: what <see cref="Of"/> reads, for a sample that need not be written out.</summary>
    /// <param name="length">Values of the sample, 1 or more.</param>
    /// <param name="probability">More than 0, and less than 1.</param>
    internal static (int Lower, int Upper, double Share) PlaceOf(int length, double probability)
    {
        var place = (length + 1 / 3.0) * probability + 1 / 3.0;
        return (Math.Max((int)place - 1, 0), Math.Min((int)place, length - 1), place - (int)place);
    }
}
