using Agents.Random;
using Agents.Spaces;

namespace Agents.Tests.Readme;

// What stands from here on stands in the README, too; ReadmeModelTests holds the two together.
[Model("rumour", "A rumour spreads among friends.", TickUnit = "day", DefaultTicks = 60)]
public sealed partial class Rumour : Model
{
    private static readonly Purpose Ties = new(1000), Hearing = new(1001);
    private readonly Parameters parameters;
    private readonly People people;
    private readonly Network friends;

    public Rumour(Parameters parameters, Seed seed)
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
        Listen(people);                    // reads committed state, writes its own pending row
        Commit(people.Believes);           // now the others see it
    }

    [Rule]
    private void Listen(Agent<People> me)
    {
        var draws = me.Draws(Hearing);     // keyed by agent, tick and purpose: nobody shifts anybody's draws
        foreach (var friend in friends.Neighbours(me.Row))
        {
            if (people.Believes[friend] && draws.Chance(parameters.Contagion))
                me.Next.Believes = true;
        }
    }
}

public sealed partial class People(Model model, int count) : Population(model, "people", count)
{
    public partial State<bool> Believes { get; }   // double-buffered; a Trait is fixed, a Private is its own agent's alone
}

public sealed class Parameters
{
    [Parameter("Number of people.", Min = 9, Max = 10_000_000, AtStartOnly = true)]
    public int Agents { get; set; } = 1_000;

    [Parameter("Chance that a believer convinces a friend.", Unit = "per day", Min = 0, Max = 1)]
    public double Contagion { get; set; } = 0.1;
}
