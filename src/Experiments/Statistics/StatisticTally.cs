using Experiments.Config;
using MathNet.Numerics.Statistics;

namespace Experiments.Statistics;

/// <summary>Computes one statistic from runs as they come.</summary>
/// <param name="statistic">What it is.</param>
/// <param name="measure">The place of its measure among those of the runs; means nothing where it reads none.</param>
/// <param name="ticks">The horizon.</param>
public sealed class StatisticTally(RunStatistic statistic, int measure, int ticks)
{
    private readonly RunReading reading = new(statistic, measure, ticks);
    private readonly List<double> values = [];
    private Contribution sum;

    /// <summary>The statistic of the runs so far; NaN where there is nothing to compute it from.</summary>
    public double Value => statistic.Kind == RunStatisticKind.Quantile
        ? values.Count == 0 ? double.NaN : values.QuantileCustom(statistic.Level, QuantileDefinition.R7)
        : sum.ValueOf(statistic);

    /// <summary>What the runs so far add up to; means nothing for a quantile.</summary>
    public (double Top, double Bottom) Sums => (sum.Top, sum.Bottom);

    /// <summary>Takes a run; one of another scenario is passed over.</summary>
    public void Add(SeenRun run)
    {
        if (run.Scenario != statistic.Scenario || reading.Of(run) is not { Bottom: > 0 } one)
            return;
        sum += one;
        if (statistic.Kind == RunStatisticKind.Quantile)
            values.Add(one.Top);
    }
}
