using Agents;
using Experiments.Config;
using Experiments.Hypotheses;
using Experiments.Statistics;
using Experiments.Tests.Models;
using Experiments.Tests.Runs;

namespace Experiments.Tests.Hypotheses;

/// <summary>Replications until the power suffices: when they end, what they ask for, and what that does to verdicts.</summary>
public sealed class PowerRuleTests : ResultFolder
{
    private static readonly PowerRule Rule = new() { Target = 0.8 };

    [TestCase(0.5, 1000)]
    [TestCase(2, 40)]
    public void Need_OfOneVector_IsWhatGivesThePower(double error, int replications)
    {
        var contrast = Of(Prediction.Positive) with { Relevant = 1 };
        var growth = Judged(contrast, error, replications).Need!.Growth;
        Assert.That(Judged(contrast, error / Math.Sqrt(growth), replications).Power, Is.EqualTo(0.8).Within(1e-9));
        Assert.That(Judged(contrast, error / Math.Sqrt(growth * 1.01), replications).Need, Is.Null);
    }

    [Test]
    public void Need_OfARegion_IsForItsMiddle()
    {
        var contrast = Of(new Prediction(1, 3));
        var need = Judged(contrast, 0.5, 1000).Need!;
        Assert.That(Judged(contrast, 0.5 / Math.Sqrt(need.Growth), 1000).Power, Is.EqualTo(0.8).Within(1e-9));
        Assert.That(Judged(Of(Prediction.Open), 0.5, 1000).Need, Is.Null, "nothing is predicted");
    }

    [Test]
    public void Need_OfDraws_IsOfWhatReplicationsCanTake()
    {
        // Of a variance of .25 a part of .05 stays; with 100 draws the test needs .125.
        var contrast = Of(Prediction.Positive) with { Relevant = 1 };
        var need = Judged(contrast, Drawn(0.5, 100, lasting: 0.05)).Need!;
        var wanted = 0.25 / need.DrawGrowth;
        Assert.That(wanted, Is.EqualTo(0.125).Within(0.003));
        Assert.That(need.Growth, Is.EqualTo(0.2 / (wanted - 0.05)).Within(1e-9));
        Assert.That(Judged(contrast, Drawn(Math.Sqrt(0.05 + 0.2 / need.Growth), 100, lasting: 0.05)).Power, Is.EqualTo(0.8).Within(1e-9));
        Assert.That(Judged(contrast, Drawn(0.5, 100, lasting: 0.2)).Need!.Growth, Is.EqualTo(double.PositiveInfinity), "more than the test needs stays whatever replications do");
        Assert.That(Judged(contrast, Drawn(0.5, 100, lasting: double.NaN)).Need!.Growth, Is.NaN);
    }

    [TestCase(4000, 1.7238, 6900)]
    [TestCase(20, 1.71, 35)]
    [TestCase(3, 1.1, 4)]
    [TestCase(100, double.PositiveInfinity, double.PositiveInfinity)]
    public void ReplicationsFor_Growth_AreRoundedUpToTwoDigits(double replications, double growth, double expected) =>
        Assert.That(new PowerNeed(0.8, growth, double.NaN).ReplicationsFor(replications), Is.EqualTo(expected));

    [TestCase(2.0, 200, 420)]
    [TestCase(1.01, 200, 250)]
    [TestCase(50, 200, 800)]
    [TestCase(double.PositiveInfinity, 200, 800)]
    [TestCase(double.NaN, 200, 800)]
    [TestCase(50, 9000, 10000)]
    [TestCase(2, 10000, null)]
    public void Next_AfterALook_IsWhatTheGreatestNeedAsksForWithinBounds(double growth, int replications, int? next)
    {
        var contrasts = new[] { Judged(Of(Prediction.Positive) with { Relevant = 1 }, 1e-3, 1000), Judged(Of(Prediction.Open), 9, 1000) }
            .Append(Judged(Of(Prediction.Positive) with { Relevant = 1 }, 1, 1000) with { Need = new(0.8, growth, double.NaN) }).ToList();
        Assert.That(Rule.Next(contrasts, replications, Study("replications: 200")), Is.EqualTo(next));
        Assert.That(Rule.Next(contrasts[..2], replications, Study("replications: 200")), Is.Null, "the others have it");
    }

    [Test]
    public void First_WithoutAMost_IsThatOfTheStudy()
    {
        var four = Study("replications: 3000\ndesign: {method: list, rows: [{length: 1}, {length: 2}, {length: 3}, {length: 6}]}");
        Assert.That(Rule.FirstOf(four), Is.EqualTo(3000));
        Assert.That((Rule with { Most = 50 }).FirstOf(four), Is.EqualTo(50));
    }

    /// <summary>The noise is even with a deviation of .289: for .05 at the level of .05 it takes (2.8 x .289/.05)^2, that is 262.</summary>
    [TestCase(1, 0.05)]
    [TestCase(0.01, 0.05)]
    [TestCase(0, 0.05)]
    public void Run_UntilThePowerSuffices_StopsByTheErrorWhateverTheEffect(double length, double relevant)
    {
        var result = Judge([Study("replications: 50", length, relevant)]);
        var judged = result.Judgements.Single().Contrasts.Single();
        Assert.That(judged.Power, Is.EqualTo(0.82).Within(0.02), "enough, and hardly more");
        Assert.That(judged.Estimate.Replications, Is.EqualTo(275).Within(45));
        Assert.That(judged.Need, Is.Null);
        Assert.That(Rows("runs", Of("h")), Has.Count.EqualTo(judged.Estimate.Replications));
        if (length != 1)
            return;
        var others = Judge([Study("replications: 50", 0.001, relevant)], directory: Path.Combine(Folder, "other"));
        Assert.That(others.Judgements.Single().Contrasts.Single().Estimate.Replications, Is.EqualTo(judged.Estimate.Replications));
    }

    [Test]
    public void Run_ThatComesToTheMost_SaysWhatItWouldTake()
    {
        var judged = Judge([Study("replications: 50", relevant: 0.01)], new PowerRule { Target = 0.8, Most = 120 }).Judgements.Single().Contrasts.Single();
        Assert.That(judged.Estimate.Replications, Is.EqualTo(120));
        Assert.That(judged.Need!.ReplicationsFor(120), Is.EqualTo(6600).Within(700));
    }

    [Test]
    public void Run_OfSeveral_GivesEachWhatItNeedsAtTheLevelOfAll()
    {
        var result = Judge([Study("replications: 50", id: "h"), Study("replications: 50", id: "g", relevant: 0.1)]);
        var replications = result.Judgements.Select(judgement => judgement.Contrasts.Single().Estimate.Replications).ToList();
        Assert.That(replications[0], Is.EqualTo(340).Within(50), "at .025");
        Assert.That(replications[1], Is.EqualTo(85).Within(25));
    }

    [Test]
    public void Run_OverDraws_AddsReplicationsOfEach()
    {
        var result = Judge([Study("replications: 5\ndesign: {method: list, rows: [{depth: 1}, {depth: 2}, {depth: 3}, {depth: 4}, {depth: 5}, {depth: 6}, {depth: 7}, {depth: 8}]}")]);
        var judged = result.Judgements.Single().Contrasts.Single();
        Assert.That(judged.Power, Is.GreaterThan(0.8));
        Assert.That(judged.Estimate.Replications % 8, Is.Zero);
        Assert.That(Rows("runs", Of("h")).GroupBy(row => row["design_id"]).Select(row => row.Count()).Distinct().Single(), Is.EqualTo(judged.Estimate.Replications / 8));
    }

    [Test]
    public void Run_OnAnyNumberOfThreadsOrInterrupted_WritesTheSameBytes()
    {
        Judge([Study("replications: 50")], threads: 1);
        var expected = Bytes(Target);
        var other = Path.Combine(Folder, "other");
        foreach (var after in (int[])[20, 70, 200])
        {
            using var stop = new CancellationTokenSource();
            var result = Judge([Study("replications: 50")], directory: other, threads: 3, cancel: stop.Token, progress: (_, progress) =>
            {
                if (progress.Done >= after)
                    stop.Cancel();
            });
            Assert.That((result.IsInterrupted, result.ExitCode, result.Judgements.Count), Is.EqualTo((true, 1, 0)), $"after {after}");
        }
        Assert.That(Judge([Study("replications: 50")], directory: other, threads: 3).ExitCode, Is.Zero);
        Assert.That(Bytes(other), Is.EqualTo(expected));
        Judge([Study("replications: 50")], directory: other, threads: 2);
        Assert.That(Bytes(other), Is.EqualTo(expected), "called again it runs nothing");
    }

    [Test]
    public void Run_WhereMoreIsKeptThanTheRuleAsksFor_IsThatOfTheRule()
    {
        Judge([Study("replications: 50")]);
        var expected = Bytes(Target);
        Judge([Study("replications: 50")], new PowerRule { Target = 0.95 });
        Assert.That(Rows("runs", Of("h")), Has.Count.GreaterThan(350));
        var ran = 0;
        Judge([Study("replications: 50")], progress: (_, _) => ran++);
        Assert.That(ran, Is.Zero);
        Assert.That(Bytes(Target), Is.EqualTo(expected));
    }

    [Test]
    public void Run_WithForce_ReplacesAnotherStudyAndKeepsItsOwnRounds()
    {
        Judge([Study("replications: 50")]);
        var expected = Bytes(Target);
        Judge([Study("replications: 10", length: 3)], force: true);
        Judge([Study("replications: 50")], force: true);
        Assert.That(Bytes(Target), Is.EqualTo(expected));
    }

    /// <summary>
    /// Two worlds with coups in 4 % of their runs, first looks at 100 pairs: 400 trials. Chance alone moves a coverage of .95 by
    /// .011, and the share of misses on one side by .008.
    /// </summary>
    [Test]
    public void Rule_OverRareEvents_KeepsTheCoverageAndFavoursNoSide()
    {
        var random = new Random(3);
        var contrast = Of(Prediction.Positive) with
        {
            Relevant = 0.03,
            Weights = [(0, 1), (1, -1)],
            Statistic = new RunStatistic { Kind = RunStatisticKind.Share, Scenario = 0, ScenarioName = "", Name = "", Outcomes = new OutcomeSet(["coup"]) },
        };
        var (below, above, replications) = (0, 0, 0);
        const int Trials = 400;
        for (var trial = 0; trial < Trials; trial++)
        {
            var tally = new ContrastTally(contrast, [], 100);
            var (asked, made) = (100, 0);
            while (true)
            {
                for (; made < asked; made++)
                    tally.Add([Run(random.NextDouble() < 0.04), Run(random.NextDouble() < 0.04)]);
                if (Rule.Next([ContrastJudgement.Of(contrast, tally.Estimate(), Judgement.Level)], asked, Study("replications: 100")) is not { } next)
                    break;
                asked = next;
            }
            var interval = tally.Estimate().Interval;
            (below, above, replications) = (below + (interval.High < 0 ? 1 : 0), above + (interval.Low > 0 ? 1 : 0), replications + made);
        }
        Assert.That(replications / Trials, Is.EqualTo(700).Within(70), "2 x .04 x .96 x (2.8/.03)^2");
        Assert.That((below + above) / (double)Trials, Is.EqualTo(0.05).Within(0.03));
        Assert.That((below - above) / (double)Trials, Is.Zero.Within(0.03));
    }

    private static SeenRun Run(bool isCoup) => new() { Scenario = 0, LastTick = 100, Outcome = new Outcome(isCoup ? "coup" : "grind", 100, !isCoup) };

    private static ContrastJudgement Judged(Contrast contrast, double error, int replications) =>
        Judged(contrast, new ContrastEstimate(0, error, replications));

    private static ContrastJudgement Judged(Contrast contrast, ContrastEstimate estimate) => ContrastJudgement.Of(contrast, estimate, Judgement.Level);

    private static ContrastEstimate Drawn(double error, int draws, double lasting) => new(0, error, 10 * draws)
    {
        Draws = new DrawSpread { Count = draws, WithoutValue = 0, Deviation = Math.Sqrt(draws * lasting), Share = 1, ShareAgainst = 0, ShareInside = 0, ShareExcluded = 0 },
    };

    private static Contrast Of(Prediction prediction) => new()
    {
        Name = "one",
        Statistic = new RunStatistic { Kind = RunStatisticKind.Mean, Scenario = 0, ScenarioName = "", Name = "weight" },
        Weights = [(0, 1)],
        Prediction = prediction,
    };

    private string Of(string id) => Path.Combine(Target, id);

    private JudgeResult Judge(
        Study[] studies, PowerRule? rule = null, string? directory = null, int threads = 2, bool force = false,
        Action<string, Experiments.Runs.Progress>? progress = null, CancellationToken cancel = default) =>
        Experiments.Hypotheses.Judge.Run(
            studies, new JudgeOptions { Directory = directory ?? Target, Threads = threads, Power = rule ?? Rule, Force = force, Progress = progress }, cancel);

    /// <summary>All that does not tell of clock and machine.</summary>
    private static Dictionary<string, string> Bytes(string directory) =>
        new[] { "hypotheses.csv", "h/runs.csv", "h/design.csv", "h/ticks.csv", "h/config.resolved.yaml" }.ToDictionary(name => name, name => File.ReadAllText(Path.Combine(directory, name)));

    private Study Study(string keys, double length = 1, double relevant = 0.05, string id = "h")
    {
        var path = Path.Combine(Folder, "h.yaml");
        File.WriteAllText(path, FormattableString.Invariant($$$"""
            model: balance
            parameters: {stones: 0, noise: 1, length: {{{length}}}}
            hypothesis:
              id: {{{id}}}
              statement: It weighs something.
              source: assumed
              kind: construction
              fails_if: It weighs nothing.
              contrasts: {weight: {weights: {baseline: 1}, mean: weight, predict: positive, relevant: {{{relevant}}}}}
            {{{keys}}}
            """));
        return StudyLoader.Load(path, [BalanceModel.Definition], Overrides.None);
    }
}
