namespace Elites.Populations;

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
