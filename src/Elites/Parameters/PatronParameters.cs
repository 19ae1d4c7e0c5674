namespace Elites.Parameters;

/// <summary>M20.</summary>
public sealed class PatronParameters : Mechanism
{
    [Parameter("The patron's disapproval of a settlement", Unit = "share", Min = 0, Max = 1, Lever = 37)]
    public double Disapproval { get; set; }
}
