using Experiments.Config;
using Experiments.Statistics;

namespace Experiments.Calibration;

/// <summary>Computes the statistics of all targets from the runs of one particle.</summary>
internal sealed class TargetTally
{
    private readonly CalibrationPlan plan;
    private readonly List<StatisticTally> tallies = [];
    private int next;

    public TargetTally(CalibrationPlan plan, int ticks)
    {
        this.plan = plan;
        var measures = plan.Measures.Select(measure => measure.Name).ToList();
        foreach (var part in plan.Targets.SelectMany(target => target.Statistic.Parts))
            tallies.Add(new StatisticTally(part, measures.IndexOf(part.Measure ?? ""), ticks));
    }

    /// <summary>Runs that failed; a particle with one of them has no statistics.</summary>
    public int Failed { get; private set; }

    public void Add(SeenRun run)
    {
        foreach (var tally in tallies)
            tally.Add(run);
    }

    public void Fail() => Failed++;

    /// <summary>Top and bottom of each part of the targets' statistics, in their order.</summary>
    public IReadOnlyList<(double Top, double Bottom)> Sums => [.. tallies.Select(tally => tally.Sums)];

    /// <summary>One value for each target; NaN where it cannot be computed.</summary>
    public double[] Statistics()
    {
        next = 0;
        return [.. plan.Targets.Select(target => Value(target.Statistic))];
    }

    /// <summary>Parts come in the order in which they were listed.</summary>
    private double Value(Statistic statistic)
    {
        if (statistic is not PairStatistic pair)
            return tallies[next++].Value;
        var (first, second) = (Value(pair.First), Value(pair.Second));
        var value = pair.IsRatio ? first / second : first - second;
        return double.IsFinite(value) ? value : double.NaN;
    }
}
