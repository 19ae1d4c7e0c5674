using Agents.Data;
using Elites.Warfare;

namespace Elites.Economics;

/// <summary>What the essays say of output, prices, work and sanctions.</summary>
internal static class EconomicsStatements
{
    public static readonly IReadOnlyList<Mechanism> All =
    [
        new("S3", "Prices run ahead of wages (stagflation) and press on consumers", Essays.Aron, nameof(MovePrices), "prices.wage_lag", "0", "prices.wage_lag"),
        new("S8", "The economy is restructured for war, so that the way back is not painless: defence workers are slow to find civil jobs", Essays.Aron, nameof(ChangeJobs), "labour.mismatch", "0", "labour.mismatch"),
        new("S21", "Secondary sanctions on those who import oil make the war dearer", Essays.Aron, nameof(CollectRevenue), "sanctions.secondary_oil_bite", "0", "sanctions.secondary_oil_bite", Note: Essays.UnderSanctions),
        new("S22", "So do sanctions on the largest oil and gas firms", Essays.Aron, nameof(CollectRevenue), "sanctions.energy_majors_bite", "0", "sanctions.energy_majors_bite", Note: Essays.UnderSanctions),
        new("S23", "So does closing the loopholes of banks", Essays.Aron, nameof(CollectRevenue), "sanctions.banks_bite", "0", "sanctions.banks_bite", Note: Essays.UnderSanctions),
        new("S50", "Orders stop and the plants lay off", Essays.PeaceTrap, nameof(ShrinkEconomy), "recession.lay_offs", "0", "recession.lay_offs"),
        new("S52", "Military spending is a drug: output that only the war holds up", Essays.PeaceTrap, nameof(ShrinkEconomy), "recession.addiction", "0", "recession.addiction"),
        new("S53", "It is bad growth: it wears potential output down", Essays.PeaceTrap, nameof(ShrinkEconomy), "recession.growth_drag", "0", "recession.growth_drag"),
        new("S54", "Peace is a shock of demand", Essays.PeaceTrap, nameof(ShrinkEconomy), "recession.multiplier", "0", "recession.multiplier"),
        new("S56", "The money that the war printed is spent at peace and drives prices", Essays.PeaceTrap, nameof(MovePrices), "prices.overhang", "0", "prices.overhang"),
        new("S63", "The patron buys the oil and sells the goods that sanctions are to stop", Essays.PeaceTrap, $"{nameof(CollectRevenue)}, {nameof(FightWar)}", "patron.purchases", "0", "patron.purchases", Note: Essays.UnderSanctions),
        new("S71", "Interdiction of the shadow fleet dries up the revenue", Essays.PeaceTrap, nameof(CollectRevenue), "sanctions.shadow_fleet_bite", "0", "sanctions.shadow_fleet_bite", Note: Essays.UnderSanctions),
        new("S79", "The state gains by peace: reconstruction, people and technology", Essays.PeaceTrap, nameof(ShrinkEconomy), "recession.reconstruction", "0", "recession.reconstruction"),
        new("S81", "The patron props its client up where it would collapse", Essays.PeaceTrap, nameof(CollectRevenue), "patron.support", "0", "patron.support", Note: Essays.UnderSanctions),
        new("S82", "The war's high pay drives consumption, and with it prices", Essays.PeaceTrap, nameof(MovePrices), "prices.demand_pull", "0", "prices.demand_pull"),
    ];
}
