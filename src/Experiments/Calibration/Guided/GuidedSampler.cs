using Agents;
using Agents.Numerics;
using Experiments.Config;
using Experiments.Design;

namespace Experiments.Calibration.Guided;

/// <summary>
/// Seeks a posterior by data with likelihoods. What the runs of a proposal count is regressed on its parameters, side by side of the
/// targets (<see cref="RegressionFit"/>); the regressions stand for the model, so that the posterior under them can be drawn from
/// (<see cref="TemperedSampler"/>); draws are the next proposals, which improve the regressions where it matters. At the end
/// particles are drawn, run with random numbers of their own, and weighted by what their own counts change: the
/// surrogate proposes, the model disposes. In the manner of Bayesian history matching and emulation (Kennedy and O'Hagan 2001,
/// JRSS B 63: 425-464) and of synthetic likelihoods found by few simulations (Gutmann and Corander 2016, JMLR 17: 125).
/// </summary>
public sealed class GuidedSampler
{
    /// <summary>Points that stand for the surrogate's posterior.</summary>
    private const int Population = 1000;

    private readonly GuidedSettings settings;
    private readonly Evaluate evaluate;
    private readonly Action<GuidedRound>? report;
    private readonly Archive archive;
    private readonly List<GuidedRound> rounds = [];

    private GuidedSampler(GuidedSettings settings, Evaluate evaluate, Action<GuidedRound>? report) =>
        (this.settings, this.evaluate, this.report, archive) = (settings, evaluate, report, new Archive(settings));

    /// <summary>Searches.</summary>
    /// <param name="settings">How.</param>
    /// <param name="evaluate">Simulates proposals, and says what they counted on each side.</param>
    /// <param name="report">Told of each round as it is complete, or null.</param>
    public static GuidedResult Run(GuidedSettings settings, Evaluate evaluate, Action<GuidedRound>? report = null)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(evaluate);
        return new GuidedSampler(settings, evaluate, report).Search();
    }

    private GuidedResult Search()
    {
        var start = Hypercube();
        archive.Add(start, Simulate(start), explored: start.Count);
        End(start.Count, []);
        while (archive.Fit() is { } surrogate)
        {
            var left = settings.Budget - rounds[^1].Total;
            if (left == 0)
                return new GuidedResult(rounds, Particles(surrogate)) { Surrogate = surrogate };
            Propose(surrogate, Math.Min(settings.Batch, left));
        }
        return new GuidedResult(rounds, null);
    }

    private void Propose(Surrogate surrogate, int count)
    {
        var explored = (int)Math.Round(settings.Explore * count);
        var positions = Draw(surrogate, count - explored);
        for (var proposal = positions.Count + 1; proposal <= count; proposal++)
            positions.Add(ProposalDraws.Prior(settings.Seed, Round, proposal, settings.Steps.Count));
        var evaluations = Simulate(positions);
        var checks = Checks(surrogate, positions, evaluations[..(count - explored)]);
        archive.Add(positions, evaluations, explored);
        End(count, checks);
    }

    private Generation? Particles(Surrogate surrogate)
    {
        var positions = Draw(surrogate, settings.Particles);
        var evaluations = Simulate(positions);
        End(positions.Count, Checks(surrogate, positions, evaluations));
        return Weigh(surrogate, positions, evaluations);
    }

    /// <summary>The number of the round that is under way.</summary>
    private int Round => rounds.Count + 1;

    private void End(int proposals, IReadOnlyList<SideCheck> checks)
    {
        rounds.Add(new GuidedRound(Round, proposals, proposals + (rounds.Count == 0 ? 0 : rounds[^1].Total), checks));
        report?.Invoke(rounds[^1]);
    }

    private List<Evaluation> Simulate(List<double[]> positions) =>
        [.. positions.Chunk(settings.Batch).SelectMany((chunk, i) => evaluate(Round, i + 1, i * settings.Batch + 1, chunk))];

    /// <summary>What is known of each side of a proposal: what the surrogate expects, and the proposal's own counts.</summary>
    internal static Belief[] Combine(IReadOnlyList<GuidedSide> sides, ReadOnlySpan<Belief> expected, IReadOnlyList<Counts> counts)
    {
        var known = new Belief[sides.Count];
        for (var side = 0; side < known.Length; side++)
            known[side] = new CountLikelihood(sides[side].Link, counts[side]).Update(expected[side]);
        return known;
    }

    /// <summary>
    /// The particles, weighted by the likelihood with their own counts over that without them, for which they were drawn. Both are
    /// averages over what is known, so that the weights are right on average whatever chance gave a particle.
    /// </summary>
    private Generation? Weigh(Surrogate surrogate, List<double[]> positions, List<Evaluation> evaluations)
    {
        var particles = new List<Particle>();
        for (var i = 0; i < positions.Count; i++)
        {
            if (evaluations[i].Counts.Count == 0)
                continue;
            var expected = surrogate.At(positions[i]);
            var known = Combine(settings.Sides, expected, evaluations[i].Counts);
            var statistics = surrogate.Statistics(known);
            var (missing, distance) = CalibrationTarget.Compare([.. settings.Targets.Select(target => target.Target)], statistics);
            particles.Add(new Particle(i + 1, positions[i], new Evaluation(distance, statistics, missing), surrogate.LogLikelihood(known) - surrogate.LogLikelihood(expected)));
        }
        if (particles.Count < 2)
            return null;
        var most = particles.Max(particle => particle.Weight);
        var weighted = particles.Select(particle => particle with { Weight = Functions.Exp(Math.Max(particle.Weight - most, -700)) }).ToList();
        var total = weighted.Sum(particle => particle.Weight);
        return new Generation(
            rounds[^1].Number, particles.Max(particle => particle.Evaluation.Nearness).Distance, rounds[^1].Total, [.. weighted.Select(particle => particle with { Weight = particle.Weight / total })]);
    }

    private List<double[]> Hypercube()
    {
        var points = LatinHypercube.Make(Seed.Of(settings.Seed, 1), settings.Initial, settings.Steps.Count, 1);
        // The end is left out: a prior without bounds has no value there.
        return [.. Enumerable.Range(0, settings.Initial).Select(row => points.Row(row).ToArray().Select(u => Math.Max(u, double.Epsilon)).ToArray())];
    }

    /// <summary>Draws from the surrogate's posterior: members of a population so far from one another that few have an ancestor in common.</summary>
    private List<double[]> Draw(Surrogate surrogate, int count)
    {
        var population = Math.Max(Population, Math.Max(count, 10 * settings.Steps.Count));
        var sample = TemperedSampler.Draw(position => surrogate.LogLikelihood(position), settings.Steps.Count, population, Seed.Of(settings.Seed, Round), settings.Threads);
        return [.. Enumerable.Range(0, count).Select(i => sample[(int)((long)i * population / count)])];
    }

    private List<SideCheck> Checks(Surrogate surrogate, List<double[]> positions, List<Evaluation> evaluations)
    {
        var expected = evaluations.Select((_, i) => surrogate.At(positions[i])).ToList();
        return [.. settings.Sides.Select((side, number) => Check(side, surrogate.Sides[number].Misfit, [.. evaluations
            .Select((evaluation, i) => (evaluation.Counts, Belief: expected[i][number]))
            .Where(one => one.Counts.Count > 0 && one.Counts[number].Exposure > 0)
            .Select(one => (one.Counts[number], one.Belief))]))];
    }

    private static SideCheck Check(GuidedSide side, double misfit, List<(Counts Counts, Belief Belief)> seen)
    {
        var (counted, predicted, squares, variances) = (0.0, 0.0, 0.0, 0.0);
        foreach (var (counts, belief) in seen)
        {
            var likelihood = new CountLikelihood(side.Link, counts);
            var mean = likelihood.Expected(side.Link == LinkFunction.Log ? belief.Mean + 0.5 * belief.Variance : belief.Mean);
            var information = likelihood.Information(mean);
            counted += counts.Count;
            predicted += mean;
            squares += (counts.Count - mean) * (counts.Count - mean);
            variances += information + information * information * belief.Variance;
        }
        return new SideCheck(side, seen.Count, counted, predicted, (counted - predicted) / Math.Sqrt(variances), Math.Sqrt(squares / variances), misfit);
    }
}
