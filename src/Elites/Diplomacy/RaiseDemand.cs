using Elites.Warfare;

namespace Elites.Diplomacy;

/// <summary>
/// M2, the ratchet of demands (Aron 2025; rp = 0 is the rational null of Fearon 1995): q rises by rp with every offer better
/// than the best so far, by rv with the chance of victory, and falls by rc with the cost of the war, of which only what
/// lasts is believed and a mere threat is not. On top he asks for more while an offer is new, to gain time.
/// </summary>
internal readonly struct RaiseDemand(ElitesModel model, ElitesParameters parameters)
{
    private readonly War war = model.War;
    private readonly BargainingParameters p = parameters.Bargaining;

    /// <param name="isNew">Whether an offer was made in this tick.</param>
    public void Step(bool isNew)
    {
        if (!model.Politics.IsWar || p.Strength == 0)
            return;
        var better = isNew ? Math.Max(0, war.Offer - war.BestOffer) : 0;
        var hope = war.VictoryChance - war.WeighedChance;
        war.FirmDemand = Math.Clamp(war.FirmDemand + p.Strength * (p.Ratchet * better + p.FieldResponse * hope - p.CostResponse * FeelCost()), 0, 1);
        (war.BestOffer, war.WeighedChance) = (war.BestOffer + better, war.VictoryChance);
        war.Demand = Math.Min(1, war.FirmDemand + p.Strength * war.Stalling);
        if (isNew && war.Offer < war.Demand)
            model.Record(Happenings.OfferRefused, "leader", war.Demand);
        war.Stalling *= model.Clock.Left(p.StallingHalfLife);
    }

    /// <summary>The rise of the cost that he feels: what it was before is believed more every week that it lasts.</summary>
    private double FeelCost()
    {
        var before = war.FeltCost;
        var sanctions = parameters.Sanctions;
        var threat = sanctions.Strength * sanctions.Threatened * (1 - p.ThreatDiscount);
        var cost = 1 - model.Economy.OilIncome + (1 - war.Supply) + threat;
        var left = p.ConsistencyHalfLife == 0 ? 0 : model.Clock.Left(p.ConsistencyHalfLife);
        war.FeltCost = left * before + (1 - left) * cost;
        return war.FeltCost - before;
    }
}
