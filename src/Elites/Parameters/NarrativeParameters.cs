namespace Elites.Parameters;

/// <summary>M10.</summary>
public sealed class NarrativeParameters : Mechanism
{
    [Parameter("Strength of the state's narrative at the start (n)", Unit = "share", Min = 0, Max = 1)]
    public double InitialStrength { get; set; } = 0.9;

    [Parameter("How far the narrative can be stepped down in a week (rDn); 0 has no reverse gear", Unit = "per week", Min = 0, Max = 1, Source = "the claim is The peace trap 2025; value assumed", Lever = 31)]
    public double StepDown { get; set; } = 0.01;

    [Parameter("Framing of a settlement as a victory, added to its shine", Unit = "terms", Min = 0, Max = 1, Lever = 32)]
    public double VictoryFraming { get; set; }
}
