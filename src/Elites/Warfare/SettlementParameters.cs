namespace Elites.Warfare;

/// <summary>The settlement as a lever.</summary>
public sealed class SettlementParameters
{
    /// <summary>The value of <see cref="Terms"/> without a settlement.</summary>
    internal const double None = -1;

    [Parameter("Terms of the settlement in force (x; 0 full withdrawal, 1 total victory); -1 while the war goes on. A lost war is about 0.2, a draw 0.5, a win 0.8", Unit = "share", Min = -1, Max = 1, Lever = 1)]
    public double Terms { get; set; } = None;

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
}
