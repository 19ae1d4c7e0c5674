using Elites.Warfare;

namespace Elites.Diplomacy;

/// <summary>
/// M2, the ratchet of demands (Aron 2025; rp = 0 is the rational null of Fearon 1995): q rises by rp with every offer better
/// than the best so far, by rv with the chance of victory, and falls by rc with the cost of the war, of which only what
/// lasts is believed and a mere threat is not. On top he asks for more while an offer is new, to gain time.
/// </summary>
internal readonly struct RaiseDemand(Bargain bargain, War war, Settlement settlement, Moment moment, ElitesParameters parameters)
{
    private readonly BargainingParameters p = parameters.Bargaining;
    private readonly Clock clock = moment.Clock;

    /// <param name="isNew">Whether an offer was made in this tick.</param>
    /// <param name="oilLeft">Share of the oil income of the start that sanctions leave: a fall of the price is no pressure to settle.</param>
    public void Step(bool isNew, double oilLeft)
    {
        if (!settlement.IsWar || p.Strength == 0)
            return;
        var better = isNew ? Math.Max(0, bargain.Offer - bargain.BestOffer) : 0;
        var hope = war.VictoryChance - bargain.WeighedChance;
        var pressed = p.Strength * (p.Ratchet * better + p.FieldResponse * hope - p.CostResponse * FeelCost(oilLeft));
        bargain.FirmDemand = Math.Clamp(bargain.FirmDemand + pressed, 0, 1);
        bargain.Pressed = Math.Clamp(bargain.Pressed + pressed, -1, 1);
        (bargain.BestOffer, bargain.WeighedChance) = (bargain.BestOffer + better, war.VictoryChance);
        bargain.Demand = Math.Min(1, bargain.FirmDemand + p.Strength * bargain.Stalling);
        if (isNew && bargain.Offer < bargain.Demand)
            moment.Record(Happenings.OfferRefused, "leader", bargain.Demand);
        bargain.Stalling *= clock.Left(p.StallingHalfLife);
    }

    /// <summary>The rise of the cost that he feels: what it was before is believed more every week that it lasts.</summary>
    private double FeelCost(double oilLeft)
    {
        var before = bargain.FeltCost;
        var sanctions = parameters.Sanctions;
        var threat = sanctions.Strength * sanctions.Threatened * (1 - p.ThreatDiscount);
        var cost = 1 - oilLeft + (1 - war.Supply) + threat;
        var left = p.ConsistencyHalfLife == 0 ? 0 : clock.Left(p.ConsistencyHalfLife);
        bargain.FeltCost = left * before + (1 - left) * cost;
        return bargain.FeltCost - before;
    }
}
