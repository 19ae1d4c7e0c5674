namespace Elites.Leadership;

/// <summary>What the leader can do at home: repress, pay off, purge, scapegoat, name an heir.</summary>
public sealed class RemedyParameters
{
    [Parameter("What he would give not to take any of these steps", Unit = "months in office", Min = 0, Max = 200)]
    public double Price { get; set; } = 2;

    [Parameter("Half-life of crackdowns, payments and scapegoats", Unit = "weeks", Min = 1, Max = 520)]
    public double HalfLife { get; set; } = 52;

    [Parameter("Repression that a crackdown adds", Unit = "share", Min = 0, Max = 1)]
    public double Crackdown { get; set; } = 0.1;

    [Parameter("Fall of the street's risk that he hopes for of a crackdown", Unit = "logit", Min = 0, Max = 10)]
    public double CrackdownHope { get; set; } = 0.5;

    [Parameter("Share of the elite's lost rents that a payment makes good", Unit = "share", Min = 0, Max = 1)]
    public double PayOff { get; set; } = 0.2;

    [Parameter("Fall of the palace's risk that he hopes for of a payment", Unit = "logit", Min = 0, Max = 10)]
    public double PayOffHope { get; set; } = 0.3;

    [Parameter("Share of a clan that a purge replaces: those who show least loyalty, in the clan that shows least", Unit = "share", Min = 0, Max = 1)]
    public double Purge { get; set; } = 0.1;

    [Parameter("Loyalty that the rest of a purged clan loses", Unit = "logit", Min = 0, Max = 10, Source = "Sudduth 2017 for the form; value assumed")]
    public double PurgeResentment { get; set; } = 0.3;

    [Parameter("Fear that a purge spreads", Unit = "logit", Min = 0, Max = 5)]
    public double PurgeFear { get; set; } = 0.2;

    [Parameter("Fall of the palace's and the right's risk that he hopes for of a purge", Unit = "logit", Min = 0, Max = 10)]
    public double PurgeHope { get; set; } = 0.4;

    [Parameter("Share of the leader's blame that scapegoats take over", Unit = "share", Min = 0, Max = 1)]
    public double Scapegoat { get; set; } = 0.5;

    [Parameter("Fall of the palace's risk that he hopes for of scapegoats, where blame on him is total", Unit = "logit", Min = 0, Max = 10)]
    public double ScapegoatHope { get; set; } = 3;

    [Parameter("Share of a punished exit's cost that an heir is hoped to spare him", Unit = "share", Min = 0, Max = 1)]
    public double HeirHope { get; set; } = 0.3;

    [Parameter("Rise of the palace's risk that an heir brings", Unit = "logit", Min = 0, Max = 10, Source = "the crown prince's problem, Herz 1952; value assumed")]
    public double HeirRisk { get; set; } = 0.3;
}
