namespace Elites.Street;

/// <summary>M22: the shock of any change of policy.</summary>
public sealed class ChangeShockParameters : MechanismParameters
{
    [Parameter("Size of the change that an end or a beginning of war is (z); a ceasefire is that much less as it keeps of the war", Unit = "", Min = 0, Max = 10)]
    public double War { get; set; } = 0.5;

    [Parameter("Size of the change that a step of repression from none to full is, ordered at once", Unit = "", Min = 0, Max = 10)]
    public double Repression { get; set; } = 1;

    [Parameter("Standard deviation of the shift of thresholds of protest by a change of size 1", Unit = "share", Min = 0, Max = 1, Source = "Tocqueville 1856 for the statement, Aron 2025; value assumed")]
    public double Spread { get; set; } = 0.1;

    [Parameter("Standard deviation of the shift of an elite agent's loyalty by a change of size 1; 0.78 is 0.1 at a loyalty of 0.85", Unit = "logit", Min = 0, Max = 10, Source = "Tocqueville 1856 for the statement, Aron 2025; value assumed")]
    public double EliteSpread { get; set; } = 0.78;

    [Parameter("Mean fall of thresholds, as a share of their standard deviation, and of the elite's loyalty likewise; 0 is a change that unsettles without pushing", Unit = "", Min = -5, Max = 5)]
    public double Mean { get; set; }

    [Parameter("Half-life of the shift of thresholds; the elite's fades as its personal shocks do", Unit = "weeks", Min = 1, Max = 520)]
    public double HalfLife { get; set; } = 26;
}
