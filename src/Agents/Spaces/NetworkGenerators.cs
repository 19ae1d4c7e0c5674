using System.Runtime.InteropServices;
using Agents.Numerics;
using Agents.Random;

namespace Agents.Spaces;

// Every node draws its own links, keyed by its number and the purpose: two networks of one model differ by purpose.
public sealed partial class Network
{
    /// <summary>Undirected random links, every pair alike (Erdos and Renyi 1959; Gilbert 1959).</summary>
    /// <param name="seed">Key of the draws.</param>
    /// <param name="purpose">Key of the draws; one of its own for each network of a model.</param>
    /// <param name="nodes">Number of nodes, 0 or more.</param>
    /// <param name="meanDegree">Expected neighbours of a node, 0 to <paramref name="nodes"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static Network ErdosRenyi(Seed seed, Purpose purpose, int nodes, double meanDegree) =>
        OfOwn(nodes, ErdosRenyiLinks(seed, purpose, nodes, meanDegree), isDirected: false);

    /// <summary>
    /// The links of <see cref="ErdosRenyi"/>, each once and from the lower node to the higher, in ascending order; for
    /// models that do not take them as they are.
    /// </summary>
    /// <inheritdoc cref="ErdosRenyi"/>
    public static ReadOnlySpan<Link> ErdosRenyiLinks(Seed seed, Purpose purpose, int nodes, double meanDegree)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(nodes);
        RequireShare(nodes > 1 ? meanDegree / (nodes - 1) : 0, nameof(meanDegree));
        var rate = SkipRate(nodes > 1 ? meanDegree / (nodes - 1) : 0);
        var links = new List<Link>(checked((int)(0.51 * nodes * meanDegree) + 16));
        var waits = new Waits(seed, purpose);
        for (var node = 0; node < nodes; node++)
        {
            waits.Begin((uint)node);
            for (var other = Skip(waits, rate, node, nodes); other < nodes; other = Skip(waits, rate, other, nodes))
                links.Add(new Link(node, other));
        }
        return CollectionsMarshal.AsSpan(links);
    }

    /// <summary>A ring lattice, every link of which is rewired with some probability (Watts and Strogatz 1998).</summary>
    /// <param name="seed">Key of the draws.</param>
    /// <param name="purpose">Key of the draws.</param>
    /// <param name="nodes">Number of nodes, more than <paramref name="degree"/>.</param>
    /// <param name="degree">k: neighbours of a node in the lattice, even, 0 or more.</param>
    /// <param name="rewiring">beta: probability that a link moves its far end to a random node, 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static Network WattsStrogatz(Seed seed, Purpose purpose, int nodes, int degree, double rewiring)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(degree);
        ArgumentOutOfRangeException.ThrowIfNotEqual(degree % 2, 0, nameof(degree));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(nodes, degree);
        RequireShare(rewiring, nameof(rewiring));
        var half = degree / 2;
        var ends = new int[nodes * half];
        for (var node = 0; node < nodes; node++)
        {
            for (var step = 0; step < half; step++)
                ends[node * half + step] = node < nodes - 1 - step ? node + 1 + step : node + 1 + step - nodes;
        }
        var streams = new ManyDraws(seed, 0, purpose);
        Span<bool> isHit = stackalloc bool[ManyDraws.Most];
        for (var node = 0; node < nodes; node++)
        {
            if (node % ManyDraws.Most == 0)
                FindHits(streams, node, Math.Min(ManyDraws.Most, nodes - node), half, rewiring, isHit);
            if (!isHit[node % ManyDraws.Most])
                continue;
            var draws = new Draws(seed, (uint)node, 0, purpose);
            for (var slot = node * half; slot < (node + 1) * half; slot++)
            {
                if (draws.Chance(rewiring))
                    Rewire(ends, half, node, slot, nodes, ref draws);
            }
        }
        return new Network(LinkTable.Regular(nodes, half, ends).BothWays(), isDirected: false);
    }

    /// <summary>Growth by preferential attachment from a clique of m + 1 nodes (Barabasi and Albert 1999).</summary>
    /// <param name="seed">Key of the draws.</param>
    /// <param name="purpose">Key of the draws.</param>
    /// <param name="nodes">Number of nodes, more than <paramref name="linksOfNewcomer"/>.</param>
    /// <param name="linksOfNewcomer">m: links of every node that joins, 1 or more, to nodes in proportion to their degree.</param>
    /// <param name="isDirected">True when links lead from a node to those that were there before it, not both ways.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static Network BarabasiAlbert(Seed seed, Purpose purpose, int nodes, int linksOfNewcomer, bool isDirected = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(linksOfNewcomer, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(nodes, linksOfNewcomer);
        var earlier = LinkTable.ToEarlier(nodes, linksOfNewcomer, new Growth(seed, purpose, nodes, linksOfNewcomer).Ends);
        return new Network(isDirected ? earlier : earlier.BothWays(), isDirected);
    }

    /// <summary>Undirected random links whose probability depends on the two nodes' blocks (Holland, Laskey and Leinhardt 1983).</summary>
    /// <param name="seed">Key of the draws.</param>
    /// <param name="purpose">Key of the draws.</param>
    /// <param name="blockOf">The block of every node, from 0.</param>
    /// <param name="probability">Probability of a link between a node of one block and a node of another, 0 to 1; the upper half is read.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static Network StochasticBlocks(Seed seed, Purpose purpose, ReadOnlySpan<int> blockOf, double[,] probability)
    {
        ArgumentNullException.ThrowIfNull(probability);
        var blocks = probability.GetLength(0);
        ArgumentOutOfRangeException.ThrowIfNotEqual(probability.GetLength(1), blocks, nameof(probability));
        foreach (var block in blockOf)
        {
            if ((uint)block >= (uint)blocks)
                throw new ArgumentOutOfRangeException(nameof(blockOf), block, $"There are {blocks} blocks.");
        }
        var rates = new double[blocks * blocks];
        for (var cell = 0; cell < rates.Length; cell++)
        {
            RequireShare(probability[cell / blocks, cell % blocks], nameof(probability));
            rates[cell] = SkipRate(probability[cell / blocks, cell % blocks]);
        }
        var members = Members(blockOf, blocks, out var starts);
        var links = new List<Link>();
        var waits = new Waits(seed, purpose);
        for (var position = 0; position < members.Length; position++)
        {
            var node = members[position];
            waits.Begin((uint)node);
            for (var block = blockOf[node]; block < blocks; block++)
            {
                var rate = rates[blockOf[node] * blocks + block];
                var (from, end) = (Math.Max(position, starts[block] - 1), starts[block + 1]);
                for (var other = Skip(waits, rate, from, end); other < end; other = Skip(waits, rate, other, end))
                    links.Add(new Link(node, members[other]));
            }
        }
        return OfOwn(blockOf.Length, CollectionsMarshal.AsSpan(links), isDirected: false);
    }

    /// <summary>
    /// Trees grown breadth first, directed from a node to those below it: the first nodes are the roots, and every node
    /// in turn takes the next few nodes below it until none is left.
    /// </summary>
    /// <param name="seed">Key of the draws.</param>
    /// <param name="purpose">Key of the draws.</param>
    /// <param name="nodes">Number of nodes, 0 or more.</param>
    /// <param name="roots">Nodes without a node above, 1 or more.</param>
    /// <param name="leastBranches">Least nodes below a node, 1 or more; the last nodes have fewer or none.</param>
    /// <param name="mostBranches">Most nodes below a node; every number between is equally likely.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static Network Forest(Seed seed, Purpose purpose, int nodes, int roots, int leastBranches, int mostBranches)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(roots, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(leastBranches, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(mostBranches, leastBranches);
        var links = new List<Link>(Math.Max(0, nodes - roots));
        var next = roots;
        for (var node = 0; next < nodes; node++)
        {
            var draws = new Draws(seed, (uint)node, 0, purpose);
            var end = Math.Min(nodes, next + leastBranches + draws.Below(mostBranches - leastBranches + 1));
            for (; next < end; next++)
                links.Add(new Link(node, next));
        }
        return OfOwn(nodes, CollectionsMarshal.AsSpan(links), isDirected: true);
    }

    /// <summary>Every node listens to the same number of nodes drawn at random, itself and repetitions allowed.</summary>
    /// <param name="seed">Key of the draws.</param>
    /// <param name="purpose">Key of the draws.</param>
    /// <param name="nodes">Number of nodes, 0 or more.</param>
    /// <param name="degree">In-neighbours of every node, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static Network RegularIn(Seed seed, Purpose purpose, int nodes, int degree)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(nodes);
        ArgumentOutOfRangeException.ThrowIfNegative(degree);
        var sources = new int[checked(nodes * degree)];
        for (var node = 0; node < nodes; node++)
        {
            var draws = new Draws(seed, (uint)node, 0, purpose);
            foreach (ref var source in sources.AsSpan(node * degree, degree))
                source = draws.Below(nodes);
        }
        var inward = LinkTable.Regular(nodes, degree, sources);
        return new Network(inward.Reverse(), inward);
    }

    /// <summary>
    /// Groups in which everyone is linked with everyone, such as households: nodes in random order fall into groups of
    /// 1 plus a Poisson number of others.
    /// </summary>
    /// <param name="seed">Key of the draws.</param>
    /// <param name="purpose">Key of the draws.</param>
    /// <param name="nodes">Number of nodes, 0 or more.</param>
    /// <param name="meanSize">Expected size of a group, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static Network Cliques(Seed seed, Purpose purpose, int nodes, double meanSize)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(nodes);
        ArgumentOutOfRangeException.ThrowIfLessThan(meanSize, 1);
        var members = new int[nodes];
        for (var node = 0; node < nodes; node++)
            members[node] = node;
        var order = new Draws(seed, Model.ModelId, 0, purpose);
        order.Shuffle(members.AsSpan());
        var sizes = new List<int>((int)(nodes / meanSize) + 16);
        var waits = new Waits(seed, purpose);
        for (var from = 0; from < nodes; from += sizes[^1])
        {
            // Arrivals of a Poisson process until the time is up.
            waits.Begin((uint)sizes.Count);
            var size = 1;
            for (var time = waits.Next(); time < meanSize - 1 && from + size < nodes; time += waits.Next())
                size++;
            sizes.Add(size);
        }
        return new Network(LinkTable.OfGroups(members, CollectionsMarshal.AsSpan(sizes)), isDirected: false);
    }

    private static Network OfOwn(int nodes, ReadOnlySpan<Link> links, bool isDirected) =>
        new(LinkTable.Of(nodes, links, bothWays: !isDirected), isDirected);

    private static void RequireShare(double value, string name)
    {
        if (!(value is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(name, value, "A probability lies from 0 to 1.");
    }

    // 0 - x rather than -x: a probability of 0 must give +0, so that the next hit lies infinitely far.
    private static double SkipRate(double probability) => 0 - Functions.Log1p(-probability);

    // The next of the nodes in (from, end) that is hit, each with equal probability: geometric gaps instead of a draw each.
    private static int Skip(Waits waits, double rate, int from, int end)
    {
        var gap = waits.Next() / rate;
        return gap < end - from - 1 ? from + 1 + (int)gap : end;
    }

    /// <summary>Finds the nodes any of whose first draws comes true; the others keep all their links.</summary>
    private static void FindHits(ManyDraws streams, int from, int count, int draws, double probability, Span<bool> isHit)
    {
        Span<bool> hits = stackalloc bool[ManyDraws.Most];
        isHit.Clear();
        streams.Begin((uint)from, count);
        for (var draw = 0; draw < draws; draw++)
        {
            streams.Chance(probability, hits);
            for (var i = 0; i < count; i++)
                isHit[i] |= hits[i];
        }
    }

    private static void Rewire(int[] ends, int half, int node, int slot, int nodes, ref Draws draws)
    {
        // A node that is linked with all others keeps its link: a hundred failures are as good as a proof.
        for (var attempt = 0; attempt < 100; attempt++)
        {
            var end = draws.Below(nodes);
            var isLinked = ends.AsSpan(node * half, half).Contains(end) || ends.AsSpan(end * half, half).Contains(node);
            if (end != node && !isLinked)
            {
                ends[slot] = end;
                return;
            }
        }
    }

    private static int[] Members(ReadOnlySpan<int> blockOf, int blocks, out int[] starts)
    {
        starts = new int[blocks + 1];
        foreach (var block in blockOf)
            starts[block + 1]++;
        for (var block = 0; block < blocks; block++)
            starts[block + 1] += starts[block];
        var members = new int[blockOf.Length];
        var next = starts.AsSpan(0, blocks).ToArray();
        for (var node = 0; node < members.Length; node++)
            members[next[blockOf[node]]++] = node;
        return members;
    }
}
