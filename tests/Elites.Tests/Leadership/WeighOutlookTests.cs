using Elites.Leadership;

namespace Elites.Tests.Leadership;

/// <summary>M3, the utility.</summary>
public class WeighOutlookTests
{
    [TestCase(0.01, 0.0673)] // Prelec 1998: exp(-(-ln 0.01)^0.65)
    [TestCase(0.36787944117144233, 0.36787944117144233)] // 1/e is the fixed point for every curvature
    [TestCase(0.9, 0.7933)]
    [TestCase(0.0, 0.0)]
    [TestCase(1.0, 1.0)]
    public void Weigh_Prelec_RaisesSmallChancesAndLowersLarge(double chance, double weight) =>
        Assert.That(new WeighOutlook(new LeaderParameters()).Weigh(chance), Is.EqualTo(weight).Within(1e-4));

    [Test]
    public void Utility_NoRisk_IsTheMonthsAhead()
    {
        var p = new LeaderParameters { Patience = 0.99, Horizon = 26 };
        var months = Enumerable.Range(1, 26).Sum(month => Math.Pow(0.99, month));
        Assert.That(new WeighOutlook(p).Utility(new Outlook(0, 0, 1, 60, 0)), Is.EqualTo(months).Within(1e-9));
    }

    [Test]
    public void Utility_OneMonthWithoutCurvature_IsTheFormula()
    {
        var p = new LeaderParameters { Patience = 0.9, Horizon = 2, Curvature = 1, StateWeight = 0.5 };
        // S: 1, 0.8, 0.64; 0.9 (0.8 * 1.1 - 0.2 * 50) + 0.81 (0.64 * 1.1 - 0.16 * 50) + 0.5 * 7
        var expected = 0.9 * (0.8 * 1.1 - 0.2 * 50) + 0.81 * (0.64 * 1.1 - 0.16 * 50) + 0.5 * 7;
        Assert.That(new WeighOutlook(p).Utility(new Outlook(0.2, 0, 1.1, 50, 7)), Is.EqualTo(expected).Within(1e-9));
    }

    [Test]
    public void Utility_ChanceInTwoMonths_IsWeighedAsOneChance()
    {
        // Gone by the first month 0.1, by the second 0.19; the last is the whole chance, however it is cut into months.
        var weigh = new WeighOutlook(new LeaderParameters { Patience = 1, Horizon = 2 });
        Assert.That(weigh.Utility(new Outlook(0.1, 0, 0, 50, 0)), Is.EqualTo(-50 * weigh.Weigh(0.19)).Within(1e-9));
    }

    [TestCase(0, 0.1)]
    [TestCase(1, 0.5)] // log odds 0
    [TestCase(0.25, 0.2)]
    public void In_Mixture_MixesHazards(double weight, double hazard)
    {
        var outlook = new Outlook(0.1, 0, 1, 0, 0, new Lesson(weight, -1, 1, 0.5));
        Assert.That(outlook.In(0, 1), Is.EqualTo(hazard).Within(1e-12));
        Assert.That((outlook with { Catastrophe = 0.5 }).In(0, 1), Is.EqualTo(1 - 0.5 * (1 - hazard)).Within(1e-12));
    }

    [Test]
    public void Utility_WhatIsFresh_FadesByMonths()
    {
        // Log odds 0 + 2 · 0.5, then 0 + 2 · 0.25.
        var weigh = new WeighOutlook(new LeaderParameters { Patience = 1, Horizon = 2, Curvature = 1 });
        var stays = (1 - 1 / (1 + Math.Exp(-1))) * (1 - 1 / (1 + Math.Exp(-0.5)));
        Assert.That(weigh.Utility(new Outlook(0, 0, 0, 1, 0, new Lesson(1, 0, 2, 0.5))), Is.EqualTo(-(1 - stays)).Within(1e-9));
    }

    [Test]
    public void Utility_MorningAfter_IsWorseAndFades()
    {
        var weigh = new WeighOutlook(new LeaderParameters());
        var even = weigh.Utility(new Outlook(0.005, 0, 1, 48, 0));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(weigh.Utility(new Outlook(0.005, 0.5, 1, 48, 0)), Is.LessThan(even));
            Assert.That(weigh.Utility(new Outlook(0.005, 0.5, 1, 48, 0)), Is.GreaterThan(weigh.Utility(new Outlook(0.0075, 0, 1, 48, 0))), "it does not last");
        }
    }
}
