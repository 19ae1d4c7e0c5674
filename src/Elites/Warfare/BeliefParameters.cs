namespace Elites.Warfare;

/// <summary>M25: what the elite believes of victory.</summary>
public sealed class BeliefParameters : MechanismParameters
{
    [Parameter("Chance of victory that the elite believes in at the start", Unit = "share", Min = 0, Max = 1)]
    public double Usual { get; set; } = 0.35;

    [Parameter("Standard deviation of that belief within the elite", Unit = "share", Min = 0, Max = 0.5, AtStartOnly = true)]
    public double Spread { get; set; } = 0.1;

    [Parameter("Share of the way to what the war shows that a belief goes in a week where aid is steady (g)", Unit = "per week", Min = 0, Max = 1, Source = "Slantchev 2003 for the form; value assumed")]
    public double Speed { get; set; } = 0.1;

    [Parameter("Volatility of aid at which learning takes twice as long; 0 counts none", Unit = "share", Min = 0, Max = 10)]
    public double Confusion { get; set; } = 0.2;

    [Parameter("Standard deviation of what an elite agent sees of the war in a week", Unit = "share", Min = 0, Max = 1)]
    public double Noise { get; set; } = 0.1;

    [Parameter("Weight in loyalty of the promised victory: of the belief in it above or below the usual, in war", Unit = "logit", Min = 0, Max = 10, Source = "the statement is The peace trap 2025; value assumed")]
    public double Promise { get; set; } = 1.5;

    [Parameter("Rise of the terms that are expected of the war with the elite's belief in victory", Unit = "terms", Min = 0, Max = 2)]
    public double Terms { get; set; } = 0.4;

    [Parameter("Rise of the terms that are expected of the war with the front", Unit = "terms", Min = 0, Max = 1)]
    public double Front { get; set; } = 0.5;
}
