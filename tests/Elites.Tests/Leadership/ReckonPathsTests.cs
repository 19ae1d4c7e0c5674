using Elites.Leadership;

namespace Elites.Tests.Leadership;

/// <summary>M3, the reckoning: which way each lever and each state moves what he expects.</summary>
public class ReckonPathsTests
{
    [Test]
    public void Reckon_AtTheStart_WarLooksBetterToHimAndPeaceToTheState()
    {
        var leader = Reckoned(_ => { }).Leader;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(leader.WarUtility[0] - leader.SettlementUtility[0], Is.InRange(5, 25), "a trap, but not one without a way out");
            Assert.That(leader.StateWarUtility[0] - leader.StateSettlementUtility[0], Is.Negative);
        }
    }

    [Test]
    public void TrapGap_ExitGuarantee_ShrinksIt() =>
        Assert.That(Gap(m => m.Parameters.Leader.ExitGuarantee = 0.5), Is.LessThan(Gap(_ => { }) - 3));

    [Test]
    public void TrapGap_FullExitGuarantee_TurnsIt() =>
        Assert.That(Gap(m => m.Parameters.Leader.ExitGuarantee = 1), Is.Negative);

    [Test]
    public void TrapGap_Tribunal_WidensIt() =>
        Assert.That(Gap(m => m.Parameters.Leader.Tribunal = 1), Is.GreaterThan(Gap(_ => { }) + 2));

    [Test]
    public void TrapGap_BetterTerms_ShrinkIt() =>
        Assert.That(Gap(m => m.Bargain.Offer = 0.8), Is.LessThan(Gap(m => m.Bargain.Offer = 0.2) - 3));

    [Test]
    public void TrapGap_StateWeight_ShrinksIt() =>
        Assert.That(Gap(m => m.Parameters.Leader.StateWeight = 1), Is.LessThan(Gap(_ => { }) - 3));

    [Test]
    public void TrapGap_PatronsDisapproval_WidensIt() =>
        Assert.That(Gap(m => m.Parameters.Patron.Disapproval = 1), Is.GreaterThan(Gap(_ => { })));

    [Test]
    public void TrapGap_FadingHopes_ShrinkIt() =>
        Assert.That(Gap(m => m.War.VictoryChance = 0), Is.LessThan(Gap(m => m.War.VictoryChance = 0.5)));

    [Test]
    public void TrapGap_WarWithoutGuarantee_CanTurnOnceItCostsEnough()
    {
        static void Squeeze(ElitesModel model) => (model.Economy.Rents, model.Economy.Inflation, model.War.VictoryChance, model.Leader.Grievance[0]) = (0, 0.5, 0, 0.05);
        Assert.That(Gap(Squeeze), Is.LessThan(Gap(_ => { }) / 2), "sticks without carrots go a long way");
    }

    [Test]
    public void Escalation_HopelessWar_IsLessFarFromTheBest()
    {
        // Gambling for resurrection (Downs and Rocke 1994): a risk of catastrophe weighs less where all looks lost.
        var (hopeless, hopeful) = (Reckoned(m => m.War.VictoryChance = 0).Leader, Reckoned(m => m.War.VictoryChance = 0.5).Leader);
        Assert.That(hopeless.EscalationUtility[0] - hopeless.WarUtility[0], Is.GreaterThan(hopeful.EscalationUtility[0] - hopeful.WarUtility[0]));
    }

    [Test]
    public void Statements_AllOff_LeaveAlmostNoTrap()
    {
        var gap = Gap(m =>
        {
            var p = m.Parameters.Leader;
            (p.WarTaste, p.Shield, p.Control, p.PeaceFears, p.FateBelief, p.MorningAfter, p.Trauma) = (0, 0, 0, 0, 0, 0, 0);
        });
        Assert.That(gap, Is.EqualTo(0).Within(2));
    }

    [TestCase(0.4, 1.0)]
    [TestCase(0.8, 0.5)]
    public void PerceivedHazard_WhatIsShown_HidesTheFallOfLoyalty(double shown, double most)
    {
        var leader = Reckoned(m => (m.Leader.Loyalty[0], m.Climate.PublicLoyalty) = (0.4, shown)).Leader;
        Assert.That(leader.PerceivedHazard[0] / leader.TrueHazard[0], Is.InRange(most == 1 ? 0.999999 : 0, most * 1.000001));
    }

    private static double Gap(Action<ElitesModel> set)
    {
        var leader = Reckoned(set).Leader;
        return leader.WarUtility[0] - leader.SettlementUtility[0];
    }

    private static ElitesModel Reckoned(Action<ElitesModel> set)
    {
        var model = Trial.Make();
        (model.Bargain.Offer, model.Parameters.Leader.Information) = (0.5, 1);
        set(model);
        new DecideAsLeader(model.Situation, model.Perception, model.Plots, model.Moment, model.Parameters).Reckon();
        return model;
    }
}
