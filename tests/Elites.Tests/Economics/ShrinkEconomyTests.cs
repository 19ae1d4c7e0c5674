using Elites.Economics;
using Elites.Warfare;

namespace Elites.Tests.Economics;

/// <summary>M4.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public class ShrinkEconomyTests
{
    private readonly ElitesParameters parameters = new();
    private readonly Economy economy = new() { DefenceShare = 0.092, DefenceShareInWar = 0.092 };
    private readonly Settlement settlement = new();

    [SetUp]
    public void LeaveOutTheAddiction() => parameters.Recession.Addiction = 0;

    [TestCase(0.7, 0, -0.0399)]
    [TestCase(1.5, 0, -0.0855)]
    [TestCase(0.7, 0.5, -0.01995)]
    [TestCase(0.7, 1, 0)]
    public void Step_CutInOneWeek_LowersTheGapByTheMultiplierTimesTheCut(double multiplier, double conversion, double gap)
    {
        settlement.IsWar = false;
        parameters.Recession.Multiplier = multiplier;
        (parameters.Settlement.WindDownWeeks, parameters.Settlement.Conversion) = (1, conversion);
        Step();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(economy.Gap, Is.EqualTo(gap).Within(1e-12));
            Assert.That(economy.DefenceShare, Is.EqualTo(0.035));
        }
    }

    [Test]
    public void Step_SlowWindDownAndRecovery_LowersTheGapByNearlyAsMuch()
    {
        settlement.IsWar = false;
        parameters.Recession.RecoveryYears = 20;
        for (var week = 0; week < 26; week++)
            Step();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(economy.DefenceShare, Is.EqualTo(0.035).Within(1e-12));
            // Of each week's part of the cut, recovery at 1/1,040 a week has taken 1.2 % on average.
            Assert.That(economy.Gap, Is.EqualTo(-0.0399 * 0.988).Within(1e-5));
        }
    }

    [Test]
    public void Step_WindDown_IsAStraightLine()
    {
        settlement.IsWar = false;
        for (var week = 0; week < 13; week++)
            Step();
        Assert.That(economy.DefenceShare, Is.EqualTo((0.092 + 0.035) / 2).Within(1e-12));
    }

    [Test]
    public void Step_GapWithoutACut_ClosesToAnEthInTheRecoveryTime()
    {
        economy.Gap = -0.04;
        for (var week = 0; week < 104; week++)
            Step();
        Assert.That(economy.Gap / -0.04, Is.EqualTo(Math.Exp(-1)).Within(0.002));
    }

    [TestCase(true, 0.0146)]
    [TestCase(false, 0.031)]
    public void Step_AYear_GrowsPotentialByItsRate(bool isWar, double growth)
    {
        (settlement.IsWar, settlement.Warness) = (isWar, isWar ? 1 : 0);
        parameters.Settlement.WindDownWeeks = 1;
        for (var week = 0; week < 52; week++)
            Step();
        Assert.That(Math.Log(economy.Potential), Is.EqualTo(growth).Within(1e-12));
    }

    [Test]
    public void Step_WarResumed_BringsTheBudgetBackAtOnce()
    {
        settlement.IsWar = false;
        parameters.Settlement.WindDownWeeks = 1;
        Step();
        settlement.IsWar = true;
        Step();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(economy.DefenceShare, Is.EqualTo(0.092));
            Assert.That(economy.LayOffs, Is.Zero);
        }
    }

    [TestCase(0.2, -0.0114)]
    [TestCase(1.5, -0.0855)]
    public void Step_Demobilisation_LowersOutputByOneToNinePercent(double multiplier, double trough)
    {
        // A wind-down of half a year with the addiction in place: 9.2 % of output to 3.5 %, for multipliers from 0.2 to 1.5.
        (settlement.IsWar, parameters.Recession.Multiplier, parameters.Recession.Addiction) = (false, multiplier, 0.15);
        var lowest = 0.0;
        for (var week = 0; week < 52; week++)
        {
            Step();
            lowest = Math.Min(lowest, economy.Gap);
        }
        using (Assert.EnterMultipleScope())
        {
            Assert.That(lowest, Is.InRange(-0.09, -0.01));
            Assert.That(lowest, Is.EqualTo(trough).Within(0.012));
        }
    }

    [Test]
    public void Step_Addiction_LeavesALastingGap()
    {
        (settlement.IsWar, parameters.Settlement.WindDownWeeks, parameters.Recession.Addiction) = (false, 1, 0.2);
        for (var week = 0; week < 20 * 52; week++)
            Step();
        Assert.That(economy.Gap, Is.EqualTo(-0.2 * 0.057).Within(1e-5));
    }

    [TestCase(0, 1)]
    [TestCase(52, 0.5)]
    public void Step_LayOffWeeks_SpreadTheLossOfJobs(double weeks, double shareLostInHalfAYear)
    {
        (settlement.IsWar, parameters.Settlement.WindDownWeeks, parameters.Settlement.LayOffWeeks) = (false, 1, weeks);
        for (var week = 0; week < 26; week++)
            Step();
        Assert.That((1 - economy.DefenceJobs) / (1 - 0.035 / 0.092), Is.EqualTo(shareLostInHalfAYear).Within(1e-9));
    }

    [Test]
    public void Step_NoLayOffs_KeepsEveryJob()
    {
        (settlement.IsWar, parameters.Settlement.WindDownWeeks, parameters.Recession.LayOffs) = (false, 1, 0);
        Step();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(economy.DefenceJobs, Is.EqualTo(1));
            Assert.That(economy.LayOffs, Is.Zero);
        }
    }

    private void Step() => new ShrinkEconomy(economy, settlement, new Clock(1), parameters).Step();
}
