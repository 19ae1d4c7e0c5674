using Agents;
using Experiments.Analysis;
using Experiments.Causes;
using Experiments.Config;
using Experiments.Runs;
using Experiments.Tests.Models;
using Experiments.Tests.Runs;

namespace Experiments.Tests.Causes;

/// <summary>Causes that are known by construction must be told right, and the telling must stand whatever stops it.</summary>
public sealed class WhyTests : ResultFolder
{
    private static readonly IReadOnlyList<ModelDefinition> Models = [VerdictModel.Definition];

    private string Worlds => Path.Combine(Target, "why");

    [TestCase("heat", "H,S", "H")]
    [TestCase("both", "H,W,S", "")]
    [TestCase("either", "S", "H,W")]
    [TestCase("always", "S", "H,W,R, R2")]
    public void Run_KnownCauses_AreNecessaryOrSufficientAsTheyWereMade(string rule, string necessary, string sufficient)
    {
        Run(Verdict($"parameters: {{rule: {rule}}}"));
        var result = Ask(1);
        var run = result.Runs.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.Zero, result.Message);
            Assert.That(Ids(run, verdict => verdict.IsNecessary(result.Asked)), Is.EqualTo(necessary));
            Assert.That(Ids(run, verdict => verdict.IsSufficient(result.Asked)), Is.EqualTo(sufficient));
            Assert.That(run.Verdicts[0].None!.Value.Code, Is.EqualTo(rule == "always" ? "fell" : "stands"));
            Assert.That(run.Verdicts[0].Without!.Value, Is.EqualTo(rule is "heat" or "both" ? new Outcome("stands", 10, true) : new Outcome("fell", 5, false)));
        }
    }

    [Test]
    public void Run_Page_TellsTheStoryAndWhatWouldHavePreventedIt()
    {
        Run(Verdict("parameters: {rule: heat}"));
        var page = string.Join('\n', Ask(1).Page);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(page, Does.Contain("fell after 5 gusts."));
            Assert.That(page, Does.Contain("Any one of these claims, taken out from day 0 on, everything else alike (2 of 4 that were tried):\n\n| claim | what it says | what happens instead | day |\n|---|---|---|---|\n| H | Heat | stands | 10 |\n| S | Soil | stands | 10 |"));
            Assert.That(page, Does.Contain("Each of these claims alone brings it to fall:\n\n| claim | what it says | how it ends | day |\n|---|---|---|---|\n| H | Heat | fell | 5 |"));
        }
    }

    [Test]
    public void Run_FromTheFirstIntervention_LeavesWhatIsFixedAtTheStart()
    {
        Run(Verdict("parameters: {rule: heat}\nscenarios: {a: {interventions: [{at: 4, set: {rain: 2}}]}, b: {interventions: [{at: 2, set: {heat: false}}, {at: 4, set: {heat: true}}]}}"));
        var (a, b) = (Ask(1).Runs.Single(), Ask(2).Runs.Single());
        using (Assert.EnterMultipleScope())
        {
            Assert.That((a.From, b.From), Is.EqualTo((4, 2)));
            Assert.That(a.Verdicts.Single(verdict => verdict.Cause.Id == "S").State, Is.EqualTo(CauseState.FixedAtStart));
            Assert.That(Ids(a, verdict => verdict.IsNecessary(new(["fell"]))), Is.EqualTo("H"));
            // The scenario itself puts the heat out and back: out from 2 on, it stays out.
            Assert.That(Ids(b, verdict => verdict.IsNecessary(new(["fell"]))), Is.EqualTo("H"));
        }
    }

    [Test]
    public void Run_Levers_ArePutBackToTheirDefaults()
    {
        Run(Verdict("parameters: {rule: both, wind: 0, water: 1}\nscenarios: {a: {interventions: [{at: 1, until: 8, to: {sluice: 7}}]}}"));
        var result = Ask(1, withLevers: true, from: 2);
        var run = result.Runs.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Ids(run, verdict => verdict.Cause.IsLever ? verdict.IsNecessary(result.Asked) : false), Is.EqualTo("sluice"));
            Assert.That(Ids(run, verdict => verdict.Cause.IsLever ? verdict.IsSufficient(result.Asked) : false), Is.EqualTo("sluice"));
            Assert.That(run.Verdicts.Single(verdict => verdict.Cause.Id == "W").State, Is.EqualTo(CauseState.Absent));
            Assert.That(result.Folder, Is.EqualTo(Path.Combine(Target, "why-from-2")));
        }
    }

    [Test]
    public void All_Shares_AreThoseThatOrdinaryRunsGive()
    {
        Run(Verdict("replications: 60\nparameters: {rule: luck}\nscenarios: {full: {}, still: {parameters: {wind: 0}}, cool: {parameters: {heat: false}}, neither: {parameters: {heat: false, wind: 0}}}"));
        var fell = Rows("runs").Where(row => row["outcome"] == "fell").CountBy(row => row["scenario"]).ToDictionary();
        var result = Ask(null);
        var heat = result.Shares.Single(one => (one.Scenario, one.Cause.Id) == ("full", "H"));
        // Heat and wind bring down different runs, so that what falls without one of them is what the other scenarios show.
        using (Assert.EnterMultipleScope())
        {
            Assert.That(heat.Removals, Is.EqualTo(fell["full"]));
            Assert.That(heat.Necessary.Value, Is.EqualTo((double)(fell["full"] - fell["cool"]) / fell["full"]).Within(1e-12));
            Assert.That(heat.Necessary.Interval, Is.EqualTo(Intervals.Wilson(fell["full"] - fell["cool"], fell["full"])));
            Assert.That(heat.Net.Value, Is.EqualTo(heat.Necessary.Value).Within(1e-12), "heat never prevents a fall");
            Assert.That(heat.NoneInRemovals.Value, Is.EqualTo((double)fell["neither"] / fell["full"]).Within(1e-12));
            Assert.That(heat.AloneInRemovals.Value, Is.EqualTo((double)fell["still"] / fell["full"]).Within(1e-12));
            Assert.That(heat.Survivors, Is.EqualTo(60 - fell["neither"]));
            Assert.That(heat.Sufficient.Value, Is.EqualTo((double)(fell["still"] - fell["neither"]) / (60 - fell["neither"])).Within(1e-12));
            Assert.That(result.Shares.Single(one => (one.Scenario, one.Cause.Id) == ("full", "R, R2")).Necessary.Value, Is.Zero);
            Assert.That(result.Shares.Single(one => (one.Scenario, one.Cause.Id) == ("still", "W")).Removals, Is.Zero, "no wind there that could be taken out");
            Assert.That(Rows("why", Worlds).Single(row => (row["scenario"], row["id"]) == ("full", "H"))["removals"], Is.EqualTo($"{fell["full"]}"));
        }
    }

    [Test]
    public void All_ACauseThatOnlyDealsLuckAnew_IsOftenNecessaryAndComesToNothing()
    {
        Run(Verdict("replications: 400\nparameters: {rule: shuffle}"));
        var heat = Ask(null).Shares.Single(one => one.Cause.Id == "H");
        using (Assert.EnterMultipleScope())
        {
            // Half fall with it, by one lot, and half without it, by another: of those who fell half would not have.
            Assert.That(heat.Necessary.Value, Is.EqualTo(0.5).Within(0.15));
            Assert.That(heat.Net.Value, Is.EqualTo(0).Within(0.25));
            Assert.That((heat.Net.Interval.Low, heat.Net.Interval.High), Is.EqualTo((-0.2, 0.2)).Within(0.15));
        }
    }

    [Test]
    public void All_ScenariosThatShareTheirNumbers_AreNoFurtherEvidence()
    {
        Run(Verdict("replications: 60\nparameters: {rule: luck}\nscenarios: {a: {}, b: {}}"));
        var shares = Ask(null).Shares.Where(one => one.Cause.Id == "H").ToDictionary(one => one.Scenario, one => one.Necessary);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(shares[""].Value, Is.EqualTo(shares["a"].Value));
            Assert.That(Width(shares[""]), Is.GreaterThanOrEqualTo(Width(shares["a"])));
            Assert.That(shares[""].Value, Is.InRange(0.1, 0.9), "else there is no width to compare");
        }

        static double Width(Estimate estimate) => estimate.Interval.High - estimate.Interval.Low;
    }

    [TestCase("common_random_numbers: false")]
    [TestCase("common_random_numbers: scenarios")]
    [TestCase("common_random_numbers: true")]
    public void All_WhateverRunsShare_WorldsHaveTheRunsOwnNumbers(string numbers)
    {
        Run(Verdict($"replications: 20\n{numbers}\nparameters: {{rule: luck}}\nscenarios: {{a: {{}}, b: {{}}}}\ndesign: {{method: list, rows: [{{rain: 1}}, {{rain: 0}}, {{rain: 2}}]}}"));
        var result = Ask(null, onlyEnded: true);
        // Every run is played again as it was first, and what comes out otherwise is refused.
        Assert.That((result.ExitCode, result.Message), Is.EqualTo((0, "")));
        Assert.That(result.Shares.Select(one => (one.Survivors, double.IsNaN(one.Sufficient.Value), double.IsNaN(one.Net.Value))), Is.All.EqualTo((0, true, true)), "only a sample of all runs tells");
        Assert.That(result.Runs.Select(run => run.Run), Is.EqualTo(Rows("runs").Where(row => row["outcome"] == "fell").Select(row => int.Parse(row["run_id"]))));
        Assert.That(result.Runs.SelectMany(run => run.Verdicts).Where(verdict => verdict.Cause.Id == "R, R2").Select(verdict => verdict.State).Distinct(), Is.EquivalentTo(new[] { CauseState.AtWork, CauseState.Absent }));
    }

    [Test]
    public void All_InterruptedOrOnOtherThreads_GivesTheSameBytes()
    {
        Run(Verdict("replications: 200\nparameters: {rule: luck}"));
        var other = Path.Combine(Folder, "other");
        Ask(null, threads: 3, directory: other);
        using var cancel = new CancellationTokenSource();
        var stopped = Ask(null, progress: _ => cancel.Cancel(), cancel: cancel.Token);
        Assert.That((stopped.IsInterrupted, stopped.Message), Is.EqualTo((true, $"Interrupted: the same command goes on from what is kept in {Worlds}.")));
        Assert.That(Ask(null).ExitCode, Is.Zero);
        foreach (var name in new[] { "why.csv", "why_runs.csv", "runs.csv" })
            Assert.That(File.ReadAllBytes(Path.Combine(Worlds, name)), Is.EqualTo(File.ReadAllBytes(Path.Combine(other, name))), name);
    }

    [Test]
    public void Run_AfterAll_PlaysNothingAgain()
    {
        Run(Verdict("replications: 5\nparameters: {rule: either}"));
        Ask(null);
        var first = Started();
        Ask(2);
        Assert.That(Started(), Is.EqualTo(first));
        Assert.That(Rows("why_runs", Worlds).Select(row => row["run_id"]).Distinct(), Has.Exactly(5).Items, "what all were asked stands");
    }

    [Test]
    public void Run_ModelThatGivesOtherRuns_IsRefused()
    {
        Run(Verdict("parameters: {rule: heat}"));
        var definition = (ModelDefinition<VerdictParameters>)VerdictModel.Definition;
        var drifted = definition with { Make = (parameters, seed) => new VerdictModel(new VerdictParameters { Rule = parameters.Rule, Heat = false }, seed) };
        var result = Why.Run(Options(1), [drifted], CancellationToken.None);
        Assert.That((result.ExitCode, result.Message), Is.EqualTo((2, result.Message)));
        Assert.That(result.Message, Does.StartWith("Run 1 ends now in stands at 10, and fell at 5 is stored: "));
    }

    [TestCase(2, null, "Run 2 ended in stands, which is not fall; runs that did are 1.")]
    [TestCase(9, null, "There is no run 9 that is done; runs that did are 1.")]
    [TestCase(1, 5, "Run 1 ended in fell at 5, and causes would be out from 5 on: name an earlier row with --from.")]
    public void Run_NothingToExplain_SaysWhy(int run, int? from, string message)
    {
        Run(Verdict("parameters: {rule: heat}\nscenarios: {hot: {}, cold: {parameters: {heat: false}}}"));
        var result = Ask(run, from: from);
        Assert.That((result.ExitCode, result.Message), Is.EqualTo((2, message)));
    }

    [Test]
    public void Run_OtherOutcome_CanBeAskedFor()
    {
        Run(Verdict("parameters: {rule: both, wind: 0}"));
        var result = Ask(1, outcome: "stands");
        Assert.That(Ids(result.Runs.Single(), verdict => verdict.IsNecessary(result.Asked)), Is.Empty);
        Assert.That(Assert.Throws<ConfigException>(() => Ask(1, outcome: "fel"))!.Message, Does.Contain("verdict has no outcome 'fel'; did you mean 'fell'?"));
    }

    private static string Ids(AskedRun run, Func<Verdict, bool?> isSo) => string.Join(",", run.Verdicts.Where(verdict => isSo(verdict) == true).Select(verdict => verdict.Cause.Id));

    private List<string> Started() => [.. Rows("timings", Worlds).Select(row => $"{row["run_id"]} {row["started"]} {row["seconds"]}")];

    private Study Verdict(string text)
    {
        var path = Path.Combine(Folder, "verdict.yaml");
        File.WriteAllText(path, "model: verdict\n" + text);
        return StudyLoader.Load(path, Models, Overrides.None);
    }

    private WhyOptions Options(int? run, bool withLevers = false, int? from = null, string? outcome = null, bool onlyEnded = false, int threads = 2, string? directory = null, Action<Progress>? progress = null) => new()
    {
        Directory = Target,
        Run = run,
        From = from,
        WithLevers = withLevers,
        Outcome = outcome,
        OnlyEnded = onlyEnded,
        Execution = new RunOptions { Directory = directory ?? WhyOptions.FolderOf(Target, from), Threads = threads, Progress = progress },
    };

    private WhyResult Ask(int? run, bool withLevers = false, int? from = null, string? outcome = null, bool onlyEnded = false, int threads = 2, string? directory = null, Action<Progress>? progress = null, CancellationToken cancel = default) =>
        Why.Run(Options(run, withLevers, from, outcome, onlyEnded, threads, directory, progress), Models, cancel);
}
