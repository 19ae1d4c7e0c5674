using Elites.People;
using Elites.Populations;

namespace Elites.Tests.People;

/// <summary>M9.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public class JudgeLegitimacyTests
{
    private readonly ElitesModel model = Trial.Make();

    private LegitimacyParameters Legitimacy => model.Parameters.Legitimacy;

    private Mass Mass => model.Mass;

    [SetUp]
    public void SixHundredAndFiftyThousandHaveFallen() => (model.War.Casualties, model.Society.Hardship) = (650_000, 0.3);

    // Debt 0.6 ln 651 / ln 701 = 0.593224. War: 0.3 0.75 + 0.8 0.9 0.5 0.92 + 0.2 (0.8 - debt).
    [Test]
    public void Step_InWar_IsTheSumWorkedOutByHand() =>
        Assert.That(Judge(), Is.EqualTo(0.597555).Within(1e-6));

    // 26 weeks after terms of 0.2 the rally is 0.6: 0.5 0.75 + 0.6 0.9 0.3 0.92 + 0.2 (0.2 - debt).
    [Test]
    public void Step_HalfAYearAfterALostWar_IsTheSumWorkedOutByHand()
    {
        (model.Settlement.IsWar, model.Settlement.Warness, model.Settlement.WeeksSettled, model.Settlement.Terms) = (false, 0, 26, 0.2);
        Assert.That(Judge(), Is.EqualTo(0.445395).Within(1e-6));
    }

    [Test]
    public void Step_SevenHundredThousandCasualties_UseUpTheDebtInFull()
    {
        var fallen = Judge();
        model.War.Casualties = 700_000;
        var more = Judge();
        model.War.Casualties = 0;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Judge() - more, Is.EqualTo(0.2 * 0.6).Within(1e-6));
            Assert.That(fallen, Is.GreaterThan(more));
        }
    }

    [Test]
    public void Step_LoyaltyOfAPerson_FollowsAtTheSpeedOfGrievance()
    {
        var before = Mass.Loyalty[0];
        var legitimacy = Judge();
        Assert.That(Mass.Loyalty.Next[0] - before, Is.EqualTo(0.05 * (legitimacy - before)).Within(1e-6));
    }

    // Without an enemy the rally is that of peace: 0.4 0.9 0.5 0.92 less.
    [Test]
    public void Step_InWarWithoutAnEnemy_LacksTheRally()
    {
        var before = Judge();
        Legitimacy.Enemy = 0;
        Assert.That(before - Judge(), Is.EqualTo(0.4 * 0.9 * 0.5 * 0.92).Within(1e-6));
    }

    // 0.2 of the weight goes from the nation (0.8 0.9 0.92) back to performance (0.75).
    [Test]
    public void Step_InWarWithoutNationalism_WeighsPerformanceAsAtPeace()
    {
        var before = Judge();
        Legitimacy.Nationalism = 0;
        Assert.That(before - Judge(), Is.EqualTo(0.2 * (0.8 * 0.9 * 0.92 - 0.75)).Within(1e-6));
    }

    [Test]
    public void Step_InWarWithoutShine_OwesTheDebtAllTheSame()
    {
        var before = Judge();
        Legitimacy.Shine = 0;
        Assert.That(before - Judge(), Is.EqualTo(0.2 * 0.8).Within(1e-6));
    }

    [TestCase(-0.05, 0.086, 0.03)] // 2 0.05 0.3
    [TestCase(0.05, 0.086, 0)]
    [TestCase(0, 0.22, 0.06)] // 2 (0.22 - 0.12) 0.3
    public void Step_EconomicCrisis_TakesFromPerformance(double gap, double inflation, double expected)
    {
        var before = Judge();
        (model.Economy.Gap, model.Economy.Inflation) = (gap, inflation);
        Assert.That(before - Judge(), Is.EqualTo(expected).Within(1e-6));
    }

    [Test]
    public void Step_ReversedMessage_CostsTheCredulousByTheSquareOfTheGap()
    {
        var before = Judge();
        model.Narrative.Message = model.Narrative.Strength - 0.5;
        Assert.That(before - Judge(), Is.EqualTo(0.3 * 0.25 * 0.6 + 0.8 * 0.5 * 0.5 * 0.92).Within(1e-6), "dissonance, and what the leader no longer stands for");
    }

    // Of 0.8 that the terms lack, half is claimed and believed by 0.6: 0.2 0.8 0.5 0.6.
    [Test]
    public void Step_FramedSettlement_ShinesToTheCredulous()
    {
        (model.Settlement.IsWar, model.Settlement.Warness, model.Settlement.Terms) = (false, 0, 0.2);
        var before = Judge();
        model.Parameters.Narrative.VictoryFraming = 0.5;
        Assert.That(Judge() - before, Is.EqualTo(0.2 * 0.8 * 0.5 * 0.6).Within(1e-6));
    }

    [Test]
    public void Step_AMandate_AddsWhatItIs()
    {
        var before = Judge();
        model.Society.Mandate = -0.03;
        Assert.That(Judge() - before, Is.EqualTo(-0.03).Within(1e-6));
    }

    [Test]
    public void Step_LostBelief_TakesFromTheNation()
    {
        var before = Judge();
        Mass.FirstOpinion[0] += 0.2f;
        Assert.That(before - Judge(), Is.EqualTo(0.5 * 0.8 * 0.9 * 0.5 * 0.2).Within(1e-6));
    }

    private float Judge()
    {
        Mass.Hardship[0] = 0.2f;
        Mass.Credence.Initial[0] = 0.6f;
        new Stage().Play(Mass, new JudgeLegitimacy(new Grounds(model.Economy, model.Settlement, model.War, model.Society, model.Narrative, model.Parameters), model.Clock, model.Parameters.Legitimacy), 0);
        return Mass.Legitimacy[0];
    }
}
