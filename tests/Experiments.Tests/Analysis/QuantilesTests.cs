using Experiments.Analysis;

namespace Experiments.Tests.Analysis;

public sealed class QuantilesTests
{
    /// <summary>R: quantile(c(1, 2, 4, 8, 16), p, type = 8).</summary>
    [TestCase(0.0, 1)]
    [TestCase(0.05, 1)]
    [TestCase(0.25, 1.6666666666666667)]
    [TestCase(0.5, 4)]
    [TestCase(0.75, 10.666666666666666)]
    [TestCase(1.0, 16)]
    public void Of_FiveNumbers_AreThoseOfR(double probability, double expected) =>
        Assert.That(Quantiles.Of([1, 2, 4, 8, 16], probability), Is.EqualTo(expected).Within(1e-12));

    [Test]
    public void Of_Nothing_IsMissing() => Assert.That(Quantiles.Of([], 0.5), Is.NaN);
}
