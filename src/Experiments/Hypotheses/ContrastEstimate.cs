using Experiments.Analysis;

namespace Experiments.Hypotheses;

/// <summary>
/// The effect of a contrast. Its unit of evidence is a replication with all its scenarios, which share their random numbers;
/// over the rows of a design it is a row, a draw of an ensemble, with all its replications.
/// </summary>
/// <param name="Effect">The weighted sum of the statistics of all runs; NaN where it cannot be computed.</param>
/// <param name="StandardError">From leaving out one unit of evidence at a time; NaN where there is none.</param>
/// <param name="Replications">The replications that counted, of all draws together.</param>
public readonly record struct ContrastEstimate(double Effect, double StandardError, int Replications)
{
    /// <summary>How the draws of an ensemble differ; null where the study has one vector of parameters.</summary>
    public DrawSpread? Draws { get; init; }

    /// <summary>Units of evidence.</summary>
    public int Units => Draws?.Count ?? Replications;

    /// <summary>The 95 % interval by Student's t.</summary>
    public Interval Interval => Intervals.OfEstimate(Effect, StandardError, Units - 1);

    /// <summary>
    /// The part of the variance of the effect that stays however many replications each draw has; 0 for one vector, NaN where
    /// replications are too few to tell.
    /// </summary>
    internal double LastingVariance => Draws is null ? 0 : Draws.Deviation * Draws.Deviation / Draws.Count;
}
