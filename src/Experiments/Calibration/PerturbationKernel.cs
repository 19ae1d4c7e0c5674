using Agents.Numerics;
using Agents.Random;

namespace Experiments.Calibration;

/// <summary>
/// Proposes points near those of a generation: one of its particles, drawn by weight, moved by a normal number in each
/// coordinate, whose variance is twice the weighted variance of the generation (Beaumont et al. 2009, section 3).
/// </summary>
internal sealed class PerturbationKernel
{
    /// <summary>Draws of one proposal before it is clear that something is wrong.</summary>
    public const int MostAttempts = 100_000;

    private readonly double[] weights;
    private readonly double[][] positions;
    private readonly double[] deviations;

    public PerturbationKernel(Generation generation)
    {
        weights = [.. generation.Particles.Select(particle => particle.Weight)];
        positions = [.. generation.Particles.Select(particle => particle.Position)];
        deviations = [.. Enumerable.Range(0, positions[0].Length).Select(Deviation)];
    }

    /// <summary>A point, possibly outside the unit cube.</summary>
    public double[] Draw(ref Draws draws)
    {
        var ancestor = positions[draws.PickWeighted(weights)];
        var position = new double[ancestor.Length];
        for (var k = 0; k < position.Length; k++)
            position[k] = ancestor[k] + deviations[k] * draws.Normal();
        return position;
    }

    /// <summary>The density of a proposal at a point of the cube, up to a factor that all points share.</summary>
    public double Density(double[] position)
    {
        var density = 0.0;
        for (var i = 0; i < positions.Length; i++)
        {
            var square = 0.0;
            for (var k = 0; k < position.Length; k++)
            {
                var distance = (position[k] - positions[i][k]) / deviations[k];
                square += distance * distance;
            }
            density += weights[i] * Functions.Exp(-0.5 * square);
        }
        return density;
    }

    private double Deviation(int k)
    {
        var (mean, variance) = (0.0, 0.0);
        for (var i = 0; i < weights.Length; i++)
            mean += weights[i] * positions[i][k];
        for (var i = 0; i < weights.Length; i++)
            variance += weights[i] * (positions[i][k] - mean) * (positions[i][k] - mean);
        return Math.Sqrt(2 * variance);
    }
}
