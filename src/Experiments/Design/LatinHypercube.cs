using Agents;
using Agents.Random;

namespace Experiments.Design;

/// <summary>
/// Latin hypercube sampling: each coordinate meets each of as many strata as there are points once, at a random place in
/// it (McKay, Beckman and Conover 1979, A comparison of three methods, Technometrics 21: 239-245). Of several
/// hypercubes the one can be taken whose nearest two points are farthest apart (Johnson, Moore and Ylvisaker 1990,
/// Minimax and maximin distance designs, J. Statistical Planning and Inference 26: 131-148).
/// </summary>
public static class LatinHypercube
{
    /// <summary>Most points, so that no rounding moves one out of its stratum.</summary>
    public const int MaxPoints = 1 << 20;

    private const double PlacesInAStratum = 1L << 32;

    /// <summary>Points of the unit cube.</summary>
    /// <param name="seed">Key of the draws.</param>
    /// <param name="points">Number of points, at most <see cref="MaxPoints"/>.</param>
    /// <param name="dimensions">Number of coordinates.</param>
    /// <param name="candidates">Hypercubes of which the best is taken, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">Too many points, or no candidate.</exception>
    public static PointMatrix Make(Seed seed, int points, int dimensions, int candidates)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(points, MaxPoints);
        ArgumentOutOfRangeException.ThrowIfLessThan(candidates, 1);
        var best = Candidate(seed, points, dimensions, 0);
        var longest = candidates > 1 ? SquaredDistance(best) : 0;
        for (var candidate = 1; candidate < candidates; candidate++)
        {
            var other = Candidate(seed, points, dimensions, candidate);
            var distance = SquaredDistance(other);
            if (distance > longest)
                (best, longest) = (other, distance);
        }
        return best;
    }

    /// <summary>The square of the distance between the nearest two points.</summary>
    public static double SquaredDistance(PointMatrix points)
    {
        ArgumentNullException.ThrowIfNull(points);
        var least = double.PositiveInfinity;
        for (var i = 1; i < points.Rows; i++)
        {
            var one = points.Row(i);
            for (var j = 0; j < i; j++)
            {
                var other = points.Row(j);
                var sum = 0.0;
                for (var k = 0; k < one.Length && sum < least; k++)
                    sum += (one[k] - other[k]) * (one[k] - other[k]);
                least = Math.Min(least, sum);
            }
        }
        return least;
    }

    private static PointMatrix Candidate(Seed seed, int points, int dimensions, int candidate)
    {
        var sample = new PointMatrix(points, dimensions);
        var strata = new int[points];
        for (var column = 0; column < dimensions; column++)
        {
            var draws = new Draws(seed, (uint)column, (uint)candidate, Purpose.Design);
            for (var i = 0; i < points; i++)
                strata[i] = i;
            draws.Shuffle(strata.AsSpan());
            for (var i = 0; i < points; i++)
                sample[i, column] = (strata[i] + draws.Word() / PlacesInAStratum) / points;
        }
        return sample;
    }
}
