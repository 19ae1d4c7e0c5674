namespace Elites.Forces;

/// <summary>M18: morale of units, mutiny and the collapse of the front.</summary>
public sealed class UnitParameters : MechanismParameters
{
    [Parameter("Units, each a run of neighbouring soldiers", Unit = "units", Min = 1, Max = 1_000, AtStartOnly = true)]
    public int Count { get; set; } = 40;

    [Parameter("Morale of a unit without losses, in full supply, with the chance of victory of the anchor", Unit = "share", Min = 0, Max = 1)]
    public double Rested { get; set; } = 0.7;

    [Parameter("Share of the way to the morale that its condition calls for that a unit goes in a week", Unit = "per week", Min = 0, Max = 1)]
    public double Reversion { get; set; } = 0.05;

    [Parameter("Standard deviation of a unit's own shocks in a week", Unit = "share", Min = 0, Max = 0.5)]
    public double Noise { get; set; } = 0.02;

    [Parameter("Morale lost by each soldier in a hundred who falls in a week, in hundredths", Unit = "", Min = 0, Max = 100)]
    public double Losses { get; set; } = 10;

    [Parameter("Morale gained with the chance of victory", Unit = "", Min = 0, Max = 2)]
    public double Victory { get; set; } = 0.3;

    [Parameter("Chance of victory at which it neither lifts nor lowers morale", Unit = "share", Min = 0, Max = 1)]
    public double VictoryAnchor { get; set; } = 0.35;

    [Parameter("Morale lost where supply fails altogether", Unit = "", Min = 0, Max = 2)]
    public double Supply { get; set; } = 0.5;

    [Parameter("Morale lost to arrears of pay in a currency crisis", Unit = "share", Min = 0, Max = 1)]
    public double Arrears { get; set; } = 0.15;

    [Parameter("Morale lost with the betrayal that those feel who are still at the front after a settlement", Unit = "", Min = 0, Max = 2)]
    public double Betrayal { get; set; } = 0.5;

    [Parameter("Morale below which a unit mutinies", Unit = "share", Min = 0, Max = 1)]
    public double MutinyBelow { get; set; } = 0.2;

    [Parameter("How far that bound rises where both neighbouring units are in mutiny", Unit = "share", Min = 0, Max = 1, Source = "Granovetter 1978 for the form; value assumed")]
    public double Contagion { get; set; } = 0.1;

    [Parameter("Share of units that, in mutiny within four weeks, lets the front collapse", Unit = "share", Min = 0, Max = 1)]
    public double CollapseShare { get; set; } = 0.15;

    [Parameter("Weakness that a mutiny of the whole army shows", Unit = "logit", Min = 0, Max = 10)]
    public double Weakness { get; set; } = 1;

    [Parameter("Weakness that the collapse of the front shows (panic of the elite)", Unit = "logit", Min = 0, Max = 10, Source = "the statement is The peace trap 2025; value assumed")]
    public double Panic { get; set; } = 0.5;
}
