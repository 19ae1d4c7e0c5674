namespace Experiments.Analysis.Discovery;

/// <summary>What a box admits, factor by factor, both limits included. It admits no category that no point has.</summary>
internal sealed class Region
{
    private readonly IReadOnlyList<PrimFactor> factors;
    private readonly double[] lows;
    private readonly double[] highs;
    private readonly bool[][] admitted;

    public Region(IReadOnlyList<PrimFactor> factors)
        : this(
            factors,
            [.. factors.Select(_ => double.NegativeInfinity)],
            [.. factors.Select(_ => double.PositiveInfinity)],
            [.. factors.Select(Seen)])
    {
    }

    private Region(IReadOnlyList<PrimFactor> factors, double[] lows, double[] highs, bool[][] admitted) =>
        (this.factors, this.lows, this.highs, this.admitted) = (factors, lows, highs, admitted);

    public bool Contains(int point)
    {
        for (var factor = 0; factor < lows.Length; factor++)
        {
            if (!Admits(factor, point))
                return false;
        }
        return true;
    }

    /// <summary>True where a point would be in the box if it did not restrict one factor.</summary>
    public bool ContainsBut(int free, int point)
    {
        for (var factor = 0; factor < lows.Length; factor++)
        {
            if (factor != free && !Admits(factor, point))
                return false;
        }
        return true;
    }

    public bool Admits(int factor, int point)
    {
        var value = factors[factor].Values[point];
        return factors[factor].IsCategory ? admitted[factor][(int)value] : value >= lows[factor] && value <= highs[factor];
    }

    /// <summary>True for a point that lies beyond the lower limit of a factor.</summary>
    public bool IsBelow(int factor, int point) => factors[factor].Values[point] < lows[factor];

    public bool IsRestricted(int factor) => factors[factor].IsCategory
        ? !admitted[factor].AsSpan().SequenceEqual(Seen(factors[factor]))
        : !double.IsInfinity(lows[factor]) || !double.IsInfinity(highs[factor]);

    public Region WithLow(int factor, double low) => new(factors, Replaced(lows, factor, low), highs, admitted);

    public Region WithHigh(int factor, double high) => new(factors, lows, Replaced(highs, factor, high), admitted);

    public Region WithCategory(int factor, int category, bool isAdmitted) =>
        new(factors, lows, highs, Replaced(admitted, factor, Replaced(admitted[factor], category, isAdmitted)));

    /// <summary>Without the limits that keep no point out.</summary>
    public Region Loosened()
    {
        var (least, greatest) = (factors.Select(factor => factor.Values.Min()).ToArray(), factors.Select(factor => factor.Values.Max()).ToArray());
        return new(
            factors,
            [.. lows.Select((low, i) => low <= least[i] ? double.NegativeInfinity : low)],
            [.. highs.Select((high, i) => high >= greatest[i] ? double.PositiveInfinity : high)],
            admitted);
    }

    public PrimLimit Limit(int factor, double quasiP) => new(
        factor, lows[factor], highs[factor],
        factors[factor].IsCategory ? [.. Enumerable.Range(0, admitted[factor].Length).Where(category => admitted[factor][category])] : null,
        quasiP);

    /// <summary>Which categories any point has.</summary>
    private static bool[] Seen(PrimFactor factor)
    {
        var seen = new bool[factor.IsCategory ? (int)factor.Values.Max() + 1 : 0];
        for (var point = 0; factor.IsCategory && point < factor.Values.Length; point++)
            seen[(int)factor.Values[point]] = true;
        return seen;
    }

    private static T[] Replaced<T>(T[] values, int index, T value)
    {
        var copy = (T[])values.Clone();
        copy[index] = value;
        return copy;
    }
}
