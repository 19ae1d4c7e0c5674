using Elites.Diplomacy;
using Elites.Economics;
using Elites.Populations;
using Elites.Warfare;

namespace Elites;

/// <summary>The war, dealings abroad and money: how they begin, and how they go on.</summary>
public sealed partial class ElitesModel
{
    private void OpenWar()
    {
        var (war, p) = (Parameters.War, Parameters.Bargaining);
        War.Aid = war.Aid;
        (War.Troops, War.Belief) = (Parameters.Population.SoldiersMillion, Parameters.Belief.Usual);
        (War.Demand, War.FirmDemand) = (p.DemandAtStart, p.DemandAtStart);
        (War.Offer, War.BestOffer) = (p.OfferAtStart, p.OfferAtStart);
        War.VictoryChance = War.WeighedChance = new ReckonVictory(this, Parameters).Chance();
        for (var row = 0; row < Elite.Count; row++)
        {
            var draws = Draws(Elite.Ids[row], Purposes.FirstBelief);
            Elite.VictoryBelief[row] = (float)Math.Clamp(draws.Normal(Parameters.Belief.Usual, Parameters.Belief.Spread), 0, 1);
        }
    }

    private void OpenEconomy()
    {
        var p = Parameters.Prices;
        (Economy.ExchangeRate, Economy.Reserves) = (p.ExchangeRate, p.ReservesAtStart);
        Economy.Overhang = Parameters.War.Enabled ? p.OverhangAtStart : 0;
        Economy.Listings = Parameters.Sanctions.InForce(Politics) * Parameters.Sanctions.Listings / CollectRevenue.ListingsOfShock;
        new ConsultPatron(this, Parameters).Step();
        new CollectRevenue(this, Parameters).Step();
        new MovePrices(this, Parameters).Begin();
    }

    /// <summary>M1: the front, the fallen, and what is expected of the war.</summary>
    private void FightWar()
    {
        new FightWar(this, Parameters).Step();
        new BuryTheFallen(this, kin, Parameters).Step();
        new RaiseRecruits(this, Parameters).Step();
        if (Politics.IsWar)
            new ReckonVictory(this, Parameters).Step();
    }

    /// <summary>M20, M21 and M2: patron, revenue, offers and demands.</summary>
    private void DealAbroad()
    {
        new ConsultPatron(this, Parameters).Step();
        new CollectRevenue(this, Parameters).Step();
        var isNew = new MakeOffer(this, Parameters).Step();
        new RaiseDemand(this, Parameters).Step(isNew);
    }

    /// <summary>M4 and M5: output, the budget, prices and the currency.</summary>
    private void RunEconomy()
    {
        new ShrinkEconomy(Economy, Politics, Clock, Parameters).Step();
        new BalanceBudget(this, Parameters).Step();
        new MovePrices(this, Parameters).Step();
    }

    /// <summary>M25: beliefs in victory, and their mean.</summary>
    private void LearnOfVictory()
    {
        if (!Politics.IsWar)
            return;
        Run(Elite, new LearnOfVictory(War, Clock, Parameters));
        War.Belief = Elite.VictoryBelief.Mean(Elite.All);
    }
}
