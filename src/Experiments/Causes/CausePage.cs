using System.Globalization;
using Agents;
using Experiments.Config;
using Experiments.Runs;

namespace Experiments.Causes;

/// <summary>The page of one run: how it came to its outcome, what would have prevented that, and what would have sufficed.</summary>
/// <param name="stored">The study of the run.</param>
/// <param name="outcome">What is asked about.</param>
/// <param name="run">The run.</param>
internal sealed class CausePage(StoredStudy stored, OutcomeSet outcome, AskedRun run)
{
    /// <summary>Most causes of which it is told how long they would have put it off.</summary>
    private const int MostPostponing = 6;

    /// <summary>What such a cause means and what it does not, a sentence or two each.</summary>
    public static IReadOnlyList<string> Meaning { get; } =
    [
        "Necessary: without it, and with everything else alike, the run does not end so before its horizon. It is a but-for cause in this model, given these random numbers (Pearl 2009), and no statement about the world.",
        "Sufficient: with it alone, and every other claim (or lever) out, the run ends so. Several causes can be necessary at once, as links of one chain are, and none can, where one stands in for another; the shares of different causes add up to nothing.",
        "A cause is out from a stated row of ticks: what it did before stays done. Draws are keyed by agent, tick and purpose, so that until then the worlds are the same run, and after it they differ only by what follows from the difference; once they have parted, the same draws may serve for other things. So a run may be saved by luck that is dealt anew, and as many others lost by it: over a study the net effect, 1 - the share that ends so without the cause over the share that does with it, tells the two apart.",
    ];

    private Study Study => stored.Study;

    public IReadOnlyList<string> Lines() =>
    [
        $"# Why did run {run.Run} end in {run.Stored.Code}?",
        "",
        Text($"Run {run.Run} of {stored.Path}: scenario {run.Scenario}, seed {Study.Seed}, replication {run.Replication}{(Study.Design.Rows > 1 ? Text($", row {run.Row} of the design") : "")}. It ended at {Study.Model.TickUnit} {run.Stored.Tick} of {Study.Ticks}, {(run.Stored.Cause.Length > 0 ? run.Stored.Cause + ": " : "")}{Meant(run.Stored.Code)}."),
        .. Titled("## How it came about", [.. Study.Model.Story(run.Stored, Events())]),
        .. Titled("## What would have prevented it", [.. Necessary(isLever: false), .. Necessary(isLever: true)]),
        .. Titled("## What alone would have sufficed", [.. Sufficient(isLever: false), .. Sufficient(isLever: true)]),
        .. Titled("## What was not played", [.. NotPlayed()]),
        .. Titled("## What this means, and what it does not", [.. Meaning.SelectMany(sentence => new[] { sentence, "" })]),
    ];

    private static IEnumerable<string> Titled(string title, List<string> lines)
    {
        while (lines.Count > 0 && lines[^1].Length == 0)
            lines.RemoveAt(lines.Count - 1);
        return lines.Count == 0 ? [] : ["", title, "", .. lines];
    }

    private IEnumerable<string> Necessary(bool isLever)
    {
        var played = Of(isLever).Where(verdict => verdict.Without is not null).ToList();
        if (played.Count == 0)
            yield break;
        var necessary = played.Where(verdict => verdict.IsNecessary(outcome) == true).ToList();
        yield return necessary.Count == 0
            ? Text($"No single {Kind(isLever)} of {played.Count}: without any one of them from {Since} on, it ends in {outcome} all the same.")
            : Text($"Any one of these {(isLever ? "levers, put back to its default" : "claims, taken out")} from {Since} on, everything else alike ({necessary.Count} of {played.Count} that were tried):");
        yield return "";
        foreach (var line in Table(isLever, "what happens instead", necessary, verdict => verdict.Without!.Value))
            yield return line;
        var later = played.Except(necessary).Where(verdict => verdict.Without!.Value.Tick > run.Stored.Tick).OrderByDescending(verdict => verdict.Without!.Value.Tick).Take(MostPostponing).ToList();
        if (later.Count == 0)
            yield break;
        yield return Text($"What would have put it off most, from {run.Stored.Tick}: {string.Join(", ", later.Select(verdict => Text($"without {verdict.Cause.Id} to {verdict.Without!.Value.Tick}")))}.");
        yield return "";
    }

    private IEnumerable<string> Sufficient(bool isLever)
    {
        var all = Of(isLever);
        if (all.Find(verdict => verdict.None is not null)?.None is not { } none)
            yield break;
        var isNeeded = !outcome.Holds(none);
        yield return Text($"Without any of the {Kind(isLever)}s from {Since} on it ends in {none.Code} at {none.Tick}{(isNeeded ? "" : $": none of them is needed, and that one of them alone would suffice says nothing")}.");
        var sufficient = all.Where(verdict => isNeeded && verdict.IsSufficient(outcome) == true).ToList();
        if (isNeeded)
            yield return sufficient.Count == 0 ? $"No {Kind(isLever)} alone brings it to {outcome}." : $"Each of these {Kind(isLever)}s alone brings it to {outcome}:";
        yield return "";
        foreach (var line in Table(isLever, "how it ends", sufficient, verdict => verdict.Alone!.Value))
            yield return line;
    }

    private IEnumerable<string> Table(bool isLever, string header, List<Verdict> verdicts, Func<Verdict, Outcome> end)
    {
        if (verdicts.Count == 0)
            yield break;
        yield return $"| {Kind(isLever)} | what it says | {header} | {Study.Model.TickUnit} |";
        yield return "|---|---|---|---|";
        foreach (var verdict in verdicts)
            yield return Text($"| {verdict.Cause.Id} | {verdict.Cause.Meaning.Replace("|", "\\|", StringComparison.Ordinal)} | {end(verdict).Code} | {end(verdict).Tick} |");
        yield return "";
    }

    private IEnumerable<string> NotPlayed()
    {
        foreach (var (state, words) in new[]
        {
            (CauseState.Absent, "out already in this run"),
            (CauseState.FixedAtStart, "fixed at the start (--from 0 takes them out there)"),
            (CauseState.FollowsFile, "following a file"),
        })
        {
            var ids = run.Verdicts.Where(verdict => verdict.State == state).Select(verdict => verdict.Cause.Id).ToList();
            if (ids.Count > 0)
                yield return $"- {words}: {string.Join(", ", ids)}";
        }
        var failed = run.Verdicts.Where(verdict => verdict.State == CauseState.AtWork && verdict.Without is null).Select(verdict => verdict.Cause.Id).ToList();
        if (failed.Count > 0)
            yield return $"- refused by the model in this combination, or failed: {string.Join(", ", failed)}";
    }

    private List<Verdict> Of(bool isLever) => [.. run.Verdicts.Where(verdict => verdict.Cause.IsLever == isLever)];

    private string Since => Text($"{Study.Model.TickUnit} {run.From}");

    private static string Kind(bool isLever) => isLever ? "lever" : "claim";

    private string Meant(string code) => Study.Model.Outcomes.FirstOrDefault(one => one.Code == code)?.Meaning ?? code;

    /// <summary>The events of the run, played once more.</summary>
    private IReadOnlyList<Event> Events()
    {
        var silent = Study with { ModelMeasures = [], AgentMeasures = [] };
        var (point, replication) = silent.Run(run.Run);
        var course = new RunCourse(silent, point, replication, null);
        course.Advance(silent.Ticks, new RecordedRows(silent, Stream.Null), new RunClock(null, TimeSpan.Zero, CancellationToken.None));
        return course.Model.Events.All;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
