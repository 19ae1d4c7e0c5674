using Experiments.Analysis;
using Experiments.Config;
using static Commands.Screen.Cells;

namespace Commands.Screen;

/// <summary>The table at the end of a study.</summary>
internal static class SummaryTable
{
    /// <summary>Scenarios that a line names one by one.</summary>
    private const int MostNamed = 10;

    public static void Write(Summary summary, Terminal terminal)
    {
        terminal.Out.WriteLine($"{summary.Study} ({summary.Model}): {Runs(summary)}");
        var tables = new LongTables(terminal, isAnalysis: false);
        WriteResponses(summary, tables);
        var hasOutcomes = summary.Scenarios.Any(scenario => scenario.OfKind(Response.Outcome).Any());
        if (hasOutcomes)
            WriteOutcomes(summary, terminal, tables);
        else if (summary.Scenarios.Any(scenario => scenario.OfKind(Response.Measure).Any()))
            WriteMeasures(summary, tables);
        DifferenceGrids.Write(terminal, tables, summary.TickUnit, [.. summary.Comparisons.Select(comparison => Shown(comparison, summary, hasOutcomes))]);
        if (summary.StopRule.Length > 0)
            terminal.Out.WriteLine(summary.StopRule);
        WriteShortRuns(summary, terminal);
        foreach (var scenario in summary.Scenarios.Where(scenario => scenario.Failed > 0))
            terminal.Out.WriteLine($"{scenario.Scenario}: {scenario.Failed} runs failed and are in no share or mean.");
        terminal.Out.WriteLine(summary.Method);
    }

    private static string Runs(Summary summary)
    {
        var done = summary.Scenarios.Sum(scenario => scenario.Runs);
        var of = summary.IsClustered ? $" ({Whole(summary.DesignRows)} rows of the design, {Whole(summary.Replications)} replication{(summary.Replications == 1 ? "" : "s")})" : "";
        if (done == summary.Planned)
            return (done == 1 ? "1 run" : $"{Whole(done)} runs") + of;
        var isPartial = done + summary.Scenarios.Sum(scenario => scenario.Failed) < summary.Planned;
        return $"{Whole(done)} of {Whole(summary.Planned)} runs{of}{(isPartial ? ", a partial result" : "")}";
    }

    private static void WriteResponses(Summary summary, LongTables tables)
    {
        if (summary.Scenarios.All(scenario => !scenario.OfKind(Response.Declared).Any()))
            return;
        tables.Write("Responses; shares in %", ["scenario", "response", "unit", ">runs", ">value (95 % interval)"],
            from place in Enumerable.Range(0, summary.Scenarios[0].OfKind(Response.Declared).Count())
            from scenario in summary.Scenarios
            select (scenario.Scenario, Estimate: scenario.Responses[place]),
            row => [row.Scenario, row.Estimate.Response.Name, row.Estimate.Response.Unit, Whole(row.Estimate.Runs), Value(row.Estimate.Response, row.Estimate.Estimate)],
            "responses.csv", Excerpt.First<(string Scenario, ResponseEstimate Estimate)>());
    }

    private static void WriteOutcomes(Summary summary, Terminal terminal, LongTables tables)
    {
        var occurred = Occurred(summary);
        tables.Write("How the runs ended", ["scenario", "outcome", ">runs", ">% (95 % interval)", $">median {summary.TickUnit}"],
            from scenario in summary.Scenarios
            from outcome in scenario.OfKind(Response.Outcome)
            where occurred.Contains(outcome.Response.Name) || outcome.Response.Name == Response.AnyBeforeHorizon
            select (Scenario: scenario, Outcome: outcome),
            row =>
            [
                row.Scenario.Scenario, row.Outcome.Response.Name, Whole((int)row.Outcome.Count), Percent(row.Outcome.Estimate),
                Tick(row.Scenario.MedianTicks.TryGetValue(row.Outcome.Response.Name, out var tick) ? tick : null),
            ],
            "outcomes.csv", Excerpt.Greatest<(ScenarioSummary Scenario, ResponseEstimate Outcome)>("with the greatest shares", row => row.Outcome.Estimate.Value));
        Never.Write(terminal, summary.Scenarios.SelectMany(scenario => scenario.OfKind(Response.Outcome)));
    }

    private static HashSet<string> Occurred(Summary summary) => summary.Scenarios.SelectMany(scenario => scenario.OfKind(Response.Outcome))
        .Where(outcome => outcome.Count > 0).Select(outcome => outcome.Response.Name).ToHashSet(StringComparer.Ordinal);

    /// <summary>The differences that are shown: responses, and outcomes that some run had, or else the measures.</summary>
    private static ShownComparison Shown(Comparison comparison, Summary summary, bool hasOutcomes)
    {
        var occurred = Occurred(summary);
        bool IsShown(Difference difference) => difference.Response.Kind switch
        {
            Response.Declared => true,
            Response.Outcome => occurred.Contains(difference.Response.Name) || difference.Response.Name == Response.AnyBeforeHorizon,
            _ => !hasOutcomes,
        };
        return new ShownComparison(
            comparison.Scenario, comparison.Baseline, comparison.InterventionTick, comparison.All.Pairs, comparison.Reaching?.Pairs,
            [.. comparison.All.Responses.Where(IsShown)], [.. comparison.Reaching?.Responses.Where(IsShown) ?? []]);
    }

    private static void WriteMeasures(Summary summary, LongTables tables) =>
        tables.Write("Means of the last row of each run", ["scenario", "measure", "unit", ">runs", ">mean (95 % interval)"],
            from scenario in summary.Scenarios
            from measure in scenario.OfKind(Response.Measure)
            select (scenario.Scenario, Measure: measure),
            row => [row.Scenario, row.Measure.Response.Name, row.Measure.Response.Unit, Whole(row.Measure.Runs), Number(row.Measure.Estimate)],
            "measures.csv", Excerpt.First<(string Scenario, ResponseEstimate Measure)>());

    private static void WriteShortRuns(Summary summary, Terminal terminal)
    {
        foreach (var group in summary.Scenarios.Where(scenario => scenario.InterventionTick is not null).GroupBy(scenario => scenario.InterventionTick!.Value))
        {
            var counts = group.Count() > MostNamed
                ? $"{Whole(group.Min(scenario => scenario.EndedBefore ?? 0))} to {Whole(group.Max(scenario => scenario.EndedBefore ?? 0))} runs of each of {Whole(group.Count())} scenarios"
                : string.Join(", ", group.Select(scenario => $"{scenario.Scenario} {Whole(scenario.EndedBefore ?? 0)} of {Whole(scenario.Runs)}"));
            terminal.Out.WriteLine($"Over by {summary.TickUnit} {Whole(group.Key)}, before any intervention: {counts}.");
        }
    }
}
