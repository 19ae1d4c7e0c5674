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
public static class GuidedSampler
{
    /// <summary>Points that stand for the surrogate's posterior.</summary>
    private const int Population = 1000;

    /// <summary>Searches.</summary>
    /// <param name="settings">How.</param>
    /// <param name="evaluate">Simulates proposals, and says what they counted on each side.</param>
    /// <param name="report">Told of each round as it is complete, or null.</param>
    public static GuidedResult Run(GuidedSettings settings, Evaluate evaluate, Action<GuidedRound>? report = null)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(evaluate);
        var archive = new Archive(settings);
        var rounds = new List<GuidedRound>();
        foreach (var (first, positions) in Chunks(Hypercube(settings), settings.Batch))
            archive.Add(positions, evaluate(1, (first - 1) / settings.Batch + 1, first, positions), positions.Count);
        End(settings.Initial, []);
        while (archive.Fit() is { } surrogate)
        {
            var made = rounds[^1].Total;
            if (made < settings.Budget)
                Propose(surrogate, Math.Min(settings.Batch, settings.Budget - made));
            else
                return new GuidedResult(rounds, Particles(surrogate)) { Surrogate = surrogate };
        }
        return new GuidedResult(rounds, null);

        void End(int proposals, IReadOnlyList<SideCheck> checks)
        {
            rounds.Add(new GuidedRound(rounds.Count + 1, proposals, proposals + (rounds.Count == 0 ? 0 : rounds[^1].Total), checks));
            report?.Invoke(rounds[^1]);
        }

        void Propose(Surrogate surrogate, int count)
        {
            var (round, explored) = (rounds.Count + 1, (int)Math.Round(settings.Explore * count));
            var positions = Draw(settings, surrogate, round, count - explored);
            for (var proposal = positions.Count + 1; proposal <= count; proposal++)
                positions.Add(ProposalDraws.Prior(settings.Seed, round, proposal, settings.Steps.Count));
            var evaluations = evaluate(round, 1, 1, positions);
            var checks = Checks(settings, surrogate, positions, [.. evaluations.Take(count - explored)]);
            archive.Add(positions, evaluations, explored);
            End(count, checks);
        }

        Generation? Particles(Surrogate surrogate)
        {
            var positions = Draw(settings, surrogate, rounds.Count + 1, settings.Particles);
            var evaluations = Chunks(positions, settings.Batch)
                .SelectMany(chunk => evaluate(rounds.Count + 1, (chunk.First - 1) / settings.Batch + 1, chunk.First, chunk.Positions)).ToList();
            End(positions.Count, Checks(settings, surrogate, positions, evaluations));
            return Weigh(settings, surrogate, positions, evaluations, rounds[^1]);
        }
    }

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
    private static Generation? Weigh(GuidedSettings settings, Surrogate surrogate, List<double[]> positions, List<Evaluation> evaluations, GuidedRound round)
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
            round.Number, particles.Max(particle => particle.Evaluation.Nearness).Distance, round.Total, [.. weighted.Select(particle => particle with { Weight = particle.Weight / total })]);
    }

    private static List<double[]> Hypercube(GuidedSettings settings)
    {
        var points = LatinHypercube.Make(Seed.Of(settings.Seed, 1), settings.Initial, settings.Steps.Count, 1);
        // The end is left out: a prior without bounds has no value there.
        return [.. Enumerable.Range(0, settings.Initial).Select(row => points.Row(row).ToArray().Select(u => Math.Max(u, double.Epsilon)).ToArray())];
    }

    private static IEnumerable<(int First, IReadOnlyList<double[]> Positions)> Chunks(List<double[]> positions, int size) =>
        positions.Chunk(size).Select((chunk, i) => (i * size + 1, (IReadOnlyList<double[]>)chunk));

    /// <summary>Draws from the surrogate's posterior: members of a population so far from one another that few have an ancestor in common.</summary>
    private static List<double[]> Draw(GuidedSettings settings, Surrogate surrogate, int round, int count)
    {
        var population = Math.Max(Population, Math.Max(count, 10 * settings.Steps.Count));
        var sample = TemperedSampler.Draw(position => surrogate.LogLikelihood(position), settings.Steps.Count, population, Seed.Of(settings.Seed, round), settings.Threads);
        return [.. Enumerable.Range(0, count).Select(i => sample[(int)((long)i * population / count)])];
    }

    private static List<SideCheck> Checks(GuidedSettings settings, Surrogate surrogate, List<double[]> positions, List<Evaluation> evaluations)
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
