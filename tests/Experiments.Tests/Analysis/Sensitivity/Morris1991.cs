using Agents;
using Agents.Random;
using Experiments.Analysis.Sensitivity;

namespace Experiments.Tests.Analysis.Sensitivity;

/// <summary>The test function of Morris 1991 (Technometrics 33, 161-174, section 4) with its random weights left at their signs.</summary>
internal static class Morris1991
{
    public const int Factors = 20;

    private const double Step = 2.0 / 3;

    /// <summary>The function at a point of the unit cube.</summary>
    public static double At(ReadOnlySpan<double> x)
    {
        var w = new double[Factors];
        for (var i = 0; i < Factors; i++)
            w[i] = i is 2 or 4 or 6 ? 2 * (1.1 * x[i] / (x[i] + 0.1) - 0.5) : 2 * (x[i] - 0.5);
        var sum = 0.0;
        for (var i = 0; i < Factors; i++)
        {
            sum += (i < 10 ? 20 : Sign(i + 1)) * w[i];
            for (var j = i + 1; j < Factors; j++)
            {
                sum += (j < 6 ? -15 : Sign(i + j + 2)) * w[i] * w[j];
                for (var l = j + 1; l < 5; l++)
                    sum += -10 * w[i] * w[j] * w[l];
            }
        }
        return sum + 5 * w[0] * w[1] * w[2] * w[3];
    }

    /// <summary>Random trajectories on four levels, and the function along them.</summary>
    public static (List<double> Answers, List<Move?> Moves) Trajectories(int count)
    {
        var (answers, moves) = (new List<double>(), new List<Move?>());
        for (var trajectory = 0; trajectory < count; trajectory++)
        {
            var draws = new Draws(Seed.Of(5), (uint)trajectory, 0, new Purpose(2000));
            var point = new double[Factors];
            foreach (ref var x in point.AsSpan())
                x = draws.Below(4) / 3.0;
            int[] order = [.. Enumerable.Range(0, Factors)];
            draws.Shuffle(order.AsSpan());
            answers.Add(At(point));
            foreach (var factor in order)
            {
                var step = point[factor] < 0.5 ? Step : -Step;
                point[factor] += step;
                moves.Add(new Move(factor, step));
                answers.Add(At(point));
            }
        }
        return (answers, moves);
    }

    private static double Sign(int number) => number % 2 == 0 ? 1 : -1;
}
