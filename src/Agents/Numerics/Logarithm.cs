namespace Agents.Numerics;

/// <summary>
/// The natural logarithm by reduction to [sqrt(1/2), sqrt(2)) and a series in s = f / (2 + f), where 1 + f is the
/// reduced argument (Muller 2016, Elementary Functions, chapter 11). The coefficients are those of the minimax
/// polynomial of FDLIBM (Sun Microsystems 1993), within 2^-58.45 of (log(1+f) - 2s) / s.
/// </summary>
internal static class Logarithm<T, TMask>
    where T : struct, ILanes<T, TMask>
{
    public const double Ln2High = 6.93147180369123816490e-01;
    public const double Ln2Low = 1.90821492927058770002e-10;
    private const double Sqrt2 = 1.4142135623730951;
    private const double MinNormal = 2.2250738585072014e-308;
    private const double TwoTo54 = 18014398509481984;

    public static T Log(T x)
    {
        var (reduced, exponent) = Reduce(x);
        var result = OfReduced(reduced - 1, exponent, 0);
        return WithSpecialValues(x, result);
    }

    /// <summary>log(1 + x), exact in x even where 1 + x is not.</summary>
    public static T Log1p(T x)
    {
        T one = 1;
        var sum = one + x;
        var (reduced, exponent) = Reduce(sum);
        // What rounding took from the sum; the greater of the two terms goes first, so that it is exact (Dekker 1971).
        var lost = T.Select(x > one, one - (sum - x), x - (sum - one)) / sum;
        var isNear = T.Equals(exponent, 0);
        var result = OfReduced(T.Select(isNear, x, reduced - 1), exponent, T.Select(isNear, 0, lost));
        result = T.Select(T.Equals(x, 0), x, result);
        return WithSpecialValues(sum, result);
    }

    /// <summary>Splits x into reduced times 2^exponent, reduced in [sqrt(1/2), sqrt(2)).</summary>
    public static (T Reduced, T Exponent) Reduce(T x)
    {
        var isSubnormal = x < MinNormal;
        var normal = T.Select(isSubnormal, x * TwoTo54, x);
        var fraction = T.Fraction(normal);
        var isUpper = fraction > Sqrt2;
        var exponent = T.Exponent(normal) - T.Select(isSubnormal, 54, 0) + T.Select(isUpper, 1, 0);
        return (T.Select(isUpper, fraction * 0.5, fraction), exponent);
    }

    private static T OfReduced(T f, T exponent, T correction)
    {
        var s = f / (f + 2);
        var z = s * s;
        var w = z * z;
        var odd = w * (w * (w * 1.531383769920937332e-01 + 2.222219843214978396e-01) + 3.999999999940941908e-01);
        var even = z * (w * (w * (w * 1.479819860511658591e-01 + 1.818357216161805012e-01) + 2.857142874366239149e-01)
            + 6.666666666666735130e-01);
        var halfSquare = f * f * 0.5;
        var tail = s * (halfSquare + (odd + even)) + (exponent * Ln2Low + correction);
        return exponent * Ln2High - (halfSquare - tail - f);
    }

    private static T WithSpecialValues(T number, T result)
    {
        result = T.Select(T.Equals(number, 0), double.NegativeInfinity, result);
        result = T.Select(T.Equals(number, double.PositiveInfinity), number, result);
        return T.Select(T.Or(number < 0, T.IsNaN(number)), double.NaN, result);
    }
}
