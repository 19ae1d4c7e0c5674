using Agents.Random;
using Agents.Spaces;
using BenchmarkDotNet.Attributes;

namespace Agents.Benchmarks;

/// <summary>
/// From which share of changed flags on is it quicker that every node pulls its neighbours' flags than that the changed
/// ones push? A sequential population always pulls, a synchronous one pushes up to the limit of
/// <see cref="NeighbourCount"/>; where both times are equal, both pull.
/// </summary>
public class PushOrPullBenchmarks
{
    private const int Degree = 8;

    private int[] changing = [];
    private Crowd pulling = null!;
    private Crowd pushing = null!;

    [Params(10_000, 100_000, 1_000_000)]
    public int Nodes { get; set; }

    [Params(0.001, 0.01, 0.03, 0.1, 0.2, 0.3)]
    public double Share { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        var network = Network.RegularIn(Seed.Of(1), Purpose.Link, Nodes, Degree);
        pulling = new Crowd(network, Regime.FixedOrder);
        pushing = new Crowd(network, Regime.Synchronous);
        var draws = new Draws(Seed.Of(1), Model.ModelId, 0, Purpose.Tie);
        var nodes = Enumerable.Range(0, Nodes).ToArray();
        draws.Shuffle(nodes.AsSpan());
        changing = [.. nodes.Take((int)(Share * Nodes)).Order()];
    }

    [Benchmark(Baseline = true)]
    public void Pull() => pulling.Flip(changing);

    [Benchmark]
    public void Push() => pushing.Flip(changing);

    private sealed class People : Population
    {
        public People(Model model, int count, Regime regime)
            : base(model, "people", count, regime) => Flag = State<byte>();

        public State<byte> Flag { get; }
    }

    private sealed class Crowd : Model
    {
        private readonly People people;
        private readonly NeighbourCount flagged;

        public Crowd(Network network, Regime regime)
            : base(Seed.Of(1))
        {
            people = new People(this, network.Count, regime);
            flagged = new NeighbourCount(network);
        }

        public void Flip(int[] nodes)
        {
            foreach (var node in nodes)
                people.Flag.Next[node] ^= 1;
            flagged.Commit(people.Flag);
        }

        protected override void Step() => throw new NotSupportedException("Flip does it all.");
    }
}
