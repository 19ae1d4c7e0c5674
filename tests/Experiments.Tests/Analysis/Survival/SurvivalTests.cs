using Experiments.Analysis.Survival;

namespace Experiments.Tests.Analysis.Survival;

public sealed class SurvivalTests
{
    private static readonly Duration[] Few = [new(3, 0), new(5, Duration.Censored), new(5, 1), new(8, 0), new(9, Duration.Censored)];

    /// <summary>By hand: 4/5, then 3/4 of it, then 1/2 of that; the run that is censored at 5 is at risk at 5.</summary>
    [Test]
    public void KaplanMeier_OfFiveRuns_IsTheProductOfShares()
    {
        var steps = KaplanMeier.Of(Few);
        Assert.That(steps.Select(step => step.Survival.Value), Is.EqualTo(new[] { 0.8, 0.6, 0.3, 0.3 }).Within(1e-15));
        Assert.That(steps.Select(step => (step.Time, step.AtRisk, step.Events, step.Censored)), Is.EqualTo(new[] { (3.0, 5, 1, 0), (5, 4, 1, 1), (8, 2, 1, 0), (9, 1, 0, 1) }));
        Assert.That(steps[0].StandardError, Is.EqualTo(Math.Sqrt(0.8 * 0.2 / 5)).Within(1e-15), "before any censoring Greenwood's is the binomial error");
    }

    [Test]
    public void AalenJohansen_OfFiveRuns_AddsUpWithSurvival()
    {
        var steps = AalenJohansen.Of(Few, 2);
        Assert.That(steps.Select(step => step.Causes[0].Incidence.Value), Is.EqualTo(new[] { 0.2, 0.2, 0.5, 0.5 }).Within(1e-15));
        Assert.That(steps.Select(step => step.Causes[1].Incidence.Value), Is.EqualTo(new[] { 0, 0.2, 0.2, 0.2 }).Within(1e-15));
    }

    [Test]
    public void AalenJohansen_WhereAllAreSeenToTheHorizon_IsTheShareOfRuns()
    {
        Duration[] durations = [.. Enumerable.Range(0, 40).Select(i => i < 12 ? new Duration(i + 1, i % 2) : new Duration(50, Duration.Censored))];
        var last = AalenJohansen.Of(durations, 2)[^1];
        Assert.That(last.Causes[0].Incidence.Value, Is.EqualTo(6 / 40.0).Within(1e-14));
        Assert.That(last.Causes[0].StandardError, Is.EqualTo(Math.Sqrt(0.15 * 0.85 / 40)).Within(1e-14), "then the error is the binomial one");
    }

    [Test]
    public void AalenJohansen_OfOneCause_IsOneMinusKaplanMeier()
    {
        Duration[] durations = [.. Few.Select(one => one with { Cause = Math.Min(one.Cause, 0) })];
        foreach (var (own, survival) in AalenJohansen.Of(durations, 1).Zip(KaplanMeier.Of(durations)))
        {
            Assert.That(own.Causes[0].Incidence.Value, Is.EqualTo(1 - survival.Survival.Value).Within(1e-15));
            Assert.That(own.Causes[0].StandardError, Is.EqualTo(survival.StandardError).Within(1e-15));
        }
    }

    [Test]
    public void Intervals_AtTheEndsOfTheScale_AreMissing()
    {
        var steps = AalenJohansen.Of([new(1, 0), new(2, 0)], 2);
        Assert.That(steps[0].Causes[0].Incidence.Interval.Low, Is.InRange(0, 0.5));
        Assert.That(steps[1].Causes[0].Incidence.Interval.Low, Is.NaN);
        Assert.That(steps[1].Causes[1].Incidence.Interval.Low, Is.NaN);
    }

    [Test]
    public void Durations_ThatAreNone_AreRefused()
    {
        Assert.That(() => KaplanMeier.Of([new(-1, 0)]), Throws.ArgumentException);
        Assert.That(() => AalenJohansen.Of([new(1, 2)], 2), Throws.ArgumentException);
        Assert.That(() => AalenJohansen.Of([new(double.NaN, 0)], 2), Throws.ArgumentException);
    }

    [Test]
    public void Durations_None_GiveNoStep() => Assert.That(KaplanMeier.Of([]), Is.Empty);
}
