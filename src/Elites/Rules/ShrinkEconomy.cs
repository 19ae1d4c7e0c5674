using Agents.Numerics;
using Elites.Parameters;

namespace Elites.Rules;

/// <summary>
/// M4, the recession of peace: demand falls with the defence share, the gap closes slowly, and a large defence share
/// slows potential growth. gap' = gap - D gap / Tc + m (d' - d)(1 - offset).
/// </summary>
internal readonly struct ShrinkEconomy(Economy economy, Politics politics, ElitesParameters parameters)
{
    public void Step()
    {
        var p = parameters.Recession;
        var before = economy.DefenceShare;
        economy.DefenceShare = NextShare(before);
        var demand = p.Strength * p.Multiplier * (economy.DefenceShare - before) * (1 - parameters.Settlement.Conversion);
        economy.Gap += demand - economy.Gap / (Clock.WeeksPerYear * p.RecoveryYears);
        var growth = p.PotentialGrowth - p.Strength * p.GrowthDrag * (economy.DefenceShare - parameters.Settlement.DefenceShare);
        economy.Potential *= Functions.Exp(growth / Clock.WeeksPerYear);
        economy.LayOffs = Math.Max(0, before - economy.DefenceShare) / economy.DefenceShareInWar;
    }

    /// <summary>The budget moves in a straight line from its wartime to its peacetime share; war brings it back at once.</summary>
    private double NextShare(double share)
    {
        if (politics.IsWar)
            return economy.DefenceShareInWar;
        var atPeace = parameters.Settlement.DefenceShare;
        var step = (economy.DefenceShareInWar - atPeace) / parameters.Settlement.WindDownWeeks;
        return step > 0 ? Math.Max(atPeace, share - step) : atPeace;
    }
}
