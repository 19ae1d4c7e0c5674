using Experiments.Analysis;
using Experiments.Analysis.Report;
using Experiments.Analysis.Survival;
using Experiments.Config;
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
        WriteRanking();
        WriteResponses();
        WriteOutcomes();
        WriteIncidence(report.Until);
        WriteMeasures();
        WriteRows();
        DifferenceGrids.Write(terminal, report.TickUnit, [.. report.Differences.GroupBy(difference => (difference.Scenario, difference.Baseline)).Select(rows => Shown([.. rows]))]);
        terminal.Out.WriteLine(report.Method);
    }

    private void WriteRanking()
    {
        if (report.Ranking.Count == 0)
            return;
        var response = report.Ranking[0].Value.Response;
        var shown = report.Ranking.Count <= DifferenceGrids.MostRows
            ? report.Ranking
            : [.. report.Ranking.Take(DifferenceGrids.MostRows / 2), .. report.Ranking.TakeLast(DifferenceGrids.MostRows / 2)];
        Grid.Write(terminal, $"Scenarios by {response.Name}, least first; {(response.IsShare ? "%, differences in percentage points" : "differences")} with intervals that hold for all {Whole(report.Ranking.Count)} at once (95 %, Bonferroni)",
            [">rank", "scenario", $">{response.Name}", $">minus {report.Ranking[0].Baseline}", ">pairs"],
            shown.Select(row => (string[])
            [
                Whole(row.Rank), row.Scenario, response.IsShare ? Percent(row.Value.Estimate.Value) : Number(row.Value.Estimate.Value),
                response.IsShare ? Points(row.Difference.Estimate) : Number(row.Difference.Estimate), Whole(row.Difference.Pairs),
            ]));
        if (shown.Count < report.Ranking.Count)
            terminal.Out.WriteLine($"{Whole(report.Ranking.Count - shown.Count)} between them stand in ranking.csv.");
        var clear = report.Ranking.Count(row => row.Difference.Estimate.Interval is var interval && (interval.Low > 0 || interval.High < 0));
        terminal.Out.WriteLine(clear == 0
            ? "No scenario's interval excludes 0: on these runs none can be told from the baseline."
            : $"{Whole(clear)} of {Whole(report.Ranking.Count)} intervals exclude 0.");
    }

    private void WriteResponses()
    {
        if (report.Responses.Count == 0)
            return;
        Grid.Write(terminal, "Responses; shares in %", ["scenario", "response", "unit", ">runs", ">value (95 % interval)"],
            from response in report.Responses.GroupBy(row => row.Estimate.Response.Name)
            from row in response
            select (string[])[row.Scenario, response.Key, row.Estimate.Response.Unit, Whole(row.Estimate.Runs), Value(row.Estimate.Response, row.Estimate.Estimate)]);
    }

    private void WriteOutcomes()
    {
        var occurred = Occurred();
        if (occurred.Count > 0)
        {
            Grid.Write(terminal, "How the runs ended", ["scenario", "outcome", ">count", ">of runs", ">% (95 % interval)"],
                from row in report.Outcomes
                let outcome = row.Estimate
                where occurred.Contains(outcome.Response.Name) || outcome.Response.Name == Response.AnyBeforeHorizon
                select (string[])[row.Scenario, outcome.Response.Name, Whole((int)outcome.Count), Whole(outcome.Runs), Percent(outcome.Estimate)]);
        }
        Never.Write(terminal, report.Outcomes.Select(row => row.Estimate));
    }

    private HashSet<string> Occurred() =>
        report.Outcomes.Where(row => row.Estimate.Count > 0).Select(row => row.Estimate.Response.Name).ToHashSet(StringComparer.Ordinal);

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
            .Where(means => means.Key.Kind == Response.Measure ? measures.Contains(means.Key.Name) : means.Key.Kind == Response.Declared || means.Any(mean => mean.Mean.Value > 0))
            .Select(means => means.Key).ToList();
        Grid.Write(terminal, "By row of the design: means at the last row of each run, and shares in % (95 % interval)",
            ["scenario", .. design.Factors, ">runs", .. shown.Select(response => $">{response.Name}")],
            from point in design.Means.GroupBy(mean => (mean.Scenario, mean.DesignId))
            let means = point.ToDictionary(mean => mean.Response)
            select (string[])[point.Key.Scenario, .. design.Levels[point.Key.DesignId - 1], Whole(point.Max(mean => mean.Runs)), .. shown.Select(response => Mean(means.GetValueOrDefault(response)))]);
    }

    private static string Mean(PointMean? mean) =>
        mean is null ? "" : Value(mean.Response, mean.Mean);

    /// <summary>Outcomes that no run had differ by nothing, and of the measures those are compared that are shown.</summary>
    private ShownComparison Shown(List<PairedDifference> rows)
    {
        var occurred = Occurred();
        bool IsShown(Difference difference) => difference.Response.Kind switch
        {
            Response.Declared => true,
            Response.Outcome => occurred.Contains(difference.Response.Name),
            _ => measures.Contains(difference.Response.Name),
        };
        var (all, reaching) = (rows.Where(row => row.PastTick is null).ToList(), rows.Where(row => row.PastTick is not null).ToList());
        return new ShownComparison(
            rows[0].Scenario, rows[0].Baseline, reaching.FirstOrDefault()?.PastTick, Pairs(all) ?? 0, Pairs(reaching),
            [.. all.Select(row => row.Difference).Where(IsShown)], [.. reaching.Select(row => row.Difference).Where(IsShown)]);
    }

    private static int? Pairs(List<PairedDifference> rows) => rows.Count == 0 ? null : rows.Max(row => row.Difference.Pairs);
}
