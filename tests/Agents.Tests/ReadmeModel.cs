using Agents.Random;
using Agents.Spaces;

namespace Agents.Tests.Readme;

// What stands from here on stands in the README, too; ReadmeModelTests holds the two together.
public sealed class Rumour : Model
{
    private static readonly Purpose Ties = new(1000), Hearing = new(1001);
    private readonly Network network;

    public Rumour(Seed seed)
        : base(seed)
    {
        People = new People(this, 1_000);
        network = Network.WattsStrogatz(seed, Ties, People.Count, degree: 8, rewiring: 0.1);
        People.Believes.Next[0] = true;
        Commit(People.Believes);
    }

    public People People { get; }

    protected override void Step()
    {
        Run(People, new Listen(network));      // reads committed state, writes its own pending row
        Commit(People.Believes);               // now the others see it
    }

    private readonly struct Listen(Network network) : IRule<People>
    {
        public void Step(Agent<People> me)
        {
            var draws = me.Draws(Hearing);     // keyed by agent, tick and purpose: nobody shifts anybody's draws
            foreach (var other in network.Neighbours(me.Row))
            {
                if (me.Population.Believes[other] && draws.Chance(0.1))
                    me.Next.Believes = true;
            }
        }
    }
}

public sealed partial class People(Model model, int count) : Population(model, "people", count)
{
    public partial State<bool> Believes { get; }   // double-buffered; a Trait is fixed, a Private is its own agent's alone
}
