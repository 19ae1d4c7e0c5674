namespace Elites.EliteLoyalty;

/// <summary>How far the rent of each kind follows the defence budget.</summary>
public sealed class RentParameters
{
    [Parameter("Share of an oligarch's rent that falls with the defence budget", Unit = "share", Min = 0, Max = 1)]
    public double Oligarchs { get; set; } = 0.1;

    [Parameter("The same for generals and field officers", Unit = "share", Min = 0, Max = 1)]
    public double Officers { get; set; } = 0.2;

    [Parameter("The same for security officers", Unit = "share", Min = 0, Max = 1)]
    public double SecurityOfficers { get; set; } = 0.1;

    [Parameter("The same for defence directors", Unit = "share", Min = 0, Max = 1)]
    public double Directors { get; set; } = 0.6;

    [Parameter("The same for ultranationalists, who live off the war's audience", Unit = "share", Min = 0, Max = 1)]
    public double Ultranationalists { get; set; } = 0.2;

    [Parameter("Share of a rent that rises and falls with what the state takes in beyond the cost of the war", Unit = "share", Min = 0, Max = 2)]
    public double FromRevenue { get; set; } = 0.5;

    [Parameter("Part of the war's cost that would go to rents otherwise", Unit = "share of output", Min = 0, Max = 0.5)]
    public double WarCost { get; set; } = 0.015;

    [Parameter("Compensation of clans for the rents that peace takes", Unit = "share", Min = 0, Max = 1, Lever = 34)]
    public double Compensation { get; set; }
}
