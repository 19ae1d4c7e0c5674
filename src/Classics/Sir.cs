using Agents.Numerics;

namespace Classics;

/// <summary>
/// An epidemic (Kermack and McKendrick 1927; Reed and Frost's chain of generations). Entities: people who are susceptible,
/// infectious or recovered. Process: all at once, every infectious person infects every susceptible contact with the same
/// probability, once, and is recovered a tick later. Contacts: everyone, or the links of a configuration network (Newman 2002), of which
/// the epidemic is then bond percolation. Initialisation: a few drawn at random are infectious.
/// </summary>
[Model("sir", "An epidemic among all or on a network (Kermack and McKendrick 1927; Newman 2002).", DefaultTicks = 100, BytesPerAgent = 64)]
public sealed partial class Sir : Model
{
    private static readonly Purpose Infect = new(1000), Degrees = new(1001), Start = new(1002);
    private readonly People people;
    private readonly NeighbourCount? around;
    private readonly Parameters parameters;
    private double risk;        // of a susceptible person among all

    /// <summary>Makes the contacts and infects the first few.</summary>
    public Sir(Parameters parameters, Seed seed)
        : base(seed)
    {
        this.parameters = parameters;
        people = new People(this, parameters.Agents);
        var first = new int[parameters.FirstInfected];
        Draws(Start).Sample(people.Count, first);
        foreach (var row in first)
            people.Health.Next[row] = Health.Infectious;
        Commit(people.Health);
        if (parameters.Contacts == Contacts.All)
            return;
        around = new NeighbourCount(MakeNetwork());
        Show();
    }

    /// <summary>Who can infect whom.</summary>
    public enum Contacts
    {
        /// <summary>Everyone meets everyone.</summary>
        All,
        /// <summary>Links of a network whose degrees are Poisson numbers.</summary>
        Poisson,
        /// <summary>Links of a network whose degrees are geometric numbers.</summary>
        Geometric,
    }

    /// <summary>What a person can be.</summary>
    public enum Health : byte
    {
        /// <summary>Not infected yet.</summary>
        Susceptible,
        /// <summary>Infects others in this tick.</summary>
        Infectious,
        /// <summary>Immune for ever.</summary>
        Recovered,
    }

    [Measure("People who are infectious.", Unit = "agents")] public int Infectious => people.Health.Count(people.All, Health.Infectious);
    [Measure("Share of people who have been infected: at the end the final size.", Unit = "share")] public double ShareInfected => 1 - people.Health.Share(Health.Susceptible);

    protected override void Step()
    {
        risk = RiskFrom(Infectious);
        SpreadAndRecover(people);
        Commit(people.Health);
        Show();
    }

    protected override void Persist(Checkpoint state)
    {
        if (around != null)
            state.Parts(around);
        risk = state.Value(risk);
    }

    [Rule]
    private void SpreadAndRecover(Agent<People> me)
    {
        if (me.Health != Health.Susceptible)
        {
            me.Next.Health = Health.Recovered;
            return;
        }
        var threat = around == null ? risk : RiskFrom(around[me.Row]);
        var draws = me.Draws(Infect);
        if (threat > 0 && draws.Chance(threat))
            me.Next.Health = Health.Infectious;
    }

    // 1 - (1 - T)^k of k infectious contacts
    private double RiskFrom(int contacts) =>
        contacts == 0 ? 0 : 1 - Functions.Exp(contacts * Functions.Log1p(-parameters.Transmissibility));

    private void Show()
    {
        for (var row = 0; row < people.Count && around != null; row++)
            people.IsInfectious.Next[row] = people.Health[row] == Health.Infectious ? (byte)1 : (byte)0;
        around?.Commit(people.IsInfectious, Workers);
    }

    private Network MakeNetwork()
    {
        var degrees = new int[people.Count];
        var ends = 0;
        for (var row = 0; row < degrees.Length; row++)
        {
            var draws = Draws(people.Ids[row], Degrees);
            degrees[row] = Math.Min(people.Count, parameters.Contacts == Contacts.Poisson ? draws.Poisson(parameters.MeanDegree) : draws.Geometric(1 / (1 + parameters.MeanDegree)));
            ends += degrees[row];
        }
        degrees[0] += ends % 2;
        return Network.Configuration(Seed, Purpose.Link, degrees);
    }

    /// <summary>Those who infect each other.</summary>
    public sealed partial class People(Model model, int count) : Population(model, "people", count)
    {
        /// <summary>What the person is.</summary>
        [Measure("Susceptible 0, infectious 1, recovered 2.")] public partial State<Health> Health { get; }
        /// <summary>Whether neighbours can be infected by the person: 0 or 1.</summary>
        [Initial(FollowsFrom = "health")] public partial State<byte> IsInfectious { get; }
    }

    /// <summary>What a config may set.</summary>
    public sealed class Parameters
    {
        [Parameter("Number of people.", Min = 2, Max = 10_000_000, AtStartOnly = true)] public int Agents { get; set; } = 10_000;
        [Parameter("Who can infect whom: all, poisson or geometric.", AtStartOnly = true)] public Contacts Contacts { get; set; } = Contacts.All;
        [Parameter("R0: people whom one infects where all others are susceptible and everyone meets everyone.", Unit = "agents", Min = 0, Max = 1_000)] public double Reproduction { get; set; } = 2;
        [Parameter("Mean degree of the network.", Min = 0, Max = 1_000, AtStartOnly = true)] public double MeanDegree { get; set; } = 4;
        [Parameter("T: probability that a link of the network to an infectious person infects.", Min = 0, Max = 0.999999, Source = "Newman 2002")] public double LinkTransmissibility { get; set; } = 0.4;
        [Parameter("People who are infectious at the start.", Unit = "agents", Min = 1, Max = 1_000_000, AtStartOnly = true)] public int FirstInfected { get; set; } = 5;
        internal double Transmissibility => Contacts == Contacts.All ? Reproduction / (Agents - 1.0) : LinkTransmissibility;
        internal string? Complaint() => FirstInfected > Agents ? "first_infected must not exceed agents."
            : Transmissibility < 1 ? null : "reproduction must be less than agents - 1.";
    }
}
