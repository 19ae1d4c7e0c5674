using Experiments.Analysis;
using static Cli.Screen.Cells;

namespace Cli.Screen;

/// <summary>The table at the end of a study.</summary>
internal static class SummaryTable
{
    public static void Write(Summary summary, Terminal terminal)
    {
        terminal.Out.WriteLine($"{summary.Study} ({summary.Model}): {Runs(summary)}");
        if (summary.Scenarios.Any(scenario => scenario.Outcomes.Count > 0))
            WriteOutcomes(summary, terminal);
        else if (summary.Scenarios.Any(scenario => scenario.Measures.Count > 0))
            WriteMeasures(summary, terminal);
        if (summary.DesignRows > 1)
            terminal.Out.WriteLine($"Shares, means and intervals go over all {Whole(summary.DesignRows)} rows of the design together.");
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
        if (done == summary.Planned)
            return done == 1 ? "1 run" : $"{Whole(done)} runs";
        var isPartial = done + summary.Scenarios.Sum(scenario => scenario.Failed) < summary.Planned;
        return $"{Whole(done)} of {Whole(summary.Planned)} runs{(isPartial ? ", a partial result" : "")}";
    }

    private static void WriteOutcomes(Summary summary, Terminal terminal)
    {
        var occurred = summary.Scenarios.SelectMany(scenario => scenario.Outcomes).Where(outcome => outcome.Count > 0)
            .Select(outcome => outcome.Outcome).ToHashSet(StringComparer.Ordinal);
        Grid.Write(terminal, "How the runs ended", ["scenario", "outcome", ">runs", ">% (95 % interval)", $">median {summary.TickUnit}"],
            from scenario in summary.Scenarios
            from outcome in scenario.Outcomes.Where(outcome => occurred.Contains(outcome.Outcome)).Prepend(scenario.BeforeHorizon!)
            select (string[])[scenario.Scenario, outcome.Outcome, Whole(outcome.Count), $"{Percent(outcome.Share)} {Percents(outcome.Interval)}", Tick(outcome.MedianTick)]);
        var never = summary.Scenarios[0].Outcomes.Select(outcome => outcome.Outcome).Where(outcome => !occurred.Contains(outcome)).ToList();
        if (never.Count > 0)
            terminal.Out.WriteLine($"In no run: {string.Join(", ", never)}.");
        foreach (var comparison in summary.Comparisons)
            WriteComparison(comparison, summary, occurred, terminal);
    }

    private static void WriteComparison(Comparison comparison, Summary summary, HashSet<string> occurred, Terminal terminal)
    {
        List<string> headers = ["outcome", $">all {comparison.All.Pairs} pairs"];
        if (comparison.Reaching is { } reaching)
            headers.Add($">{reaching.Pairs} pairs past {summary.TickUnit} {comparison.InterventionTick}");
        var all = Shown(comparison.All, occurred);
        var rows = comparison.Reaching is null
            ? all.Select(difference => (string[])[difference.Of, Points(difference)])
            : all.Zip(Shown(comparison.Reaching, occurred), (one, other) => (string[])[one.Of, Points(one), Points(other)]);
        Grid.Write(terminal, $"{comparison.Scenario} minus {comparison.Baseline}, run by run: percentage points (95 % interval)", headers, rows);
    }

    private static IEnumerable<Difference> Shown(PairedDifferences differences, HashSet<string> occurred) =>
        differences.Outcomes.Where(difference => occurred.Contains(difference.Of)).Prepend(differences.BeforeHorizon!);

    private static void WriteMeasures(Summary summary, Terminal terminal)
    {
        Grid.Write(terminal, "Means of the last row of each run", ["scenario", "measure", "unit", ">runs", ">mean", ">95 % interval"],
            from scenario in summary.Scenarios
            from measure in scenario.Measures
            select (string[])[scenario.Scenario, measure.Measure, measure.Unit, Whole(measure.Count), Number(measure.Mean), Numbers(measure.Interval)]);
        foreach (var comparison in summary.Comparisons)
        {
            Grid.Write(terminal, $"{comparison.Scenario} minus {comparison.Baseline}, {comparison.All.Pairs} pairs, replication by replication", ["measure", ">difference", ">95 % interval"],
                comparison.All.Measures.Select(difference => (string[])[difference.Of, Number(difference.Value), Numbers(difference.Interval)]));
        }
    }

    private static void WriteShortRuns(Summary summary, Terminal terminal)
    {
        foreach (var group in summary.Scenarios.Where(scenario => scenario.InterventionTick is not null).GroupBy(scenario => scenario.InterventionTick!.Value))
        {
            var counts = group.Select(scenario => $"{scenario.Scenario} {Whole(scenario.EndedBefore ?? 0)} of {Whole(scenario.Runs)}");
            terminal.Out.WriteLine($"Over by {summary.TickUnit} {Whole(group.Key)}, before any intervention: {string.Join(", ", counts)}.");
        }
    }
}
