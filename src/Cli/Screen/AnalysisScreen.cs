using Experiments.Analysis;
using Experiments.Analysis.Report;
using Experiments.Analysis.Survival;
using static Cli.Screen.Cells;

namespace Cli.Screen;

/// <summary>An analysis for people: what the numbers are, how sure they are, and of how many runs.</summary>
/// <param name="report">What to show.</param>
/// <param name="terminal">Where.</param>
/// <param name="isAsked">True where measures or outcomes were named: then all of them are shown.</param>
internal sealed class AnalysisScreen(AnalysisReport report, Terminal terminal, bool isAsked)
{
    /// <summary>Measures that are shown where none is named.</summary>
    private const int ShownMeasures = 6;

    private readonly List<string> measures =
        [.. report.Measures.Select(row => row.Measure.Name).Distinct().Take(isAsked ? int.MaxValue : ShownMeasures)];

    /// <summary>Shows everything but the designs' own analyses.</summary>
    public void Write()
    {
        terminal.Out.WriteLine($"{report.Study} ({report.Model}): {Whole(report.Runs)} runs");
        foreach (var note in report.Notes)
            terminal.Out.WriteLine(note);
        WriteOutcomes();
        WriteIncidence(report.Until);
        WriteMeasures();
        WriteRows();
        foreach (var differences in report.Differences.GroupBy(difference => (difference.Scenario, difference.Baseline)))
            WriteDifferences([.. differences]);
        terminal.Out.WriteLine(AnalysisReport.Method);
    }

    private void WriteOutcomes()
    {
        var occurred = report.Outcomes.Where(outcome => outcome.Count > 0).Select(outcome => outcome.Outcome).ToHashSet(StringComparer.Ordinal);
        if (occurred.Count > 0)
        {
            Grid.Write(terminal, "How the runs ended", ["scenario", "outcome", ">count", ">of runs", ">% (95 % interval)"],
                from outcome in report.Outcomes
                where occurred.Contains(outcome.Outcome) || outcome.Outcome == OutcomeShare.AnyBeforeHorizon
                select (string[])[outcome.Scenario, outcome.Outcome, Whole(outcome.Count), Whole(outcome.Runs), Percent(outcome.Share)]);
        }
        var never = report.Outcomes.Select(outcome => outcome.Outcome).Distinct().Where(outcome => !occurred.Contains(outcome) && outcome != OutcomeShare.AnyBeforeHorizon).ToList();
        if (never.Count > 0)
            terminal.Out.WriteLine($"In no run: {string.Join(", ", never)}.");
    }

    private void WriteIncidence(IReadOnlyList<int> until)
    {
        if (report.Incidence.Count == 0)
            return;
        Grid.Write(terminal, "Runs that an outcome has ended by then, and runs still going: % (95 % interval)",
            ["scenario", "outcome", .. until.Select(tick => $">by {report.TickUnit} {Whole(tick)}")],
            from curve in report.Incidence
            from row in Enumerable.Range(0, curve.Outcomes.Count).Select(cause => (Name: curve.Outcomes[cause], At: (Func<int, string>)(tick => Incidence(curve, cause, tick))))
                .Append((Name: "(still going)", At: tick => Survival(curve.Scenario, tick)))
            select (string[])[curve.Scenario, row.Name, .. until.Select(row.At)]);
        terminal.Out.WriteLine($"{AalenJohansen.Method} {KaplanMeier.Method}");
    }

    private static string Incidence(IncidenceCurve curve, int cause, int tick) =>
        curve.Steps.LastOrDefault(step => step.Time <= tick) is { } last ? Percent(last.Causes[cause].Incidence) : Percent(0);

    private string Survival(string scenario, int tick)
    {
        var steps = report.Survival.First(curve => curve.Scenario == scenario).Steps;
        return steps.LastOrDefault(step => step.Time <= tick) is { } last ? Percent(last.Survival) : Percent(1);
    }

    private void WriteMeasures()
    {
        if (report.Measures.Count == 0)
            return;
        Grid.Write(terminal, "At the last row of each run", ["scenario", "measure", "unit", ">runs", ">mean (95 % interval)", ">median (95 % interval)", ">5 % to 95 % of runs"],
            from measure in report.Measures.Where(row => measures.Contains(row.Measure.Name)).GroupBy(row => (row.Scenario, row.Measure))
            let one = measure.ToDictionary(row => row.Statistic)
            select (string[])
            [
                measure.Key.Scenario, measure.Key.Measure.Name, measure.Key.Measure.Unit, Whole(one["mean"].Runs), Number(one["mean"].Estimate), Number(one["median"].Estimate),
                $"{Number(one["q05"].Estimate.Value)} to {Number(one["q95"].Estimate.Value)}",
            ]);
        var others = report.Measures.Select(row => row.Measure.Name).Distinct().Count() - measures.Count;
        if (others > 0)
            terminal.Out.WriteLine($"{Whole(others)} more measures stand in the tables; --measure NAME shows one here.");
    }

    private void WriteRows()
    {
        if (report.Rows is not { } design)
            return;
        var shown = design.Means.GroupBy(mean => mean.Response)
            .Where(means => means.Key.Kind == Response.Measure ? measures.Contains(means.Key.Name) : means.Any(mean => mean.Mean.Value > 0))
            .Select(means => means.Key).ToList();
        Grid.Write(terminal, "By row of the design: means at the last row of each run, and shares of outcomes in % (95 % interval)",
            ["scenario", .. design.Factors, ">runs", .. shown.Select(response => $">{response.Name}")],
            from point in design.Means.GroupBy(mean => (mean.Scenario, mean.DesignId))
            let means = point.ToDictionary(mean => mean.Response)
            select (string[])[point.Key.Scenario, .. design.Levels[point.Key.DesignId - 1], Whole(point.Max(mean => mean.Runs)), .. shown.Select(response => Mean(means.GetValueOrDefault(response)))]);
    }

    private static string Mean(PointMean? mean) =>
        mean is null ? "" : mean.Response.Kind == Response.Outcome ? Percent(mean.Mean) : Number(mean.Mean);

    private void WriteDifferences(List<PairedDifference> rows)
    {
        // Outcomes that neither scenario had differ by nothing, and pairs that all reach an intervention say nothing new.
        var shown = rows.Where(row => row.Response.Kind == Response.Measure ? measures.Contains(row.Response.Name) : IsInEither(row)).ToList();
        if (shown.Count == 0)
            return;
        var all = shown.Where(row => row.PastTick is null).Select(row => row.Pairs).ToList();
        var columns = shown.GroupBy(row => row.PastTick).Where(group => group.Key is null || !group.Select(row => row.Pairs).SequenceEqual(all)).Select(group => group.Key).ToList();
        Grid.Write(terminal, $"{rows[0].Scenario} minus {rows[0].Baseline}, run by run (95 % interval); outcomes in percentage points",
            ["response", .. columns.Select(tick => tick is null ? ">all pairs" : $">pairs past {report.TickUnit} {Whole(tick.Value)}")],
            from response in shown.GroupBy(row => row.Response)
            select (string[])[response.Key.Name, .. columns.Select(tick => Difference(response.First(row => row.PastTick == tick)))]);
    }

    private bool IsInEither(PairedDifference row) =>
        report.Outcomes.Any(outcome => outcome.Outcome == row.Response.Name && outcome.Count > 0 && (outcome.Scenario == row.Scenario || outcome.Scenario == row.Baseline));

    private static string Difference(PairedDifference row) => row.Pairs == 0
        ? "no pair"
        : $"{(row.Response.Kind == Response.Outcome ? Points(row.Difference) : Number(row.Difference))} of {Whole(row.Pairs)}";
}
