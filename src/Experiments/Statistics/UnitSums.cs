namespace Experiments.Statistics;

/// <summary>
/// What runs add to the parts of a statistic by unit of evidence: a run; a whole replication where runs of one replication share
/// their random numbers over several rows of a design, and are copies of one another; or a row where rows are a sample.
/// </summary>
/// <param name="hasUnits">Whether units are more than single runs.</param>
internal sealed class UnitSums(bool hasUnits)
{
    private readonly List<Contribution[]> units = [];
    private readonly Dictionary<int, Contribution[]> known = [];

    /// <summary>Number of units.</summary>
    public int Count => units.Count;

    /// <summary>Takes a run.</summary>
    public void Add(int unit, ReadOnlySpan<Contribution> parts)
    {
        if (!known.TryGetValue(unit, out var own))
        {
            units.Add(own = new Contribution[parts.Length]);
            if (hasUnits)
                known.Add(unit, own);
        }
        for (var i = 0; i < own.Length; i++)
            own[i] += parts[i];
    }

    /// <summary>The sums over all units.</summary>
    public Contribution[] Total()
    {
        var total = new Contribution[units.Count == 0 ? 0 : units[0].Length];
        foreach (var unit in units)
        {
            for (var i = 0; i < total.Length; i++)
                total[i] += unit[i];
        }
        return total;
    }

    /// <summary>The variance of an estimate by leaving out one unit at a time; NaN where it cannot be had.</summary>
    /// <param name="estimate">The estimate from sums.</param>
    public double Variance(Func<Contribution[], double> estimate)
    {
        var total = Total();
        return Jackknife.Variance([.. units.Select(unit => estimate([.. total.Zip(unit, (all, one) => all - one)]))]);
    }

    /// <summary>The correlation of two parts' means over the units; 0 where one of them does not vary.</summary>
    public double Correlation(int one, int other)
    {
        var total = Total();
        var (x, y) = (Deviations(one, total), Deviations(other, total));
        var product = x.Sum(value => value * value) * y.Sum(value => value * value);
        return product > 0 ? x.Zip(y, (a, b) => a * b).Sum() / Math.Sqrt(product) : 0;
    }

    /// <summary>How far each unit's top is from what its bottom would let expect.</summary>
    private List<double> Deviations(int part, Contribution[] total) =>
        [.. units.Select(unit => unit[part].Top - total[part].Top / total[part].Bottom * unit[part].Bottom)];
}
