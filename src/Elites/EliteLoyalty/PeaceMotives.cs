using Elites.Populations;
using Elites.Warfare;

namespace Elites.EliteLoyalty;

/// <summary>M13, what peace does to everyone's loyalty; all of it is 0 in the war as it was at the start.</summary>
internal readonly struct PeaceMotives
{
    private readonly double inWar, longPast, atStart;
    private readonly Terms settled;
    private readonly TermsParameters weights;

    public PeaceMotives(Settlement settlement, War war, ElitesParameters parameters)
    {
        var p = parameters.Loyalty;
        var peace = 1 - settlement.Warness;
        Nearness = peace * Clock.LeftAfter(settlement.WeeksSettled, p.DistanceHalfLife);
        Compromise = peace * p.Compromise * (1 - settlement.Terms.Kept) * Clock.LeftAfter(settlement.WeeksSettled, p.CompromiseHalfLife);
        (settled, weights, atStart) = (settlement.Terms, parameters.Terms, parameters.War.ExpectedTerms);
        (inWar, longPast) = (settlement.Warness * war.ExpectedTerms, (peace - Nearness) * atStart);
        var isAfterAWar = !settlement.IsWar && parameters.War.Enabled;
        Rivalry = isAfterAWar ? peace * p.ClanRivalry : 0;
        Replaceable = peace * p.Indispensability * (1 - p.IndispensabilityAtPeace);
        Hunger = p.Feeding * Nearness;
    }

    /// <summary>How near the settlement still feels: 1 at its announcement, 0 in war and long after.</summary>
    public double Nearness { get; }

    /// <summary>Weakness that a compromise shows.</summary>
    public double Compromise { get; }

    /// <summary>How much more clans differ, now that the war unites them no longer.</summary>
    public double Rivalry { get; }

    /// <summary>The need of a commander, which is gone, in logits.</summary>
    public double Replaceable { get; }

    /// <summary>What the war no longer feeds, in logits.</summary>
    public double Hunger { get; }

    /// <summary>Terms in sight as a kind weighs them, in every world: those expected of the war, those of a settlement that is near, and else what was expected at the start.</summary>
    public double InSight(EliteKind kind) => inWar + Nearness * settled.For(kind, weights) + longPast;

    /// <summary>Terms expected of the war at its start, less those in sight.</summary>
    public double Disappointment(EliteKind kind) => atStart - InSight(kind);
}
