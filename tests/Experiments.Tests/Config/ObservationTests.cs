using Experiments.Config;

namespace Experiments.Tests.Config;

public sealed class ObservationTests
{
    /// <summary>The exact limits of 10 events: 4.795 and 18.390 (Garwood 1936; R's poisson.test gives the same).</summary>
    [TestCase(10, 1, 10, 4.795389, 18.390356)]
    [TestCase(10, 100, 0.1, 0.04795389, 0.18390356)]
    [TestCase(0, 1, 0, 0, 3.688879)]
    public void Events_HaveTheExactInterval(int count, double exposure, double value, double low, double high) =>
        AssertInterval(new EventsObserved(count, exposure), value, low, high);

    /// <summary>The exact limits of 7 in 20: 0.1539 and 0.5922 (Clopper and Pearson 1934; R's binom.test gives the same).</summary>
    [TestCase(7, 20, 0.35, 0.1539092, 0.5921885)]
    [TestCase(0, 20, 0, 0, 0.1684335)]
    [TestCase(20, 20, 1, 0.8315665, 1)]
    public void Share_HasTheExactInterval(int count, int of, double value, double low, double high) =>
        AssertInterval(new ShareObserved(count, of), value, low, high);

    /// <summary>A hazard ratio of 2 whose logarithm has a deviation of 0.25.</summary>
    [Test]
    public void Estimate_HasTheDeviationThatItsIntervalImplies()
    {
        var estimate = new EstimateObserved(2, 2 / Math.Exp(1.959964 * 0.25), 2 * Math.Exp(1.959964 * 0.25));
        Assert.That(estimate.Deviation, Is.EqualTo(0.25).Within(1e-6));
    }

    [Test]
    public void Deviation_WhereNothingWasObserved_IsZeroWhereNothingHappens()
    {
        var none = new EventsObserved(0, 10);
        var target = new CalibrationTarget
        {
            Name = "none",
            Statistic = new RunStatistic { Kind = RunStatisticKind.Events, Scenario = 0, ScenarioName = "", Name = "alarm" },
            Value = none.Value,
            Low = none.Low,
            High = none.High,
            Observed = none,
        };
        Assert.That(target.Deviation(0), Is.Zero);
        Assert.That(target.Deviation(none.High), Is.EqualTo(1).Within(1e-12));
    }

    private static void AssertInterval(Observation observed, double value, double low, double high)
    {
        Assert.That(observed.Value, Is.EqualTo(value).Within(1e-12));
        Assert.That(observed.Low, Is.EqualTo(low).Within(1e-6 * Math.Max(value, 1)));
        Assert.That(observed.High, Is.EqualTo(high).Within(1e-6 * Math.Max(value, 1)));
    }
}
