using Elites.Warfare;

namespace Elites.EliteLoyalty;

/// <summary>M13, what peace does to everyone's loyalty; all of it is 0 in the war as it was at the start.</summary>
internal readonly struct PeaceMotives
{
    public PeaceMotives(Settlement settlement, War war, ElitesParameters parameters)
    {
        var p = parameters.Loyalty;
        var peace = 1 - settlement.Warness;
        Nearness = peace * Clock.LeftAfter(settlement.WeeksSettled, p.DistanceHalfLife);
        Compromise = peace * p.Compromise * (1 - settlement.Terms) * Clock.LeftAfter(settlement.WeeksSettled, p.CompromiseHalfLife);
        InSight = settlement.Warness * war.ExpectedTerms + Nearness * settlement.Terms + (peace - Nearness) * parameters.War.ExpectedTerms;
        Disappointment = parameters.War.ExpectedTerms - InSight;
        var isAfterAWar = !settlement.IsWar && parameters.War.Enabled;
        Rivalry = isAfterAWar ? peace * p.ClanRivalry : 0;
        Replaceable = peace * p.Indispensability * (1 - p.IndispensabilityAtPeace);
        Hunger = p.Feeding * Nearness;
    }

    /// <summary>How near the settlement still feels: 1 at its announcement, 0 in war and long after.</summary>
    public double Nearness { get; }

    /// <summary>Weakness that a compromise shows.</summary>
    public double Compromise { get; }

    /// <summary>Terms in sight, in every world: those expected of the war, those of a settlement that is near, and else what was expected at the start.</summary>
    public double InSight { get; }

    /// <summary>Terms expected of the war at its start, less those in sight.</summary>
    public double Disappointment { get; }

    /// <summary>How much more clans differ, now that the war unites them no longer.</summary>
    public double Rivalry { get; }

    /// <summary>The need of a commander, which is gone, in logits.</summary>
    public double Replaceable { get; }

    /// <summary>What the war no longer feeds, in logits.</summary>
    public double Hunger { get; }
}
