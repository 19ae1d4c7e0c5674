using Experiments.Analysis;
using Experiments.Analysis.Report;
using Experiments.Analysis.Survival;
using Experiments.Config;
using static Commands.Screen.Cells;

namespace Commands.Screen;

/// <summary>An analysis for people: what the numbers are, how sure they are, and of how many runs.</summary>
/// <param name="report">What to show.</param>
/// <param name="terminal">Where.</param>
/// <param name="isAsked">True where measures or outcomes were named: then all of them are shown.</param>
internal sealed class AnalysisScreen(AnalysisReport report, Terminal terminal, bool isAsked)
{
    /// <summary>Measures that are shown where none is named.</summary>
    private const int ShownMeasures = 6;

    private const string StillGoing = "(still going)";

    private readonly LongTables tables = new(terminal, isAnalysis: true);

    private readonly List<string> measures =
        [.. report.Measures.Select(row => row.Measure.Name).Distinct().Take(isAsked ? int.MaxValue : ShownMeasures)];

    /// <summary>Shows everything but the designs' own analyses.</summary>
    public void Write()
    {
        terminal.Out.WriteLine($"{report.Study} ({report.Model}): {Whole(report.Runs)} runs");
        foreach (var note in report.Notes)
            terminal.Out.WriteLine(note);
        if (report.Ranking.Count > 0)
        {
            WriteRanking();
            terminal.Out.WriteLine(report.Method);
            return;
        }
        WriteResponses();
        WriteOutcomes();
        WriteIncidence(report.Until);
        WriteMeasures();
        WriteRows();
        DifferenceGrids.Write(terminal, tables, report.TickUnit, [.. report.Differences.GroupBy(difference => (difference.Scenario, difference.Baseline)).Select(rows => Shown([.. rows]))]);
        terminal.Out.WriteLine(report.Method);
    }

    private void WriteRanking()
    {
        if (report.Ranking.Count == 0)
            return;
        var response = report.Ranking[0].Value.Response;
        tables.Write($"Scenarios by {response.Name}, least first; {(response.IsShare ? "%, differences in percentage points" : "differences")} with intervals that hold for all {Whole(report.Ranking.Count)} at once (95 %, Bonferroni)",
            [">rank", "scenario", $">{response.Name}", $">minus {report.Ranking[0].Baseline}", ">pairs"],
            report.Ranking,
            row =>
            [
                Whole(row.Rank), row.Scenario, response.IsShare ? Percent(row.Value.Estimate.Value) : Number(row.Value.Estimate.Value),
                Change(response, row.Difference.Estimate), Whole(row.Difference.Pairs),
            ],
            "ranking.csv", Excerpt.Ends<RankedScenario>());
        var clear = report.Ranking.Count(row => row.Difference.Estimate.Interval is var interval && (interval.Low > 0 || interval.High < 0));
        terminal.Out.WriteLine(clear == 0
            ? "No scenario's interval excludes 0: on these runs none can be told from the baseline."
            : $"{Whole(clear)} of {Whole(report.Ranking.Count)} intervals exclude 0.");
    }

    private void WriteResponses()
    {
        if (report.Responses.Count == 0)
            return;
        tables.Write("Responses; shares in %", ["scenario", "response", "unit", ">runs", ">value (95 % interval)"],
            report.Responses.GroupBy(row => row.Estimate.Response.Name).SelectMany(rows => rows),
            row => [row.Scenario, row.Estimate.Response.Name, row.Estimate.Response.Unit, Whole(row.Estimate.Runs), Value(row.Estimate.Response, row.Estimate.Estimate)],
            "responses.csv", Excerpt.First<ScenarioEstimate>());
    }

    private void WriteOutcomes()
    {
        var occurred = Occurred();
        if (occurred.Count > 0)
        {
            tables.Write("How the runs ended", ["scenario", "outcome", ">count", ">of runs", ">% (95 % interval)"],
                report.Outcomes.Where(row => occurred.Contains(row.Estimate.Response.Name) || row.Estimate.Response.Name == Response.AnyBeforeHorizon),
                row => [row.Scenario, row.Estimate.Response.Name, Whole((int)row.Estimate.Count), Whole(row.Estimate.Runs), Percent(row.Estimate.Estimate)],
                "outcomes.csv", Excerpt.Greatest<ScenarioEstimate>("with the greatest shares", row => row.Estimate.Estimate.Value));
        }
        Never.Write(terminal, report.Outcomes.Select(row => row.Estimate));
    }

    private HashSet<string> Occurred() =>
        report.Outcomes.Where(row => row.Estimate.Count > 0).Select(row => row.Estimate.Response.Name).ToHashSet(StringComparer.Ordinal);

    private void WriteIncidence(IReadOnlyList<int> until)
    {
        if (report.Incidence.Count == 0)
            return;
        tables.Write("Runs that an outcome has ended by then, and runs still going: % (95 % interval)",
            ["scenario", "outcome", .. until.Select(tick => $">by {report.TickUnit} {Whole(tick)}")],
            from curve in report.Incidence
            from row in Enumerable.Range(0, curve.Outcomes.Count).Select(cause => (Name: curve.Outcomes[cause], At: (Func<int, Estimate>)(tick => Incidence(curve, cause, tick))))
                .Append((Name: StillGoing, At: tick => Survival(curve.Scenario, tick)))
            select (curve.Scenario, row.Name, row.At),
            row => [row.Scenario, row.Name, .. until.Select(tick => Percent(row.At(tick)))],
            "incidence.csv", Excerpt.Greatest<(string Scenario, string Name, Func<int, Estimate> At)>("whose outcomes have ended the greatest shares", row => row.Name == StillGoing ? double.NaN : row.At(until[^1]).Value));
        terminal.Out.WriteLine($"{AalenJohansen.Method} {KaplanMeier.Method}");
    }

    private static Estimate Incidence(IncidenceCurve curve, int cause, int tick) =>
        curve.Steps.LastOrDefault(step => step.Time <= tick) is { } last ? last.Causes[cause].Incidence : new Estimate(0, Interval.None);

    private Estimate Survival(string scenario, int tick)
    {
        var steps = report.Survival.First(curve => curve.Scenario == scenario).Steps;
        return steps.LastOrDefault(step => step.Time <= tick) is { } last ? last.Survival : new Estimate(1, Interval.None);
    }

    private void WriteMeasures()
    {
        if (report.Measures.Count == 0)
            return;
        tables.Write("At the last row of each run", ["scenario", "measure", "unit", ">runs", ">mean (95 % interval)", ">median (95 % interval)", ">5 % to 95 % of runs"],
            from measure in report.Measures.Where(row => measures.Contains(row.Measure.Name)).GroupBy(row => (row.Scenario, row.Measure))
            select (measure.Key, Of: measure.ToDictionary(row => row.Statistic)),
            row =>
            [
                row.Key.Scenario, row.Key.Measure.Name, row.Key.Measure.Unit, Whole(row.Of["mean"].Runs), Number(row.Of["mean"].Estimate), Number(row.Of["median"].Estimate),
                $"{Number(row.Of["q05"].Estimate.Value)} to {Number(row.Of["q95"].Estimate.Value)}",
            ],
            "measures.csv", Excerpt.First<((string Scenario, Response Measure) Key, Dictionary<string, MeasureStatistic> Of)>());
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
        tables.Write("By row of the design: means at the last row of each run, and shares in % (95 % interval)",
            ["scenario", .. design.Factors, ">runs", .. shown.Select(response => $">{response.Name}")],
            from point in design.Means.GroupBy(mean => (mean.Scenario, mean.DesignId))
            select (point.Key, Means: point.ToDictionary(mean => mean.Response)),
            row =>
            [
                row.Key.Scenario, .. design.Levels[row.Key.DesignId - 1], Whole(row.Means.Values.Max(mean => mean.Runs)),
                .. shown.Select(response => Mean(row.Means.GetValueOrDefault(response))),
            ],
            "design_points.csv", Excerpt.First<((string Scenario, int DesignId) Key, Dictionary<Response, PointMean> Means)>("that come first in the design"));
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
