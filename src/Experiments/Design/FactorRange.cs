using System.Globalization;
using Agents.Numerics;
using MathNet.Numerics.Distributions;

namespace Experiments.Design;

/// <summary>
/// The values that a factor takes: what a coordinate of the unit cube stands for. A boolean is 0 or 1 here, a choice its
/// number among the choices.
/// </summary>
public sealed record FactorRange
{
    /// <summary>How its values are spread.</summary>
    public required Distribution Distribution { get; init; }

    /// <summary>The least value, included; minus infinity for a normal factor that is not cut. Means nothing for levels.</summary>
    public double Min { get; init; } = double.NegativeInfinity;

    /// <summary>The greatest value, included; infinity for a normal factor that is not cut. Means nothing for levels.</summary>
    public double Max { get; init; } = double.PositiveInfinity;

    /// <summary>Mean of the normal distribution before it is cut.</summary>
    public double Mean { get; init; }

    /// <summary>Standard deviation of the normal distribution before it is cut, more than 0.</summary>
    public double Deviation { get; init; } = 1;

    /// <summary>Peak of the triangular distribution, from <see cref="Min"/> to <see cref="Max"/>.</summary>
    public double Mode { get; init; }

    /// <summary>The values of <see cref="Distribution.Levels"/>, one or more: ascending, but in the order of the config where the first one is what the others are compared with.</summary>
    public IReadOnlyList<double> Levels { get; init; } = [];

    /// <summary>Number of levels that a factorial design takes from a range, 2 or more; null where it has none to take.</summary>
    public int? LevelCount { get; init; }

    /// <summary>True for whole numbers: uniform ones are all as likely, others are rounded to the nearest.</summary>
    public bool IsWhole { get; init; }

    /// <summary>
    /// The value of a coordinate: the inverse of the distribution function, rounded to 12 significant digits, because
    /// its last bits may differ between machines. It never falls while the coordinate rises.
    /// </summary>
    /// <param name="u">0 to 1, both included.</param>
    public double At(double u)
    {
        if (Distribution == Distribution.Levels)
            return Levels[(int)Math.Min(u * Levels.Count, Levels.Count - 1)];
        if (Distribution == Distribution.Uniform && IsWhole)
            return Min + Math.Min(Math.Floor(u * (Max - Min + 1)), Max - Min);
        var value = Quantile(u);
        value = IsWhole ? Math.Round(value, MidpointRounding.AwayFromZero) : Round(value);
        return Math.Clamp(value, Min, Max);
    }

    /// <summary>The levels of a factorial design: its own, or as many as it is to take, equally spaced in the unit cube.</summary>
    public IReadOnlyList<double> Grid() =>
        LevelCount is { } count ? [.. Enumerable.Range(0, count).Select(i => At(i / (count - 1.0))).Distinct()] : Levels;

    /// <summary>
    /// Where a value lies in the range, from 0 at its least to 1 at its greatest value. Listed levels count by their place
    /// among the levels, whole numbers that are all as likely by value, and everything else by the distribution function,
    /// on which the points of a design are even.
    /// </summary>
    /// <returns>NaN for a value that is none of the levels, and where there is one level only.</returns>
    public double PositionOf(double value)
    {
        if (Distribution != Distribution.Levels)
            return Distribution == Distribution.Uniform ? (value - Min) / (Max - Min) : Probability(value);
        var place = Levels.ToList().IndexOf(value);
        return place < 0 || Levels.Count == 1 ? double.NaN : place / (Levels.Count - 1.0);
    }

    /// <summary>About how many values of 12 significant digits there are from its least to its greatest value (or three deviations around a mean without them).</summary>
    public double DistinctValues
    {
        get
        {
            var (low, high) = (Math.Max(Min, Mean - 3 * Deviation), Math.Min(Max, Mean + 3 * Deviation));
            if (Distribution != Distribution.Normal || double.IsFinite(Min) && double.IsFinite(Max))
                (low, high) = (Min, Max);
            var greatest = Math.Max(Math.Abs(low), Math.Abs(high));
            return 1 + (high - low) / Math.Pow(10, Math.Floor(Math.Log10(greatest)) - 11);
        }
    }

    /// <summary>A number with 12 significant digits.</summary>
    public static double Round(double value) =>
        double.IsFinite(value) ? double.Parse(value.ToString("E11", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) + 0.0 : value;

    private double Quantile(double u) => Distribution switch
    {
        Distribution.Uniform => ContinuousUniform.InvCDF(Min, Max, u),
        Distribution.LogUniform => Functions.Exp(ContinuousUniform.InvCDF(Functions.Log(Min), Functions.Log(Max), u)),
        Distribution.Triangular => Triangular.InvCDF(Min, Max, Mode, u),
        _ => Normal.InvCDF(Mean, Deviation, Cut(u)),
    };

    private double Probability(double value) => Distribution switch
    {
        Distribution.LogUniform => (Functions.Log(value) - Functions.Log(Min)) / (Functions.Log(Max) - Functions.Log(Min)),
        Distribution.Triangular => Triangular.CDF(Min, Max, Mode, value),
        _ => (Normal.CDF(Mean, Deviation, value) - Normal.CDF(Mean, Deviation, Min)) / (Normal.CDF(Mean, Deviation, Max) - Normal.CDF(Mean, Deviation, Min)),
    };

    /// <summary>The probability of the whole normal distribution that a coordinate of the cut one has.</summary>
    private double Cut(double u)
    {
        if (double.IsInfinity(Min) && double.IsInfinity(Max))
            return u;
        var (below, upTo) = (Normal.CDF(Mean, Deviation, Min), Normal.CDF(Mean, Deviation, Max));
        return below + u * (upTo - below);
    }
}
