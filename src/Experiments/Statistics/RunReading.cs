using Experiments.Config;

namespace Experiments.Statistics;

/// <summary>Reads what a run adds to one statistic, whatever its scenario.</summary>
/// <param name="statistic">What it is.</param>
/// <param name="measure">The place of its measure among those of the runs; means nothing where it reads none.</param>
/// <param name="ticks">The horizon.</param>
internal sealed class RunReading(RunStatistic statistic, int measure, int ticks)
{
    /// <summary>Reads a statistic of a study's runs.</summary>
    public static RunReading Of(RunStatistic statistic, Study study) =>
        new(statistic, study.ModelMeasures.Select(measure => measure.Name).ToList().IndexOf(statistic.Measure ?? ""), study.Ticks);

    /// <summary>What a run adds; for a quantile its value.</summary>
    public Contribution Of(SeenRun run) => OfSpan(statistic.IsOfWholeRun ? run : run.UpToOutcome());

    private Contribution OfSpan(SeenRun run) => statistic.Kind switch
    {
        RunStatisticKind.Share => IsCounted(run) ? new(IsEnded(run) ? 1 : 0, 1) : default,
        RunStatisticKind.Events => IsCounted(run) ? new(run.Events.Count(one => one.Name == statistic.Name && IsMine(one)), 1) : default,
        RunStatisticKind.Rate => run.LastTick > First ? new(IsEnded(run) ? 1 : 0, Math.Min(run.LastTick, Last) - First) : default,
        RunStatisticKind.Time => run.LastTick > First ? new(TimeOf(run), 1) : default,
        RunStatisticKind.Periods => Periods(run),
        _ => Measured(run) is var value && double.IsNaN(value) ? default : new(value, 1),
    };

    private int First => statistic.From ?? 0;

    private int Last => statistic.Until ?? ticks;

    private bool IsCounted(SeenRun run) => statistic.From is not { } from || !statistic.IsAmongReaching || run.LastTick > from;

    private bool IsEnded(SeenRun run) => statistic.Outcomes!.Holds(run.Outcome) && IsInWindow(run.Outcome.Tick);

    private bool IsInWindow(int tick) => (statistic.From is not { } from || tick > from) && (statistic.Until is not { } until || tick <= until);

    private bool IsMine(SeenEvent one) => (statistic.Subject is null || one.Subject == statistic.Subject)
        && (statistic.Details is null || one.Says(statistic.Details)) && IsInWindow(one.Tick);

    private int TimeOf(SeenRun run)
    {
        foreach (var one in run.Events)
        {
            if (statistic.Awaited.Contains(one.Name) && IsMine(one))
                return one.Tick - First;
        }
        return Last - First;
    }

    /// <summary>Whole periods of the window that the run lived to see the start of, as years are counted in data on countries.</summary>
    private Contribution Periods(SeenRun run)
    {
        var count = (Last - First) / statistic.Length;
        var (has, follows) = (new bool[count], new bool[count]);
        foreach (var one in run.Events)
        {
            var period = one.Tick > First ? (one.Tick - First - 1) / statistic.Length : count;
            if (period >= count)
                continue;
            has[period] |= one.Name == statistic.Name && IsMine(one);
            follows[period] |= one.Name == statistic.After;
        }
        var sum = default(Contribution);
        for (var period = 0; period < count && run.LastTick > First + period * statistic.Length; period++)
        {
            if (statistic.After is not null && (period == 0 || !follows[period - 1]))
                continue;
            if (period < statistic.Quiet || has.AsSpan(period - statistic.Quiet, statistic.Quiet).Contains(true))
                continue;
            sum += new Contribution(has[period] ? 1 : 0, 1);
        }
        return sum;
    }

    private double Measured(SeenRun run)
    {
        if (statistic.ReadsWindow)
            return OverWindow(run);
        if (statistic.At is not { } at)
            return run.EndMeasures[measure];
        foreach (var (tick, row) in run.Rows)
        {
            if (tick == at)
                return row[measure];
        }
        return double.NaN;
    }

    /// <summary>The mean, or an extreme, of the rows that the run lived to see; NaN where it saw none.</summary>
    private double OverWindow(SeenRun run)
    {
        var (sum, count, highest, lowest) = (0.0, 0, double.NegativeInfinity, double.PositiveInfinity);
        foreach (var (tick, row) in run.Rows)
        {
            if (!IsInWindow(tick) || double.IsNaN(row[measure]))
                continue;
            (sum, count) = (sum + row[measure], count + 1);
            (highest, lowest) = (Math.Max(highest, row[measure]), Math.Min(lowest, row[measure]));
        }
        if (count == 0)
            return double.NaN;
        return statistic.Kind switch
        {
            RunStatisticKind.Highest => highest,
            RunStatisticKind.Lowest => lowest,
            _ => sum / count,
        };
    }
}
