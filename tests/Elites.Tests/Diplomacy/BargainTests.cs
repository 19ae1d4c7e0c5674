using Elites.Diplomacy;

namespace Elites.Tests.Diplomacy;

/// <summary>M2: offers and the ratchet of demands.</summary>
public class BargainTests
{
    [TestCase(0, 0.8)]
    [TestCase(0.5, 0.9)]
    [TestCase(1, 1)]
    public void Demand_OfferBetterByAFifth_RisesByTheRatchet(double ratchet, double demand)
    {
        var model = Quiet(p => p.Bargaining.Ratchet = ratchet);
        model.Bargain.Offer = 0.6;
        Raise(model, isNew: true);
        Assert.That(model.Bargain.FirmDemand, Is.EqualTo(demand).Within(1e-12));
    }

    [Test]
    public void Demand_OfferThatFallsAndComesBack_IsPocketedOnce()
    {
        var model = Quiet(_ => { });
        foreach (var offer in new[] { 0.5, 0.3, 0.5 })
        {
            model.Bargain.Offer = offer;
            Raise(model, isNew: true);
        }
        Assert.That(model.Bargain.FirmDemand, Is.EqualTo(0.85).Within(1e-12));
    }

    [Test]
    public void Demand_ChanceOfVictory_RaisesIt()
    {
        var model = Quiet(_ => { });
        model.War.VictoryChance = model.Bargain.WeighedChance - 0.2;
        Raise(model, isNew: false);
        Assert.That(model.Bargain.FirmDemand, Is.EqualTo(0.7).Within(1e-12));
    }

    [Test]
    public void Demand_LastingCost_IsBelievedByAndByAndAMereThreatNever()
    {
        var model = Quiet(p => p.Bargaining.ConsistencyHalfLife = 13);
        model.Economy.OilIncome = 0.5;
        for (var week = 0; week < 13; week++)
            Raise(model, isNew: false);
        Assert.That(model.Bargain.FirmDemand, Is.EqualTo(0.8 - 0.3 * 0.25).Within(1e-9), "half of it after a half-life");
        model.Economy.OilIncome = 1;
        for (var week = 0; week < 520; week++)
            Raise(model, isNew: false);
        Assert.That(model.Bargain.FirmDemand, Is.EqualTo(0.8).Within(1e-9), "a threat of half of all sanctions moves nothing");
        model.Parameters.Bargaining.ThreatDiscount = 0;
        for (var week = 0; week < 520; week++)
            Raise(model, isNew: false);
        Assert.That(model.Bargain.FirmDemand, Is.EqualTo(0.8 - 0.3 * 0.5).Within(1e-9), "unless threats are believed");
    }

    [Test]
    public void Demand_NewOffer_AsksForMoreToGainTime()
    {
        var model = Quiet(p => p.Bargaining.Stalling = 0.1);
        model.Bargain.Stalling = 0.1;
        Raise(model, isNew: true);
        var first = model.Bargain.Demand;
        for (var week = 0; week < 26; week++)
            Raise(model, isNew: false);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(first, Is.EqualTo(0.9).Within(1e-12));
            Assert.That(model.Bargain.Demand, Is.EqualTo(0.85).Within(1e-9));
            Assert.That(model.Events.All.Select(happening => happening.Name), Has.One.EqualTo(Happenings.OfferRefused));
        }
    }

    [Test]
    public void Offers_Carrots_RiseToTheMost()
    {
        var trial = Trial.Run(1_000, 156, 5, p =>
        {
            (p.Bargaining.Carrots, p.Bargaining.MediatorNoise, p.Bargaining.OffersPerYear, p.War.Movement) = (0.2, 0, 52, 0);
            (p.Coup.Enabled, p.Right.Enabled) = (false, false);
        });
        var offers = trial.Series("offer");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(offers[52], Is.EqualTo(0.6).Within(0.02));
            Assert.That(offers[^1], Is.EqualTo(0.75), "and no further");
        }
    }

    [Test]
    public void Offers_WithARatchet_CarrotsDoNotCloseTheGap()
    {
        // The most that is offered stays below what he asks for once he has pocketed it; without the ratchet it would do.
        static double Gap(double ratchet)
        {
            var trial = Trial.Run(1_000, 200, 5, p =>
            {
                (p.Bargaining.Carrots, p.Bargaining.Ratchet, p.Bargaining.DemandAtStart) = (0.2, ratchet, 0.7);
                (p.Bargaining.MediatorNoise, p.War.Movement, p.Coup.Enabled, p.Right.Enabled) = (0, 0, false, false);
            });
            return trial.Model.Bargain.FirmDemand - trial.Model.Bargain.Offer;
        }
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Gap(0), Is.LessThan(0));
            Assert.That(Gap(0.5), Is.GreaterThan(0));
        }
    }

    private static ElitesModel Quiet(Action<ElitesParameters> set) => Trial.Make(set: p =>
    {
        (p.Bargaining.Stalling, p.Bargaining.ConsistencyHalfLife) = (0, 0);
        set(p);
    });

    private static void Raise(ElitesModel model, bool isNew) => new RaiseDemand(model.Bargain, model.War, model.Settlement, model.Moment, model.Parameters).Step(isNew, model.Economy.OilIncome);
}
