namespace Elites.Populations;

/// <summary>Counts per 10,000 agents and the persons that the mass kinds stand for.</summary>
public sealed class PopulationParameters
{
    /// <summary>The number of agents that the counts of the kinds are given for.</summary>
    internal const int Basis = 10_000;

    /// <summary>Elite agents among them, for which the odds of a plot are stated.</summary>
    internal const int EliteBasis = 670;

    /// <summary>There is one leader, whatever the size of the model.</summary>
    internal const int Leaders = 1;

    [Parameter("Number of agents N; every kind scales with it, with at least one agent of each, and citizens are the remainder", Unit = "agents", Min = 1_000, Max = 10_000_000, AtStartOnly = true)]
    public int Agents { get; set; } = 10_000;

    [Parameter("Oligarchs", Unit = "agents per 10,000", Min = 1, Max = 1_000, AtStartOnly = true)]
    public int Oligarchs { get; set; } = 40;

    [Parameter("Generals of the staff", Unit = "agents per 10,000", Min = 1, Max = 1_000, AtStartOnly = true)]
    public int Generals { get; set; } = 40;

    [Parameter("Field officers", Unit = "agents per 10,000", Min = 1, Max = 1_000, AtStartOnly = true)]
    public int FieldOfficers { get; set; } = 80;

    [Parameter("Officers of the security service", Unit = "agents per 10,000", Min = 1, Max = 1_000, AtStartOnly = true)]
    public int SecurityOfficers { get; set; } = 150;

    [Parameter("Directors of the defence industry", Unit = "agents per 10,000", Min = 1, Max = 1_000, AtStartOnly = true)]
    public int Directors { get; set; } = 60;

    [Parameter("Ultranationalists", Unit = "agents per 10,000", Min = 1, Max = 2_000, AtStartOnly = true)]
    public int Ultranationalists { get; set; } = 300;

    [Parameter("Soldiers, who become veterans", Unit = "agents per 10,000", Min = 1, Max = 5_000, AtStartOnly = true)]
    public int Soldiers { get; set; } = 1_200;

    [Parameter("Defence workers", Unit = "agents per 10,000", Min = 1, Max = 5_000, AtStartOnly = true)]
    public int DefenceWorkers { get; set; } = 1_000;

    [Parameter("Persons that all soldiers stand for: troops in the theatre", Unit = "million persons", Min = 0.001, Max = 100, Source = "Moscow Times 2025", AtStartOnly = true)]
    public double SoldiersMillion { get; set; } = 0.7;

    [Parameter("Persons that all defence workers stand for", Unit = "million persons", Min = 0.001, Max = 1_000, Source = "The Insider 2025", AtStartOnly = true)]
    public double DefenceWorkersMillion { get; set; } = 4;

    [Parameter("Persons that all citizens stand for: other adults", Unit = "million persons", Min = 0.001, Max = 10_000, AtStartOnly = true)]
    public double CitizensMillion { get; set; } = 105;
}
