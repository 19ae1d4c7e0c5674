using Experiments.Analysis;
using static Commands.Screen.Cells;

namespace Commands.Screen;

/// <summary>A comparison as it is shown.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Baseline">The one that it is compared with.</param>
/// <param name="Tick">The first row of ticks at which an intervention acts in either, or null.</param>
/// <param name="Pairs">All pairs of runs.</param>
/// <param name="PairsReaching">Those that go on past that row; null where there is none.</param>
/// <param name="All">The differences over all pairs.</param>
/// <param name="Reaching">Those over the pairs that go on, of the same responses; none where there is no such row.</param>
internal sealed record ShownComparison(
    string Scenario, string Baseline, int? Tick, int Pairs, int? PairsReaching, IReadOnlyList<Difference> All, IReadOnlyList<Difference> Reaching);

/// <summary>Comparisons of scenarios: one table each, or where they are many the differences that stand out most.</summary>
internal static class DifferenceGrids
{
    public static void Write(Terminal terminal, LongTables tables, string tickUnit, IReadOnlyList<ShownComparison> comparisons)
    {
        if (comparisons.Sum(comparison => comparison.All.Count) > LongTables.MostRows)
        {
            WriteExcerpt(terminal, tables, comparisons);
            return;
        }
        foreach (var comparison in comparisons.Where(comparison => comparison.All.Count > 0))
            Write(terminal, tickUnit, comparison);
    }

    private static void Write(Terminal terminal, string tickUnit, ShownComparison comparison)
    {
        // Pairs that all reach the intervention say nothing new.
        var showsReaching = comparison.PairsReaching is { } reaching && reaching != comparison.Pairs;
        List<string> headers = ["response", $">all {Whole(comparison.Pairs)} pairs"];
        if (showsReaching)
            headers.Add($">{Whole(comparison.PairsReaching!.Value)} pairs past {tickUnit} {Whole(comparison.Tick!.Value)}");
        Grid.Write(terminal, $"{comparison.Scenario} minus {comparison.Baseline}, run by run (95 % interval); shares in percentage points", headers,
            comparison.All.Select((difference, i) => (string[])
                [difference.Response.Name, Text(difference, comparison.Pairs), .. showsReaching ? [Text(comparison.Reaching[i], comparison.PairsReaching!.Value)] : Array.Empty<string>()]));
    }

    private static void WriteExcerpt(Terminal terminal, LongTables tables, IReadOnlyList<ShownComparison> comparisons)
    {
        tables.Write("Differences between scenarios, run by run (95 % interval, each by itself); shares in percentage points",
            ["scenario", "minus", "response", ">difference"],
            comparisons.SelectMany(comparison => comparison.All.Select(difference => (Of: comparison, Difference: difference))),
            row => [row.Of.Scenario, row.Of.Baseline, row.Difference.Response.Name, Text(row.Difference, row.Of.Pairs)],
            "differences.csv",
            Excerpt.Greatest<(ShownComparison Of, Difference Difference)>("that stand out most from chance", row => Evidence(row.Difference.Estimate)));
        terminal.Out.WriteLine("Chance alone makes about one in twenty stand clear of 0; abm analyse DIR --rank RESPONSE orders the scenarios, with intervals for all of them at once.");
    }

    /// <summary>How many half-widths of its interval a difference is away from 0; NaN where it is 0 or has none.</summary>
    private static double Evidence(Estimate difference)
    {
        var half = (difference.Interval.High - difference.Interval.Low) / 2;
        return half > 0 && difference.Value != 0 ? Math.Abs(difference.Value) / half : double.NaN;
    }

    /// <summary>A difference, and of how many pairs where not of all.</summary>
    private static string Text(Difference difference, int pairs)
    {
        if (difference.Pairs == 0)
            return "no pair";
        var value = Change(difference.Response, difference.Estimate);
        return difference.Pairs == pairs ? value : $"{value} of {Whole(difference.Pairs)}";
    }
}
