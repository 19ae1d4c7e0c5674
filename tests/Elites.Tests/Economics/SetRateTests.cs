using Elites.Economics;
using Elites.Warfare;

namespace Elites.Tests.Economics;

/// <summary>The central bank.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public class SetRateTests
{
    private readonly ElitesParameters parameters = new();
    private readonly Economy economy = new() { DefenceShare = 0.092, DefenceShareInWar = 0.092 };

    [TestCase(true, 0.21)]
    [TestCase(false, 0.21 + 2 * (0.03 - 0.084))]
    public void Begin_WarOrPeace_IsTheRateOfTheWarOrWhatTheRuleAsksFor(bool isWar, double rate)
    {
        (parameters.War.Enabled, economy.Inflation) = (isWar, 0.03);
        Rate.Begin();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(economy.PolicyRate, Is.EqualTo(rate).Within(1e-12));
            Assert.That(economy.UsualRealRate, Is.EqualTo(rate - 0.03).Within(1e-12));
        }
    }

    [Test]
    public void Begin_WorldsOfTheModel_StartNearTheirRestingPoint()
    {
        var (war, peace) = (Trial.Make(), Trial.Make(set: p => p.War.Enabled = false));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(war.Economy.PolicyRate, Is.EqualTo(0.21));
            Assert.That(war.Economy.Inflation, Is.EqualTo(0.084).Within(0.003), "that with which the rate goes");
            Assert.That(peace.Economy.PolicyRate, Is.EqualTo(0.12).Within(0.01));
        }
    }

    [Test]
    public void Step_InflationAboveAndAGapBelow_IsHalfwayToTheRuleAfterAHalfLife()
    {
        (economy.Inflation, economy.Gap) = (0.104, -0.02);
        for (var week = 0; week < 38; week++)
            Rate.Step();
        Assert.That(economy.PolicyRate, Is.EqualTo((0.21 + (0.21 + 2 * 0.02 - 0.5 * 0.02)) / 2).Within(1e-12));
    }

    [Test]
    public void Step_DeflationAndSlump_StopsAtZero()
    {
        (economy.Inflation, economy.Gap) = (-0.1, -0.3);
        for (var week = 0; week < 2_000; week++)
            Rate.Step();
        Assert.That(economy.PolicyRate, Is.EqualTo(0).Within(1e-9));
    }

    [TestCase(1, 0.5 * 0.04 / 52)]
    [TestCase(2, 2 * 0.5 * 0.04 / 52)]
    [TestCase(0, 0)]
    public void Demand_RealRateAboveTheUsual_LowersTheGap(double intensity, double fall)
    {
        (parameters.CentralBank.Intensity, economy.PolicyRate) = (intensity, 0.25);
        new ShrinkEconomy(economy, new Settlement(), new Clock(1), parameters).Step();
        Assert.That(economy.Gap, Is.EqualTo(-fall).Within(1e-12));
    }

    [Test]
    public void Step_RealRateThatLasts_BecomesTheUsual()
    {
        (parameters.CentralBank.ByInflation, parameters.CentralBank.Rate, economy.PolicyRate) = (0, 0.25, 0.25);
        for (var week = 0; week < 104; week++)
            Rate.Step();
        Assert.That(economy.RealRate - economy.UsualRealRate, Is.EqualTo(0.02).Within(1e-9), "half of .04 after a half-life");
    }

    private SetRate Rate => new(economy, new Clock(1), parameters);
}
