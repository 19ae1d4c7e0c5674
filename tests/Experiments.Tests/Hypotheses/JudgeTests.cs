using Experiments.Config;
using Experiments.Hypotheses;
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
