using Agents;
using Agents.Numerics;
using Agents.Random;
using Experiments.Calibration;
using Experiments.Calibration.Guided;
using Experiments.Config;

namespace Experiments.Tests.Calibration.Guided;

/// <summary>
/// A model without runs: rates and odds of given logarithms, and counts drawn from them, so that thousands of proposals take no
/// time and the posterior can be had by adding up a grid.
/// </summary>
internal static class CountToy
{
    private static readonly Purpose Data = new(1000);

    /// <summary>A target with these data; what it is a statistic of means nothing here.</summary>
    public static CalibrationTarget Target(string name, Observation data) => new()
    {
        Name = name,
        Statistic = new RunStatistic { Kind = RunStatisticKind.Events, Scenario = 0, ScenarioName = "", Name = name },
        Value = data.Value,
        Low = data.Low,
        High = data.High,
        Observed = data,
    };

    /// <summary>A Poisson number: arrivals of rate 1 in a time.</summary>
    public static int Poisson(ref Draws draws, double mean)
    {
        var (count, time) = (0, draws.Exponential(1));
        for (; time < mean; time += draws.Exponential(1))
            count++;
        return count;
    }

    /// <summary>A binomial number.</summary>
    public static int Binomial(ref Draws draws, int all, double share)
    {
        var count = 0;
        for (var i = 0; i < all; i++)
            count += draws.Uniform() < share ? 1 : 0;
        return count;
    }

    /// <summary>Counts for each position by a side's curve.</summary>
    public static Evaluate Simulate(IReadOnlyList<LinkFunction> links, Func<double[], double[]> curves, double exposure) => (generation, _, first, positions) =>
    [
        .. positions.Select((position, i) =>
        {
            var draws = new Draws(Seed.Of(77, generation), (uint)(first + i), 0, Data);
            var counts = new Counts[links.Count];
            var predictors = curves(position);
            for (var side = 0; side < counts.Length; side++)
            {
                counts[side] = links[side] == LinkFunction.Log
                    ? new Counts(Poisson(ref draws, exposure * Functions.Exp(predictors[side])), exposure)
                    : new Counts(Binomial(ref draws, (int)exposure, Functions.Logistic(predictors[side])), exposure);
            }
            return new Evaluation(0, []) { Counts = counts };
        }),
    ];
}
