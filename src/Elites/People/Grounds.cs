using Agents.Numerics;
using Elites.Economics;
using Elites.Populations;
using Elites.Warfare;

namespace Elites.People;

/// <summary>M9: what everyone's judgement of the regime's legitimacy rests on this week, before what each feels and believes.</summary>
internal readonly struct Grounds
{
    private const double CasualtiesOfReference = 700_000;

    public Grounds(Economy economy, Settlement settlement, War war, Society society, Narrative narrative, ElitesParameters parameters)
    {
        var p = parameters.Legitimacy;
        var warness = settlement.Warness;
        var militant = Math.Min(1, p.Nationalism) * warness;
        Performance = p.PerformanceAtPeace + militant * (p.PerformanceInWar - p.PerformanceAtPeace);
        (MeanHardship, Mandate) = (society.Hardship, society.Mandate);
        Crisis = p.Crisis * (Math.Max(0, -economy.Gap) + Math.Max(0, economy.Inflation - p.ToleratedInflation));
        var fear = parameters.War.Enabled ? warness + (1 - warness) * Clock.LeftAfter(settlement.WeeksSettled, p.RallyHalfLife) : 0;
        var rally = p.RallyAtPeace + p.Enemy * fear * (p.RallyInWar - p.RallyAtPeace);
        Nation = (p.NationAtPeace + militant * (p.NationInWar - p.NationAtPeace)) * rally * Math.Min(narrative.Strength, narrative.Message);
        var debt = Debt(war.Casualties, p);
        var settled = parameters.War.Enabled && !settlement.IsWar ? 1 - warness : 0;
        // The public makes of terms what citizens do.
        var terms = settlement.Terms.For(MassKind.Citizen, parameters.Terms);
        Shine = p.Victory * (p.Shine * (warness * (war.ExpectedTerms + p.HopeInWar) + settled * terms) - debt);
        Framing = p.Victory * p.Shine * settled * (1 - terms) * parameters.Narrative.VictoryFraming;
        var gap = Math.Max(0, narrative.Strength - narrative.Message);
        Dissonance = p.Dissonance * parameters.Narrative.Strength * gap * gap;
    }

    /// <summary>What casualties ask for, on the scale of terms (The peace trap 2025: "every casualty requires a justification").</summary>
    public static double Debt(double casualties, LegitimacyParameters p) =>
        p.CasualtyDebt * Functions.Log1p(casualties / 1000) / Functions.Log1p(CasualtiesOfReference / 1000);

    /// <summary>Weight of performance (wP).</summary>
    public double Performance { get; }

    /// <summary>Mean hardship: persons judge by what they see of others, too.</summary>
    public double MeanHardship { get; }

    /// <summary>What the last elections gave or took.</summary>
    public double Mandate { get; }

    /// <summary>What an economic crisis takes from performance.</summary>
    public double Crisis { get; }

    /// <summary>Weight of the nation (wN) times rally and narrative, as far as the leader still stands for it.</summary>
    public double Nation { get; }

    /// <summary>Shine of victory, hoped for or won, less the debt to the fallen.</summary>
    public double Shine { get; }

    /// <summary>Shine that framing adds for one of full credence.</summary>
    public double Framing { get; }

    /// <summary>What dissonance takes from one of full credence (after Festinger 1957).</summary>
    public double Dissonance { get; }
}
