using System.Numerics;
using System.Runtime.CompilerServices;

namespace Agents.Numerics;

public static partial class Functions
{
    /// <summary>
    /// A number held between two others; the least for what is not a number. Comparisons alone, so that scalar and vector
    /// agree on every machine and cost a fraction of <see cref="Vector.Min{T}"/> and <see cref="Vector.Max{T}"/>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Within(float x, float least, float most) => x > least ? x < most ? x : most : least;

    /// <inheritdoc cref="Within(float, float, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Within(Vector<float> x, float least, float most)
    {
        var (low, high) = (new Vector<float>(least), new Vector<float>(most));
        var capped = Vector.ConditionalSelect(Vector.LessThan(x, high), x, high);
        return Vector.ConditionalSelect(Vector.GreaterThan(x, low), capped, low);
    }

    /// <summary>The exponential function. Error below 0.501 ulp.</summary>
    public static float Exp(float x) => (float)Exp((double)x);

    /// <inheritdoc cref="Exp(float)"/>
    public static Vector<float> Exp(Vector<float> x)
    {
        Vector.Widen(x, out var lower, out var upper);
        return Vector.Narrow(Exp(lower), Exp(upper));
    }

    /// <summary>The natural logarithm; NaN for negative numbers. Error below 0.501 ulp.</summary>
    public static float Log(float x) => (float)Log((double)x);

    /// <inheritdoc cref="Log(float)"/>
    public static Vector<float> Log(Vector<float> x)
    {
        Vector.Widen(x, out var lower, out var upper);
        return Vector.Narrow(Log(lower), Log(upper));
    }

    /// <summary>log(1 + x), precise where x is small; NaN below -1. Error below 0.501 ulp.</summary>
    public static float Log1p(float x) => (float)Log1p((double)x);

    /// <inheritdoc cref="Log1p(float)"/>
    public static Vector<float> Log1p(Vector<float> x)
    {
        Vector.Widen(x, out var lower, out var upper);
        return Vector.Narrow(Log1p(lower), Log1p(upper));
    }

    /// <summary>The probability that a standard normal number is at most x. Error below 0.501 ulp.</summary>
    public static float NormalCdf(float x) => (float)NormalCdf((double)x);

    /// <inheritdoc cref="NormalCdf(float)"/>
    public static Vector<float> NormalCdf(Vector<float> x)
    {
        Vector.Widen(x, out var lower, out var upper);
        return Vector.Narrow(NormalCdf(lower), NormalCdf(upper));
    }

    /// <summary>The value below which a standard normal number falls with a given probability; NaN outside [0, 1]. Error below 0.501 ulp.</summary>
    public static float NormalQuantile(float probability) => (float)NormalQuantile((double)probability);

    /// <inheritdoc cref="NormalQuantile(float)"/>
    public static Vector<float> NormalQuantile(Vector<float> probability)
    {
        Vector.Widen(probability, out var lower, out var upper);
        return Vector.Narrow(NormalQuantile(lower), NormalQuantile(upper));
    }

    /// <summary>1 / (1 + exp(-x)). Error below 0.501 ulp.</summary>
    public static float Logistic(float x) => (float)Logistic((double)x);

    /// <inheritdoc cref="Logistic(float)"/>
    public static Vector<float> Logistic(Vector<float> x)
    {
        Vector.Widen(x, out var lower, out var upper);
        return Vector.Narrow(Logistic(lower), Logistic(upper));
    }

    /// <summary>x to the power of y; NaN for a negative x and a y that is not whole. Error below 0.501 ulp.</summary>
    public static float Pow(float x, float y) => (float)Pow((double)x, y);

    /// <inheritdoc cref="Pow(float, float)"/>
    public static Vector<float> Pow(Vector<float> x, Vector<float> y)
    {
        Vector.Widen(x, out var xLower, out var xUpper);
        Vector.Widen(y, out var yLower, out var yUpper);
        return Vector.Narrow(Pow(xLower, yLower), Pow(xUpper, yUpper));
    }
}
