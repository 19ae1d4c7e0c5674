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

    private static List<List<double>> Watched(StopRule rule, List<List<double>> values, int first, int scenarios) =>
        rule.Scenario is { } scenario ? [values[first + scenario]] : values.GetRange(first, scenarios);

    private static double Value(StopRule rule, RunRecord record)
    {
        if (!record.IsDone)
            return double.NaN;
        return rule.Measure is { } measure ? record.EndMeasures[measure] : rule.Outcomes!.Holds(record.Outcome) ? 1 : 0;
    }
}
