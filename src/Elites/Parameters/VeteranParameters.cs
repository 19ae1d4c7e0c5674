namespace Elites.Parameters;

/// <summary>M19.</summary>
public sealed class VeteranParameters : Mechanism
{
    [Parameter("Benefits of veterans and help in coming home", Unit = "share", Min = 0, Max = 1, Lever = 21)]
    public double Benefits { get; set; }

    [Parameter("Programme of jobs for veterans", Unit = "share", Min = 0, Max = 1, Lever = 21)]
    public double Jobs { get; set; }
}
