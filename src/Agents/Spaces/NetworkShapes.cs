using System.Runtime.InteropServices;
using Agents.Random;

namespace Agents.Spaces;

/// <content>Networks of a given shape: without chance, or with the degrees that one asks for.</content>
public sealed partial class Network
{
    /// <summary>Everyone is linked with everyone else: n (n - 1) / 2 links without direction.</summary>
    /// <param name="nodes">Number of nodes, 0 to 46,341.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is out of its range.</exception>
    public static Network Complete(int nodes)
    {
        const int Most = 46_341;        // beyond it, entries outgrow an array
        ArgumentOutOfRangeException.ThrowIfNegative(nodes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(nodes, Most);
        var degree = Math.Max(0, nodes - 1);
        var targets = new int[nodes * degree];
        for (var entry = 0; entry < targets.Length; entry++)
            targets[entry] = entry % degree < entry / degree ? entry % degree : entry % degree + 1;
        return new Network(LinkTable.Regular(nodes, degree, targets), isDirected: false);
    }

    /// <summary>
    /// A lattice of nodes, row after row as the cells of a <see cref="Grid"/>, each linked with those next to it. A ring lattice is
    /// <see cref="WattsStrogatz"/> without rewiring.
    /// </summary>
    /// <param name="width">Nodes in a row, 1 or more; 3 or more on a torus.</param>
    /// <param name="height">Rows, 1 or more; 3 or more on a torus.</param>
    /// <param name="isTorus">True when the edges touch the opposite edges.</param>
    /// <param name="isMoore">True for eight neighbours, false for four (von Neumann).</param>
    /// <exception cref="ArgumentOutOfRangeException">A length is out of its range.</exception>
    public static Network Lattice(int width, int height, bool isTorus, bool isMoore = false)
    {
        // On a shorter torus two nodes would be linked twice, or one with itself.
        ArgumentOutOfRangeException.ThrowIfLessThan(width, isTorus ? 3 : 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, isTorus ? 3 : 1);
        var nodes = checked(width * height);
        var links = new List<Link>(checked((isMoore ? 4 : 2) * nodes));
        for (var row = 0; row < height; row++)
        {
            for (var column = 0; column < width; column++)
            {
                Join(column + 1, row);
                Join(column, row + 1);
                if (!isMoore)
                    continue;
                Join(column + 1, row + 1);
                Join(column - 1, row + 1);

                void Join(int x, int y)
                {
                    if (isTorus || (x >= 0 && x < width && y < height))
                        links.Add(new Link(row * width + column, y % height * width + (x + width) % width));
                }
            }
        }
        return OfOwn(nodes, CollectionsMarshal.AsSpan(links), isDirected: false);
    }

    /// <summary>
    /// Random links that give nodes the degrees asked for: ends of links, as many for each node, are paired at random (the
    /// configuration model: Bollobas 1980; Molloy and Reed 1995). What would link a node with itself, or two nodes again, is left
    /// out (erased: Britton, Deijfen and Martin-Lof 2006), so that a few nodes have less; with degrees of finite variance the
    /// share vanishes as nodes become many.
    /// </summary>
    /// <param name="seed">Key of the draws.</param>
    /// <param name="purpose">Key of the draws.</param>
    /// <param name="degrees">The degree of each node, 0 or more; their sum is even.</param>
    /// <exception cref="ArgumentException">The sum of the degrees is odd.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A degree is negative.</exception>
    public static Network Configuration(Seed seed, Purpose purpose, ReadOnlySpan<int> degrees)
    {
        var ends = 0;
        foreach (var degree in degrees)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(degree, nameof(degrees));
            ends = checked(ends + degree);
        }
        if (ends % 2 != 0)
            throw new ArgumentException($"The sum of the degrees is {ends}; every link has two ends, so that it must be even.", nameof(degrees));
        var stubs = new int[ends];
        var next = 0;
        for (var node = 0; node < degrees.Length; node++)
        {
            stubs.AsSpan(next, degrees[node]).Fill(node);
            next += degrees[node];
        }
        var draws = new Draws(seed, Model.ModelId, 0, purpose);
        draws.Shuffle(stubs.AsSpan());
        var links = new List<Link>(ends / 2);
        for (var end = 0; end < ends; end += 2)
        {
            var (one, other) = (stubs[end], stubs[end + 1]);
            if (one != other)
                links.Add(new Link(Math.Min(one, other), Math.Max(one, other)));
        }
        return OfOwn(degrees.Length, WithoutRepetitions(links), isDirected: false);
    }

    private static ReadOnlySpan<Link> WithoutRepetitions(List<Link> links)
    {
        links.Sort((one, other) => (one.From, one.To).CompareTo((other.From, other.To)));
        var sorted = CollectionsMarshal.AsSpan(links);
        var kept = 0;
        foreach (var link in sorted)
        {
            if (kept == 0 || link != sorted[kept - 1])
                sorted[kept++] = link;
        }
        return sorted[..kept];
    }
}
