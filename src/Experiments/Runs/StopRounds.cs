using System.Globalization;
using Experiments.Analysis;
using Experiments.Config;
using Experiments.Statistics;
using Experiments.Storage;

namespace Experiments.Runs;

/// <summary>What a stop rule wants of each row of the design, as far as the runs tell that are over; kept from round to round, so that each run is looked at once.</summary>
internal sealed class StopRounds
{
    private readonly RunReading? reading;
    private readonly StopRule rule;
    private readonly int scenarios;
    private readonly StopLooks[] rows;

    /// <param name="study">The study.</param>
    /// <param name="rule">Its stop rule.</param>
    /// <param name="runs">The runs that are over, read with <see cref="PartsOf"/>.</param>
    public StopRounds(Study study, StopRule rule, IEnumerable<(RunRecord Record, SeenRun? Run)> runs)
    {
        (this.rule, scenarios) = (rule, study.Scenarios.Count);
        reading = rule.Statistic is { } statistic ? RunReading.Of(statistic, study) : null;
        rows = [.. Enumerable.Range(0, study.Design.Rows).Select(_ => new StopLooks(rule, rule.Scenario is null ? scenarios : 1))];
        foreach (var (record, run) in runs)
            Add(record, run);
    }

    /// <summary>Where each row stands, in the order of the rows.</summary>
    public IReadOnlyList<StopState> States => [.. rows.Select(row => row.State)];

    /// <summary>Values that looks have taken so far.</summary>
    internal long Taken => rows.Sum(row => row.Taken);

    /// <summary>What has to be read of runs.</summary>
    public static IReadOnlyCollection<RunStatistic> PartsOf(StopRule rule) => rule.Statistic is { } statistic ? [statistic] : [];

    /// <summary>Takes a run that is over, in any order, and again where it was made again.</summary>
    /// <param name="record">Its record.</param>
    /// <param name="run">The run; null for one that is not done.</param>
    public void Add(RunRecord record, SeenRun? run)
    {
        var (row, scenario) = Math.DivRem(record.DesignId - 1, scenarios);
        if (rule.Scenario is null || rule.Scenario == scenario)
            rows[row].Add(rule.Scenario is null ? scenario : 0, record.Replication, Value(record, run));
    }

    /// <summary>Whether a study's rule has what it wants; empty where it has none.</summary>
    /// <param name="study">The study.</param>
    /// <param name="stops">Where each row stands.</param>
    public static string Sentence(Study study, IReadOnlyList<StopState> stops)
    {
        if (study.StopRule is not { } rule || stops.Count == 0)
            return "";
        var wide = stops.Where(stop => !stop.IsPrecise).ToList();
        var (least, most) = (stops.Min(stop => stop.Replications), stops.Max(stop => stop.Replications));
        if (wide.Count == 0)
            return Text($"Stop rule: half the interval is at most {rule.HalfWidth:R} {(stops.Count == 1 ? "" : Text($"in all {stops.Count} rows of the design, "))}after {(least == most ? "" : Text($"{least} to "))}{most} replications.");
        var open = wide.Count(stop => !stop.HasStopped);
        return open > 0
            ? Text($"Stop rule: not decided yet for {open} of {stops.Count} rows of the design.")
            : Text($"Stop rule: half the interval is still more than {rule.HalfWidth:R} after {rule.Max} replications in {wide.Count} of {stops.Count} rows of the design ({Widest(wide)}); a greater replications.max goes on from there.");
    }

    /// <summary>How wide it still is, and where that cannot be said because all values are the same.</summary>
    private static string Widest(List<StopState> wide)
    {
        var flat = wide.Count(stop => stop.IsFlat);
        var known = wide.Where(stop => double.IsFinite(stop.HalfWidth)).ToList();
        var most = known.Count > 0 ? Text($"at most {known.Max(stop => stop.HalfWidth):G3}") : "";
        var none = flat > 0 ? Text($"in {flat} of them all values are the same, which does not say how precise the estimate is") : known.Count == 0 ? "no interval: too few runs have a value" : "";
        return most.Length > 0 && none.Length > 0 ? $"{most}; {none}" : most + none;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>What a run says of what is to be precise: the one place where that is made.</summary>
    private double Value(RunRecord record, SeenRun? run)
    {
        if (run is null)
            return double.NaN;
        if (reading is not null)
            return reading.Of(run).ValueOf(rule.Statistic!);
        return rule.Measure is { } measure ? record.EndMeasures[measure] : rule.Outcomes!.Holds(record.Outcome) ? 1 : 0;
    }
}
