namespace Elites.Parameters;

/// <summary>M11.</summary>
public sealed class RepressionParameters : Mechanism
{
    [Parameter("Repression (R)", Unit = "share", Min = 0, Max = 1)]
    public double Level { get; set; } = 0.6;

    [Parameter("Repression after a settlement; -1 is that of the war", Unit = "share", Min = -1, Max = 1, Lever = 27)]
    public double LevelAtPeace { get; set; } = -1;

    [Parameter("Share of the war's justification of repression that is kept at peace", Unit = "share", Min = 0, Max = 1, Lever = 28)]
    public double Retention { get; set; }
}
