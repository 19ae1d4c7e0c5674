using Experiments.Design;

namespace Experiments.Tests.Design;

public sealed class FactorRangeTests
{
    private static readonly FactorRange Bell = new() { Distribution = Distribution.Normal, Mean = 10, Deviation = 2 };

    [TestCase(Distribution.Uniform, 0.25, 2.5)]
    [TestCase(Distribution.LogUniform, 0.25, 1.68179283051)] // 8^(1/4)
    [TestCase(Distribution.Triangular, 0.25, 2.87082869338697)] // 1 + sqrt(u x 7 x 2), below the mode at 3
    public void At_AQuarter_IsTheInverseDistribution(Distribution distribution, double u, double expected)
    {
        var range = new FactorRange { Distribution = distribution, Min = distribution == Distribution.Uniform ? 0.5 : 1, Max = distribution == Distribution.Uniform ? 8.5 : 8, Mode = 3 };
        Assert.That(range.At(u), Is.EqualTo(expected).Within(1e-11));
    }

    [TestCase(0.5, 10)]
    [TestCase(0.975, 13.919927969)] // 10 + 2 x 1.9599639845
    public void At_OfANormalFactor_IsItsQuantile(double u, double expected) => Assert.That(Bell.At(u), Is.EqualTo(expected).Within(1e-9));

    [Test]
    public void At_OfACutNormalFactor_StaysBetweenItsEnds()
    {
        var cut = Bell with { Min = 9, Max = 13 };
        Assert.That((cut.At(0), cut.At(1)), Is.EqualTo((9.0, 13.0)));
        // P(X < 10) = 0.5, P(X < 9) = 0.308537538726, P(X < 13) = 0.933192798731: the mean stands at this coordinate.
        Assert.That(cut.At((0.5 - 0.308537538726) / (0.933192798731 - 0.308537538726)), Is.EqualTo(10).Within(1e-9));
    }

    [Test]
    public void At_OfWholeNumbers_GivesEachTheSameShare()
    {
        var range = new FactorRange { Distribution = Distribution.Uniform, Min = -1, Max = 3, IsWhole = true };
        Assert.That(Enumerable.Range(0, 1000).CountBy(i => range.At((i + 0.5) / 1000)).OrderBy(pair => pair.Key).Select(pair => (pair.Key, pair.Value)),
            Is.EqualTo(new[] { (-1.0, 200), (0.0, 200), (1.0, 200), (2.0, 200), (3.0, 200) }));
        Assert.That(range.At(1), Is.EqualTo(3));
    }

    [Test]
    public void At_OfLevels_GivesEachTheSameShare()
    {
        var range = new FactorRange { Distribution = Distribution.Levels, Levels = [26, 52, 104] };
        Assert.That(new[] { 0, 0.33, 0.34, 0.66, 0.67, 1 }.Select(range.At), Is.EqualTo(new[] { 26.0, 26, 52, 52, 104, 104 }));
    }

    [TestCase(0.1 + 0.2, 0.3)]
    [TestCase(1234567890123456.0, 1234567890120000.0)]
    [TestCase(-2.0 / 3, -0.666666666667)]
    [TestCase(-0.0, 0.0)]
    public void Round_OfAnyNumber_Keeps12Digits(double value, double expected) =>
        Assert.That(BitConverter.DoubleToInt64Bits(FactorRange.Round(value)), Is.EqualTo(BitConverter.DoubleToInt64Bits(expected)));

    [Test]
    public void Grid_OfARange_IsEquallySpacedInItsOwnScale()
    {
        var range = new FactorRange { Distribution = Distribution.LogUniform, Min = 1, Max = 100, LevelCount = 3 };
        Assert.That(range.Grid(), Is.EqualTo(new[] { 1.0, 10, 100 }));
        Assert.That((range with { Distribution = Distribution.Uniform, Min = 0, Max = 1, LevelCount = 4, IsWhole = true }).Grid(), Is.EqualTo(new[] { 0.0, 1 }));
    }
}
