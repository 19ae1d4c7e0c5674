using Agents.Data;
using Experiments.Demonstrations;
using Experiments.Hypotheses;

namespace Experiments.Tests.Demonstrations;

/// <summary>What an effect is called, by its interval and by the level of what is measured.</summary>
public sealed class ShownEffectTests
{
    [TestCase(0.5, 0.1, 10, ClaimedSign.Up, Sight.Shows, Description = "0.3 to 0.7, and a trifle ends at 0.1")]
    [TestCase(0.5, 0.1, 10, ClaimedSign.Either, Sight.Shows)]
    [TestCase(0.5, 0.1, 10, ClaimedSign.Down, Sight.Reversed)]
    [TestCase(-0.5, 0.1, -10, ClaimedSign.Down, Sight.Shows)]
    [TestCase(-0.5, 0.1, 10, ClaimedSign.Up, Sight.Reversed)]
    [TestCase(0.5, 0.1, 100, ClaimedSign.Up, Sight.Nothing, Description = "within a hundredth of 100")]
    [TestCase(0.95, 0.1, 100, ClaimedSign.Up, Sight.Shows, Description = "0.75 to 1.15: not surely a trifle")]
    [TestCase(0.1, 0.1, 0, ClaimedSign.Up, Sight.Nothing, Description = "the interval holds 0")]
    [TestCase(0.01, 0, 0.5, ClaimedSign.Up, Sight.Shows, Description = "nothing varied: the effect is its own interval")]
    [TestCase(0.01, 0, 1.5, ClaimedSign.Up, Sight.Nothing)]
    [TestCase(0, 0, 0, ClaimedSign.Up, Sight.Nothing)]
    [TestCase(double.NaN, 0, 1, ClaimedSign.Up, Sight.Unknown)]
    [TestCase(0.1, 0.01, double.NaN, ClaimedSign.Up, Sight.Shows, Description = "a share of removals knows no trifle")]
    public void Sight_OfAnEffect_IsWhatItsIntervalSays(double effect, double error, double level, ClaimedSign sign, Sight expected) =>
        Assert.That(new ShownEffect(new ContrastEstimate(effect, error, 30), level).Sight(sign), Is.EqualTo(expected));

    /// <summary>1.96 + 0.84 standard errors.</summary>
    [Test]
    public void Least_OfAnEffect_IsWhatItWouldHaveFound() =>
        Assert.That(new ShownEffect(new ContrastEstimate(0, 0.05, 100), 1).Least, Is.EqualTo(0.14).Within(1e-12));
}
