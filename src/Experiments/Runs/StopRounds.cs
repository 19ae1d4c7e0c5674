using System.Globalization;
using Experiments.Analysis;
using Experiments.Config;
using Experiments.Storage;

namespace Experiments.Runs;

/// <summary>What a stop rule wants of each row of the design, as far as the runs tell that are over.</summary>
internal static class StopRounds
{
    /// <summary>Where each row stands, in the order of the rows.</summary>
    /// <param name="study">The study.</param>
    /// <param name="rule">Its stop rule.</param>
    /// <param name="records">All runs that are over, in the order of run_id: each design point's in that of its replications.</param>
    public static IReadOnlyList<StopState> Of(Study study, StopRule rule, IEnumerable<RunRecord> records)
    {
        var scenarios = study.Scenarios.Count;
        var values = Enumerable.Range(0, study.DesignPoints.Count).Select(_ => new List<double>()).ToList();
        foreach (var record in records)
        {
            // After a gap nothing is known of the order in which runs came.
            var seen = values[record.DesignId - 1];
            if (record.Replication == seen.Count + 1)
                seen.Add(Value(rule, record));
        }
        return [.. Enumerable.Range(0, study.Design.Rows).Select(row => StopLooks.Of(rule, Watched(rule, values, row * scenarios, scenarios)))];
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
            : Text($"Stop rule: half the interval is still more than {rule.HalfWidth:R} after {rule.Max} replications in {wide.Count} of {stops.Count} rows of the design (at most {wide.Max(stop => stop.HalfWidth):G3}); a greater replications.max goes on from there.");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static List<List<double>> Watched(StopRule rule, List<List<double>> values, int first, int scenarios) =>
        rule.Scenario is { } scenario ? [values[first + scenario]] : values.GetRange(first, scenarios);

    private static double Value(StopRule rule, RunRecord record)
    {
        if (!record.IsDone)
            return double.NaN;
        return rule.Measure is { } measure ? record.EndMeasures[measure] : rule.Outcomes!.Holds(record.Outcome) ? 1 : 0;
    }
}
