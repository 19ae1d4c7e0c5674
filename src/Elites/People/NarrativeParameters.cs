namespace Elites.People;

/// <summary>M10: the narrative and what people make of it.</summary>
public sealed class NarrativeParameters : MechanismParameters
{
    [Parameter("Strength of the state's narrative at the start (n), and what the state says while the war goes on", Unit = "share", Min = 0, Max = 1)]
    public double InitialStrength { get; set; } = 0.9;

    [Parameter("Share of the way to 1 by which the narrative can be stepped up in a week (rUp)", Unit = "per week", Min = 0, Max = 1)]
    public double StepUp { get; set; } = 0.1;

    [Parameter("How far the narrative can be stepped down in a week (rDn); 0 has no reverse gear", Unit = "per week", Min = 0, Max = 1, Source = "the statement is The peace trap 2025; value assumed", Lever = 31)]
    public double StepDown { get; set; } = 0.01;

    [Parameter("Share of the narrative that a settlement without any gain (x = 0) makes the state take back", Unit = "share", Min = 0, Max = 1)]
    public double ClimbDown { get; set; } = 0.5;

    [Parameter("Framing of a settlement as a victory: share of what the terms lack that the state claims all the same", Unit = "share", Min = 0, Max = 1, Lever = 32)]
    public double VictoryFraming { get; set; }

    [Parameter("Pull of a person's first opinion", Unit = "per week", Min = 0, Max = 1, Source = "Friedkin and Johnsen 1990 for the form; value assumed")]
    public double Anchor { get; set; } = 0.1;

    [Parameter("Pull of the broadcast narrative on one of full credence", Unit = "per week", Min = 0, Max = 1)]
    public double Broadcast { get; set; } = 0.06;

    [Parameter("Pull of the opinions of those a person talks to", Unit = "per week", Min = 0, Max = 1, Source = "DeGroot 1974 for the form; value assumed")]
    public double Talk { get; set; } = 0.1;

    [Parameter("Pull of ultranationalist channels on one who follows nothing else", Unit = "per week", Min = 0, Max = 1)]
    public double Channels { get; set; } = 0.04;

    [Parameter("Pull of outside sources on one without credence where nothing keeps them out; the justification of repression does", Unit = "per week", Min = 0, Max = 1, Source = "the statement is The peace trap 2025; value assumed")]
    public double OutsideSources { get; set; } = 0.03;

    /// <summary>The most that a person's opinion is drawn by in a week, all pulls together.</summary>
    internal double Pull => Strength * (Anchor + Broadcast + Talk + Channels + OutsideSources);
}
