using Agents;
using Agents.Random;
using Agents.Spaces;

namespace Models;

/// <summary>A rumour spreads among friends. All agents hear at once: what they believe is seen from the next tick on.</summary>
[Model("my-model", "A rumour spreads among friends.", TickUnit = "day", DefaultTicks = 60)]
public sealed partial class MyModel : Model
{
    // Each purpose has its own stream of random numbers: append, never renumber.
    private static readonly Purpose Ties = new(1000), Hearing = new(1001);

    private readonly Parameters parameters;
    private readonly People people;
    private readonly Network friends;

    public MyModel(Parameters parameters, Seed seed)
        : base(seed)
    {
        this.parameters = parameters;
        people = new People(this, parameters.Agents);
        friends = Network.WattsStrogatz(seed, Ties, people.Count, degree: 8, rewiring: 0.1);
        people.Believes.Next[0] = true;
        Commit(people.Believes);
    }

    [Measure("Share of people who believe it.", Unit = "share")]
    public double Believers => people.Believes.Share(true);

    protected override void Step()
    {
        Listen(people);
        Commit(people.Believes);
    }

    [Rule]
    private void Listen(Agent<People> me)
    {
        var draws = me.Draws(Hearing);
        foreach (var friend in friends.Neighbours(me.Row))
        {
            if (people.Believes[friend] && draws.Chance(parameters.Contagion))
                me.Next.Believes = true;
        }
    }
}

/// <summary>Who may hear and believe.</summary>
public sealed partial class People(Model model, int count) : Population(model, "people", count)
{
    /// <summary>Whether the rumour is believed.</summary>
    public partial State<bool> Believes { get; }
}

/// <summary>What a config can set.</summary>
public sealed class Parameters
{
    [Parameter("Number of people.", Min = 9, Max = 10_000_000, AtStartOnly = true)]
    public int Agents { get; set; } = 1_000;

    [Parameter("Chance that a believer convinces a friend (assumed).", Unit = "per day", Min = 0, Max = 1)]
    public double Contagion { get; set; } = 0.1;
}
