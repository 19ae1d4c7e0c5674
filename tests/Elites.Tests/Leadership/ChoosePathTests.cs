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
        Choose(model);
        Assert.That(model.Leader.AgreedTerms[0], Is.EqualTo(settles ? offer : -1));
    }

    [TestCase(-21, true)] // settling is worth -20
    [TestCase(-19, false)]
    public void Step_OfferThatMeetsTheDemand_IsTakenWherePeacePays(double war, bool settles)
    {
        var model = Willing(0.7, 0.6);
        (model.Leader.WarUtility[0], model.Leader.SettlementUtility[0]) = (war, -20);
        Choose(model);
        Assert.That(model.Leader.AgreedTerms[0], Is.EqualTo(settles ? 0.7 : -1));
    }

    [Test]
    public void Step_WarPaysAndHisChoiceIsAllNoise_HeNeverSettlesByASlip()
    {
        var demands = new List<double>();
        for (var seed = 1; seed <= 200; seed++)
        {
            var model = Willing(0.7, 0.6, seed);
            (model.Parameters.Leader.Temperature, model.Leader.WarUtility[0], model.Leader.SettlementUtility[0]) = (1, -10, -10.5);
            (model.Parameters.Leader.Yielding, model.Leader.ReservationTerms[0]) = (0.7, 0.6);
            Choose(model);
            Assert.That(model.Leader.AgreedTerms[0], Is.EqualTo(-1));
            demands.Add(model.Bargain.FirmDemand);
        }
        Assert.That(demands, Is.All.EqualTo(0.6), "and no slip cuts his demand");
    }

    [TestCase(0.3, 0.0, 0.8 + 0.7 * (0.3 - 0.8))]
    [TestCase(0.9, 0.0, 0.8 + 0.7 * (0.9 - 0.8))]
    [TestCase(0.3, 0.2, 0.8 + 0.7 * (0.5 - 0.8))]
    [TestCase(FindReservation.None, 0.0, 0.8 + 0.7 * (1 - 0.8))]
    public void Step_Demand_GoesToTheReservationAndWhatBargainingAdds(double reservation, double pressed, double demand)
    {
        var model = Willing(0.1, 0.8);
        (model.Leader.ReservationTerms[0], model.Bargain.Pressed, model.Parameters.Leader.Yielding) = (reservation, pressed, 0.7);
        Choose(model);
        Assert.That(model.Bargain.FirmDemand, Is.EqualTo(demand).Within(1e-12));
        Assert.That(model.Bargain.Demand, Is.EqualTo(model.Bargain.FirmDemand + model.Bargain.Stalling).Within(1e-12));
    }

    [TestCase(-10.0, 0.0, false, true)] // worth 10 more than the settlement, and it costs 3 to go back
    [TestCase(-2.9, 0.0, false, false)]
    [TestCase(-10.0, -0.7, false, false)] // the front is lost
    [TestCase(-10.0, 0.0, true, false)] // the army broke
    public void Step_AtPeace_TakesTheWarUpAgainWhereThatPays(double settlement, double front, bool hasCollapsed, bool resumes)
    {
        var model = Settled(settlement);
        (model.War.Front, model.War.HasCollapsed) = (front, hasCollapsed);
        Choose(model);
        Assert.That(model.Leader.AgreedTerms[0], Is.EqualTo(resumes ? -1 : 0.5));
        new FollowPath(model.Settlement, model.War, model.Office, model.Moment, model.Parameters).Step();
        var war = model.Events.All.Where(happening => happening.Name == Happenings.WarResumed).Select(happening => happening.Subject);
        Assert.That(war, Is.EqualTo(resumes ? [Happenings.ByLeader] : Array.Empty<string>()));
    }

    [Test]
    public void Step_AtAnImposedPeace_HasNothingToChoose()
    {
        var model = Settled(-10);
        (model.Parameters.Settlement.Terms, model.Leader.AgreedTerms[0]) = (0.5, 0.5);
        Choose(model);
        Assert.That(model.Leader.AgreedTerms[0], Is.EqualTo(0.5));
    }

    [Test]
    public void Run_HeSettles_TheNextWeekAnnouncesIt()
    {
        var trial = Trial.Run(1_000, 3, set: p => (p.Leader.Endogenous, p.Leader.ExitGuarantee, p.Leader.Temperature, p.Bargaining.Enabled, p.Bargaining.OfferAtStart) = (true, 1, 0, false, 0.6));
        var model = trial.Model;
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

    private static void Choose(ElitesModel model) => new ChoosePath(model.Situation, model.Moment, model.Parameters).Step();

    /// <summary>A leader who settled for 0.5 by his own choice; war is worth nothing to him.</summary>
    private static ElitesModel Settled(double settlement)
    {
        var model = Trial.Make(set: p => p.Leader.Endogenous = true);
        model.Leader.AgreedTerms[0] = 0.5;
        new FollowPath(model.Settlement, model.War, model.Office, model.Moment, model.Parameters).Step();
        (model.Leader.WarUtility[0], model.Leader.SettlementUtility[0]) = (0, settlement);
        return model;
    }

    /// <summary>A leader who would rather settle, and whose demand stays what it is.</summary>
    private static ElitesModel Willing(double offer, double demand, int seed = 1)
    {
        var model = Trial.Make(seed: seed, set: p => (p.Leader.Temperature, p.Leader.Yielding) = (0, 0));
        (model.Bargain.Offer, model.Bargain.FirmDemand, model.Bargain.Demand) = (offer, demand, demand);
        (model.Leader.WarUtility[0], model.Leader.SettlementUtility[0], model.Leader.EscalationUtility[0]) = (-20, -10, -30);
        return model;
    }
}
