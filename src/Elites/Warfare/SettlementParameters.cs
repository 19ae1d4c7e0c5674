namespace Elites.Warfare;

/// <summary>
/// The settlement as a lever. Its terms are one number, by which they are judged, or have dimensions of their own: what is named is paid besides,
/// by relief, by reparations and by a guarantee that stands.
/// </summary>
public sealed class SettlementParameters
{
    /// <summary>The value of <see cref="Terms"/> without a settlement.</summary>
    internal const double None = -1;

    [Parameter("Terms of the settlement in force (x; 0 full withdrawal, 1 total victory), in every dimension that has no value of its own; -1 while the war goes on. A lost war is about 0.2, a draw 0.5, a win 0.8", Unit = "share", Min = -1, Max = 1, Lever = 1)]
    public double Terms { get; set; } = None;

    [Parameter("Territory that the settlement keeps: 1 all, 0 none; below 0 what settlement.terms says", Unit = "share", Min = -1, Max = 1, Lever = 1)]
    public double Territory { get; set; } = None;

    [Parameter("Reparations that the settlement spares: 1 none to pay, 0 in full; below 0 what settlement.terms says, and none are paid", Unit = "share", Min = -1, Max = 1, Lever = 1)]
    public double Reparations { get; set; } = None;

    [Parameter("Guarantees that the settlement denies the adversary: 1 it gets none, 0 an alliance's; below 0 what settlement.terms says, and none stands", Unit = "share", Min = -1, Max = 1, Lever = 1)]
    public double Guarantees { get; set; } = None;

    [Parameter("Relief from sanctions that the settlement brings: 1 all are lifted, 0 none; below 0 what settlement.terms says, and sanctions.relief_at_peace is what is lifted", Unit = "share", Min = -1, Max = 1, Lever = 1)]
    public double Relief { get; set; } = None;

    [Parameter("What reparations in full cost while they are paid, where the settlement names them", Unit = "share of output a year", Min = 0, Max = 0.2, Source = "value assumed; France paid near a fifth of a year's output in the years after 1815 (White 2001)")]
    public double ReparationsCost { get; set; } = 0.04;

    [Parameter("Years for which reparations are paid", Unit = "years", Min = 0, Max = 60, Source = "value assumed; France paid for some five years after 1815 (White 2001)")]
    public double ReparationsYears { get; set; } = 5;

    [Parameter("Whether the settlement is only a ceasefire", Lever = 3)]
    public bool Ceasefire { get; set; }

    [Parameter("How much of the war's discipline a ceasefire keeps (W)", Unit = "share", Min = 0, Max = 1)]
    public double CeasefireWarness { get; set; } = 0.5;

    [Parameter("Place of the front at which, where the leader chooses, the war is won; lost at its negative", Unit = "share", Min = 0.05, Max = 1)]
    public double VictoryFront { get; set; } = 0.6;

    [Parameter("Terms of a war won at the front", Unit = "share", Min = 0, Max = 1)]
    public double VictoryTerms { get; set; } = 0.8;

    [Parameter("Terms of a war lost at the front", Unit = "share", Min = 0, Max = 1)]
    public double RoutTerms { get; set; } = 0.2;

    [Parameter("Weeks over which the defence budget falls to its peacetime share after a settlement", Unit = "weeks", Min = 1, Max = 520)]
    public double WindDownWeeks { get; set; } = 26;

    [Parameter("Weeks over which soldiers are demobilised after a settlement", Unit = "weeks", Min = 1, Max = 520, Lever = 22)]
    public double DemobilisationWeeks { get; set; } = 26;

    [Parameter("Weeks over which the defence industry's lay-offs are spread; they never run ahead of the budget", Unit = "weeks", Min = 0, Max = 520, Lever = 25)]
    public double LayOffWeeks { get; set; } = 26;

    [Parameter("Defence share of output at peace", Unit = "share of output", Min = 0, Max = 0.6, Source = "The peace trap 2025, statistical appendix", Lever = 26)]
    public double DefenceShare { get; set; } = 0.035;

    [Parameter("Share of the fall in defence demand that conversion spending makes good", Unit = "share", Min = 0, Max = 1, Lever = 24)]
    public double Conversion { get; set; }

    /// <summary>The terms at one number: every dimension that has a value of its own keeps it, and a war has none.</summary>
    internal Terms TermsAt(double level)
    {
        return level < 0 ? level : new Terms(Of(Territory), Of(Reparations), Of(Guarantees), Of(Relief));
        double Of(double dimension) => dimension < 0 ? level : dimension;
    }
}
