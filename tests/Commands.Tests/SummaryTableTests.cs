using Commands.Screen;
using Experiments.Analysis;
using Experiments.Config;

namespace Commands.Tests;

public sealed class SummaryTableTests
{
    private static readonly Interval Some = new(-0.964, 0.193);

    [Test]
    public void Write_OutcomesOnAnOrdinaryTerminal_FitsWithoutBreakingWords()
    {
        var lines = Lines(80);
        Assert.That(lines.Select(line => line.Length), Has.All.LessThanOrEqualTo(80));
        Assert.That(lines.Select(Cells), Does.Contain(new[] { "settlement", "popular_revolution", "5", "50.0 (-96.4 to 19.3)", "157" }));
        Assert.That(lines.Select(Cells), Does.Contain(new[] { "popular_revolution", "+10.0 (-96.4 to +19.3)", "+20.0 (-96.4 to +19.3)" }));
        Assert.That(lines.Select(Cells), Does.Contain(new[] { "settlement", "any before horizon", "6", "60.0 (-96.4 to 19.3)", "150.5" }));
        Assert.That(lines.Select(Cells), Does.Contain(new[] { "any before horizon", "+10.0 (-96.4 to +19.3)", "+20.0 (-96.4 to +19.3)" }));
        Assert.That(lines.Select(Cells), Does.Contain(new[] { "response", "all 10 pairs", "8 pairs past week 52" }));
    }

    [Test]
    public void Write_Outcomes_NamesThoseThatNeverCameAndTheRunsThatWereOver()
    {
        var lines = Lines(200);
        Assert.That(lines, Does.Contain("In none of these runs: palace_coup (each may still come in up to 19.3 % of a scenario's runs, 95 %).").And.Contain("Over by week 52, before any intervention: war 2 of 10, settlement 1 of 10."));
        Assert.That(lines, Does.Contain("war: 3 runs failed and are in no share or mean."));
        Assert.That(lines[^1], Is.EqualTo("By hand."));
    }

    [TestCase(23, "peace (elites): 20 of 23 runs")]
    [TestCase(24, "peace (elites): 20 of 24 runs, a partial result")]
    public void Write_LessThanWasPlanned_SaysSoInTheFirstLine(int planned, string expected) =>
        Assert.That(Lines(80, planned)[0], Is.EqualTo(expected));

    private static string[] Lines(int width, int planned = 23)
    {
        var summary = new Summary
        {
            Study = "peace",
            Model = "elites",
            TickUnit = "week",
            Planned = planned,
            Scenarios = [Scenario("war", 3, 2), Scenario("settlement", 0, 1)],
            Comparisons = [new Comparison("settlement", "war", 52, Differences(10, 0.1), Differences(8, 0.2))],
            Method = "By hand.",
        };
        using var output = new StringWriter { NewLine = "\n" };
        SummaryTable.Write(summary, new Terminal(output, TextWriter.Null) { Width = width });
        return output.ToString().TrimEnd('\n').Split('\n');
    }

    private static ScenarioSummary Scenario(string name, int failed, int endedBefore) => new(
        name, 10, failed, 52, endedBefore,
        [Share(Response.AnyBeforeHorizon, 6, 0.6), Share("popular_revolution", 5, 0.5), Share("palace_coup", 0, 0)],
        new Dictionary<string, double> { [Response.AnyBeforeHorizon] = 150.5, ["popular_revolution"] = 157 });

    private static ResponseEstimate Share(string name, int count, double share) => new(Outcome(name), 10, 10, count, double.NaN, new Estimate(share, Some));

    private static Response Outcome(string name) => new(
        name, Response.Outcome, "", new RunStatistic { Kind = RunStatisticKind.Share, Scenario = 0, ScenarioName = "", Outcomes = new OutcomeSet([name]) });

    private static PairedDifferences Differences(int pairs, double value) => new(pairs,
    [
        new Difference(Outcome(Response.AnyBeforeHorizon), pairs, pairs, new Estimate(value, Some)),
        new Difference(Outcome("popular_revolution"), pairs, pairs, new Estimate(value, Some)),
        new Difference(Outcome("palace_coup"), pairs, pairs, new Estimate(0, Some)),
    ]);

    private static string[] Cells(string line) => [.. line.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(cell => cell.Trim())];
}
