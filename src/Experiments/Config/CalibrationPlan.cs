using Agents.Data;

namespace Experiments.Config;

/// <summary>How a posterior sample is sought.</summary>
public enum CalibrationMethod
{
    /// <summary>Proposals from the prior, of which the nearest are kept.</summary>
    Rejection,

    /// <summary>Populations at decreasing tolerances: sequential Monte Carlo.</summary>
    Sequential,

    /// <summary>Proposals where a surrogate, a regression on all counts so far, finds them likely.</summary>
    Guided,
}

/// <summary>What a calibration looks for and how: the <c>calibration:</c> section of a config.</summary>
public sealed record CalibrationPlan
{
    /// <summary>How.</summary>
    public required CalibrationMethod Method { get; init; }

    /// <summary>Particles of the posterior sample, 2 or more.</summary>
    public required int Particles { get; init; }

    /// <summary>Most generations of the sequential method, 1 or more.</summary>
    public required int Generations { get; init; }

    /// <summary>Runs of a particle in each scenario, 1 or more.</summary>
    public required int Replications { get; init; }

    /// <summary>Rejection: share of the proposals that is kept. Sequential: quantile of the last distances that is the next tolerance.</summary>
    public required double Quantile { get; init; }

    /// <summary>The distance at which the sequential method has what it wants, 0 or more.</summary>
    public required double Tolerance { get; init; }

    /// <summary>Share of accepted proposals below which the sequential method gives a generation up, more than 0.</summary>
    public required double MinAcceptance { get; init; }

    /// <summary>Guided: proposals of a Latin hypercube before there is a surrogate, 2 or more.</summary>
    public int Initial { get; init; }

    /// <summary>Guided: proposals of the search, the initial ones included; the particles come after them.</summary>
    public int Budget { get; init; }

    /// <summary>Guided: share of the later proposals that come from the prior all the same, 0 or more and less than 1.</summary>
    public double Explore { get; init; }

    /// <summary>Proposals whose runs make one study, 1 or more.</summary>
    public required int Batch { get; init; }

    /// <summary>Draws from the posterior that are run anew, with other random numbers, to see how it fits; 2 or more.</summary>
    public required int Predictive { get; init; }

    /// <summary>What is to be met, one or more.</summary>
    public required IReadOnlyList<CalibrationTarget> Targets { get; init; }

    /// <summary>What is sought, one or more; the range of each is its prior.</summary>
    public required IReadOnlyList<DesignFactor> Factors { get; init; }

    /// <summary>The measures that the targets read, in the model's order.</summary>
    public required IReadOnlyList<ModelReporter> Measures { get; init; }

    /// <summary>The least and the greatest number of proposals that the search can come to, particles of its end included.</summary>
    public (long Least, long Most) Proposals => Method switch
    {
        CalibrationMethod.Sequential => (Particles, (long)Math.Ceiling(Particles / MinAcceptance) * Generations),
        CalibrationMethod.Rejection => ((long)Math.Ceiling(Particles / Quantile), (long)Math.Ceiling(Particles / Quantile)),
        _ => ((long)Budget + Particles, (long)Budget + Particles),
    };

    /// <summary>The section as a config writes it, every value written out.</summary>
    public string ResolvedYaml { get; init; } = "";

    /// <summary>The cells of the design that a point of the unit cube stands for: the quantiles of the priors.</summary>
    /// <param name="position">One probability for each factor.</param>
    public double[] CellsOf(IReadOnlyList<double> position) => [.. Factors.Select((factor, k) => factor.Range!.At(position[k]))];
}
