using Agents.Data;
using Elites.EliteLoyalty;

namespace Elites.Warfare;

/// <summary>What the essays say of the war, the front and hopes of victory.</summary>
internal static class WarfareStatements
{
    public static readonly IReadOnlyList<Mechanism> All =
    [
        new("S1", "Losses go on week by week, mark kin and run up a debt", $"{Essays.Aron}; {Essays.PeaceTrap}", $"{nameof(FightWar)}, {nameof(BuryTheFallen)}", "war.casualties_per_day", "0", "war.casualties_per_day"),
        new("S2", "A stalemate: strength decides the front, and there is too little of it for a breakthrough", $"{Essays.Aron}; {Essays.PeaceTrap}", $"{nameof(FightWar)}, {nameof(ReckonVictory)}", "war.advantage", "0", "war.advantage"),
        new("S24", "Aid that comes and goes feeds the hope of victory", $"{Essays.Aron}, in our reading", nameof(ReckonVictory), "war.hope_by_volatility", "0", "war.hope_by_volatility"),
        new("S69", "Where victory is seen to be impossible, the promise that holds the elite collapses", Essays.PeaceTrap, $"{nameof(LearnOfVictory)}, {nameof(LoyaltyMotives)}", "belief.promise", "0", "belief.promise"),
        new("S70", "Strikes on logistics and command paralyse the army without taking land", Essays.PeaceTrap, nameof(FightWar), "war.strike_effect", "0", "war.strike_effect", Note: "shows where there are strikes"),
        new("S72", "A crackdown on go-betweens dries up the supply", Essays.PeaceTrap, nameof(FightWar), "sanctions.dual_use_bite", "0", "sanctions.dual_use_bite", Note: Essays.UnderSanctions),
        new("S74", "A guarantee and lasting commitments put victory out of reach", Essays.PeaceTrap, nameof(ReckonVictory), "war.ambiguity", "0", "war.ambiguity"),
    ];
}
