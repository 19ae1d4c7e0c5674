namespace Elites.Parameters;

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

/// <summary>Networks.</summary>
public sealed class TieParameters
{
    [Parameter("Clans: clients of the leader who head a patronage tree", Unit = "clans", Min = 1, Max = 200, AtStartOnly = true)]
    public int Clans { get; set; } = 8;

    [Parameter("Cohesion of clans: weight of a patron's loyalty and of the clan's shock", Unit = "", Min = 0, Max = 3)]
    public double ClanCohesion { get; set; } = 1;

    [Parameter("Fewest clients of a patron", Unit = "agents", Min = 1, Max = 100, AtStartOnly = true)]
    public int FewestClients { get; set; } = 5;

    [Parameter("Most clients of a patron", Unit = "agents", Min = 1, Max = 100, AtStartOnly = true)]
    public int MostClients { get; set; } = 8;

    [Parameter("Trust ties of an elite agent within its faction (k of a small world)", Unit = "ties", Min = 2, Max = 64, Source = "Watts and Strogatz 1998; value assumed", AtStartOnly = true)]
    public int TrustTies { get; set; } = 8;

    [Parameter("Share of trust ties that are rewired (beta)", Unit = "share", Min = 0, Max = 1, Source = "Watts and Strogatz 1998; value assumed", AtStartOnly = true)]
    public double TrustRewiring { get; set; } = 0.1;

    [Parameter("Mean number of trust ties of an elite agent across factions", Unit = "ties", Min = 0, Max = 64, AtStartOnly = true)]
    public double CrossTies { get; set; } = 1;

    [Parameter("Mean size of a household", Unit = "persons", Min = 1, Max = 20, AtStartOnly = true)]
    public double HouseholdSize { get; set; } = 2.5;

    [Parameter("Acquaintances of a person in plant, unit and neighbourhood (k of a small world)", Unit = "ties", Min = 2, Max = 64, AtStartOnly = true)]
    public int Acquaintances { get; set; } = 8;

    [Parameter("Share of acquaintances that are rewired (beta)", Unit = "share", Min = 0, Max = 1, AtStartOnly = true)]
    public double AcquaintanceRewiring { get; set; } = 0.1;

    [Parameter("Mean number of weak ties of a person that laws and surveillance can cut", Unit = "ties", Min = 0, Max = 64, AtStartOnly = true)]
    public double WeakTies { get; set; } = 2;

    [Parameter("Channels that a person follows on joining (m of preferential attachment)", Unit = "ties", Min = 1, Max = 64, Source = "Barabasi and Albert 1999; value assumed", AtStartOnly = true)]
    public int ChannelsFollowed { get; set; } = 3;

    [Parameter("Regions, each a run of neighbouring persons, which incidents strike", Unit = "regions", Min = 1, Max = 1_000, AtStartOnly = true)]
    public int Regions { get; set; } = 80;
}
