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

    /// <summary>Each of 40 runs four times over, as rows that share their random numbers may have them, says no more than 40.</summary>
    [Test]
    public void Clusters_OfRunsThatAreAlike_SayAsMuchAsOneOfThem()
    {
        Duration[] one = [.. Enumerable.Range(0, 40).Select(i => i < 25 ? new Duration(1 + i % 9, i % 2) : new Duration(50, Duration.Censored))];
        Duration[] four = [.. one, .. one, .. one, .. one];
        int[] clusters = [.. Enumerable.Range(0, 160).Select(i => i % 40)];
        foreach (var (own, alone) in AalenJohansen.Of(four, 2, clusters).Zip(AalenJohansen.Of(one, 2)))
        {
            Assert.That(own.Causes[0].StandardError, Is.EqualTo(alone.Causes[0].StandardError).Within(1e-14));
            Assert.That(Width(own.Causes[0].Incidence), Is.GreaterThan(Width(alone.Causes[0].Incidence)), "Student's t is wider than the normal");
        }
        foreach (var (own, alone) in KaplanMeier.Of(four, clusters).Zip(KaplanMeier.Of(one)))
            Assert.That((own.Survival.Value, own.StandardError), Is.EqualTo((alone.Survival.Value, alone.StandardError)).Using<(double, double)>((a, b) => Math.Abs(a.Item1 - b.Item1) + Math.Abs(a.Item2 - b.Item2) < 1e-14));
    }

    [Test]
    public void Clusters_One_HasNoInterval()
    {
        Assert.That(AalenJohansen.Of(Few, 2, new int[5]).Select(step => (step.Causes[0].StandardError, step.Causes[0].Incidence.Interval)), Is.All.EqualTo((double.NaN, Experiments.Analysis.Interval.None)));
        Assert.That(KaplanMeier.Of(Few, new int[5]).Select(step => (step.StandardError, step.Survival.Interval)), Is.All.EqualTo((double.NaN, Experiments.Analysis.Interval.None)));
        Assert.That(() => KaplanMeier.Of(Few, new int[4]), Throws.ArgumentException);
    }

    private static double Width(Experiments.Analysis.Estimate estimate) => estimate.Interval.High - estimate.Interval.Low;

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
