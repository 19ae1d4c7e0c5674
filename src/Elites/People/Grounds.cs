using Agents.Numerics;

namespace Elites.People;

/// <summary>M9: what everyone's judgement of the regime's legitimacy rests on this week, before what each feels and believes.</summary>
internal readonly struct Grounds
{
    private const double CasualtiesOfReference = 700_000;

    public Grounds(ElitesModel model, ElitesParameters parameters)
    {
        var (politics, p) = (model.Politics, parameters.Legitimacy);
        var war = politics.Warness;
        var militant = Math.Min(1, p.Nationalism) * war;
        Performance = p.PerformanceAtPeace + militant * (p.PerformanceInWar - p.PerformanceAtPeace);
        MeanHardship = politics.Hardship;
        Crisis = p.Crisis * (Math.Max(0, -model.Economy.Gap) + Math.Max(0, model.Economy.Inflation - p.ToleratedInflation));
        var fear = parameters.War.Enabled ? war + (1 - war) * Clock.LeftAfter(politics.WeeksSettled, p.RallyHalfLife) : 0;
        var rally = p.RallyAtPeace + p.Enemy * fear * (p.RallyInWar - p.RallyAtPeace);
        Nation = (p.NationAtPeace + militant * (p.NationInWar - p.NationAtPeace)) * rally * Math.Min(politics.Narrative, politics.Message);
        var debt = Debt(politics.Casualties, p);
        var settled = parameters.War.Enabled && !politics.IsWar ? 1 - war : 0;
        Shine = p.Victory * (p.Shine * (war * (politics.ExpectedTerms + p.HopeInWar) + settled * politics.Terms) - debt);
        Framing = p.Victory * p.Shine * settled * (1 - politics.Terms) * parameters.Narrative.VictoryFraming;
        var gap = Math.Max(0, politics.Narrative - politics.Message);
        Dissonance = p.Dissonance * parameters.Narrative.Strength * gap * gap;
    }

    /// <summary>What casualties ask for, on the scale of terms (The peace trap 2025: "every casualty requires a justification").</summary>
    public static double Debt(double casualties, LegitimacyParameters p) =>
        p.CasualtyDebt * Functions.Log1p(casualties / 1000) / Functions.Log1p(CasualtiesOfReference / 1000);

    /// <summary>Weight of performance (wP).</summary>
    public double Performance { get; }

    /// <summary>Mean hardship: persons judge by what they see of others, too.</summary>
    public double MeanHardship { get; }

    /// <summary>What an economic crisis takes from performance.</summary>
    public double Crisis { get; }

    /// <summary>Weight of the nation (wN) times rally and narrative, as far as the leader still stands for it.</summary>
    public double Nation { get; }

    /// <summary>Shine of victory, hoped for or won, less the debt to the fallen.</summary>
    public double Shine { get; }

    /// <summary>Shine that framing adds for one of full credence.</summary>
    public double Framing { get; }

    /// <summary>What dissonance takes from one of full credence (Festinger 1957 for the claim).</summary>
    public double Dissonance { get; }
}
