namespace Elites.Street;

/// <summary>M11: repression, its justification and what people hide.</summary>
public sealed class RepressionParameters : MechanismParameters
{
    [Parameter("Repression (R)", Unit = "share", Min = 0, Max = 1)]
    public double Level { get; set; } = 0.6;

    [Parameter("Repression after a settlement; -1 is that of the war", Unit = "share", Min = -1, Max = 1, Lever = 27)]
    public double LevelAtPeace { get; set; } = -1;

    [Parameter("Share of the war's justification of repression that is kept at peace", Unit = "share", Min = 0, Max = 1, Lever = 28)]
    public double Retention { get; set; }

    [Parameter("Half-life of the war's justification after a settlement", Unit = "weeks", Min = 1, Max = 520)]
    public double JustificationHalfLife { get; set; } = 26;

    [Parameter("Share of repression that works only as far as it is justified (1 - rho): the space that peace opens", Unit = "share", Min = 0, Max = 1, Source = "the statement is The peace trap 2025; value assumed")]
    public double Justified { get; set; } = 0.5181;

    [Parameter("Share of the way to 1 that repression grows in a year while an enemy justifies it", Unit = "per year", Min = 0, Max = 1, Source = "the statement is Aron 2025; value assumed")]
    public double Growth { get; set; } = 0.02;

    [Parameter("Repression added for each unit of public support that is wanting: force where victory does not shine", Unit = "share per share", Min = 0, Max = 10, Source = "the statement is Aron 2025; value assumed")]
    public double Answer { get; set; } = 1;

    [Parameter("Public support below which repression answers", Unit = "share", Min = 0, Max = 1)]
    public double SupportWanted { get; set; } = 0.55;

    [Parameter("Organising cost that treason laws put on a protest, per unit of effective repression above or below the usual", Unit = "share per share", Min = 0, Max = 5, Source = "the statement is The peace trap 2025; value assumed")]
    public double TreasonLaws { get; set; } = 0.1;

    [Parameter("Effective repression to which thresholds of protest are reckoned", Unit = "share", Min = 0, Max = 1)]
    public double Usual { get; set; } = 0.6;

    [Parameter("Share of weak ties that foreign-agent laws cut under full repression", Unit = "share", Min = 0, Max = 1, Source = "the statement is The peace trap 2025; value assumed")]
    public double ForeignAgentLaws { get; set; } = 0.5;

    [Parameter("Share of weak ties that total surveillance cuts under full repression", Unit = "share", Min = 0, Max = 1, Source = "the statement is The peace trap 2025; value assumed")]
    public double Surveillance { get; set; } = 0.5;

    [Parameter("Share of the way to their number of the week by which weak ties are cut in a week", Unit = "per week", Min = 0, Max = 1)]
    public double TieLoss { get; set; } = 0.1;

    [Parameter("Share of the way to their number of the week by which weak ties come back in a week", Unit = "per week", Min = 0, Max = 1)]
    public double TieReturn { get; set; } = 0.02;

    [Parameter("Loyalty that is shown in public by those who hide their own", Unit = "share", Min = 0, Max = 1, Source = "Kuran 1989 for the form; value assumed")]
    public double ShownLoyalty { get; set; } = 0.8;

    [Parameter("Greatest weight of being true to oneself against what is risked; persons have it less the more they shun risk", Unit = "", Min = 0, Max = 100, Source = "Kuran 1989 for the form; value assumed")]
    public double Integrity { get; set; } = 3;

    [Parameter("Grievance that an arrest adds to each acquaintance of the arrested", Unit = "share", Min = 0, Max = 1)]
    public double Backlash { get; set; } = 0.05;
}
