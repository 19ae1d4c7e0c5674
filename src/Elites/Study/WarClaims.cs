using Agents.Data;
using Elites.Diplomacy;
using Elites.Economics;
using Elites.EliteLoyalty;
using Elites.Warfare;

namespace Elites.Study;

/// <summary>What the essays claim of the war, of bargaining, of money, sanctions and the patron, and of hopes of victory.</summary>
internal static class WarClaims
{
    private const string A = "Aron 2025";
    private const string B = "The peace trap 2025";
    private const string UnderSanctions = "shows where the sanctions that it is about are imposed";

    public static readonly IReadOnlyList<Mechanism> All =
    [
        new("S1", "Losses go on week by week, mark kin and run up a debt", $"{A}; {B}", $"{nameof(FightWar)}, {nameof(BuryTheFallen)}", "war.casualties_per_day", "0", "war.casualties_per_day"),
        new("S2", "A stalemate: strength decides the front, and there is too little of it for a breakthrough", $"{A}; {B}", $"{nameof(FightWar)}, {nameof(ReckonVictory)}", "war.advantage", "0", "war.advantage"),
        new("S3", "Prices run ahead of wages (stagflation) and press on consumers", A, nameof(MovePrices), "prices.wage_lag", "0", "prices.wage_lag"),
        new("S15", "Every concession raises his demands", A, nameof(RaiseDemand), "bargaining.ratchet", "0", "bargaining.ratchet"),
        new("S18", "He bargains by what he expects of the field", A, nameof(RaiseDemand), "bargaining.field_response", "0", "bargaining.field_response"),
        new("S19", "He stalls: an offer that has just been made is met with further demands", A, nameof(RaiseDemand), "bargaining.stalling", "0", "bargaining.stalling"),
        new("S20", "The mediator's blind spots make offers miss their aim", A, nameof(MakeOffer), "bargaining.mediator_noise", "0", "bargaining.mediator_noise"),
        new("S21", "Secondary sanctions on those who import oil make the war dearer", A, nameof(CollectRevenue), "sanctions.secondary_oil_bite", "0", "sanctions.secondary_oil_bite", Note: UnderSanctions),
        new("S22", "So do sanctions on the largest oil and gas firms", A, nameof(CollectRevenue), "sanctions.energy_majors_bite", "0", "sanctions.energy_majors_bite", Note: UnderSanctions),
        new("S23", "So does closing the loopholes of banks", A, nameof(CollectRevenue), "sanctions.banks_bite", "0", "sanctions.banks_bite", Note: UnderSanctions),
        new("S24", "Aid that comes and goes feeds the hope of victory", $"{A}, in our reading", nameof(ReckonVictory), "war.hope_by_volatility", "0", "war.hope_by_volatility"),
        new("S26", "Off-ramps are offered again and again, and refused", B, $"{nameof(MakeOffer)}, {nameof(RaiseDemand)}", "bargaining.offers_per_year", "0", "bargaining.offers_per_year"),
        new("S50", "Orders stop and the plants lay off", B, nameof(ShrinkEconomy), "recession.lay_offs", "0", "recession.lay_offs"),
        new("S52", "Military spending is a drug: output that only the war holds up", B, nameof(ShrinkEconomy), "recession.addiction", "0", "recession.addiction"),
        new("S53", "It is bad growth: it wears potential output down", B, nameof(ShrinkEconomy), "recession.growth_drag", "0", "recession.growth_drag"),
        new("S54", "Peace is a shock of demand", B, nameof(ShrinkEconomy), "recession.multiplier", "0", "recession.multiplier"),
        new("S56", "The money that the war printed is spent at peace and drives prices", B, nameof(MovePrices), "prices.overhang", "0", "prices.overhang"),
        new("S63", "The patron buys the oil and sells the goods that sanctions are to stop", B, $"{nameof(CollectRevenue)}, {nameof(FightWar)}", "patron.purchases", "0", "patron.purchases", Note: UnderSanctions),
        new("S64", "The patron wants neither its client's collapse nor its turn to the West", B, nameof(ConsultPatron), "patron.pivot_cost", "0", "patron.pivot_cost"),
        new("S65", "A peace that the patron disapproves of is strangled", B, $"{nameof(ConsultPatron)}, {nameof(CollectRevenue)}", "patron.leverage", "0", "patron.leverage"),
        new("S69", "Where victory is seen to be impossible, the promise that holds the elite collapses", B, $"{nameof(LearnOfVictory)}, {nameof(LoyaltyMotives)}", "belief.promise", "0", "belief.promise"),
        new("S70", "Strikes on logistics and command paralyse the army without taking land", B, nameof(FightWar), "war.strike_effect", "0", "war.strike_effect", Note: "shows where there are strikes"),
        new("S71", "Interdiction of the shadow fleet dries up the revenue", B, nameof(CollectRevenue), "sanctions.shadow_fleet_bite", "0", "sanctions.shadow_fleet_bite", Note: UnderSanctions),
        new("S72", "A crackdown on go-betweens dries up the supply", B, nameof(FightWar), "sanctions.dual_use_bite", "0", "sanctions.dual_use_bite", Note: UnderSanctions),
        new("S74", "A guarantee and lasting commitments put victory out of reach", B, nameof(ReckonVictory), "war.ambiguity", "0", "war.ambiguity"),
        new("S77", "Threats that are not carried out move nobody", A, nameof(RaiseDemand), "bargaining.threat_discount", "0", "bargaining.threat_discount"),
        new("S78", "Costs work where they last", A, nameof(RaiseDemand), "bargaining.consistency_half_life", "0", "bargaining.consistency_half_life"),
        new("S79", "The state gains by peace: reconstruction, people and technology", B, nameof(ShrinkEconomy), "recession.reconstruction", "0", "recession.reconstruction"),
        new("S81", "The patron props its client up where it would collapse", B, nameof(CollectRevenue), "patron.support", "0", "patron.support", Note: UnderSanctions),
        new("S82", "The war's high pay drives consumption, and with it prices", B, nameof(MovePrices), "prices.demand_pull", "0", "prices.demand_pull"),
    ];
}
