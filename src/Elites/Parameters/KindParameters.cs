namespace Elites.Parameters;

/// <summary>The terms that each kind would like best.</summary>
public sealed class IdealParameters
{
    [Parameter("Oligarchs' mean ideal terms (0 full withdrawal, 1 total victory)", Unit = "share", Min = 0, Max = 1, AtStartOnly = true)]
    public double Oligarchs { get; set; } = 0.35;

    [Parameter("Mean ideal terms of generals and field officers", Unit = "share", Min = 0, Max = 1, AtStartOnly = true)]
    public double Officers { get; set; } = 0.6;

    [Parameter("Security officers' mean ideal terms", Unit = "share", Min = 0, Max = 1, AtStartOnly = true)]
    public double SecurityOfficers { get; set; } = 0.8;

    [Parameter("Defence directors' mean ideal terms", Unit = "share", Min = 0, Max = 1, AtStartOnly = true)]
    public double Directors { get; set; } = 0.65;

    [Parameter("Ultranationalists' mean ideal terms", Unit = "share", Min = 0, Max = 1, AtStartOnly = true)]
    public double Ultranationalists { get; set; } = 0.95;

    [Parameter("Soldiers' mean ideal terms", Unit = "share", Min = 0, Max = 1, AtStartOnly = true)]
    public double Soldiers { get; set; } = 0.65;

    [Parameter("Defence workers' mean ideal terms", Unit = "share", Min = 0, Max = 1, AtStartOnly = true)]
    public double DefenceWorkers { get; set; } = 0.55;

    [Parameter("Citizens' mean ideal terms", Unit = "share", Min = 0, Max = 1, Source = "set by Levada 2025: 70 % would end the war keeping the land, 34 % returning it", AtStartOnly = true)]
    public double Citizens { get; set; } = 0.5;

    [Parameter("Standard deviation of citizens' ideal terms", Unit = "share", Min = 0, Max = 1, Source = "set by Levada 2025: 70 % would end the war keeping the land, 34 % returning it", AtStartOnly = true)]
    public double CitizensSpread { get; set; } = 0.25;

    [Parameter("How far terms may fall short of a citizen's ideal and still be supported", Unit = "share", Min = 0, Max = 1, Source = "set by Levada 2025 with a draw of 0.5 and a loss of 0.27")]
    public double Tolerance { get; set; } = 0.13;

    [Parameter("Standard deviation of ideal terms within a kind", Unit = "share", Min = 0, Max = 1, AtStartOnly = true)]
    public double Spread { get; set; } = 0.15;
}

/// <summary>What an agent of each kind weighs when it comes to force.</summary>
public sealed class ForceParameters
{
    [Parameter("Coercive weight of an oligarch", Unit = "weight", Min = 0, Max = 100, AtStartOnly = true)]
    public double Oligarchs { get; set; } = 1;

    [Parameter("Coercive weight of a general", Unit = "weight", Min = 0, Max = 100, AtStartOnly = true)]
    public double Generals { get; set; } = 4;

    [Parameter("Coercive weight of a field officer", Unit = "weight", Min = 0, Max = 100, AtStartOnly = true)]
    public double FieldOfficers { get; set; } = 1;

    [Parameter("Coercive weight of a security officer", Unit = "weight", Min = 0, Max = 100, AtStartOnly = true)]
    public double SecurityOfficers { get; set; } = 1.5;

    [Parameter("Coercive weight of a defence director", Unit = "weight", Min = 0, Max = 100, AtStartOnly = true)]
    public double Directors { get; set; } = 0.3;

    [Parameter("Coercive weight of an armed ultranationalist; an unarmed one has none", Unit = "weight", Min = 0, Max = 100, AtStartOnly = true)]
    public double Ultranationalists { get; set; } = 0.3;
}

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
