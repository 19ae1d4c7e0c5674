using Agents;
using Experiments.Config;
using Experiments.Hypotheses;
using Experiments.Statistics;

namespace Experiments.Tests.Hypotheses;

/// <summary>Effects over the draws of an ensemble: what they take for evidence, and how much of what they see is noise of replications.</summary>
public sealed class DrawSpreadTests
{
    private static readonly RunStatistic Size = new() { Kind = RunStatisticKind.Mean, Scenario = 0, ScenarioName = "", Name = "size" };

    private static readonly RunStatistic Weight = Size with { Name = "weight" };

    private static readonly RunStatistic Coups = Size with { Kind = RunStatisticKind.Share, Name = "", Outcomes = new OutcomeSet(["coup"]) };

    [Test]
    public void Estimate_OfBalancedDraws_HasTheVarianceOfTheirMeansAndTheMomentEstimatorBetweenThem()
    {
        // Differences 0, 2 | 2, 4, | 7, 9: means 1, 3, 8 with mean 4 and variance 13; each draw's mean has the variance 1.
        var estimate = Estimate(Of(Size, 1, -1), [[M(0, 0), M(2, 0)], [M(3, 1), M(5, 1)], [M(7, 0), M(9, 0)]]);
        Assert.That(estimate.Effect, Is.EqualTo(4).Within(1e-12));
        Assert.That(estimate.StandardError, Is.EqualTo(Math.Sqrt(13 / 3.0)).Within(1e-12));
        Assert.That(estimate.Interval.High, Is.EqualTo(4 + 4.302652729911275 * Math.Sqrt(13 / 3.0)).Within(1e-9), "Student's t with draws - 1 degrees of freedom");
        Assert.That(estimate.Draws!.Deviation, Is.EqualTo(Math.Sqrt(13 - 1)).Within(1e-12));
        Assert.That(estimate.LastingVariance, Is.EqualTo(4).Within(1e-12));
        Assert.That((estimate.Draws.Count, estimate.Replications), Is.EqualTo((3, 6)));
    }

    [Test]
    public void Estimate_OfDrawsThatDifferByNoiseAlone_HasNoDeviation()
    {
        var estimate = Estimate(Of(Size, 1), [[M(0), M(10)], [M(1), M(9)], [M(2), M(9)]]);
        Assert.That(estimate.Draws!.Deviation, Is.Zero);
        Assert.That(estimate.StandardError, Is.GreaterThan(0));
    }

    [Test]
    public void Estimate_OfOneReplicationADraw_IsThatOfReplications()
    {
        double[] values = [1, 4, 2, 8, 5];
        var draws = Estimate(Of(Size, 1), [.. values.Select(value => new[] { M(value) })]);
        var alone = new ContrastTally(Of(Size, 1), ["size", "weight"], 100);
        foreach (var value in values)
            alone.Add(M(value));
        Assert.That((draws.Effect, draws.StandardError), Is.EqualTo((alone.Estimate().Effect, alone.Estimate().StandardError)));
        Assert.That((draws.Draws!.Deviation, draws.LastingVariance), Is.EqualTo((double.NaN, double.NaN)), "nothing tells noise from what differs between draws");
    }

    [Test]
    public void Estimate_OfARatioThatSomeDrawsLack_TakesTheRunsOfAll()
    {
        // Sums 6/3 over all: the second draw has no weight of its own.
        var estimate = Estimate(Of(new PairStatistic(true, Size, Weight), 1), [[W(2, 1), W(2, 1)], [W(1, 0), W(0, 0)], [W(1, 1), W(0, 0)]]);
        Assert.That(estimate.Effect, Is.EqualTo(2).Within(1e-12));
        Assert.That((estimate.Draws!.Count, estimate.Draws.WithoutValue), Is.EqualTo((3, 1)));
        Assert.That(estimate.Draws.Share, Is.EqualTo(1), "of those with a value");
    }

    [Test]
    public void Shares_OfDraws_SayOnWhichSideTheyAndTheirIntervalsLie()
    {
        // Effects 5, 1 and -5, the second of them within its noise.
        var estimate = Estimate(Of(Size, 1), [[M(5), M(5.1), M(4.9)], [M(-9), M(1), M(11)], [M(-5), M(-5.1), M(-4.9)], [M(5), M(5.1), M(4.9)]]);
        var draws = estimate.Draws!;
        Assert.That((draws.Share, draws.ShareAgainst, draws.ShareInside, draws.ShareExcluded), Is.EqualTo((0.75, 0.25, 0.5, 0.25)));
        var none = Estimate(Of(Size, 1), [[M(0), M(0)], [M(1), M(1)], [M(-1), M(-3)]]).Draws!;
        Assert.That((none.Share, none.ShareAgainst, none.ShareInside, none.ShareExcluded), Is.EqualTo((1 / 3.0, 1 / 3.0, 0.0, 0.0)), "no effect is neither, and what did not vary is not sure");
        var open = Estimate(Of(Size, 1) with { Prediction = Prediction.Open }, [[M(5), M(6)], [M(5), M(7)]]).Draws!;
        Assert.That((open.Share, open.ShareInside, open.ShareExcluded), Is.EqualTo((double.NaN, double.NaN, double.NaN)));
    }

    [Test]
    public void Estimate_OfPairsOverDraws_IsTheShareOfAllReplications()
    {
        var estimate = Estimate(Of(Size, 1, -1) with { PairsAbove = 0 }, [[M(2, 1), M(1, 2), M(double.NaN, 0)], [M(3, 1), M(3, 1)]]);
        Assert.That((estimate.Effect, estimate.Replications), Is.EqualTo((0.75, 4)));
    }

    [Test]
    public void Estimate_WhereNothingOccursInAnyDraw_HasAnIntervalAllTheSame()
    {
        var estimate = Estimate(Of(Coups, 1), [.. Enumerable.Range(0, 7).Select(_ => Enumerable.Range(0, 14).Select(_ => Ended("grind")).ToArray())]);
        Assert.That(estimate.StandardError, Is.EqualTo(Math.Sqrt(0.5 / (100.0 * 100))).Within(1e-12), "98 runs and two more with even odds");
    }

    [Test]
    public void Estimate_WhereADrawHasNoReplicationThatCounts_LeavesItOut()
    {
        var tally = new ContrastTally(Of(Size, 1), ["size", "weight"], 100, rows: 3);
        tally.Add(M(1), 1);
        tally.Add(M(3), 3);
        Assert.That((tally.Estimate().Units, tally.Estimate().Effect), Is.EqualTo((2, 2.0)));
    }

    /// <summary>
    /// Two-sided nominal 95 % in 400 trials: a true coverage of .95 gives less than .92 once in some 200 tests, and the mean of
    /// the estimated variances has a standard error of about .02 of a true 1.
    /// </summary>
    [TestCase(20, 5)]
    [TestCase(60, 2)]
    public void Estimate_OfNormalDraws_CoversTheTruthAndFindsWhatDiffersBetweenThem(int draws, int replications)
    {
        var random = new Random(1);
        var (covered, variances) = (0, 0.0);
        const int Trials = 400;
        for (var trial = 0; trial < Trials; trial++)
        {
            var estimate = Estimate(Of(Size, 1), [.. Enumerable.Range(0, draws).Select(_ =>
            {
                var effect = 3 + Normal(random);
                return Enumerable.Range(0, replications).Select(_ => M(effect + 2 * Normal(random))).ToArray();
            })]);
            covered += estimate.Interval is var interval && interval.Low < 3 && interval.High > 3 ? 1 : 0;
            variances += estimate.Draws!.Deviation * estimate.Draws.Deviation;
        }
        Assert.That(covered / (double)Trials, Is.EqualTo(0.95).Within(0.03));
        Assert.That(variances / Trials, Is.EqualTo(1).Within(0.15));
    }

    /// <summary>Odds that differ between draws, of events that most draws see once or never: .04 on average, uniform from 0 to .08.</summary>
    [Test]
    public void Estimate_OfRareEvents_CoversTheTruthAndDoesNotTakeNoiseForADifference()
    {
        var random = new Random(2);
        var (covered, variances) = (0, 0.0);
        const int Trials = 400;
        for (var trial = 0; trial < Trials; trial++)
        {
            var estimate = Estimate(Of(Coups, 1), [.. Enumerable.Range(0, 50).Select(_ =>
            {
                var odds = 0.08 * random.NextDouble();
                return Enumerable.Range(0, 20).Select(_ => Ended(random.NextDouble() < odds ? "coup" : "grind")).ToArray();
            })]);
            covered += estimate.Interval is var interval && interval.Low < 0.04 && interval.High > 0.04 ? 1 : 0;
            variances += estimate.Draws!.Deviation * estimate.Draws.Deviation;
        }
        Assert.That(covered / (double)Trials, Is.EqualTo(0.95).Within(0.03));
        Assert.That(variances / Trials, Is.EqualTo(0.08 * 0.08 / 12).Within(0.0002));
    }

    private static ContrastEstimate Estimate(Contrast contrast, SeenRun[][][] draws)
    {
        var tally = new ContrastTally(contrast, ["size", "weight"], 100, draws.Length);
        foreach (var (row, replications) in draws.Index())
        {
            foreach (var runs in replications)
                tally.Add(runs, row + 1);
        }
        return tally.Estimate();
    }

    private static Contrast Of(Statistic statistic, params double[] weights) => new()
    {
        Name = "one",
        Statistic = statistic,
        Weights = [.. weights.Select((weight, i) => (i, weight))],
        Prediction = Prediction.Positive,
    };

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static SeenRun[] M(params double[] sizes) => [.. sizes.Select(size => Run([size, 1]))];

    /// <summary>A run whose weight counts as so many: 0 of none.</summary>
    private static SeenRun[] W(double size, double weight) => [Run([size, weight])];

    private static SeenRun[] Ended(params string[] outcomes) => [.. outcomes.Select(outcome => Run([1, 1]) with { Outcome = new Outcome(outcome, 100, outcome == "grind") })];

    private static SeenRun Run(double[] end) => new() { Scenario = 0, LastTick = 100, EndMeasures = end };
}
