using Experiments.Analysis.Report;
using Experiments.Config;
using static Commands.Screen.Cells;

namespace Commands.Screen;

/// <summary>What a design that goes through levels was made for: what each level does, and what two factors do together.</summary>
/// <param name="report">What to show.</param>
/// <param name="terminal">Where.</param>
/// <param name="isAsked">True where responses were named: then all of them are shown.</param>
internal sealed class FactorialScreen(AnalysisReport report, Terminal terminal, bool isAsked)
{
    /// <summary>Responses that are shown where none is named, and the config has no more of its own.</summary>
    private const int ShownResponses = 4;

    /// <summary>Characters of a column of values with their intervals.</summary>
    private const int ColumnWidth = 24;

    private readonly LongTables tables = new(terminal, isAnalysis: true);

    private readonly bool hasScenarios = report.MainEffects.Select(effect => effect.Scenario).Distinct().Skip(1).Any();

    public void Write()
    {
        var varying = report.MainEffects.GroupBy(effect => effect.Response).Where(effects => effects.Any(effect => effect.Range > 0)).ToList();
        var count = isAsked ? varying.Count : Math.Max(ShownResponses, varying.Count(effects => effects.Key.Kind == Response.Declared));
        foreach (var effects in varying.Take(count))
            WriteEffects(effects.Key, effects);
        if (varying.Count > count)
            terminal.Out.WriteLine($"analysis/main_effects.csv has {Whole(varying.Count - count)} more responses that vary with a factor; --response NAME shows one here.");
        WriteMap();
    }

    private void WriteEffects(Response response, IEnumerable<MainEffect> effects)
    {
        var rows =
            from scenario in effects.GroupBy(effect => effect.Scenario)
            from effect in scenario.OrderByDescending(effect => effect.Range)
            from level in effect.Levels
            select (Effect: effect, Level: level);
        tables.Write($"Main effects on {NameOf(response)}, the factor that moves it most first; differences from its baseline level, run by run (95 % interval)",
            [.. OfScenarios("scenario"), "factor", "level", ">runs", $">{response.Name}", ">difference"], rows,
            row => [.. OfScenarios(row.Effect.Scenario), row.Effect.Factor, row.Level.Level, Whole(row.Level.Mean.Runs), Value(response, row.Level.Mean.Estimate), DifferenceOf(row.Level)],
            "main_effects.csv", Excerpt.Greatest<(MainEffect Effect, LevelEffect Level)>("of the factors that move it most", row => row.Effect.Range));
    }

    private static string DifferenceOf(LevelEffect level)
    {
        if (level.Difference is not { } difference)
            return "(baseline)";
        return difference.Pairs == 0 ? "no pair" : Change(difference.Response, difference.Estimate);
    }

    private void WriteMap()
    {
        if (report.HeatMaps is not [var first, ..])
            return;
        var hasIntervals = terminal.Width >= ColumnWidth * (first.OtherLevels.Count + 1);
        string Text(Experiments.Analysis.Estimate estimate) => Value(first.Response, hasIntervals ? estimate : estimate with { Interval = Experiments.Analysis.Interval.None });
        tables.Write($"{NameOf(first.Response)} by {first.Factor} (rows) and {first.OtherFactor} (columns){(hasIntervals ? " (95 % interval)" : "; analysis/heat_map.csv has the intervals")}",
            [.. OfScenarios("scenario"), first.Factor, .. first.OtherLevels.Select(level => $">{level}")],
            from map in report.HeatMaps
            from row in Enumerable.Range(0, map.Levels.Count)
            select (Map: map, Row: row),
            row => [.. OfScenarios(row.Map.Scenario), row.Map.Levels[row.Row], .. row.Map.Cells[row.Row].Select(cell => Text(cell.Estimate))],
            "heat_map.csv", Excerpt.First<(HeatMap Map, int Row)>());
    }

    private static string NameOf(Response response) => response.IsShare ? $"{response.Name} (%)" : response.Unit.Length > 0 ? $"{response.Name} ({response.Unit})" : response.Name;

    private string[] OfScenarios(string cell) => hasScenarios ? [cell] : [];
}
