using Agents.Numerics;
using Experiments.Config;

namespace Experiments.Calibration.Guided;

/// <summary>How likely a target's data are where so much is known of its sides.</summary>
public sealed class TargetLikelihood
{
    private readonly IReadOnlyList<LinkFunction> links;

    /// <param name="target">The target, with data.</param>
    /// <param name="sides">The numbers of its sides among those of the search: one, or two for a ratio.</param>
    /// <param name="links">The scales of all sides.</param>
    public TargetLikelihood(CalibrationTarget target, IReadOnlyList<int> sides, IReadOnlyList<LinkFunction> links) =>
        (Target, Sides, this.links) = (target, sides, links);

    /// <summary>The target.</summary>
    public CalibrationTarget Target { get; }

    /// <summary>Numbers of its sides.</summary>
    public IReadOnlyList<int> Sides { get; }

    /// <summary>The statistic at the means of what is known.</summary>
    /// <param name="known">What is known of each side of the search.</param>
    public double Value(ReadOnlySpan<Belief> known)
    {
        var logarithm = LogOf(known[Sides[0]], links[Sides[0]]).Mean;
        return Functions.Exp(Sides.Count == 1 ? logarithm : logarithm - LogOf(known[Sides[1]], links[Sides[1]]).Mean);
    }

    /// <summary>
    /// The logarithm of the likelihood, averaged over what is known, up to a constant. Sides of a ratio are taken as independent,
    /// although scenarios share their random numbers: that makes the target a little weaker, never stronger, where they go together.
    /// </summary>
    /// <param name="known">What is known of each side of the search.</param>
    public double Log(ReadOnlySpan<Belief> known)
    {
        var first = known[Sides[0]];
        switch (Target.Observed)
        {
            case EventsObserved events:
                return new CountLikelihood(LinkFunction.Log, new Counts(events.Count, events.Exposure)).LogMean(first);
            case ShareObserved share:
                return new CountLikelihood(LinkFunction.Logit, new Counts(share.Count, share.Of)).LogMean(first);
            default:
                var estimate = (EstimateObserved)Target.Observed!;
                var (mean, variance) = LogOf(first, links[Sides[0]]);
                if (Sides.Count > 1)
                {
                    var below = LogOf(known[Sides[1]], links[Sides[1]]);
                    (mean, variance) = (mean - below.Mean, variance + below.Variance);
                }
                variance += estimate.Deviation * estimate.Deviation;
                var off = mean - Functions.Log(estimate.Value);
                return -0.5 * (off * off / variance + Functions.Log(variance));
        }
    }

    /// <summary>The logarithm of a rate, or of a share by the first term of its series (the delta method).</summary>
    private static Belief LogOf(Belief side, LinkFunction link)
    {
        if (link == LinkFunction.Log)
            return side;
        var others = Functions.Logistic(-side.Mean);
        return new Belief(-CountLikelihood.Softplus(-side.Mean), others * others * side.Variance);
    }
}
