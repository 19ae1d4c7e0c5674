using Agents;
using Agents.Random;

namespace Experiments.Calibration;

/// <summary>The draws of proposals, keyed by seed, generation and number of the proposal.</summary>
internal static class ProposalDraws
{
    /// <summary>Where a proposal stands in the unit cube; redrawn, ancestor and all, while it is outside.</summary>
    /// <param name="settings">The search.</param>
    /// <param name="generation">From 1.</param>
    /// <param name="proposal">From 1.</param>
    /// <param name="kernel">What moves particles of the last generation; null for the prior.</param>
    public static double[] Position(AbcSettings settings, int generation, int proposal, PerturbationKernel? kernel) =>
        Inside(settings.Seed, generation, proposal, settings.Dimensions, kernel);

    /// <summary>A proposal from the prior.</summary>
    /// <param name="seed">Seed of the search.</param>
    /// <param name="generation">From 1.</param>
    /// <param name="proposal">From 1.</param>
    /// <param name="dimensions">Number of parameters.</param>
    public static double[] Prior(int seed, int generation, int proposal, int dimensions) => Inside(seed, generation, proposal, dimensions, null);

    /// <summary>A seed for the runs of one batch, which shares its random numbers with no other batch.</summary>
    public static int RunSeed(int seed, int generation, int batch) =>
        (int)(new Draws(Seed.Of(seed, generation), (uint)batch, 0, Purpose.ProposalRuns).Word() >> 1);

    private static double[] Inside(int key, int generation, int proposal, int dimensions, PerturbationKernel? kernel)
    {
        var seed = Seed.Of(key, generation);
        for (var attempt = 0u; attempt < PerturbationKernel.MostAttempts; attempt++)
        {
            var draws = new Draws(seed, (uint)proposal, attempt, Purpose.Proposal);
            var position = kernel is null ? FromPrior(dimensions, ref draws) : kernel.Draw(ref draws);
            // The ends are left out: a prior without bounds has no value there.
            if (position.All(coordinate => coordinate is > 0 and < 1))
                return position;
        }
        throw new InvalidOperationException($"Proposal {proposal} of generation {generation} found no place inside the priors.");
    }

    private static double[] FromPrior(int dimensions, ref Draws draws)
    {
        var position = new double[dimensions];
        for (var k = 0; k < dimensions; k++)
            position[k] = draws.Uniform();
        return position;
    }
}
