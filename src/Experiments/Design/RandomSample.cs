using Agents;
using Agents.Random;

namespace Experiments.Design;

/// <summary>Independent uniform points.</summary>
public static class RandomSample
{
    /// <summary>Points of the unit cube; the first ones are the same whatever their number.</summary>
    /// <param name="seed">Key of the draws.</param>
    /// <param name="points">Number of points.</param>
    /// <param name="dimensions">Number of coordinates.</param>
    public static PointMatrix Make(Seed seed, int points, int dimensions)
    {
        var sample = new PointMatrix(points, dimensions);
        for (var i = 0; i < points; i++)
        {
            var draws = new Draws(seed, (uint)i, 0, Purpose.Design);
            foreach (ref var coordinate in sample.Row(i))
                coordinate = draws.Uniform();
        }
        return sample;
    }
}
