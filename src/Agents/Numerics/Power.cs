using System.Runtime.CompilerServices;

namespace Agents.Numerics;

/// <summary>
/// Powers by way of the logarithm in double-double arithmetic (Dekker 1971, A floating-point technique for extending
/// the available precision, Numerische Mathematik 18: 224-242), whose error of about 2^-64 stays below the last place
/// of the result however great the exponent.
/// </summary>
internal static class Power<T, TMask>
    where T : struct, ILanes<T, TMask>
{
    private const double Third = 1.0 / 3;
    private const double ThirdLow = 1.850371707708594e-17;

    public static T Pow(T x, T y)
    {
        var magnitude = T.Abs(x);
        var (log, logLow) = Log(magnitude);
        var (product, productLow) = Multiply(log, y);
        productLow = productLow + y * logLow;
        // Where the result overflows or vanishes anyway, the low part may be infinite minus infinite.
        productLow = T.Select(T.Abs(product) < 1000, productLow, 0);
        return WithSpecialValues(x, y, magnitude, Exponential<T, TMask>.OfSum(product, productLow));
    }

    /// <summary>log(x) for positive x as an unevaluated sum.</summary>
    private static (T High, T Low) Log(T x)
    {
        var (m, exponent) = Logarithm<T, TMask>.Reduce(x);
        var (s, sLow) = Quotient(m);
        var (square, squareLow) = Multiply(s, s);
        squareLow = squareLow + (s + s) * sLow;
        var (cube, cubeLow) = Multiply(s, square);
        cubeLow = cubeLow + (s * squareLow + sLow * square);
        var (term, termLow) = Multiply(cube, Third);
        termLow = termLow + (cube * ThirdLow + cubeLow * Third);
        var (sum, sumLow) = Add(s, term);
        sumLow = sumLow + (sLow + termLow + cube * square * Series(square));
        var (log, logLow) = Add(exponent * Logarithm<T, TMask>.Ln2High, sum + sum);
        return Add(log, logLow + (exponent * Logarithm<T, TMask>.Ln2Low + (sumLow + sumLow)));
    }

    /// <summary>(m - 1) / (m + 1) as an unevaluated sum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (T High, T Low) Quotient(T m)
    {
        T one = 1;
        var numerator = m - one;
        var denominator = m + one;
        var denominatorLow = m - (denominator - one);
        var quotient = numerator / denominator;
        var (product, productLow) = Multiply(quotient, denominator);
        return (quotient, (numerator - product - productLow - quotient * denominatorLow) / denominator);
    }

    // The inverse hyperbolic tangent's series from its third term on: 1/5 + z/7 + ...; the next term is below 2^-70.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Series(T z) =>
        z * (z * (z * (z * (z * (z * (z * (z * (z * (z * (z * (1.0 / 27) + 1.0 / 25) + 1.0 / 23) + 1.0 / 21) + 1.0 / 19)
            + 1.0 / 17) + 1.0 / 15) + 1.0 / 13) + 1.0 / 11) + 1.0 / 9) + 1.0 / 7) + 1.0 / 5;

    /// <summary>The exact sum of two numbers, of which the first is 0 or not the smaller.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (T High, T Low) Add(T a, T b)
    {
        var sum = a + b;
        return (sum, b - (sum - a));
    }

    /// <summary>The product of two numbers and what rounding took from it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (T High, T Low) Multiply(T a, T b)
    {
        var product = a * b;
        var aUpper = T.Upper(a);
        var aLower = a - aUpper;
        var bUpper = T.Upper(b);
        var bLower = b - bUpper;
        return (product, aUpper * bUpper - product + aUpper * bLower + aLower * bUpper + aLower * bLower);
    }

    private static T WithSpecialValues(T x, T y, T magnitude, T result)
    {
        T one = 1;
        T zero = 0;
        T infinity = double.PositiveInfinity;
        var isOne = T.Equals(magnitude, one);
        result = T.Select(isOne, one, result);
        result = T.Select(T.Equals(magnitude, zero), T.Select(y < zero, infinity, zero), result);
        result = T.Select(T.Equals(magnitude, infinity), T.Select(y < zero, zero, infinity), result);

        var exponent = T.Abs(y);
        var isWhole = IsWhole(exponent);
        var isOdd = T.And(isWhole, T.Not(IsWhole(exponent * 0.5)));
        result = T.Select(isOdd, T.WithSign(result, x), result);
        var isRoot = T.And(T.And(x < zero, T.Not(T.Equals(x, double.NegativeInfinity))), T.Not(isWhole));
        var isUndefined = T.Or(isRoot, T.Or(T.IsNaN(x), T.IsNaN(y)));
        result = T.Select(isUndefined, double.NaN, result);
        return T.Select(T.Or(T.Equals(y, zero), T.Equals(x, one)), one, result);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TMask IsWhole(T positive)
    {
        var rounded = positive + DoubleBits.TwoTo52 - DoubleBits.TwoTo52;
        return T.Or(T.Equals(rounded, positive), positive > DoubleBits.TwoTo52);
    }
}
