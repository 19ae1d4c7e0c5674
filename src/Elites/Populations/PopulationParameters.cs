namespace Elites.Populations;

/// <summary>How large the elite is, how finely the mass is sampled, and the persons that its kinds stand for.</summary>
public sealed class PopulationParameters
{
    /// <summary>Agents of the mass that the counts of soldiers and defence workers are given for; citizens are the others.</summary>
    internal const int Basis = 10_000;

    /// <summary>There is one leader, whatever the size of the model.</summary>
    internal const int Leaders = 1;

    /// <summary>The counts of the elite's kinds, which say their proportions.</summary>
    internal int[] EliteParts => [Oligarchs, Generals, FieldOfficers, SecurityOfficers, Directors, Ultranationalists];

    [Parameter("Number of agents N: the leader, the elite and, as a sample of whatever size, the mass", Unit = "agents", Min = 1_000, Max = 10_000_000, AtStartOnly = true)]
    public int Agents { get; set; } = 10_000;

    [Parameter("Size of the elite, one agent a person, whatever the number of agents: a fact about a regime, not a resolution; the six kinds share it as the counts below do", Unit = "persons", Min = 60, Max = 100_000, Source = "assumed: 670; range 335 to 1,340", AtStartOnly = true)]
    public int Elite { get; set; } = 670;

    [Parameter("Oligarchs", Unit = "persons of the elite of 670", Min = 1, Max = 10_000, AtStartOnly = true)]
    public int Oligarchs { get; set; } = 40;

    [Parameter("Generals of the staff", Unit = "persons of the elite of 670", Min = 1, Max = 10_000, AtStartOnly = true)]
    public int Generals { get; set; } = 40;

    [Parameter("Field officers", Unit = "persons of the elite of 670", Min = 1, Max = 10_000, AtStartOnly = true)]
    public int FieldOfficers { get; set; } = 80;

    [Parameter("Officers of the security service", Unit = "persons of the elite of 670", Min = 1, Max = 10_000, AtStartOnly = true)]
    public int SecurityOfficers { get; set; } = 150;

    [Parameter("Directors of the defence industry", Unit = "persons of the elite of 670", Min = 1, Max = 10_000, AtStartOnly = true)]
    public int Directors { get; set; } = 60;

    [Parameter("Ultranationalists", Unit = "persons of the elite of 670", Min = 1, Max = 10_000, AtStartOnly = true)]
    public int Ultranationalists { get; set; } = 300;

    [Parameter("Soldiers, who become veterans", Unit = "agents per 10,000 of the mass", Min = 1, Max = 9_000, AtStartOnly = true)]
    public int Soldiers { get; set; } = 1_200;

    [Parameter("Defence workers", Unit = "agents per 10,000 of the mass", Min = 1, Max = 9_000, AtStartOnly = true)]
    public int DefenceWorkers { get; set; } = 1_000;

    [Parameter("Persons that all soldiers stand for: troops in the theatre", Unit = "million persons", Min = 0.001, Max = 100, Source = "Moscow Times 2025", AtStartOnly = true)]
    public double SoldiersMillion { get; set; } = 0.7;

    [Parameter("Persons that all defence workers stand for", Unit = "million persons", Min = 0.001, Max = 1_000, Source = "The Insider 2025", AtStartOnly = true)]
    public double DefenceWorkersMillion { get; set; } = 4;

    [Parameter("Persons that all citizens stand for: other adults", Unit = "million persons", Min = 0.001, Max = 10_000, AtStartOnly = true)]
    public double CitizensMillion { get; set; } = 105;
}
