namespace Elites.People;

/// <summary>M9: legitimacy by performance, by nation and by victory.</summary>
public sealed class LegitimacyParameters : MechanismParameters
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

    [Parameter("Terms that casualties of 700,000 use up (dk)", Unit = "share", Min = 0, Max = 1, Source = "the statement is The peace trap 2025; value assumed")]
    public double CasualtyDebt { get; set; } = 0.6;

    [Parameter("How far hopes in the war exceed the expected terms", Unit = "share", Min = 0, Max = 1)]
    public double HopeInWar { get; set; } = 0.3;

    [Parameter("Share of the rally that the enemy brings; 0 leaves the rally of peace", Unit = "share", Min = 0, Max = 1, Source = "the statement is Kennan's in Aron 2025; value assumed")]
    public double Enemy { get; set; } = 1;

    [Parameter("How far the war moves weight from performance to the nation (s); 0 keeps the weights of peace", Unit = "share", Min = 0, Max = 1, Source = "the statement is Aron 2025; value assumed")]
    public double Nationalism { get; set; } = 1;

    [Parameter("Share of the terms, hoped for or won, that shines; the debt of casualties is taken off all the same", Unit = "share", Min = 0, Max = 1, Source = "the statement is Aron 2025; value assumed")]
    public double Shine { get; set; } = 1;

    [Parameter("Weight of dissonance (wS)", Unit = "", Min = 0, Max = 5, Source = "the statement is The peace trap 2025; value assumed")]
    public double Dissonance { get; set; } = 0.3;

    [Parameter("Weight in the nation of what a person has come to believe of the narrative, beyond what it believed at the start", Unit = "", Min = 0, Max = 5)]
    public double Belief { get; set; } = 0.5;

    [Parameter("Weight in performance of an economic crisis: the output gap below 0 and inflation above the tolerated", Unit = "", Min = 0, Max = 20, Source = "the statement is The peace trap 2025; value assumed")]
    public double Crisis { get; set; } = 2;

    [Parameter("Inflation that is tolerated", Unit = "per year", Min = 0, Max = 5)]
    public double ToleratedInflation { get; set; } = 0.12;
}
