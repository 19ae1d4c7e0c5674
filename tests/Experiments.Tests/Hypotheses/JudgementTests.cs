using Experiments.Config;
using Experiments.Hypotheses;

namespace Experiments.Tests.Hypotheses;

public sealed class JudgementTests
{
    [Test]
    public void Holm_OfAKnownExample_IsThatOfR()
    {
        // p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm")
        Assert.That(Judgement.Holm([0.01, 0.04, 0.03, 0.005]), Is.EqualTo(new[] { 0.03, 0.06, 0.06, 0.02 }).Within(1e-12));
        Assert.That(Judgement.Holm([0.9, 0.8]), Is.EqualTo(new[] { 1.0, 1.0 }));
    }

    [TestCase(3, 1, Verdict.Supported)]
    [TestCase(1, 1, Verdict.Undecided)]
    [TestCase(-1, 1, Verdict.Undecided)]
    [TestCase(-3, 1, Verdict.Refuted)]
    [TestCase(0, 0, Verdict.Refuted)]
    [TestCase(0.5, 0, Verdict.Undecided)]
    [TestCase(-0.5, 0, Verdict.Refuted)]
    [TestCase(double.NaN, double.NaN, Verdict.Undecided)]
    [TestCase(0.1, 0.3, Verdict.Immaterial)]
    [TestCase(-0.1, 0.3, Verdict.Immaterial)]
    [TestCase(0.6, 0.4, Verdict.Undecided)]
    [TestCase(0.8, 0.05, Verdict.Supported)]
    public void Verdict_OfASign_FollowsFromEffectAndError(double effect, double error, Verdict verdict) =>
        Assert.That(Judged((Prediction.Positive, effect, error)).Verdict, Is.EqualTo(verdict));

    [TestCase(0.05, 0.01, Verdict.Supported)]
    [TestCase(0.05, 0.1, Verdict.Undecided)]
    [TestCase(0.12, 0.02, Verdict.Undecided)]
    [TestCase(0.3, 0.01, Verdict.Refuted)]
    [TestCase(-0.3, 0.01, Verdict.Refuted)]
    [TestCase(0.15, 0, Verdict.Refuted)]
    [TestCase(-0.1, 0, Verdict.Refuted)]
    [TestCase(0.1, 0, Verdict.Undecided)]
    public void Verdict_OfARegion_FollowsFromEffectAndError(double effect, double error, Verdict verdict) =>
        Assert.That(Judged((new Prediction(-0.1, 0.15), effect, error)).Verdict, Is.EqualTo(verdict));

    [Test]
    public void Verdict_OfSeveralContrasts_NeedsThemAll()
    {
        Assert.That(Judged((Prediction.Positive, 9, 1), (Prediction.Negative, -9, 1)).Verdict, Is.EqualTo(Verdict.Supported));
        Assert.That(Judged((Prediction.Positive, 9, 1), (Prediction.Negative, -1, 1)).Verdict, Is.EqualTo(Verdict.Undecided));
        Assert.That(Judged((Prediction.Positive, 9, 1), (Prediction.Negative, 9, 1)).Verdict, Is.EqualTo(Verdict.Refuted));
        Assert.That(Judged((Prediction.Positive, 9, 1), (Prediction.Open, 9, 1)).Verdict, Is.EqualTo(Verdict.Supported), "an open one has no part in it");
        Assert.That(Judged((Prediction.Open, 9, 1)).Verdict, Is.EqualTo(Verdict.Undecided));
        Assert.That(Judged((Prediction.Positive, 9, 1), (Prediction.Negative, 0.1, 0.3)).Verdict, Is.EqualTo(Verdict.Immaterial), "a part that is too small to matter does not hold");
        Assert.That(Judged((Prediction.Positive, 9, 1), (Prediction.Open, 0.1, 0.3)).Verdict, Is.EqualTo(Verdict.Supported));
    }

    [Test]
    public void Verdict_OfMany_IsCorrectedForAll()
    {
        var barely = (Of((Prediction.Positive, 2.2, 1)), Effects((Prediction.Positive, 2.2, 1)));
        Assert.That(Judgement.Of([barely])[0].Verdict, Is.EqualTo(Verdict.Supported));
        var two = Judgement.Of([barely, barely]);
        Assert.That(two.Select(one => one.Verdict), Is.All.EqualTo(Verdict.Undecided));
        Assert.That(two[0].HolmP, Is.EqualTo(2 * two[0].P).Within(1e-12));
    }

    [Test]
    public void P_OfAnEffectOnTheWrongSide_CountsAsOne()
    {
        var judgement = Judged((Prediction.Positive, -3, 1));
        Assert.That((judgement.P, judgement.Contrasts[0].P), Is.EqualTo((1.0, judgement.Contrasts[0].P)));
        Assert.That(judgement.Contrasts[0].P, Is.EqualTo(0.003).Within(0.0005), "the two-sided one is told");
    }

    /// <summary>The least and the greatest effect are the same: no test can tell how often that comes by chance.</summary>
    [Test]
    public void P_WhereNothingVaried_IsNone()
    {
        var judgement = Judged((Prediction.Positive, 0.5, 0));
        Assert.That((judgement.Contrasts[0].P, judgement.Contrasts[0].Power, judgement.P), Is.EqualTo((double.NaN, double.NaN, 1.0)));
    }

    [TestCase(1, 0.5, 1, 0.51)]
    [TestCase(2.8, 1, 1, 0.80)]
    [TestCase(2.8, 1, 31, 0.36)]
    public void Power_ForTheRelevantEffect_IsThatOfTheTestAtHolmsFirstLevel(double relevant, double error, int hypotheses, double power)
    {
        var contrast = Of((Prediction.Positive, 0, error)).Contrasts[0] with { Relevant = relevant };
        var judged = ContrastJudgement.Of(contrast, new ContrastEstimate(0, error, 1000), Judgement.Level / hypotheses);
        Assert.That(judged.Power, Is.EqualTo(power).Within(0.01));
    }

    private static Judgement Judged(params (Prediction Prediction, double Effect, double Error)[] contrasts) =>
        Judgement.Of([(Of(contrasts), Effects(contrasts))])[0];

    private static List<ContrastEstimate> Effects(params (Prediction Prediction, double Effect, double Error)[] contrasts) =>
        [.. contrasts.Select(contrast => new ContrastEstimate(contrast.Effect, contrast.Error, 200))];

    private static Hypothesis Of(params (Prediction Prediction, double Effect, double Error)[] contrasts) => new()
    {
        Id = "H",
        Statement = "It is so.",
        Source = "assumed",
        Kind = HypothesisKind.Emergent,
        FailsIf = "It is not so.",
        Measures = [],
        Contrasts = [.. contrasts.Select(contrast => new Contrast
        {
            Name = "one",
            Statistic = new RunStatistic { Kind = RunStatisticKind.Mean, Scenario = 0, ScenarioName = "", Name = "size" },
            Weights = [(0, 1)],
            Prediction = contrast.Prediction,
            Relevant = 1,
        })],
    };
}
