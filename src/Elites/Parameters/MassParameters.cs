namespace Elites.Parameters;

/// <summary>M7.</summary>
public sealed class HardshipParameters : Mechanism
{
    [Parameter("Exponent of felt gains and losses", Unit = "", Min = 0.1, Max = 1, Source = "Tversky and Kahneman 1992")]
    public double Exponent { get; set; } = 0.88;

    [Parameter("Weight of losses against gains", Unit = "", Min = 1, Max = 10, Source = "Tversky and Kahneman 1992")]
    public double LossAversion { get; set; } = 2.25;

    [Parameter("Half-life of the reference income's rise", Unit = "years", Min = 0.05, Max = 20, Source = "Di Tella et al. 2010 (near-complete in 4 years); value assumed")]
    public double HalfLifeUp { get; set; } = 2;

    [Parameter("Half-life of the reference income's fall", Unit = "years", Min = 0.05, Max = 20)]
    public double HalfLifeDown { get; set; } = 3;

    [Parameter("Half-life of an elite agent's reference rent", Unit = "years", Min = 0.05, Max = 20)]
    public double EliteHalfLife { get; set; } = 0.6;

    [Parameter("Share of hardship that the war writes off (wo)", Unit = "share", Min = 0, Max = 0.9, Source = "the claim is Aron 2025; value assumed")]
    public double WriteOff { get; set; } = 0.4;

    [Parameter("Greatest hardship of a person at the reference income; persons differ evenly from 0 to it", Unit = "share", Min = 0, Max = 0.9, AtStartOnly = true)]
    public double GreatestFloor { get; set; } = 0.5;
}

/// <summary>M8.</summary>
public sealed class GrievanceParameters : Mechanism
{
    [Parameter("Share of the way to its target that grievance goes in a week (dg)", Unit = "per week", Min = 0, Max = 1)]
    public double Speed { get; set; } = 0.05;

    [Parameter("Weight of hardship (aH)", Unit = "", Min = 0, Max = 1.5, Source = "Gurr 1970, Epstein 2002 for the form; value assumed")]
    public double Hardship { get; set; } = 0.52;

    [Parameter("Weight of relative deprivation: status expected less status held (aRD)", Unit = "", Min = 0, Max = 1.5, Source = "Gurr 1970 for the form; value assumed")]
    public double Deprivation { get; set; } = 0.33;

    [Parameter("Weight of betrayal, for soldiers, veterans and ultranationalists (aB)", Unit = "", Min = 0, Max = 1.5)]
    public double Betrayal { get; set; } = 0.39;

    [Parameter("Weight of the standing that a defence worker has lost with the job", Unit = "", Min = 0, Max = 1.5, Source = "the claim is Aron 2025; value assumed")]
    public double Prestige { get; set; } = 0.15;

    [Parameter("Weight of the loss of kin (aK)", Unit = "", Min = 0, Max = 1.5)]
    public double KinLoss { get; set; } = 0.26;

    [Parameter("Rate at which betrayal, trauma and lost standing wear off by reintegration: e^-rate of it is left after a year", Unit = "per year", Min = 0, Max = 10)]
    public double Reintegration { get; set; } = 0.5;
}

/// <summary>M9.</summary>
public sealed class LegitimacyParameters : Mechanism
{
    [Parameter("Weight of performance in the war (wP)", Unit = "", Min = 0, Max = 1)]
    public double PerformanceInWar { get; set; } = 0.3;

    [Parameter("Weight of the nation in the war (wN)", Unit = "", Min = 0, Max = 1)]
    public double NationInWar { get; set; } = 0.5;

    [Parameter("Weight of performance at peace (wP)", Unit = "", Min = 0, Max = 1)]
    public double PerformanceAtPeace { get; set; } = 0.5;

    [Parameter("Weight of the nation at peace (wN)", Unit = "", Min = 0, Max = 1)]
    public double NationAtPeace { get; set; } = 0.3;

    [Parameter("Weight of victory's shine (wV)", Unit = "", Min = 0, Max = 1)]
    public double Victory { get; set; } = 0.2;

    [Parameter("Rally in the war", Unit = "share", Min = 0, Max = 1, Source = "Mueller 1970 for the decay; value assumed")]
    public double RallyInWar { get; set; } = 0.8;

    [Parameter("Rally that is left long after a settlement", Unit = "share", Min = 0, Max = 1)]
    public double RallyAtPeace { get; set; } = 0.4;

    [Parameter("Half-life of the rally after a settlement", Unit = "weeks", Min = 1, Max = 520)]
    public double RallyHalfLife { get; set; } = 26;

    [Parameter("Share of the way to the legitimacy of the week that a person's loyalty goes", Unit = "per week", Min = 0, Max = 1)]
    public double Speed { get; set; } = 0.05;

    [Parameter("Terms that casualties of 700,000 use up (dk)", Unit = "share", Min = 0, Max = 1, Source = "the claim is The peace trap 2025; value assumed")]
    public double CasualtyDebt { get; set; } = 0.6;

    [Parameter("How far hopes in the war exceed the expected terms", Unit = "share", Min = 0, Max = 1)]
    public double HopeInWar { get; set; } = 0.3;

    [Parameter("Share of the rally that the enemy brings; 0 leaves the rally of peace", Unit = "share", Min = 0, Max = 1, Source = "the claim is Kennan's in Aron 2025; value assumed")]
    public double Enemy { get; set; } = 1;

    [Parameter("How far the war moves weight from performance to the nation (s); 0 keeps the weights of peace", Unit = "share", Min = 0, Max = 1, Source = "the claim is Aron 2025; value assumed")]
    public double Nationalism { get; set; } = 1;

    [Parameter("Share of the terms, hoped for or won, that shines; the debt of casualties is taken off all the same", Unit = "share", Min = 0, Max = 1, Source = "the claim is Aron 2025; value assumed")]
    public double Shine { get; set; } = 1;

    [Parameter("Weight of dissonance (wS)", Unit = "", Min = 0, Max = 5, Source = "the claim is The peace trap 2025; value assumed")]
    public double Dissonance { get; set; } = 0.3;

    [Parameter("Weight in the nation of what a person has come to believe of the narrative, beyond what it believed at the start", Unit = "", Min = 0, Max = 5)]
    public double Belief { get; set; } = 0.5;

    [Parameter("Weight in performance of an economic crisis: the output gap below 0 and inflation above the tolerated", Unit = "", Min = 0, Max = 20, Source = "the claim is The peace trap 2025; value assumed")]
    public double Crisis { get; set; } = 2;

    [Parameter("Inflation that is tolerated", Unit = "per year", Min = 0, Max = 5)]
    public double ToleratedInflation { get; set; } = 0.12;
}

/// <summary>M12.</summary>
public sealed class ProtestParameters : Mechanism
{
    [Parameter("Mean threshold (T)", Unit = "share", Min = -1, Max = 2, Source = "Granovetter 1978, Epstein 2002 for the form; value assumed", AtStartOnly = true)]
    public double Threshold { get; set; } = 0.35;

    [Parameter("Standard deviation of thresholds", Unit = "share", Min = 0, Max = 1, AtStartOnly = true)]
    public double ThresholdSpread { get; set; } = 0.08;

    [Parameter("Steepness of the arrest risk, P = 1 - exp(-k C/A) (k)", Unit = "", Min = 0, Max = 20, Source = "Epstein 2002: P = 0.9 at C = A")]
    public double ArrestSteepness { get; set; } = 2.3;

    [Parameter("Arresters at hand per circle of acquaintances under full repression (C)", Unit = "arresters", Min = 0, Max = 100)]
    public double Arresters { get; set; } = 1;

    [Parameter("Whether C/A is rounded down to a whole number", Source = "Epstein 2002, as it is programmed; his paper has no rounding")]
    public bool WholeCops { get; set; }

    [Parameter("Whether everyone sees everyone, as if there were no network", Source = "Granovetter 1978")]
    public bool EveryoneSees { get; set; }

    [Parameter("Incidents that spark protest", Unit = "per year", Min = 0, Max = 52)]
    public double IncidentsPerYear { get; set; } = 0.5;

    [Parameter("Mean size of an incident, added to grievance in the regions it strikes", Unit = "share", Min = 0, Max = 1)]
    public double IncidentSize { get; set; } = 0.08;

    [Parameter("Share of an incident that is left a week later", Unit = "share", Min = 0, Max = 0.999)]
    public double IncidentMemory { get; set; } = 0.8;

    [Parameter("Active share of the population at which a protest can topple the leader (a*)", Unit = "share", Min = 0.0001, Max = 1, Source = "Chenoweth and Stephan 2011: about 3.5 %")]
    public double CriticalShare { get; set; } = 0.035;
}

/// <summary>M16.</summary>
public sealed class ObedienceParameters : Mechanism
{
    [Parameter("Commands that are given an order", Unit = "commands", Min = 1, Max = 1_000)]
    public int Commands { get; set; } = 8;

    [Parameter("Commands that must obey for a protest to be answered", Unit = "commands", Min = 1, Max = 1_000)]
    public int CommandsNeeded { get; set; } = 5;

    [Parameter("Weight of the leader's resolve", Unit = "", Min = 0, Max = 20)]
    public double Resolve { get; set; } = 3;

    [Parameter("Weight of the security officers' loyalty", Unit = "", Min = 0, Max = 20)]
    public double Loyalty { get; set; } = 2;

    [Parameter("Weight of the crowd, as a share of the critical share", Unit = "", Min = 0, Max = 20)]
    public double Crowd { get; set; } = 1;

    [Parameter("Standard deviation of the shock that commands share", Unit = "logit", Min = 0, Max = 5)]
    public double CommonShock { get; set; } = 0.5;

    [Parameter("Active share from which on a protest wants an answer", Unit = "share", Min = 0, Max = 1)]
    public double NoticedShare { get; set; } = 0.01;

    [Parameter("Resolve lost in a week of unanswered protest", Unit = "per week", Min = 0, Max = 1)]
    public double LossUnanswered { get; set; } = 0.02;

    [Parameter("Resolve lost by a settlement without victory, times 1 - x", Unit = "share", Min = 0, Max = 1)]
    public double LossByConcession { get; set; } = 0.1;

    [Parameter("Resolve regained in a week", Unit = "per week", Min = 0, Max = 1)]
    public double Recovery { get; set; } = 0.01;

    [Parameter("Share of each loss of resolve that the forces take to heart; 0 is a centre that nobody doubts", Unit = "share", Min = 0, Max = 5, Source = "the claim is The peace trap 2025 (Dresden 1989); value assumed")]
    public double Doubt { get; set; } = 1;

    [Parameter("Resolve from which on an order is sure to be given; below it the chance falls evenly to 0", Unit = "share", Min = 0, Max = 1)]
    public double SureOrder { get; set; } = 0.5;

    [Parameter("Chance that a command acts without an order", Unit = "share", Min = 0, Max = 1)]
    public double SilentObedience { get; set; } = 0.2;

    [Parameter("Resolve at the start, and its upper bound", Unit = "share", Min = 0, Max = 1, AtStartOnly = true)]
    public double ResolveAtStart { get; set; } = 0.8;

    [Parameter("Chance that an active person is arrested in a week where all commands obey", Unit = "per week", Min = 0, Max = 1)]
    public double Arrest { get; set; } = 0.3;

    [Parameter("Longest sentence; sentences differ evenly from 1 week to it", Unit = "weeks", Min = 1, Max = 1_000)]
    public int LongestSentence { get; set; } = 26;

    /// <summary>What a blow to the leader's standing costs of resolve in the eyes of the forces.</summary>
    internal double Loss(double blow) => Strength * Doubt * blow;
}
