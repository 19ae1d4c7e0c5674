using Experiments.Config;
using Experiments.Hypotheses;
using Experiments.Storage;
using Experiments.Tests.Models;
using Experiments.Tests.Runs;

namespace Experiments.Tests.Hypotheses;

/// <summary>What is judged from runs. The weight of the model is twice its length and noise: effect and error are known and know nothing of one another.</summary>
public sealed class JudgeTests : ResultFolder
{
    private const double NoiseDeviation = 0.28867513459481287;

    [Test]
    public void Run_OverRowsOfADesign_HasWhatDiffersBetweenThemInItsError()
    {
        var judged = Judged(Judge(Hypothesis("replications: 40\ndesign: {method: list, rows: [{length: 1}, {length: 2}, {length: 3}, {length: 6}]}")));
        var (estimate, draws) = (judged.Estimate, judged.Estimate.Draws!);
        Assert.That((draws.Count, estimate.Replications), Is.EqualTo((4, 160)));
        Assert.That(estimate.Effect, Is.EqualTo(6).Within(0.3), "twice the mean length");
        Assert.That(estimate.StandardError, Is.EqualTo(Math.Sqrt(4 * 14 / 3.0 / 4)).Within(0.2));
        Assert.That(draws.Deviation, Is.EqualTo(Math.Sqrt(4 * 14 / 3.0)).Within(0.4));
        Assert.That((draws.Share, draws.ShareInside, draws.ShareExcluded), Is.EqualTo((1.0, 1.0, 0.0)));
    }

    /// <summary>Rows of one replication with the same random numbers would agree in their noise, and none of it would show between them.</summary>
    [Test]
    public void Run_OverRowsOfADesign_LetsThemDrawAlone()
    {
        var study = Hypothesis("replications: 200\ndesign: {method: list, rows: [{length: 1}, {length: 1}, {length: 1}, {length: 1}, {length: 1}, {length: 1}]}");
        var judged = Judged(Judge(study));
        Assert.That(judged.Estimate.StandardError, Is.EqualTo(NoiseDeviation / Math.Sqrt(1200)).Within(0.005));
        Assert.That(File.ReadAllText(Path.Combine(Target, "h", "config.resolved.yaml")), Does.Contain("common_random_numbers: scenarios\n"));
    }

    [Test]
    public void Run_WithFewerReplicationsThanAreThere_JudgesThoseAlone()
    {
        var few = Judged(Judge(Hypothesis("replications: 10"))).Estimate;
        Assert.That(Judged(Judge(Hypothesis("replications: 30"))).Estimate.Replications, Is.EqualTo(30));
        Assert.That(Judged(Judge(Hypothesis("replications: 10"))).Estimate, Is.EqualTo(few));
    }

    [Test]
    public void Run_WhileAnotherProcessHasTheDirectory_IsRefusedBeforeAnyRun()
    {
        Directory.CreateDirectory(Target);
        using var held = DirectoryLock.Take(Target);
        var result = Judge(Hypothesis("replications: 2"));
        Assert.That((result.ExitCode, result.Judgements.Count), Is.EqualTo((2, 0)));
        Assert.That(result.Message, Does.Contain("is in use"));
        Assert.That(Directory.EnumerateDirectories(Target), Is.Empty);
    }

    /// <summary>The name of its table is no rare one.</summary>
    [Test]
    public void Run_WhereATableOfSomebodyElseStands_LeavesItAndSaysWhatToDo()
    {
        Directory.CreateDirectory(Target);
        var table = Path.Combine(Target, "hypotheses.csv");
        File.WriteAllText(table, "mine\n");
        var result = Judge(Hypothesis("replications: 2"));
        Assert.That((result.ExitCode, result.Message), Is.EqualTo((2, $"{Target} is not empty, and nothing in it says that abm judged there: choose another directory with --out.")));
        Assert.That(FilesOf(Target), Is.EqualTo(new[] { "hypotheses.csv" }));
        Assert.That(File.ReadAllText(table), Is.EqualTo("mine\n"));
    }

    [TestCase(true)]
    [TestCase(false)]
    public void Run_WhereClaimsStand_IsRefused(bool isMarked)
    {
        Directory.CreateDirectory(Target);
        if (isMarked)
            JudgementMark.Write(Target, JudgementMark.Claims);
        else
            File.WriteAllText(Path.Combine(Target, "claims.csv"), "id,statement,statistic,world,setting,effect_of\n");
        Assert.That(Judge(Hypothesis("replications: 2")).Message, Is.EqualTo(
            $"{Target} holds what abm claims shows of a model: choose another directory with --out, or go on there with abm claims."));
    }

    /// <summary>As they were before a mark told whose directory it is.</summary>
    [Test]
    public void Run_WhereAnOlderAbmWasStopped_GoesOn()
    {
        Judged(Judge(Hypothesis("replications: 2")));
        File.Delete(Path.Combine(Target, JudgementMark.FileName));
        File.Delete(Path.Combine(Target, "hypotheses.csv"));
        Judged(Judge(Hypothesis("replications: 2")));
        Assert.That(FilesOf(Target), Does.Contain("hypotheses.csv").And.Contain(JudgementMark.FileName));
    }

    private static ContrastJudgement Judged(JudgeResult result)
    {
        Assert.That(result.ExitCode, Is.Zero, result.Message);
        return result.Judgements.Single().Contrasts.Single();
    }

    private JudgeResult Judge(params Study[] studies) =>
        Experiments.Hypotheses.Judge.Run(studies, new JudgeOptions { Directory = Target, Threads = 2 }, CancellationToken.None);

    private Study Hypothesis(string keys)
    {
        var path = Path.Combine(Folder, "h.yaml");
        File.WriteAllText(path, $$$"""
            model: balance
            parameters: {stones: 0, noise: 1}
            hypothesis:
              id: h
              statement: It weighs something.
              source: assumed
              kind: construction
              fails_if: It weighs nothing.
              contrasts: {weight: {weights: {baseline: 1}, mean: weight, predict: positive, relevant: 0.1}}
            {{{keys}}}
            """);
        return StudyLoader.Load(path, [BalanceModel.Definition], Overrides.None);
    }
}
