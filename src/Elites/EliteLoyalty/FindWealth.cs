using Agents.Numerics;
using Elites.Warfare;

namespace Elites.EliteLoyalty;

/// <summary>
/// M13 and M21, hidden wealth of the elite: while it is targeted, what can be found is found with a time constant of years,
/// found' = (1 - e^(-D/years)) max(0, found_share elite_assets - found), and not lost again; what is lifted at peace is given back.
/// Owners get used to a loss as they do to a fall of rents.
/// </summary>
internal readonly struct FindWealth(EliteClimate climate, Settlement settlement, Clock clock, ElitesParameters parameters)
{
    public void Step()
    {
        var p = parameters.Sanctions;
        var within = Math.Min(1, p.Strength * p.FoundShare * p.EliteAssets);
        climate.Found += (1 - Functions.Exp(-clock.Years / p.FindingYears)) * Math.Max(0, within - climate.Found);
        climate.TakenUsually = Usual.Next(climate.TakenUsually, climate.Taken, 1 - clock.Left(Clock.WeeksPerYear * parameters.Hardship.EliteHalfLife));
        climate.Taken = climate.Found * (1 - parameters.ReliefAtPeace * (1 - settlement.Warness));
    }
}
