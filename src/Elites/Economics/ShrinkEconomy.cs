using Agents.Numerics;
using Elites.Warfare;

namespace Elites.Economics;

/// <summary>
/// M4, the recession of peace: demand falls with the defence share and with new sanctions, the gap closes slowly, to
/// below 0 where only the war's orders held output up, and a large defence share slows potential growth.
/// gap' = gap + D (addiction (d - d0) - gap) / Tc + m (d' - d)(1 - offset) - sanctions + D (shock - demand (r - usual r)).
/// </summary>
internal readonly struct ShrinkEconomy(Economy economy, Settlement settlement, Clock clock, ElitesParameters parameters)
{
    /// <summary>The gap that nothing can widen further: some output is always left.</summary>
    private const double Widest = -0.9;

    public void Step()
    {
        var p = parameters.Recession;
        var before = economy.DefenceShare;
        economy.DefenceShare = NextShare(before);
        var demand = p.Multiplier * (economy.DefenceShare - before) * (1 - parameters.Settlement.Conversion) - economy.SanctionShock;
        var rest = p.Strength * p.Addiction * (economy.DefenceShare - economy.DefenceShareInWar);
        economy.Gap += p.Strength * demand + (1 - Functions.Exp(-clock.Years / p.RecoveryYears)) * (rest - economy.Gap);
        var bank = parameters.CentralBank;
        var tight = bank.Strength * bank.Demand * (economy.RealRate - economy.UsualRealRate);
        economy.Gap = Math.Max(Widest, economy.Gap + clock.Years * (economy.Shock - tight));
        var drag = p.GrowthDrag * (economy.DefenceShare - parameters.Settlement.DefenceShare);
        var rebuilt = parameters.War.Enabled ? p.Reconstruction * (1 - settlement.Warness) : 0;
        economy.Potential *= Functions.Exp((p.PotentialGrowth + p.Strength * (rebuilt - drag)) * clock.Years);
        LayOff(p.LayOffs);
    }

    /// <summary>The budget moves in a straight line from its wartime to its peacetime share; war brings it back at once.</summary>
    private double NextShare(double share)
    {
        if (settlement.IsWar)
            return economy.DefenceShareInWar;
        var atPeace = parameters.Settlement.DefenceShare;
        var step = (economy.DefenceShareInWar - atPeace) * clock.Weeks / parameters.Settlement.WindDownWeeks;
        return step > 0 ? Math.Max(atPeace, share - step) : atPeace;
    }

    /// <summary>Jobs in the plants follow the budget down, no faster than lay-offs are spread; war brings them back.</summary>
    private void LayOff(double share)
    {
        var wanted = 1 - share * (1 - economy.DefenceShare / economy.DefenceShareInWar);
        var atPeace = 1 - share * (1 - parameters.Settlement.DefenceShare / economy.DefenceShareInWar);
        var most = Math.Max(0, 1 - atPeace) * clock.Weeks / Math.Max(clock.Weeks, parameters.Settlement.LayOffWeeks);
        economy.LayOffs = Math.Clamp(economy.DefenceJobs - wanted, 0, most);
        economy.DefenceJobs = Math.Max(wanted, economy.DefenceJobs - economy.LayOffs);
    }
}
