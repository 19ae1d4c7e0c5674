namespace Experiments.Calibration;

/// <summary>How a posterior sample is sought by approximate Bayesian computation.</summary>
public sealed record AbcSettings
{
    /// <summary>True for sequential Monte Carlo, false for rejection.</summary>
    public required bool IsSequential { get; init; }

    /// <summary>Number of parameters, 1 or more.</summary>
    public required int Dimensions { get; init; }

    /// <summary>Particles of the posterior sample, 2 or more.</summary>
    public required int Particles { get; init; }

    /// <summary>
    /// More than 0 and less than 1. Rejection: the share of all proposals that is kept, the nearest ones. Sequential: the
    /// next tolerance is this quantile of the last distances.
    /// </summary>
    public required double Quantile { get; init; }

    /// <summary>Most generations of the sequential method, 1 or more; the first is drawn from the prior.</summary>
    public required int Generations { get; init; }

    /// <summary>The tolerance at which the sequential method has what it wants, 0 or more.</summary>
    public required double FinalTolerance { get; init; }

    /// <summary>The share of accepted proposals, more than 0, below which the sequential method gives a generation up.</summary>
    public required double MinAcceptance { get; init; }

    /// <summary>Proposals that are evaluated at a time, 1 or more.</summary>
    public required int Batch { get; init; }

    /// <summary>Seed of the proposals, 0 to 2147483647.</summary>
    public required int Seed { get; init; }
}

/// <summary>What came of one proposal.</summary>
/// <param name="Distance">How far those statistics that can be told are from the targets, 0 or more, infinite where there are none; NaN where it could not be run, which is never accepted.</param>
/// <param name="Statistics">One value for each target; NaN where it cannot be computed.</param>
/// <param name="Missing">Statistics whose distance cannot be told.</param>
public sealed record Evaluation(double Distance, IReadOnlyList<double> Statistics, int Missing = 0)
{
    /// <summary>What its runs counted on each side of the targets; none where the search asks for no counts, or it could not be run.</summary>
    public IReadOnlyList<Guided.Counts> Counts { get; init; } = [];

    /// <summary>Where it stands among others.</summary>
    public Nearness Nearness => new(Missing, Distance);
}

/// <summary>
/// How near a proposal is: a statistic that cannot be computed is farther than any number, so that fewer missing ones come
/// first and among as many the distance decides.
/// </summary>
/// <param name="Missing">Statistics whose distance cannot be told.</param>
/// <param name="Distance">Of the others.</param>
public readonly record struct Nearness(int Missing, double Distance) : IComparable<Nearness>
{
    /// <summary>As far as it gets: everything that could be run is as near.</summary>
    public static Nearness Any { get; } = new(int.MaxValue, double.PositiveInfinity);

    /// <inheritdoc/>
    public int CompareTo(Nearness other) => Missing == other.Missing ? Distance.CompareTo(other.Distance) : Missing.CompareTo(other.Missing);

    /// <summary>Whether one is nearer than the other.</summary>
    public static bool operator <(Nearness one, Nearness other) => one.CompareTo(other) < 0;

    /// <summary>Whether one is farther than the other.</summary>
    public static bool operator >(Nearness one, Nearness other) => one.CompareTo(other) > 0;

    /// <summary>Whether one is as near as the other, or nearer.</summary>
    public static bool operator <=(Nearness one, Nearness other) => one.CompareTo(other) <= 0;

    /// <summary>Whether one is as far as the other, or farther.</summary>
    public static bool operator >=(Nearness one, Nearness other) => one.CompareTo(other) >= 0;
}

/// <summary>
/// Simulates proposals. It must give the same evaluations for the same arguments whenever it is asked.
/// </summary>
/// <param name="generation">From 1.</param>
/// <param name="batch">From 1 in each generation.</param>
/// <param name="first">The number of the first proposal in its generation, from 1.</param>
/// <param name="positions">Points of the unit cube: the probabilities of the parameters under their priors.</param>
/// <returns>One evaluation for each position, in order.</returns>
public delegate IReadOnlyList<Evaluation> Evaluate(int generation, int batch, int first, IReadOnlyList<double[]> positions);

/// <summary>One accepted proposal.</summary>
/// <param name="Proposal">Its number in the generation, from 1.</param>
/// <param name="Position">Its point of the unit cube.</param>
/// <param name="Evaluation">What came of it.</param>
/// <param name="Weight">Its share of the generation: more than 0; all add up to 1.</param>
public sealed record Particle(int Proposal, double[] Position, Evaluation Evaluation, double Weight);

/// <summary>A sample of the posterior at one tolerance.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Tolerance">Greatest accepted distance (with some statistics missing, where particles lack as many); infinite where all were accepted.</param>
/// <param name="Proposals">Proposals up to the last one that was accepted.</param>
/// <param name="Particles">In the order of their proposals.</param>
public sealed record Generation(int Number, double Tolerance, int Proposals, IReadOnlyList<Particle> Particles)
{
    /// <summary>Particles some statistic of which is missing.</summary>
    public int Incomplete => Particles.Count(particle => particle.Evaluation.Missing > 0);

    /// <summary>
    /// The number of equally weighted particles that would be worth as much: 1 / sum of squared weights (Kong, Liu and
    /// Wong 1994, JASA 89: 278-288).
    /// </summary>
    public double EffectiveSampleSize => 1 / Particles.Sum(particle => particle.Weight * particle.Weight);
}

/// <summary>Why a search ended.</summary>
public enum AbcEnd
{
    /// <summary>The final tolerance was reached, or the method has one generation only.</summary>
    Reached,

    /// <summary>As many generations were made as were asked for.</summary>
    LastGeneration,

    /// <summary>Too few proposals were accepted at the next tolerance.</summary>
    LowAcceptance,

    /// <summary>The next tolerance would have been no smaller: the distances are all alike.</summary>
    Stalled,
}

/// <summary>A finished search.</summary>
/// <param name="Generations">All that were completed; the last is the posterior sample. None where even the prior gave too few.</param>
/// <param name="End">Why there is no further one.</param>
/// <param name="TriedTolerance">The tolerance that could not be reached; null unless acceptance was too low.</param>
public sealed record AbcResult(IReadOnlyList<Generation> Generations, AbcEnd End, double? TriedTolerance = null);
