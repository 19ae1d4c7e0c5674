namespace Elites.EliteLoyalty;

/// <summary>
/// M14, blame: what victory was promised and did not come, made larger by casualties, is blamed at the announcement
/// and fades; while the war's discipline holds only part of it is felt. Who bears it is a matter of culpability (Croco
/// 2011) and of whom the leader makes a scapegoat.
/// </summary>
internal readonly struct AllotBlame(Politics politics, double scapegoating, Clock clock, ElitesParameters parameters)
{
    public void Step()
    {
        var p = parameters.Blame;
        var scale = p.Strength * (1 + politics.Casualties / p.CasualtyScale);
        var felt = politics.Warness * p.InWar + (1 - politics.Warness);
        if (politics.IsWar)
            politics.Blame = scale * felt * Math.Max(0, 1 - politics.ExpectedTerms);
        else if (politics.IsAnnouncement)
            politics.Blame = scale * felt * Math.Max(0, 1 - politics.Terms);
        else
            politics.Blame *= clock.Left(p.HalfLife);
        Share(p);
    }

    private void Share(BlameParameters p)
    {
        var culpable = parameters.Leader.Culpability;
        var shifted = culpable * Math.Max(scapegoating, p.ScapegoatGenerals);
        politics.LeaderShareOfBlame = culpable - shifted;
        politics.OfficersShareOfBlame = shifted;
    }
}
