using Experiments.Config;

namespace Experiments.Hypotheses;

/// <summary>How the draws of an ensemble, each with replications of its own, differ in an effect.</summary>
public sealed record DrawSpread
{
    /// <summary>The draws that counted.</summary>
    public required int Count { get; init; }

    /// <summary>Those in which the effect alone cannot be computed, as a ratio of events where none happened; they are in no share below.</summary>
    public required int WithoutValue { get; init; }

    /// <summary>
    /// The standard deviation between draws of the true effect, without the noise of their replications, in the effect's unit:
    /// the moment estimator of random effects (DerSimonian and Laird 1986, Controlled Clinical Trials 7, 177-188) with equal
    /// weights (DerSimonian and Kacker 2007, Contemporary Clinical Trials 28, 105-114), because draws of a posterior are
    /// equally likely, and because weights by precision would favour those in which nothing happened. NaN where a draw has
    /// fewer than two replications.
    /// </summary>
    public required double Deviation { get; init; }

    /// <summary>The share of draws whose effect, noise of their replications included, lies where it was predicted; NaN where nothing was.</summary>
    public required double Share { get; init; }

    /// <summary>The share of draws whose effect, noise included, lies elsewhere; what lies on a bound, as no difference at all, is in neither share.</summary>
    public required double ShareAgainst { get; init; }

    /// <summary>The share of draws whose own 95 % interval lies where it was predicted; NaN where nothing was. A draw in which nothing varied has none.</summary>
    public required double ShareInside { get; init; }

    /// <summary>The share of draws whose own 95 % interval excludes the prediction; NaN where nothing was.</summary>
    public required double ShareExcluded { get; init; }

    /// <summary>What the draws' own estimates say of a prediction.</summary>
    /// <param name="prediction">The prediction.</param>
    /// <param name="own">The effect in each draw, from its own replications.</param>
    /// <param name="deviation">The standard deviation between them of the true effect.</param>
    internal static DrawSpread Of(Prediction prediction, IReadOnlyList<ContrastEstimate> own, double deviation)
    {
        var valued = own.Where(draw => double.IsFinite(draw.Effect)).ToList();
        double ShareOf(Func<ContrastEstimate, bool> isSo) => prediction.IsOpen || valued.Count == 0 ? double.NaN : (double)valued.Count(isSo) / valued.Count;
        return new DrawSpread
        {
            Count = own.Count,
            WithoutValue = own.Count - valued.Count,
            Deviation = deviation,
            Share = ShareOf(draw => prediction.Holds(draw.Effect)),
            ShareAgainst = ShareOf(draw => draw.Effect < prediction.Low || draw.Effect > prediction.High),
            ShareInside = ShareOf(draw => draw.StandardError > 0 && prediction.Covers(draw.Interval.Low, draw.Interval.High)),
            ShareExcluded = ShareOf(draw => draw.StandardError > 0 && prediction.Excludes(draw.Interval.Low, draw.Interval.High)),
        };
    }
}
