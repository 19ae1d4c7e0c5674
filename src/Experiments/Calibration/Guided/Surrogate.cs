namespace Experiments.Calibration.Guided;

/// <summary>Stands for the model while proposals are sought: what each side would count, and so how likely the data are, anywhere.</summary>
internal sealed class Surrogate(IReadOnlyList<Regression> sides, IReadOnlyList<TargetLikelihood> targets)
{
    /// <summary>The regressions, one a side.</summary>
    public IReadOnlyList<Regression> Sides => sides;

    /// <summary>What is expected of each side at a point.</summary>
    public Belief[] At(ReadOnlySpan<double> position)
    {
        var known = new Belief[sides.Count];
        for (var side = 0; side < known.Length; side++)
            known[side] = sides[side].At(position);
        return known;
    }

    /// <summary>The logarithm of the likelihood of all data at a point.</summary>
    public double LogLikelihood(ReadOnlySpan<double> position) => LogLikelihood(At(position));

    /// <summary>The same where so much is known of each side.</summary>
    public double LogLikelihood(ReadOnlySpan<Belief> known)
    {
        var sum = 0.0;
        for (var i = 0; i < targets.Count; i++)
            sum += targets[i].Log(known);
        return sum;
    }

    /// <summary>The statistic of each target at the means of what is known.</summary>
    public double[] Statistics(ReadOnlySpan<Belief> known)
    {
        var statistics = new double[targets.Count];
        for (var i = 0; i < statistics.Length; i++)
            statistics[i] = targets[i].Value(known);
        return statistics;
    }
}
