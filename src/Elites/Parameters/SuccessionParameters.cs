namespace Elites.Parameters;

/// <summary>M23.</summary>
public sealed class SuccessionParameters : Mechanism
{
    [Parameter("Whether an heir is named and the succession has a rule", Unit = "share", Min = 0, Max = 1, Lever = 38)]
    public double Heir { get; set; }
}
