namespace Experiments.Statistics;

/// <summary>Variances of estimates by leaving out one unit of evidence at a time (Tukey 1958), which for sums of means are the usual ones.</summary>
internal static class Jackknife
{
    /// <summary>The variance of an estimate.</summary>
    /// <param name="left">The estimate without each unit in turn.</param>
    /// <returns>NaN with fewer than two units, or where one of the estimates does not exist.</returns>
    public static double Variance(IReadOnlyCollection<double> left)
    {
        if (left.Count < 2)
            return double.NaN;
        var mean = left.Sum() / left.Count;
        return left.Sum(value => (value - mean) * (value - mean)) * (left.Count - 1) / left.Count;
    }

    /// <summary>
    /// The variance that two more units, each with even odds, add to a share of so many (Agresti and Min 2005), so that there
    /// is an interval too where nothing, or the same, occurred in all of them.
    /// </summary>
    public static double AddedVariance(double count) => 2 * 0.25 / ((count + 2) * (count + 2));
}
