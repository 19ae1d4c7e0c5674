using Agents.Random;
using Agents.Spaces;

namespace Agents.Tests.Spaces;

public sealed class NetworkMeasuresTests
{
    private static readonly Seed Key = Seed.Of(11);

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(7)]
    public void Complete_AnyNumber_LinksAllPairs(int nodes)
    {
        var network = Network.Complete(nodes);
        Assert.That(network.LinkCount, Is.EqualTo(nodes * (nodes - 1) / 2));
        for (var node = 0; node < nodes; node++)
            Assert.That(network.Neighbours(node).ToArray(), Is.EqualTo(Enumerable.Range(0, nodes).Where(other => other != node)));
    }

    // The cells that a grid calls neighbours.
    [Test]
    public void Lattice_AnyShape_IsTheGridsNeighbourhood([Values] bool isTorus, [Values] bool isMoore, [Values(3, 4, 7)] int width, [Values(3, 5)] int height)
    {
        var network = Network.Lattice(width, height, isTorus, isMoore);
        for (var node = 0; node < network.Count; node++)
            Assert.That(network.Neighbours(node).ToArray(), Is.EqualTo(Near(node, width, height, isTorus, isMoore)));
    }

    private static IEnumerable<int> Near(int node, int width, int height, bool isTorus, bool isMoore)
    {
        for (var other = 0; other < width * height; other++)
        {
            var (x, y) = (Apart(node % width, other % width, width), Apart(node / width, other / width, height));
            if (other != node && (isMoore ? Math.Max(x, y) == 1 : x + y == 1))
                yield return other;
        }

        int Apart(int one, int another, int length) => isTorus ? Math.Min(Math.Abs(one - another), length - Math.Abs(one - another)) : Math.Abs(one - another);
    }

    [Test]
    public void Shapes_BadLengths_Throw()
    {
        Assert.That(() => Network.Lattice(2, 5, isTorus: true), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => Network.Lattice(0, 5, isTorus: false), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => Network.Complete(50_000), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => Network.Configuration(Key, Purpose.Link, [1, 2]), Throws.ArgumentException);
        Assert.That(() => Network.Configuration(Key, Purpose.Link, [1, -1]), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    // Poisson degrees of mean 6 among 20,000: about (<k^2> - <k>) / <k> / 2 = 3 loops and as many squared over 4 repetitions.
    [Test]
    public void Configuration_GivenDegrees_AreHadButForTheFewErased()
    {
        var degrees = new int[20_000];
        for (var node = 0; node < degrees.Length; node++)
            degrees[node] = new Draws(Key, (uint)node, 0, FolkView.Test).Poisson(6);
        degrees[0] += degrees.Sum() % 2;
        var network = Network.Configuration(Key, Purpose.Link, degrees);
        Assert.That(degrees.Select((degree, node) => degree - network.Degree(node)), Is.All.InRange(0, 3));
        Assert.That(degrees.Sum() / 2 - network.LinkCount, Is.InRange(1, 40));
        for (var node = 0; node < network.Count; node++)
            Assert.That(network.Neighbours(node).ToArray(), Is.Unique.And.No.Member(node));
        Assert.That(network.DegreeHistogram().Sum(), Is.EqualTo(20_000));
        Assert.That(network.DegreeHistogram()[6], Is.EqualTo(degrees.Count(degree => degree == 6)).Within(40));
    }

    // Three quarters of (k - 2) / (k - 1): the ring lattice of Watts and Strogatz.
    [TestCase(4)]
    [TestCase(10)]
    public void Clustering_RingLattice_IsTheKnownOne(int degree)
    {
        var network = Network.WattsStrogatz(Key, Purpose.Link, 100, degree, 0);
        var known = 3.0 * (degree - 2) / (4 * (degree - 1));
        Assert.That(network.Clustering(5), Is.EqualTo(known).Within(1e-14));
        Assert.That((network.MeanClustering(), network.Transitivity()), Is.EqualTo((known, known)).Within(1e-12));
    }

    [Test]
    public void Clustering_RandomNetworks_IsThatOfAllPairs([Values(1, 2, 3)] int seed, [Values] bool hasParallels)
    {
        var links = Network.ErdosRenyiLinks(Seed.Of(seed), Purpose.Link, 60, 8).ToArray();
        var network = Network.FromLinks(60, hasParallels ? [.. links, .. links[..20]] : links, isDirected: false);
        var (triangles, triples, sum) = (0, 0, 0.0);
        for (var node = 0; node < 60; node++)
        {
            var around = network.Neighbours(node).ToArray().Distinct().ToArray();
            var pairs = around.Length * (around.Length - 1) / 2;
            var closed = around.Sum(one => around.Count(other => one < other && network.IsLinked(one, other)));
            Assert.That(network.Clustering(node), Is.EqualTo(pairs == 0 ? 0 : (double)closed / pairs));
            (triangles, triples, sum) = (triangles + closed, triples + pairs, sum + network.Clustering(node));
        }
        Assert.That(network.Transitivity(), Is.EqualTo((double)triangles / triples));
        Assert.That(network.MeanClustering(), Is.EqualTo(sum / 60).Within(1e-12));
    }

    [Test]
    public void Clustering_WithDirection_Throws() =>
        Assert.That(() => Network.FromLinks(3, [new(0, 1)], isDirected: true).Transitivity(), Throws.InvalidOperationException);

    [Test]
    public void Components_RandomNetworks_AreWhatReachesWhat([Values] bool isDirected, [Values(1, 2)] int seed)
    {
        var links = Network.ErdosRenyiLinks(Seed.Of(seed), Purpose.Link, 80, 1.2).ToArray();
        var network = Network.FromLinks(80, links, isDirected);
        var component = new int[80];
        var count = network.Components(component);
        var expected = Enumerable.Range(0, 80).ToArray();
        // Labels spread until nothing changes.
        for (var round = 0; round < 80; round++)
        {
            foreach (var link in links)
                expected[link.From] = expected[link.To] = Math.Min(expected[link.From], expected[link.To]);
        }
        var firsts = expected.Distinct().ToList();
        Assert.That(component, Is.EqualTo(expected.Select(label => firsts.IndexOf(label))));
        Assert.That(count, Is.EqualTo(firsts.Count).And.GreaterThan(5));
        Assert.That(network.ComponentSizes(), Is.EqualTo(firsts.Select(label => expected.Count(other => other == label))));
    }

    [Test]
    public void Distances_RandomNetworks_AreThoseOfFloydAndWarshall([Values] bool isDirected, [Values(1, 2)] int seed)
    {
        const int Nodes = 50;
        var links = Network.ErdosRenyiLinks(Seed.Of(seed), Purpose.Link, Nodes, 2.5).ToArray();
        var draws = new Draws(Seed.Of(seed), 0, 0, FolkView.Test);
        var values = new double[links.Length];
        foreach (ref var value in values.AsSpan())
            value = draws.Below(4) / 4.0;           // exact sums, zeros and many ties
        var network = Network.FromLinks(Nodes, links, isDirected);
        var lengths = network.AddColumn<double>(links, values);
        var (steps, ways) = (AllPairs(links, [.. links.Select(_ => 1.0)], isDirected, Nodes), AllPairs(links, values, isDirected, Nodes));
        var (found, inLengths) = (new int[Nodes], new double[Nodes]);
        for (var from = 0; from < Nodes; from++)
        {
            network.Distances(from, found);
            network.Distances(from, lengths, inLengths);
            for (var to = 0; to < Nodes; to++)
            {
                Assert.That(found[to], Is.EqualTo(double.IsInfinity(steps[from, to]) ? -1 : steps[from, to]));
                Assert.That(inLengths[to], Is.EqualTo(ways[from, to]));
                RequirePath(network, from, to, network.ShortestPath(from, to), (_, _) => 1, steps[from, to]);
                RequirePath(network, from, to, network.ShortestPath(from, to, lengths), (one, other) => lengths[one, other], ways[from, to]);
            }
        }
    }

    private static double[,] AllPairs(Link[] links, double[] lengths, bool isDirected, int nodes)
    {
        var all = new double[nodes, nodes];
        for (var i = 0; i < nodes * nodes; i++)
            all[i / nodes, i % nodes] = i / nodes == i % nodes ? 0 : double.PositiveInfinity;
        foreach (var (link, length) in links.Zip(lengths))
        {
            all[link.From, link.To] = length;
            if (!isDirected)
                all[link.To, link.From] = length;
        }
        for (var by = 0; by < nodes; by++)
        {
            for (var i = 0; i < nodes * nodes; i++)
                all[i / nodes, i % nodes] = Math.Min(all[i / nodes, i % nodes], all[i / nodes, by] + all[by, i % nodes]);
        }
        return all;
    }

    private static void RequirePath(Network network, int from, int to, int[] path, Func<int, int, double> length, double expected)
    {
        if (double.IsInfinity(expected))
        {
            Assert.That(path, Is.Empty);
            return;
        }
        Assert.That((path[0], path[^1]), Is.EqualTo((from, to)));
        var sum = 0.0;
        foreach (var (one, other) in path.Zip(path[1..]))
        {
            Assert.That(network.IsLinked(one, other));
            sum += length(one, other);
        }
        Assert.That(sum, Is.EqualTo(expected));
    }

    [Test]
    public void Distances_BadLengthOrRoom_Throws()
    {
        var network = Network.FromLinks(2, [new(0, 1)], isDirected: true);
        Assert.That(() => network.Distances(0, network.AddColumn(-1.0), new double[2]), Throws.ArgumentException);
        Assert.That(() => network.Distances(0, network.AddColumn(double.NaN), new double[2]), Throws.ArgumentException);
        Assert.That(() => network.Distances(0, new int[3]), Throws.ArgumentException);
        Assert.That(() => network.Components(new int[1]), Throws.ArgumentException);
    }
}
