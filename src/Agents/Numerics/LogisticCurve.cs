namespace Agents.Numerics;

/// <summary>The logistic function, by the exponential of the negative magnitude so that neither side overflows.</summary>
internal static class LogisticCurve<T, TMask>
    where T : struct, ILanes<T, TMask>
{
    public static T At(T x)
    {
        T one = 1;
        T zero = 0;
        var decay = Exponential<T, TMask>.Exp(zero - T.Abs(x));
        return T.Select(x < zero, decay, one) / (one + decay);
    }
}
