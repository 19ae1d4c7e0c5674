namespace Agents.Numerics;

/// <summary>
/// The functions that state may depend on, made of + - * / and the square root only, so that every machine returns the
/// same bits.
/// </summary>
public static class Functions
{
    /// <summary>The natural logarithm, within 1 ulp.</summary>
    public static double Log(double x) => Logarithm<OneLane, bool>.Log(x).Value;

    /// <summary>The value below which a standard normal number falls with a given probability.</summary>
    /// <param name="probability">0 to 1; NaN is returned elsewhere.</param>
    public static double NormalQuantile(double probability) => NormalInverse<OneLane, bool>.Quantile(probability).Value;
}
