namespace Elites.People;

/// <summary>M7: hardship, felt against a reference income that adapts.</summary>
public sealed class HardshipParameters : MechanismParameters
{
    [Parameter("Exponent of felt gains and losses", Unit = "", Min = 0.1, Max = 1, Source = "Tversky and Kahneman 1992")]
    public double Exponent { get; set; } = 0.88;

    [Parameter("Weight of losses against gains", Unit = "", Min = 1, Max = 10, Source = "Tversky and Kahneman 1992")]
    public double LossAversion { get; set; } = 2.25;

    [Parameter("Half-life of the reference income's rise", Unit = "years", Min = 0.05, Max = 20, Source = "Di Tella et al. 2010 (near-complete in 4 years); value assumed")]
    public double HalfLifeUp { get; set; } = 2;

    [Parameter("Half-life of the reference income's fall", Unit = "years", Min = 0.05, Max = 20)]
    public double HalfLifeDown { get; set; } = 3;

    [Parameter("Half-life of an elite agent's reference rent", Unit = "years", Min = 0.05, Max = 20)]
    public double EliteHalfLife { get; set; } = 0.6;

    [Parameter("Share of hardship that the war writes off (wo)", Unit = "share", Min = 0, Max = 0.9, Source = "the statement is Aron 2025; value assumed")]
    public double WriteOff { get; set; } = 0.4;

    [Parameter("Greatest hardship of a person at the reference income; persons differ evenly from 0 to it", Unit = "share", Min = 0, Max = 0.9, AtStartOnly = true)]
    public double GreatestFloor { get; set; } = 0.5;
}
