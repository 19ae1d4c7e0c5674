namespace Elites.Diplomacy;

/// <summary>M20: the patron on whom the state depends.</summary>
public sealed class PatronParameters : MechanismParameters
{
    [Parameter("The patron's disapproval of a settlement", Unit = "share", Min = 0, Max = 1, Lever = 37)]
    public double Disapproval { get; set; }

    [Parameter("Terms that the patron likes best: neither the client's collapse nor its triumph (tp)", Unit = "terms", Min = 0, Max = 1)]
    public double Ideal { get; set; } = 0.6;

    [Parameter("Approval that a client's turn to the West costs (kp)", Unit = "share", Min = 0, Max = 2, Source = "the statement is The peace trap 2025; value assumed")]
    public double PivotCost { get; set; } = 0.5;

    [Parameter("How far any peace is a turn to the West; the lifting of all sanctions is a full one", Unit = "share", Min = 0, Max = 1)]
    public double PivotOfPeace { get; set; } = 0.3;

    [Parameter("Approval below which the patron cuts its trade", Unit = "share", Min = 0, Max = 1)]
    public double Limit { get; set; } = 0.3;

    [Parameter("Softness of that limit", Unit = "share", Min = 0.001, Max = 1)]
    public double Softness { get; set; } = 0.05;

    [Parameter("Dependence on the patron's trade (c)", Unit = "share", Min = 0, Max = 1, Source = "the statement is The peace trap 2025; value assumed")]
    public double Dependence { get; set; } = 0.6;

    [Parameter("Share of the revenue that hangs on that trade which the patron can cut (lev)", Unit = "share", Min = 0, Max = 1, Source = "the statement is The peace trap 2025; value assumed")]
    public double Leverage { get; set; } = 0.5;

    [Parameter("Share of what secondary sanctions and the crackdown on dual-use goods would take that the patron buys and sells all the same", Unit = "share", Min = 0, Max = 1, Source = "the statement is The peace trap 2025; value assumed")]
    public double Purchases { get; set; } = 0.3;

    [Parameter("Revenue, in that of the start, below which the patron props its client up", Unit = "ratio", Min = 0, Max = 1)]
    public double Floor { get; set; } = 0.85;

    [Parameter("Share of what is missing to that floor that it pays", Unit = "share", Min = 0, Max = 1, Source = "the statement is The peace trap 2025; value assumed")]
    public double Support { get; set; } = 0.5;
}
