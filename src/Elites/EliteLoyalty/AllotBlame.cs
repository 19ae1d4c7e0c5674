using Elites.Populations;
using Elites.Warfare;

namespace Elites.EliteLoyalty;

/// <summary>
/// M14, blame: what victory was promised and did not come, made larger by casualties (1 + beta C/(C + scale)), is blamed
/// at the announcement and fades; while the war's discipline holds only part of it is felt. Who bears it is a matter of culpability (Croco
/// 2011) and of whom the leader makes a scapegoat.
/// </summary>
internal readonly struct AllotBlame(EliteClimate climate, War war, Settlement settlement, Leader leader, Clock clock, ElitesParameters parameters)
{
    public void Begin()
    {
        Step();
        climate.BlameUsually = climate.Blame;
    }

    public void Step()
    {
        var p = parameters.Blame;
        var scale = p.Strength * p.LossFactor(war.Casualties);
        var felt = settlement.Warness * p.InWar + (1 - settlement.Warness);
        if (settlement.IsWar)
            climate.Blame = scale * felt * Math.Max(0, 1 - war.ExpectedTerms);
        else if (settlement.IsAnnouncement)
            climate.Blame = scale * felt * Math.Max(0, 1 - settlement.Terms.Kept);
        else
            climate.Blame *= clock.Left(p.HalfLife);
        climate.BlameUsually = Usual.Next(climate.BlameUsually, climate.Blame, clock.Years);
        Share();
    }

    /// <summary>Who bears it.</summary>
    public void Share()
    {
        var culpable = parameters.Leader.Culpability * leader.Culpable[0];
        var shifted = culpable * Math.Max(leader.Scapegoat[0], parameters.Blame.ScapegoatGenerals);
        climate.LeaderShareOfBlame = culpable - shifted;
        climate.OfficersShareOfBlame = shifted;
    }
}
