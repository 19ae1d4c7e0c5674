using Elites.Parameters;

namespace Elites.Rules;

/// <summary>
/// M14, blame: what victory was promised and did not come, made larger by casualties, is blamed at the announcement
/// and fades; while the war goes on only part of it is felt.
/// </summary>
internal readonly struct AllotBlame(Politics politics, ElitesParameters parameters)
{
    public void Step()
    {
        var p = parameters.Blame;
        var scale = p.Strength * (1 + politics.Casualties / p.CasualtyScale);
        if (politics.IsWar)
            politics.Blame = scale * p.InWar * Math.Max(0, 1 - politics.ExpectedTerms);
        else if (politics.IsAnnouncement)
            politics.Blame = scale * Math.Max(0, 1 - politics.Terms);
        else
            politics.Blame *= Politics.Left(1, p.HalfLife);
    }
}
