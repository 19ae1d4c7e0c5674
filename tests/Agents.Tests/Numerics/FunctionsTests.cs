using Agents.Numerics;

namespace Agents.Tests.Numerics;

public class FunctionsTests
{
    [TestCase(1, 0)]
    [TestCase(2, 0.6931471805599453)]
    [TestCase(10, 2.302585092994046)]
    [TestCase(1e-300, -690.7755278982137)]
    public void Log_KnownArguments_GivesKnownValues(double x, double expected) =>
        Assert.That(Functions.Log(x), Is.EqualTo(expected).Within(1).Ulps);

    // Percentage points of the normal distribution (Wichura 1988, table of test values).
    [TestCase(0.25, -0.6744897501960817)]
    [TestCase(0.001, -3.090232306167814)]
    [TestCase(1e-20, -9.262340089798408)]
    public void NormalQuantile_PublishedArguments_GivesPublishedValues(double probability, double expected) =>
        Assert.That(Functions.NormalQuantile(probability), Is.EqualTo(expected).Within(4).Ulps);
}
