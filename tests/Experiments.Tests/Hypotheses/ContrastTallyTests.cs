using Agents;
using Experiments.Config;
using Experiments.Hypotheses;
using Experiments.Statistics;

namespace Experiments.Tests.Hypotheses;

public sealed class ContrastTallyTests
{
    private static readonly RunStatistic Size = new() { Kind = RunStatisticKind.Mean, Scenario = 0, ScenarioName = "", Name = "size" };

    private static readonly RunStatistic Weight = Size with { Name = "weight" };

    private static readonly RunStatistic Coups = Size with { Kind = RunStatisticKind.Share, Name = "", Outcomes = new OutcomeSet(["coup"]) };

    [Test]
    public void Estimate_OfTwoScenarios_HasThePairedVariance()
    {
        // Differences 1, 2, 6: mean 3, variance 7.
        var estimate = Estimate(Contrast(Size, 1, -1), [Measured(2, 1), Measured(4, 2), Measured(9, 3)]);
        Assert.That(estimate.Effect, Is.EqualTo(3).Within(1e-12));
        Assert.That(estimate.StandardError, Is.EqualTo(Math.Sqrt(7 / 3.0)).Within(1e-12));
        Assert.That(estimate.Interval.High, Is.EqualTo(3 + 4.302652729911275 * Math.Sqrt(7 / 3.0)).Within(1e-9), "Student's t with two degrees of freedom");
        Assert.That(estimate.Replications, Is.EqualTo(3));
    }

    [Test]
    public void Estimate_ARunWithoutAValueInOneScenario_LeavesItsPairOut()
    {
        // Those who are left in one scenario are others than those who are left in the other: 100 less 2 would say nothing.
        var estimate = Estimate(Contrast(Size, 1, -1), [Measured(2, 1), Measured(4, 2), Measured(double.NaN, 100), Measured(9, 3)]);
        Assert.That((estimate.Effect, estimate.Replications), Is.EqualTo((3.0, 3)));
    }

    [Test]
    public void Estimate_OfAnInteraction_WeighsFourScenarios()
    {
        var estimate = Estimate(Contrast(Size, 1, -1, -1, 1), [Measured(5, 2, 1, 0), Measured(5, 2, 1, 2)]);
        Assert.That((estimate.Effect, estimate.StandardError), Is.EqualTo((3.0, 1.0)), "differences 2 and 4");
    }

    [Test]
    public void Estimate_OfARatio_HasTheVarianceOfLeavingOneOut()
    {
        SeenRun[][] runs = [[Run([1, 1])], [Run([2, 1])], [Run([3, 2])]];
        var estimate = Estimate(Contrast(new PairStatistic(true, Size, Weight), 1), runs);
        // Left out one at a time: 5/3, 4/3, 3/2; their mean is 1.5.
        Assert.That(estimate.Effect, Is.EqualTo(1.5).Within(1e-12));
        Assert.That(estimate.StandardError, Is.EqualTo(Math.Sqrt(2 / 3.0 * (1 / 36.0 + 1 / 36.0))).Within(1e-12));
    }

    [Test]
    public void Estimate_WhereNothingOccurs_HasAnIntervalAllTheSame()
    {
        var estimate = Estimate(Contrast(Coups, 1, -1), [.. Enumerable.Range(0, 98).Select(_ => Ended("grind", "grind"))]);
        Assert.That(estimate.Effect, Is.Zero);
        Assert.That(estimate.StandardError, Is.EqualTo(Math.Sqrt(2 * 0.5 / (100.0 * 100))).Within(1e-12));
    }

    [Test]
    public void Estimate_OfShares_IsHardlyWiderThanThatOfThePairs()
    {
        // 30 coups in the first alone, 10 in both, 60 in neither: b = 30, c = 0.
        var runs = Enumerable.Range(0, 100).Select(i => Ended(i < 40 ? "coup" : "grind", i < 10 ? "coup" : "grind")).ToArray();
        var estimate = Estimate(Contrast(Coups, 1, -1), runs);
        var paired = Math.Sqrt((30 - 30 * 30 / 100.0) / (100 * 99.0));
        Assert.That(estimate.Effect, Is.EqualTo(0.3).Within(1e-12));
        Assert.That(estimate.StandardError, Is.GreaterThan(paired).And.LessThan(1.05 * paired));
    }

    [Test]
    public void Estimate_OfPairs_IsTheShareOfReplicationsAboveTheThreshold()
    {
        var estimate = Estimate(Contrast(Size, 1, -1) with { PairsAbove = 0 }, [Measured(2, 1), Measured(1, 1), Measured(3, 1), Measured(double.NaN, 0)]);
        Assert.That(estimate.Effect, Is.EqualTo(2 / 3.0).Within(1e-12));
        Assert.That(estimate.Replications, Is.EqualTo(3), "a replication without a value does not count");
    }

    /// <summary>Sums of the same numbers differ in their last bits, which once made sure of whatever did not vary.</summary>
    [Test]
    public void Estimate_WhereNothingVariesButRounding_HasNoError()
    {
        var estimate = Estimate(Contrast(Size, 1, -1), [.. Enumerable.Range(0, 12).Select(_ => Measured(15.4, 11.8))]);
        Assert.That(estimate.StandardError, Is.Zero);
        Assert.That(ContrastJudgement.Of(Contrast(Size, 1, -1), estimate, 0.05).P, Is.NaN);
    }

    [Test]
    public void Estimate_FromOneReplication_HasNoInterval() =>
        Assert.That(Estimate(Contrast(Size, 1, -1), [Measured(2, 1)]).Interval.Low, Is.NaN);

    private static ContrastEstimate Estimate(Contrast contrast, SeenRun[][] replications)
    {
        var tally = new ContrastTally(contrast, ["size", "weight"], 100);
        foreach (var runs in replications)
            tally.Add(runs);
        return tally.Estimate();
    }

    private static Contrast Contrast(Statistic statistic, params double[] weights) => new()
    {
        Name = "one",
        Statistic = statistic,
        Weights = [.. weights.Select((weight, i) => (i, weight))],
        Prediction = Prediction.Positive,
    };

    private static SeenRun[] Measured(params double[] sizes) => [.. sizes.Select(size => Run([size, 1]))];

    private static SeenRun[] Ended(params string[] outcomes) => [.. outcomes.Select(outcome => Run([1, 1]) with { Outcome = new Outcome(outcome, 100, outcome == "grind") })];

    private static SeenRun Run(double[] end) => new() { Scenario = 0, LastTick = 100, EndMeasures = end };
}
