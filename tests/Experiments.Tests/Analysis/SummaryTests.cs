using System.Globalization;
using Experiments.Analysis;
using Experiments.Config;
using Experiments.Tests.Models;
using Experiments.Tests.Runs;

namespace Experiments.Tests.Analysis;

/// <summary>The summary, counted again from the tables by another way.</summary>
public sealed class SummaryTests : ResultFolder
{
    private const int At = 15;
    private const int LaterAt = 46;

    private static readonly (string, Experiments.Config.Intervention[])[] Scenarios =
        [("siege", []), ("relief", [VillageStudy.At(At, ("pressure", 0.03))]), ("storm", [VillageStudy.At(LaterAt, ("pressure", 0.5))])];

    private Summary summary = null!;
    private List<Dictionary<string, string>> runs = [];

    [SetUp]
    public void RunStudy()
    {
        summary = Run(VillageStudy.Of(replications: 60, ticks: 50, scenarios: Scenarios)).Summary!;
        runs = Rows("runs");
    }

    [Test]
    public void Scenarios_SharesAndMedians_AreThoseOfTheTable()
    {
        foreach (var scenario in summary.Scenarios)
        {
            var own = runs.Where(run => run["scenario"] == scenario.Scenario).ToList();
            Assert.That(scenario.Runs, Is.EqualTo(own.Count));
            foreach (var share in scenario.OfKind(Response.Outcome).Skip(1))
            {
                var ticks = own.Where(run => run["outcome"] == share.Response.Name).Select(run => Number(run["outcome_tick"])).Order().ToList();
                Assert.That((share.Count, share.Estimate.Value), Is.EqualTo((ticks.Count, (double)ticks.Count / own.Count)));
                if (share.Response.Name == "falls" && ticks.Count > 0)
                    Assert.That(scenario.MedianTicks["falls"], Is.EqualTo((ticks[(ticks.Count - 1) / 2] + ticks[ticks.Count / 2]) / 2));
                else
                    Assert.That(scenario.MedianTicks.Keys, Has.None.EqualTo(share.Response.Name));
            }
        }
        Assert.That(summary.Scenarios[0].OfKind(Response.Outcome).Select(share => share.Count), Has.None.Zero, "the study must show both outcomes");
    }

    [Test]
    public void BeforeHorizon_TakesAllOutcomesThatAreNotCensoredTogether()
    {
        var frontier = Run(VillageStudy.Of(replications: 60, ticks: 50, scenarios: Scenarios, model: VillageModel.WithSpoils), directory: Path.Combine(Folder, "spoils")).Summary!;
        runs = Rows("runs", Path.Combine(Folder, "spoils"));
        var kinds = runs.Where(run => run["censored"] == "FALSE").Select(run => run["outcome"]).Distinct().ToList();
        Assert.That(kinds, Is.EquivalentTo(new[] { "falls", "is_plundered" }), "the study must show several outcomes that end a run");
        foreach (var scenario in frontier.Scenarios)
        {
            var ticks = runs.Where(run => run["scenario"] == scenario.Scenario && run["censored"] == "FALSE").Select(run => Number(run["outcome_tick"])).Order().ToList();
            var any = Any(scenario);
            Assert.That((any.Count, any.Estimate), Is.EqualTo((ticks.Count, new Estimate(ticks.Count / 60.0, Intervals.Wilson(ticks.Count, 60)))));
            Assert.That(scenario.MedianTicks[Response.AnyBeforeHorizon], Is.EqualTo((ticks[(ticks.Count - 1) / 2] + ticks[ticks.Count / 2]) / 2));
        }
        Assert.That(Any(frontier.Scenarios[0]).Count, Is.InRange(1, 59), "some runs must reach the horizon");
        foreach (var comparison in frontier.Comparisons)
            AssertIsPaired(Of(comparison.All, Response.AnyBeforeHorizon), comparison.Scenario, run => run["censored"] == "FALSE");
    }

    [Test]
    public void Comparisons_PairRunsOfOneReplication()
    {
        Assert.That(summary.Comparisons.Select(comparison => (comparison.Scenario, comparison.Baseline)), Is.EqualTo(new[] { ("relief", "siege"), ("storm", "siege") }));
        foreach (var comparison in summary.Comparisons)
            AssertIsCounted(comparison.All, comparison.Scenario, _ => true);
    }

    [Test]
    public void Comparisons_AmongThoseThatReachTheIntervention_LeaveOutTheOthers()
    {
        Assert.That(summary.Comparisons.Select(comparison => comparison.InterventionTick), Is.EqualTo(new[] { At, LaterAt }));
        foreach (var comparison in summary.Comparisons)
            AssertIsCounted(comparison.Reaching!, comparison.Scenario, run => Number(run["last_tick"]) > comparison.InterventionTick);
        Assert.That(summary.Comparisons[1].Reaching!.Pairs, Is.LessThan(summary.Comparisons[1].All.Pairs), "some runs must end before the later intervention");
    }

    [Test]
    public void InterventionTick_IsTheScenariosOwn()
    {
        var bold = Run(
            VillageStudy.Of(replications: 1, scenarios: [("relief", [VillageStudy.At(At, ("pressure", 0.03))]), ("siege", []), ("early", [VillageStudy.At(4, ("pressure", 0.5)), VillageStudy.At(2, ("guards", 3))])]),
            directory: Path.Combine(Folder, "bold")).Summary!;
        Assert.That(bold.Scenarios.Select(scenario => scenario.InterventionTick), Is.EqualTo(new[] { At, 2, 2 }), "without one, it is the first of the study");
        Assert.That(bold.Comparisons.Select(comparison => comparison.InterventionTick), Is.EqualTo(new[] { At, 2 }), "the first of either");
    }

    [Test]
    public void EndedBefore_CountsRunsWithoutAStepUnderTheIntervention()
    {
        var early = Run(VillageStudy.Of(replications: 40, ticks: 60, scenarios: [("siege", []), ("relief", [VillageStudy.At(48, ("pressure", 0.0))])]), directory: Path.Combine(Folder, "early")).Summary!;
        var expected = Rows("runs", Path.Combine(Folder, "early")).Count(run => run["scenario"] == "relief" && Number(run["last_tick"]) <= 48);
        Assert.That(expected, Is.InRange(1, 39));
        Assert.That(early.Scenarios[1].EndedBefore, Is.EqualTo(expected));
    }

    [Test]
    public void Measures_MeanAndDeviation_AreThoseOfTheTable()
    {
        var values = runs.Where(run => run["scenario"] == "relief").Select(run => Number(run["end_unrest"])).ToList();
        var mean = summary.Scenarios[1].OfKind(Response.Measure).First();
        Assert.That((mean.Response.Name, mean.Runs), Is.EqualTo(("end_unrest", 60)));
        Assert.That(mean.Estimate.Value, Is.EqualTo(values.Average()).Within(1e-12));
        Assert.That(mean.StandardDeviation, Is.EqualTo(Math.Sqrt(values.Sum(value => Math.Pow(value - values.Average(), 2)) / 59)).Within(1e-12));
    }

    [Test]
    public void Summary_OfTheStoredTable_IsTheSame()
    {
        var stored = Run(VillageStudy.Of(replications: 60, ticks: 50, scenarios: Scenarios));
        Assert.That(stored.WasStored, Is.True);
        Assert.That(System.Text.Json.JsonSerializer.Serialize(stored.Summary, Json), Is.EqualTo(System.Text.Json.JsonSerializer.Serialize(summary, Json)));
    }

    [Test]
    public void Summary_WithoutInterventions_HasNothingApart()
    {
        var plain = Run(VillageStudy.Of(scenarios: [("siege", []), ("again", [])]), directory: Path.Combine(Folder, "plain")).Summary!;
        Assert.That((plain.Comparisons[0].InterventionTick, plain.Scenarios[0].EndedBefore, plain.Comparisons[0].Reaching), Is.EqualTo(((int?)null, (int?)null, (PairedDifferences?)null)));
        Assert.That(plain.Comparisons[0].All.Responses.Select(difference => difference.Estimate.Value), Is.All.Zero, "common random numbers: nothing differs");
    }

    [Test]
    public void Summary_OfAnInterruptedStudy_SaysHowManyRunsThereShouldBe()
    {
        using var stop = new CancellationTokenSource();
        var partial = Run(VillageStudy.Of(replications: 5000), directory: Path.Combine(Folder, "partial"), progress: _ => stop.Cancel(), cancel: stop.Token).Summary!;
        Assert.That(partial.Planned, Is.EqualTo(10000));
        Assert.That(partial.Scenarios.Sum(scenario => scenario.Runs), Is.InRange(1, 9999));
    }

    private static System.Text.Json.JsonSerializerOptions Json { get; } =
        new() { ReferenceHandler = System.Text.Json.Serialization.ReferenceHandler.IgnoreCycles, NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals };

    private void AssertIsCounted(PairedDifferences differences, string scenario, Func<Dictionary<string, string>, bool> counts)
    {
        var pairs = runs.Where(run => run["scenario"] == scenario)
            .Join(runs.Where(run => run["scenario"] == "siege"), run => run["replication"], run => run["replication"], (run, baseline) => (run, baseline))
            .Where(pair => counts(pair.run) && counts(pair.baseline)).ToList();
        Assert.That(differences.Pairs, Is.EqualTo(pairs.Count));
        var both = pairs.Count(pair => pair.run["outcome"] == "falls" && pair.baseline["outcome"] == "falls");
        var own = pairs.Count(pair => pair.run["outcome"] == "falls") - both;
        var other = pairs.Count(pair => pair.baseline["outcome"] == "falls") - both;
        var falls = Of(differences, "falls");
        Assert.That(falls.Estimate.Value, Is.EqualTo((double)(own - other) / pairs.Count).Within(1e-15));
        Assert.That(falls.Estimate.Interval, Is.EqualTo(Intervals.PairedProportions(both, own, other, pairs.Count - both - own - other)));
        var unrest = pairs.Average(pair => Number(pair.run["end_unrest"]) - Number(pair.baseline["end_unrest"]));
        Assert.That(Of(differences, "end_unrest").Estimate.Value, Is.EqualTo(unrest).Within(1e-12));
    }

    private void AssertIsPaired(Difference difference, string scenario, Func<Dictionary<string, string>, bool> hasIt)
    {
        var pairs = runs.Where(run => run["scenario"] == scenario).Zip(runs.Where(run => run["scenario"] == "siege")).ToList();
        var both = pairs.Count(pair => hasIt(pair.First) && hasIt(pair.Second));
        var own = pairs.Count(pair => hasIt(pair.First)) - both;
        var other = pairs.Count(pair => hasIt(pair.Second)) - both;
        Assert.That(difference.Estimate.Value, Is.EqualTo((double)(own - other) / pairs.Count).Within(1e-15).And.Not.Zero);
        Assert.That(difference.Estimate.Interval, Is.EqualTo(Intervals.PairedProportions(both, own, other, pairs.Count - both - own - other)));
    }

    private static ResponseEstimate Any(ScenarioSummary scenario) => scenario.Responses.Single(one => one.Response.Name == Response.AnyBeforeHorizon);

    private static Difference Of(PairedDifferences differences, string response) => differences.Responses.Single(one => one.Response.Name == response);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
