using Elites.Leadership;

namespace Elites.Tests.Leadership;

/// <summary>M3, the choice.</summary>
public class ChoosePathTests
{
    [Test]
    public void Pick_NoTemperature_TakesTheBest() =>
        Assert.That(ChoosePath.Pick([-3, -1, -2], 0, 0.99), Is.EqualTo(1));

    [Test]
    public void Pick_Softmax_HasItsShares()
    {
        // e^0 and e^-1 make 0.731 and 0.269.
        var second = Enumerable.Range(0, 1000).Count(i => ChoosePath.Pick([-1, -2, double.NegativeInfinity], 1, (i + 0.5) / 1000) == 1);
        Assert.That(second / 1000.0, Is.EqualTo(0.269).Within(0.001));
    }

    [Test]
    public void Pick_WhatCannotBeHad_IsNeverTaken() =>
        Assert.That(Enumerable.Range(0, 100).Select(i => ChoosePath.Pick([-50, double.NegativeInfinity, -51], 1, i / 100.0)), Has.None.EqualTo(1));

    [TestCase(0.5, 0.6, false)]
    [TestCase(0.6, 0.6, true)]
    public void Step_OfferAndDemand_DecideWhetherHeCanSettle(double offer, double demand, bool settles)
    {
        var model = Willing(offer, demand);
        new ChoosePath(model.Situation, model.Moment, model.Parameters).Step();
        Assert.That(model.Leader.AgreedTerms[0], Is.EqualTo(settles ? offer : -1));
    }

    [Test]
    public void Run_HeSettles_TheNextWeekAnnouncesIt()
    {
        var trial = Trial.Run(1_000, 3, set: p => (p.Leader.Endogenous, p.Leader.ExitGuarantee, p.Leader.Temperature, p.Bargaining.Enabled) = (true, 1, 0, false));
        var model = trial.Model;
        (model.Bargain.Offer, model.Bargain.Demand) = (0.6, 0.5);
        while (model.Tick < 6)
            model.Advance();
        var settlement = model.Events.All.Single(happening => happening.Name == Happenings.Settlement);
        Assert.That((settlement.Subject, settlement.Value, model.Settlement.IsWar), Is.EqualTo((Happenings.ByLeader, 0.6, false)));
    }

    [Test]
    public void Run_ImposedPath_ReckonsButDecidesNothing()
    {
        var trial = Trial.Run(1_000, 40, set: p => (p.Leader.ExitGuarantee, p.Leader.Temperature, p.Remedies.Price) = (1, 0, 0));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(trial.Series("is_war"), Is.All.EqualTo(1));
            Assert.That(trial.Series("trap_gap"), Is.All.LessThan(0), "he would rather settle");
            Assert.That(trial.Series("trap_gap").Distinct().Count(), Is.EqualTo(11), "at the start and then in every fourth week");
            Assert.That(trial.EventNames, Has.None.AnyOf(Happenings.Settlement, Happenings.Escalation, Happenings.Purge, Happenings.Crackdown));
        }
    }

    private static ElitesModel Willing(double offer, double demand)
    {
        var model = Trial.Make(set: p => p.Leader.Temperature = 0);
        (model.Bargain.Offer, model.Bargain.Demand) = (offer, demand);
        (model.Leader.WarUtility[0], model.Leader.SettlementUtility[0], model.Leader.EscalationUtility[0]) = (-20, -10, -30);
        return model;
    }
}
