namespace Agents.Numerics;

/// <summary>
/// The inverse of the normal distribution function by rational approximation: Wichura (1988), Algorithm AS 241, The
/// percentage points of the normal distribution, Applied Statistics 37: 477-484, routine PPND16 (accuracy about 1e-16).
/// </summary>
internal static class NormalInverse<T, TMask>
    where T : struct, ILanes<T, TMask>
{
    /// <summary>How far from 1/2 the centre ends.</summary>
    public const double CentreHalfWidth = 0.425;

    public static T Quantile(T probability)
    {
        T one = 1;
        var fromMiddle = probability - 0.5;
        var isTail = T.Abs(fromMiddle) > CentreHalfWidth;
        var result = InCentre(probability);
        if (T.Any(isTail))
        {
            var outside = T.Select(fromMiddle < 0, probability, one - probability);
            var root = T.Sqrt(T.WithSign(Logarithm<T, TMask>.Log(outside), one));
            var tail = Flank(root - 1.6);
            var isFarTail = root > 5;
            if (T.Any(isFarTail))
                tail = T.Select(isFarTail, Tail(root - 5), tail);
            result = T.Select(isTail, T.WithSign(tail, fromMiddle), result);
        }
        return WithSpecialValues(probability, fromMiddle, result);
    }

    /// <summary>What <see cref="Quantile"/> gives within the centre, and nothing of use outside it.</summary>
    public static T InCentre(T probability)
    {
        var fromMiddle = probability - 0.5;
        return fromMiddle * Centre(CentreHalfWidth * CentreHalfWidth - fromMiddle * fromMiddle);
    }

    private static T WithSpecialValues(T probability, T fromMiddle, T result)
    {
        T one = 1;
        var isEnd = T.Or(T.Equals(probability, 0), T.Equals(probability, one));
        result = T.Select(isEnd, T.WithSign(double.PositiveInfinity, fromMiddle), result);
        var isOutside = T.Or(probability < 0, probability > one);
        return T.Select(T.Or(isOutside, T.IsNaN(probability)), double.NaN, result);
    }

    // Table of PPND16, coefficients a and b.
    private static T Centre(T r)
    {
        var numerator = ((((((r * 2.5090809287301226727e3 + 3.3430575583588128105e4) * r
            + 6.7265770927008700853e4) * r
            + 4.5921953931549871457e4) * r
            + 1.3731693765509461125e4) * r
            + 1.9715909503065514427e3) * r
            + 1.3314166789178437745e2) * r
            + 3.3871328727963666080;
        var denominator = ((((((r * 5.2264952788528545610e3 + 2.8729085735721942674e4) * r
            + 3.9307895800092710610e4) * r
            + 2.1213794301586595867e4) * r
            + 5.3941960214247511077e3) * r
            + 6.8718700749205790830e2) * r
            + 4.2313330701600911252e1) * r
            + 1;
        return numerator / denominator;
    }

    // Coefficients c and d.
    private static T Flank(T r)
    {
        var numerator = ((((((r * 7.74545014278341407640e-4 + 2.27238449892691845833e-2) * r
            + 2.41780725177450611770e-1) * r
            + 1.27045825245236838258) * r
            + 3.64784832476320460504) * r
            + 5.76949722146069140550) * r
            + 4.63033784615654529590) * r
            + 1.42343711074968357734;
        var denominator = ((((((r * 1.05075007164441684324e-9 + 5.47593808499534494600e-4) * r
            + 1.51986665636164571966e-2) * r
            + 1.48103976427480074590e-1) * r
            + 6.89767334985100004550e-1) * r
            + 1.67638483018380384940) * r
            + 2.05319162663775882187) * r
            + 1;
        return numerator / denominator;
    }

    // Coefficients e and f.
    private static T Tail(T r)
    {
        var numerator = ((((((r * 2.01033439929228813265e-7 + 2.71155556874348757815e-5) * r
            + 1.24266094738807843860e-3) * r
            + 2.65321895265761230930e-2) * r
            + 2.96560571828504891230e-1) * r
            + 1.78482653991729133580) * r
            + 5.46378491116411436990) * r
            + 6.65790464350110377720;
        var denominator = ((((((r * 2.04426310338993978564e-15 + 1.42151175831644588870e-7) * r
            + 1.84631831751005468180e-5) * r
            + 7.86869131145613259100e-4) * r
            + 1.48753612908506148525e-2) * r
            + 1.36929880922735805310e-1) * r
            + 5.99832206555887937690e-1) * r
            + 1;
        return numerator / denominator;
    }
}
