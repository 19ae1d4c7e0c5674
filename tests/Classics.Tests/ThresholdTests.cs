using Agents;

namespace Classics.Tests;

public sealed class ThresholdTests
{
    [TestCase(Granovetter.Spread.Ladder, 100, 100)]
    [TestCase(Granovetter.Spread.BrokenLadder, 100, 1)]
    [TestCase(Granovetter.Spread.Ladder, 1_000, 1_000)]
    public void Ladder_OneRungOrNone_DecidesAll(Granovetter.Spread spread, int people, int joined) =>
        Assert.That(Settled(new() { Agents = people, Thresholds = spread }).Joined, Is.EqualTo(joined));

    [Test]
    public void Ladder_EachTick_BringsInOneMore()
    {
        var model = new Granovetter(new Granovetter.Parameters(), Seed.Of(1));
        for (var tick = 1; tick <= 100; tick++)
        {
            model.Advance();
            Assert.That(model.Joined, Is.EqualTo(tick));
        }
    }

    // The continuum r = Phi((r - 0.25) / sigma): critical sigma 0.12222, at which the lower root reaches 0.0634 and is gone; it
    // is 0.0513 and 0.0598 a little below.
    [Test]
    public void Normal_ManyPeople_JumpsAtTheCriticalDeviation()
    {
        Assert.That(Share(100_000, 0.12222 - 0.0005), Is.EqualTo(0.0513).Within(0.0005));
        Assert.That(Share(100_000, 0.1222), Is.EqualTo(0.0598).Within(0.0015).And.LessThan(0.0634));
        Assert.That(Share(100_000, 0.12222 + 0.0005), Is.EqualTo(1).Within(0.001));
    }

    [Test]
    public void Normal_AHundredPeople_JumpsLater()
    {
        Assert.That(Share(100, 0.125), Is.LessThan(0.1));
        Assert.That(Share(100, 0.13), Is.GreaterThan(0.9));
    }

    private static double Share(int people, double deviation) =>
        Settled(new() { Agents = people, Thresholds = Granovetter.Spread.Normal, Deviation = deviation }).ShareJoined;

    private static Granovetter Settled(Granovetter.Parameters parameters)
    {
        var model = new Granovetter(parameters, Seed.Of(1));
        int before;
        do
        {
            before = model.Joined;
            model.Advance();
        }
        while (model.Joined != before || model.Tick == 1);
        return model;
    }
}
