using System.Globalization;
using Experiments.Causes;

namespace Commands.Screen;

/// <summary>What <c>abm why</c> found, for people: the page of a run, or how often each cause was necessary and sufficient.</summary>
internal static class WhyScreen
{
    private const int LongestMeaning = 60;

    private static readonly string[] Headers = ["cause", "what it says", ">of runs", ">necessary, %"];

    private static readonly string[] HeadersOfAll = [.. Headers, ">net, %", ">of survivors", ">sufficient, %"];

    public static void Write(WhyResult result, Terminal terminal)
    {
        foreach (var line in result.Page)
            terminal.Out.WriteLine(line);
        foreach (var shares in result.Shares.GroupBy(one => one.Scenario))
            Write(result, shares.Key, [.. shares], terminal);
        foreach (var sentence in result.Shares.Count > 0 ? result.Method : [])
            terminal.Out.WriteLine(sentence);
        terminal.Out.Flush();
    }

    private static void Write(WhyResult result, string scenario, List<CauseShares> shares, Terminal terminal)
    {
        var runs = result.Runs.Where(run => (scenario.Length == 0 || run.Scenario == scenario) && result.IsEnded(run)).ToList();
        var from = runs.Select(run => run.From).Distinct().ToList();
        var title = Text($"{(scenario.Length > 0 ? scenario : "all scenarios")}: {runs.Count} runs ended in {result.Outcome}; causes are out from {(from.Count == 1 ? Text($"row {from[0]}") : "each run's first intervention")} on");
        var shown = shares.Where(one => one.Necessary.Value > 0 || one.Sufficient.Value > 0)
            .OrderByDescending(one => one.Necessary.Value).ThenByDescending(one => one.Sufficient.Value).ToList();
        var isSufficiencyKnown = shares.Any(one => one.Survivors > 0);
        Grid.Write(terminal, title, isSufficiencyKnown ? HeadersOfAll : Headers,
            shown.Select(one => (IReadOnlyList<string>)
            [
                one.Cause.Id, Shortened(one.Cause.Meaning), Cells.Whole(one.Removals), Cells.Percent(one.Necessary),
                .. isSufficiencyKnown ? new[] { Cells.Percent(one.Net), Cells.Whole(one.Survivors), Cells.Percent(one.Sufficient) } : [],
            ]));
        var tried = shares.Count(one => one.Removals > 0);
        terminal.Out.WriteLine(Text($"{tried - shown.Count} of {tried} causes that could be put out were necessary in no run and sufficient in none that needs one. Of claims, {Counted(runs, result)}."));
        terminal.Out.WriteLine();
    }

    /// <summary>How many causes the runs had, for the whole is no sum of shares.</summary>
    private static string Counted(List<AskedRun> runs, WhyResult result)
    {
        var necessary = runs.Select(run => run.Verdicts.Count(verdict => !verdict.Cause.IsLever && result.IsNecessary(verdict))).ToList();
        return Text($"{necessary.Count(count => count == 0)} runs have no necessary one, {necessary.Count(count => count == 1)} one, {necessary.Count(count => count > 1)} several; {runs.Count(result.IsEndedWithoutAny)} end so without any");
    }

    private static string Shortened(string meaning) => meaning.Length <= LongestMeaning ? meaning : meaning[..LongestMeaning].TrimEnd() + "...";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
