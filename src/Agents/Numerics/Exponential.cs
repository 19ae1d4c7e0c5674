namespace Agents.Numerics;

/// <summary>
/// The exponential function by reduction to [-ln(2)/2, ln(2)/2] and a rational form of a polynomial in the square of
/// the reduced argument (Muller 2016, Elementary Functions, chapter 11). The coefficients are those of the Remez
/// polynomial of FDLIBM (Sun Microsystems 1993), within 2^-59.
/// </summary>
internal static class Exponential<T, TMask>
    where T : struct, ILanes<T, TMask>
{
    private const double PerLn2 = 1.4426950408889634;

    // Beyond these the result is infinite or rounds to 0.
    private const double Highest = 710;
    private const double Lowest = -746;

    public static T Exp(T x) => OfSum(x, 0);

    /// <summary>The exponential of a number given in two parts, of which the second is much the smaller.</summary>
    public static T OfSum(T x, T low)
    {
        var isHigh = x > Highest;
        var isLow = x < Lowest;
        var bounded = T.Select(isHigh, Highest, T.Select(isLow, Lowest, x));
        low = T.Select(T.Or(isHigh, isLow), 0, low);
        var exponent = Round(bounded * PerLn2);
        var high = bounded - exponent * Logarithm<T, TMask>.Ln2High;
        var rest = exponent * Logarithm<T, TMask>.Ln2Low - low;
        var reduced = high - rest;
        var t = reduced * reduced;
        var series = t * (t * (t * (t * (t * 4.13813679705723846039e-08 - 1.65339022054652515390e-06)
            + 6.61375632143793436117e-05) - 2.77777777770155933842e-03) + 1.66666666666666019037e-01);
        var c = reduced - series;
        T one = 1;
        T two = 2;
        var result = one - (rest - reduced * c / (two - c) - high);
        // In two steps, as 2^exponent alone may be too great or too small for a number; only the second can round.
        var half = Round(exponent * 0.5);
        result = result * T.PowerOfTwo(half) * T.PowerOfTwo(exponent - half);
        return T.Select(T.IsNaN(x), double.NaN, result);
    }

    private static T Round(T x) => x + DoubleBits.IntegerShift - DoubleBits.IntegerShift;
}
