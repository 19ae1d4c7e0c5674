using Experiments.Config;

namespace Experiments.Statistics;

/// <summary>What runs add to one statistic, which is the sum of all tops over the sum of all bottoms.</summary>
/// <param name="Top">Their outcomes, events or values.</param>
/// <param name="Bottom">Their runs, ticks or periods at risk; 0 for a run that does not count.</param>
internal readonly record struct Contribution(double Top, double Bottom)
{
    public static Contribution operator +(Contribution one, Contribution other) => new(one.Top + other.Top, one.Bottom + other.Bottom);

    public static Contribution operator -(Contribution one, Contribution other) => new(one.Top - other.Top, one.Bottom - other.Bottom);

    /// <summary>The statistic of so much; NaN where there is nothing to compute it from.</summary>
    public double ValueOf(RunStatistic statistic) => Bottom == 0 ? double.NaN : Top * statistic.Per / Bottom;

    /// <summary>True where nothing was added to any part of a statistic: a run that has no value of it.</summary>
    public static bool AreNone(ReadOnlySpan<Contribution> parts)
    {
        foreach (var part in parts)
        {
            if (part.Bottom != 0)
                return false;
        }
        return true;
    }

    /// <summary>The value of a statistic from the sums of its parts; NaN where there is none.</summary>
    /// <param name="statistic">What it is.</param>
    /// <param name="sums">A sum for each of its parts, in their order.</param>
    public static double Value(Statistic statistic, ReadOnlySpan<Contribution> sums) => Value(statistic, ref sums);

    private static double Value(Statistic statistic, ref ReadOnlySpan<Contribution> sums)
    {
        if (statistic is not PairStatistic pair)
        {
            var own = sums[0];
            sums = sums[1..];
            return own.ValueOf((RunStatistic)statistic);
        }
        var first = Value(pair.First, ref sums);
        var second = Value(pair.Second, ref sums);
        var value = pair.IsRatio ? first / second : first - second;
        return double.IsFinite(value) ? value : double.NaN;
    }
}
