using Agents.Data;

namespace Experiments.Config;

/// <summary>What a calibration looks for and how: the <c>calibration:</c> section of a config.</summary>
public sealed record CalibrationPlan
{
    /// <summary>True for sequential Monte Carlo, false for rejection.</summary>
    public required bool IsSequential { get; init; }

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

    /// <summary>The least and the greatest number of proposals that the search can come to.</summary>
    public (long Least, long Most) Proposals => IsSequential
        ? (Particles, (long)Math.Ceiling(Particles / MinAcceptance) * Generations)
        : ((long)Math.Ceiling(Particles / Quantile), (long)Math.Ceiling(Particles / Quantile));

    /// <summary>The section as a config writes it, every value written out.</summary>
    public string ResolvedYaml { get; init; } = "";

    /// <summary>The cells of the design that a point of the unit cube stands for: the quantiles of the priors.</summary>
    /// <param name="position">One probability for each factor.</param>
    public double[] CellsOf(IReadOnlyList<double> position) => [.. Factors.Select((factor, k) => factor.Range!.At(position[k]))];
}
