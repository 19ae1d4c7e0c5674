using Experiments.Analysis;
using Experiments.Config;
using Experiments.Statistics;

namespace Experiments.Tests.Analysis;

/// <summary>Estimates of one response, from values that are given.</summary>
public sealed class ResponseTallyTests
{
    /// <summary>By Student's t the mean of one 1 among ten lay between -0.13 and 0.33.</summary>
    [Test]
    public void Build_MeasureThatIsZeroOrOne_HasTheIntervalOfAShare()
    {
        var estimate = Estimate(Open, hasUnits: false, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0);
        Assert.That(estimate.Estimate.Value, Is.EqualTo(0.1).Within(1e-15));
        Assert.That(estimate.Estimate.Interval, Is.EqualTo(Intervals.Wilson(1, 10)));
        Assert.That(estimate.StandardDeviation, Is.EqualTo(Math.Sqrt(0.1)).Within(1e-12), "it stays a measure");
    }

    [Test]
    public void Build_MeasureThatIsZeroOrOneInUnits_StaysWithinZeroAndOne()
    {
        var estimate = Estimate(Open, hasUnits: true, 1, 1, 1, 1, 1, 1, 0, 1).Estimate;
        Assert.That(estimate.Value, Is.EqualTo(7 / 8.0));
        Assert.That((estimate.Interval.Low, estimate.Interval.High), Is.EqualTo((0.45, 0.98)).Within(0.1));
        Assert.That(estimate.Interval.High, Is.LessThan(1));
    }

    [TestCase(0.0, 1.0, 2.0)]
    [TestCase(0.0, 0.5, 1.0)]
    public void Build_MeasureOfOtherValues_HasStudentsInterval(double one, double other, double third)
    {
        var sample = new MathNet.Numerics.Statistics.RunningStatistics([one, other, third]);
        Assert.That(Estimate(Open, hasUnits: false, one, other, third).Estimate.Interval, Is.EqualTo(Intervals.Mean(sample)));
    }

    [TestCase(0.0)]
    [TestCase(1.0)]
    public void Build_MeasureThatDoesNotVary_HasNoInterval(double value) =>
        Assert.That(Estimate(Open, hasUnits: false, value, value, value).Estimate.Interval, Is.EqualTo(Interval.None));

    private static readonly Response Open = new("end_open", Response.Measure, "", new RunStatistic { Kind = RunStatisticKind.Mean, Scenario = 0, ScenarioName = "", Name = "open" });

    private static ResponseEstimate Estimate(Response response, bool hasUnits, params double[] values)
    {
        var tally = new ResponseTally(response, hasUnits);
        for (var i = 0; i < values.Length; i++)
            tally.Add(i, [new Contribution(values[i], 1)]);
        return tally.Build();
    }
}
