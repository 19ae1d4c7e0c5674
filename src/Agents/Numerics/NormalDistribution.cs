namespace Agents.Numerics;

/// <summary>
/// The normal distribution function by the rational approximations of Cody (1969), Rational Chebyshev approximations
/// for the error function, Mathematics of Computation 23: 631-637, with the coefficients of Cody (1993), Algorithm 715:
/// SPECFUN, ACM TOMS 19: 22-32, function ANORM.
/// </summary>
internal static class NormalDistribution<T, TMask>
    where T : struct, ILanes<T, TMask>
{
    private const double CentreEnd = 0.67448975;
    private const double FlankEnd = 5.656854249492381;
    private const double TailEnd = 39;
    private const double PerRootTwoPi = 0.3989422804014327;

    public static T Probability(T x)
    {
        T one = 1;
        T zero = 0;
        var y = T.Abs(x);
        y = T.Select(y > TailEnd, TailEnd, y);
        var centre = Centre(x, x * x) + 0.5;
        var isOutside = y > CentreEnd;
        if (!T.Any(isOutside))
            return T.Select(T.IsNaN(x), double.NaN, centre);
        var tail = Flank(y);
        var isFar = y > FlankEnd;
        if (T.Any(isFar))
            tail = T.Select(isFar, Tail(y, one / (y * y)), tail);
        // The square is taken in two parts, the first exact, or its rounding would show in the exponential.
        var upper = T.Upper(y);
        tail = tail * Exponential<T, TMask>.OfSum(upper * upper * -0.5, (y - upper) * (y + upper) * -0.5);
        var result = T.Select(isOutside, T.Select(x < zero, tail, one - tail), centre);
        return T.Select(T.IsNaN(x), double.NaN, result);
    }

    // The distribution function less 1/2 near 0.
    private static T Centre(T x, T square)
    {
        var numerator = (((square * 0.065682337918207449113 + 2.2352520354606839287) * square
            + 161.02823106855587881) * square
            + 1067.6894854603709582) * square
            + 18154.981253343561249;
        var denominator = (((square + 47.20258190468824187) * square
            + 976.09855173777669322) * square
            + 10260.932208618978205) * square
            + 45507.789335026729956;
        return x * numerator / denominator;
    }

    // The upper tail over exp(-y^2 / 2).
    private static T Flank(T y)
    {
        var numerator = (((((((y * 1.0765576773720192317e-8 + 0.39894151208813466764) * y
            + 8.8831497943883759412) * y
            + 93.506656132177855979) * y
            + 597.27027639480026226) * y
            + 2494.5375852903726711) * y
            + 6848.1904505362823326) * y
            + 11602.651437647350124) * y
            + 9842.7148383839780218;
        var denominator = (((((((y + 22.266688044328115691) * y
            + 235.38790178262499861) * y
            + 1519.377599407554805) * y
            + 6485.558298266760755) * y
            + 18615.571640885098091) * y
            + 34900.952721145977266) * y
            + 38912.003286093271411) * y
            + 19685.429676859990727;
        return numerator / denominator;
    }

    // The same far out, by an expansion in 1 / y^2.
    private static T Tail(T y, T z)
    {
        var numerator = ((((z * 0.02307344176494017303 + 0.21589853405795699) * z
            + 0.1274011611602473639) * z
            + 0.022235277870649807) * z
            + 0.001421619193227893466) * z
            + 2.9112874951168792e-5;
        var denominator = ((((z + 1.28426009614491121) * z
            + 0.468238212480865118) * z
            + 0.0659881378689285515) * z
            + 0.00378239633202758244) * z
            + 7.29751555083966205e-5;
        return (PerRootTwoPi - z * numerator / denominator) / y;
    }
}
