using Experiments.Config;
using MathNet.Numerics.Statistics;

namespace Experiments.Calibration;

/// <summary>Computes one statistic from runs as they come.</summary>
/// <param name="statistic">What it is.</param>
/// <param name="measure">The place of its measure among those of the runs; means nothing where it reads none.</param>
/// <param name="ticks">The horizon.</param>
public sealed class StatisticTally(RunStatistic statistic, int measure, int ticks)
{
    private readonly List<double> values = [];
    private double top;
    private double bottom;

    /// <summary>The statistic of the runs so far; NaN where there is nothing to compute it from.</summary>
    public double Value => statistic.Kind switch
    {
        RunStatisticKind.Mean => values.Count == 0 ? double.NaN : values.Sum() / values.Count,
        RunStatisticKind.Quantile => values.Count == 0 ? double.NaN : values.QuantileCustom(statistic.Level, QuantileDefinition.R7),
        _ => bottom == 0 ? double.NaN : top * statistic.Per / bottom,
    };

    /// <summary>Takes a run; one of another scenario is passed over.</summary>
    public void Add(SeenRun run)
    {
        if (run.Scenario != statistic.Scenario)
            return;
        switch (statistic.Kind)
        {
            case RunStatisticKind.Share when IsCounted(run):
                (top, bottom) = (top + (IsEnded(run) ? 1 : 0), bottom + 1);
                break;
            case RunStatisticKind.Events when IsCounted(run):
                (top, bottom) = (top + run.Events.Count(IsMine), bottom + 1);
                break;
            case RunStatisticKind.Rate when run.LastTick > First:
                (top, bottom) = (top + (IsEnded(run) ? 1 : 0), bottom + Math.Min(run.LastTick, statistic.Until ?? ticks) - First);
                break;
            case RunStatisticKind.Periods:
                AddPeriods(run);
                break;
            case RunStatisticKind.Mean or RunStatisticKind.Quantile when Measured(run) is var value && !double.IsNaN(value):
                values.Add(value);
                break;
        }
    }

    private int First => statistic.From ?? 0;

    private bool IsCounted(SeenRun run) => statistic.From is not { } from || !statistic.IsAmongReaching || run.LastTick > from;

    private bool IsEnded(SeenRun run) => statistic.Outcomes!.Holds(run.Outcome) && IsInWindow(run.Outcome.Tick);

    private bool IsInWindow(int tick) => (statistic.From is not { } from || tick > from) && (statistic.Until is not { } until || tick <= until);

    private bool IsMine(SeenEvent one) => one.Name == statistic.Name && (statistic.Subject is null || one.Subject == statistic.Subject) && IsInWindow(one.Tick);

    /// <summary>Whole periods of the window that the run lived to see the start of, as years are counted in data on countries.</summary>
    private void AddPeriods(SeenRun run)
    {
        var count = ((statistic.Until ?? ticks) - First) / statistic.Length;
        var (has, follows) = (new bool[count], new bool[count]);
        foreach (var one in run.Events)
        {
            var period = one.Tick > First ? (one.Tick - First - 1) / statistic.Length : count;
            if (period >= count)
                continue;
            has[period] |= IsMine(one);
            follows[period] |= one.Name == statistic.After;
        }
        for (var period = 0; period < count && run.LastTick > First + period * statistic.Length; period++)
        {
            if (statistic.After is not null && (period == 0 || !follows[period - 1]))
                continue;
            if (period < statistic.Quiet || has.AsSpan(period - statistic.Quiet, statistic.Quiet).Contains(true))
                continue;
            (top, bottom) = (top + (has[period] ? 1 : 0), bottom + 1);
        }
    }

    private double Measured(SeenRun run)
    {
        if (statistic.At is not { } at)
            return run.EndMeasures[measure];
        foreach (var (tick, row) in run.Rows)
        {
            if (tick == at)
                return row[measure];
        }
        return double.NaN;
    }
}
