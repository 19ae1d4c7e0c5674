using System.Numerics;

namespace Agents.Numerics;

/// <summary>
/// The functions that state may depend on, made of + - * / and the square root only, so that every machine and every
/// vector width returns the same bits; <see cref="Math"/> promises that of none of them. Zeros, infinities, NaN,
/// overflow and subnormal numbers are treated as IEEE 754-2019 would (section 9.2), and every NaN returned is
/// <see cref="double.NaN"/>. Stated errors are the greatest found over dense random arguments, rounded up; forms for
/// single precision are the double ones rounded, within 0.501 ulp save where the double error says more.
/// </summary>
public static partial class Functions
{
    /// <summary>The exponential function. Error below 0.9 ulp.</summary>
    public static double Exp(double x) => Exponential<OneLane, bool>.Exp(x).Value;

    /// <inheritdoc cref="Exp(double)"/>
    public static Vector<double> Exp(Vector<double> x) => Exponential<ManyLanes, Vector<long>>.Exp(new(x)).Value;

    /// <summary>The natural logarithm; NaN for negative numbers. Error below 0.9 ulp.</summary>
    public static double Log(double x) => Logarithm<OneLane, bool>.Log(x).Value;

    /// <inheritdoc cref="Log(double)"/>
    public static Vector<double> Log(Vector<double> x) => Logarithm<ManyLanes, Vector<long>>.Log(new(x)).Value;

    /// <summary>log(1 + x), precise where x is small; NaN below -1. Error below 0.9 ulp.</summary>
    public static double Log1p(double x) => Logarithm<OneLane, bool>.Log1p(x).Value;

    /// <inheritdoc cref="Log1p(double)"/>
    public static Vector<double> Log1p(Vector<double> x) => Logarithm<ManyLanes, Vector<long>>.Log1p(new(x)).Value;

    /// <summary>The probability that a standard normal number is at most x. Error below 8 ulp.</summary>
    public static double NormalCdf(double x) => NormalDistribution<OneLane, bool>.Probability(x).Value;

    /// <inheritdoc cref="NormalCdf(double)"/>
    public static Vector<double> NormalCdf(Vector<double> x) => NormalDistribution<ManyLanes, Vector<long>>.Probability(new(x)).Value;

    /// <summary>The value below which a standard normal number falls with a given probability; NaN outside [0, 1]. Error below 8 ulp.</summary>
    public static double NormalQuantile(double probability) => NormalInverse<OneLane, bool>.Quantile(probability).Value;

    /// <inheritdoc cref="NormalQuantile(double)"/>
    public static Vector<double> NormalQuantile(Vector<double> probability) => NormalInverse<ManyLanes, Vector<long>>.Quantile(new(probability)).Value;

    /// <summary>Puts the quantile in the place of each of many probabilities: the same bits, in less time than vector by vector.</summary>
    public static void NormalQuantile(Span<double> probabilities) => NormalQuantiles.Replace(probabilities);

    /// <summary>1 / (1 + exp(-x)). Error below 2.5 ulp.</summary>
    public static double Logistic(double x) => LogisticCurve<OneLane, bool>.At(x).Value;

    /// <inheritdoc cref="Logistic(double)"/>
    public static Vector<double> Logistic(Vector<double> x) => LogisticCurve<ManyLanes, Vector<long>>.At(new(x)).Value;

    /// <summary>x to the power of y; NaN for a negative x and a y that is not whole. Error below 1.5 ulp.</summary>
    public static double Pow(double x, double y) => Power<OneLane, bool>.Pow(x, y).Value;

    /// <inheritdoc cref="Pow(double, double)"/>
    public static Vector<double> Pow(Vector<double> x, Vector<double> y) =>
        Power<ManyLanes, Vector<long>>.Pow(new(x), new(y)).Value;
}
