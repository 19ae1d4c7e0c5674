namespace Experiments.Calibration;

/// <summary>
/// Approximate Bayesian computation. Rejection: proposals from the prior, of which the nearest are kept (Pritchard et al.
/// 1999, Molecular Biology and Evolution 16: 1791-1798). Sequential Monte Carlo: populations at decreasing tolerances,
/// each drawn from the last one by a normal kernel, component by component, with twice the weighted variance, and
/// weighted by prior over proposal density (Toni et al. 2009, Journal of the Royal Society Interface 6: 187-202; Beaumont
/// et al. 2009, Biometrika 96: 983-990).
/// </summary>
/// <remarks>
/// It works on the unit cube of the priors' probabilities, where every prior is uniform: whatever their distributions, the
/// prior's density is 1 inside and 0 outside, and weights are one over the density of the proposal. Draws are keyed by
/// generation and proposal, and proposals are accepted in their order, so that nothing depends on who was first.
/// </remarks>
public static class AbcSampler
{
    /// <summary>Searches.</summary>
    /// <param name="settings">How.</param>
    /// <param name="evaluate">Simulates proposals.</param>
    /// <param name="report">Told of each generation as it is complete, or null.</param>
    public static AbcResult Run(AbcSettings settings, Evaluate evaluate, Action<Generation>? report = null)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(evaluate);
        return settings.IsSequential ? RunSequentially(settings, evaluate, report) : Reject(settings, evaluate, report);
    }

    /// <summary>Proposals of the rejection method.</summary>
    public static int RejectionProposals(AbcSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return checked((int)Math.Ceiling(settings.Particles / settings.Quantile));
    }

    /// <summary>Proposals after which the sequential method gives a generation up.</summary>
    public static int MostProposals(AbcSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return checked((int)Math.Ceiling(settings.Particles / settings.MinAcceptance));
    }

    private static AbcResult Reject(AbcSettings settings, Evaluate evaluate, Action<Generation>? report)
    {
        var proposals = RejectionProposals(settings);
        var kept = new List<Particle>();
        foreach (var (proposal, position, evaluation) in Propose(settings, 1, null, proposals, evaluate))
        {
            if (!double.IsNaN(evaluation.Distance))
                kept.Add(new Particle(proposal, position, evaluation, 1.0 / settings.Particles));
        }
        if (kept.Count < settings.Particles)
            return new AbcResult([], AbcEnd.LowAcceptance);
        // The sort is stable: of two at one distance the earlier proposal is kept.
        var nearest = kept.OrderBy(particle => particle.Evaluation.Nearness).Take(settings.Particles).OrderBy(particle => particle.Proposal).ToList();
        var generation = new Generation(1, nearest.Max(particle => particle.Evaluation.Nearness).Distance, proposals, nearest);
        report?.Invoke(generation);
        return new AbcResult([generation], AbcEnd.Reached);
    }

    private static AbcResult RunSequentially(AbcSettings settings, Evaluate evaluate, Action<Generation>? report)
    {
        var generations = new List<Generation>();
        var (tolerance, final) = (Nearness.Any, new Nearness(0, settings.FinalTolerance));
        while (true)
        {
            if (Accept(settings, generations.LastOrDefault(), tolerance, evaluate) is not { } generation)
                return new AbcResult(generations, AbcEnd.LowAcceptance, tolerance.Distance);
            generations.Add(generation);
            report?.Invoke(generation);
            if (tolerance <= final)
                return new AbcResult(generations, AbcEnd.Reached);
            if (generations.Count == settings.Generations)
                return new AbcResult(generations, AbcEnd.LastGeneration);
            var next = Next(settings, generation, tolerance);
            next = next < final ? final : next;
            if (next >= tolerance || double.IsInfinity(next.Distance))
                return new AbcResult(generations, AbcEnd.Stalled);
            tolerance = next;
        }
    }

    /// <summary>The next generation, or null where too few proposals are near enough.</summary>
    private static Generation? Accept(AbcSettings settings, Generation? last, Nearness tolerance, Evaluate evaluate)
    {
        var kernel = last is null ? null : new PerturbationKernel(last);
        var accepted = new List<Particle>();
        foreach (var (proposal, position, evaluation) in Propose(settings, (last?.Number ?? 0) + 1, kernel, MostProposals(settings), evaluate))
        {
            if (IsLost(settings, accepted.Count, proposal))
                break;
            if (double.IsNaN(evaluation.Distance) || evaluation.Nearness > tolerance)
                continue;
            accepted.Add(new Particle(proposal, position, evaluation, kernel is null ? 1 : 1 / kernel.Density(position)));
            if (accepted.Count == settings.Particles)
                break;
        }
        if (accepted.Count < settings.Particles)
            return null;
        var total = accepted.Sum(particle => particle.Weight);
        return new Generation(
            (last?.Number ?? 0) + 1, tolerance.Distance, accepted[^1].Proposal, [.. accepted.Select(particle => particle with { Weight = particle.Weight / total })]);
    }

    /// <summary>
    /// Whether the acceptance is hopeless before the last proposal: where 20 acceptances were due at the least share,
    /// fewer than 10 come with a probability of 0.005.
    /// </summary>
    private static bool IsLost(AbcSettings settings, int accepted, int proposal) =>
        proposal * settings.MinAcceptance > 20 && accepted < 0.5 * proposal * settings.MinAcceptance;

    /// <summary>Proposals and what came of them, in order; a batch is evaluated when its first one is asked for.</summary>
    private static IEnumerable<(int Proposal, double[] Position, Evaluation Evaluation)> Propose(
        AbcSettings settings, int generation, PerturbationKernel? kernel, int most, Evaluate evaluate)
    {
        for (var (batch, first) = (1, 1); first <= most; batch++, first += settings.Batch)
        {
            var positions = Enumerable.Range(first, Math.Min(settings.Batch, most - first + 1))
                .Select(proposal => ProposalDraws.Position(settings, generation, proposal, kernel)).ToList();
            var evaluations = evaluate(generation, batch, first, positions);
            for (var i = 0; i < positions.Count; i++)
                yield return (first + i, positions[i], evaluations[i]);
        }
    }

    /// <summary>
    /// The next tolerance: a quantile of the particles from the nearest on. Where that one lacks statistics that enough
    /// others have, as many as may be few among the proposals, only those others are wanted, the farthest of them included;
    /// else a search would settle where nothing can be computed because that is where most proposals are.
    /// </summary>
    private static Nearness Next(AbcSettings settings, Generation generation, Nearness tolerance)
    {
        var sorted = generation.Particles.Select(particle => particle.Evaluation.Nearness).Order().ToList();
        var quantile = sorted[Math.Clamp((int)Math.Ceiling(settings.Quantile * sorted.Count) - 1, 0, sorted.Count - 1)];
        var fuller = sorted.Count(one => one.Missing < quantile.Missing);
        var isDeadEnd = quantile >= tolerance || double.IsInfinity(quantile.Distance);
        return fuller > 0 && (isDeadEnd || fuller >= settings.MinAcceptance * sorted.Count) ? sorted[fuller - 1] : quantile;
    }
}
