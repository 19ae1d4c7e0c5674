using Experiments.Config;

namespace Experiments.Calibration.Guided;

/// <summary>How a posterior sample is sought with the help of a surrogate.</summary>
public sealed record GuidedSettings
{
    /// <summary>For each parameter the number of values that it can have, all as likely; 0 where they are continuous.</summary>
    public required IReadOnlyList<int> Steps { get; init; }

    /// <summary>The sides of the targets.</summary>
    public required IReadOnlyList<GuidedSide> Sides { get; init; }

    /// <summary>The targets, in terms of these sides.</summary>
    public required IReadOnlyList<TargetLikelihood> Targets { get; init; }

    /// <summary>Proposals of a Latin hypercube before there is a surrogate, 2 or more.</summary>
    public required int Initial { get; init; }

    /// <summary>Proposals of the search, the initial ones included.</summary>
    public required int Budget { get; init; }

    /// <summary>Share of the later proposals that come from the prior, 0 or more and less than 1.</summary>
    public required double Explore { get; init; }

    /// <summary>Proposals that are evaluated at a time, and after which the surrogate is fitted anew; 1 or more.</summary>
    public required int Batch { get; init; }

    /// <summary>Particles of the posterior sample, 2 or more.</summary>
    public required int Particles { get; init; }

    /// <summary>Seed of the proposals, 0 to 2147483647.</summary>
    public required int Seed { get; init; }

    /// <summary>Threads of the regressions and of the draws from their posterior, 1 or more; they change nothing in the result.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}

/// <summary>One side of the targets.</summary>
/// <param name="Name">The target's name, and for a ratio which of its two sides.</param>
/// <param name="Link">Its scale.</param>
public sealed record GuidedSide(string Name, LinkFunction Link);

/// <summary>How a surrogate did on proposals that it had not seen: those to which it had guided the search.</summary>
/// <param name="Side">The side.</param>
/// <param name="Proposals">Proposals that counted something, or could have.</param>
/// <param name="Counted">What they counted.</param>
/// <param name="Predicted">What it had expected them to count.</param>
/// <param name="Bias">The difference in standard deviations of the prediction, were the errors of two proposals independent.</param>
/// <param name="Spread">Root of the mean squared error over the one that it had expected of itself: 1 for one that knows how good it is.</param>
/// <param name="Misfit">Standard deviation of the truth around its curve, on the scale of the link, as it was estimated before.</param>
public sealed record SideCheck(GuidedSide Side, int Proposals, double Counted, double Predicted, double Bias, double Spread, double Misfit);

/// <summary>One round of a guided search.</summary>
/// <param name="Number">From 1; the last one is that of the particles.</param>
/// <param name="Proposals">Proposals of this round.</param>
/// <param name="Total">Proposals up to its end.</param>
/// <param name="Checks">How the surrogate before it did, one a side; none in the first round.</param>
public sealed record GuidedRound(int Number, int Proposals, int Total, IReadOnlyList<SideCheck> Checks);

/// <summary>A finished guided search.</summary>
/// <param name="Rounds">All of them.</param>
/// <param name="Posterior">The posterior sample; null where too few proposals could be run.</param>
public sealed record GuidedResult(IReadOnlyList<GuidedRound> Rounds, Generation? Posterior)
{
    /// <summary>The last surrogate; null without one.</summary>
    internal Surrogate? Surrogate { get; init; }
}
