using Experiments.Analysis;
using MathNet.Numerics.Statistics;

namespace Experiments.Tests.Analysis;

public sealed class IntervalsTests
{
    /// <summary>Table I of Newcombe 1998 (single proportion), method 3.</summary>
    [TestCase(81, 263, 0.2553, 0.3662)]
    [TestCase(15, 148, 0.0624, 0.1605)]
    [TestCase(0, 20, 0.0000, 0.1611)]
    [TestCase(1, 29, 0.0061, 0.1718)]
    public void Wilson_PublishedExamples_AreMet(int count, int total, double low, double high)
    {
        var interval = Intervals.Wilson(count, total);
        Assert.That(interval.Low, Is.EqualTo(low).Within(0.00005));
        Assert.That(interval.High, Is.EqualTo(high).Within(0.00005));
    }

    [Test]
    public void Wilson_EndsOfTheScale_AreExact()
    {
        Assert.That(Intervals.Wilson(0, 7).Low, Is.Zero);
        Assert.That(Intervals.Wilson(7, 7).High, Is.EqualTo(1));
        Assert.That(Intervals.Wilson(0, 0).Low, Is.NaN);
    }

    [Test]
    public void Wilson_Limits_SolveTheScoreEquation()
    {
        var interval = Intervals.Wilson(37, 100);
        foreach (var limit in new[] { interval.Low, interval.High })
            Assert.That(Math.Abs(0.37 - limit) / Math.Sqrt(limit * (1 - limit) / 100), Is.EqualTo(1.959963984540054).Within(1e-9));
    }

    /// <summary>
    /// The first row is the worked example of Newcombe 1998 (paired data), method 10; the others were computed from
    /// the paper's formulas with another program.
    /// </summary>
    [TestCase(36, 12, 2, 0, 0.0569, 0.3404)]
    [TestCase(20, 12, 2, 16, 0.0562, 0.3292)]
    [TestCase(36, 14, 0, 0, 0.1528, 0.4167)]
    [TestCase(98, 0, 0, 2, -0.0404, 0.0404)]
    [TestCase(0, 0, 0, 30, -0.1135, 0.1135)]
    public void PairedProportions_KnownTables_AreMet(int both, int first, int second, int neither, double low, double high)
    {
        var interval = Intervals.PairedProportions(both, first, second, neither);
        Assert.That(interval.Low, Is.EqualTo(low).Within(0.00005));
        Assert.That(interval.High, Is.EqualTo(high).Within(0.00005));
    }

    [Test]
    public void PairedProportions_Exchanged_AreMirrored()
    {
        var (one, other) = (Intervals.PairedProportions(5, 9, 3, 20), Intervals.PairedProportions(5, 3, 9, 20));
        Assert.That(one.Low, Is.EqualTo(-other.High).Within(1e-15));
        Assert.That(one.High, Is.EqualTo(-other.Low).Within(1e-15));
    }

    /// <summary>Mean 3, s = sqrt(2.5), t(4, 0.975) = 2.776445 (any table of Student's t).</summary>
    [Test]
    public void Mean_OfOneToFive_UsesStudentsT()
    {
        var interval = Intervals.Mean(new RunningStatistics([1, 2, 3, 4, 5]));
        Assert.That(interval.High - 3, Is.EqualTo(2.776445 * Math.Sqrt(0.5)).Within(1e-6));
        Assert.That(3 - interval.Low, Is.EqualTo(interval.High - 3).Within(1e-12));
    }

    [Test]
    public void Mean_OfOneValue_HasNoInterval() => Assert.That(Intervals.Mean(new RunningStatistics([1.0])).Low, Is.NaN);
}
