namespace Agents.Spaces;

/// <content>What networks are described by: degrees, clustering, components.</content>
public sealed partial class Network
{
    /// <summary>Number of links that leave a node; without direction, of its links.</summary>
    public int Degree(int node) => Neighbours(node).Length;

    /// <summary>How many nodes have each degree, from 0 to the greatest: the degree distribution when divided by <see cref="Count"/>.</summary>
    public int[] DegreeHistogram()
    {
        var most = 0;
        for (var node = 0; node < Count; node++)
            most = Math.Max(most, Degree(node));
        var counts = new int[most + 1];
        for (var node = 0; node < Count; node++)
            counts[Degree(node)]++;
        return counts;
    }

    /// <summary>
    /// The local clustering coefficient: the share of pairs of a node's neighbours who are linked themselves (Watts and Strogatz
    /// 1998); 0 with fewer than two neighbours.
    /// </summary>
    /// <exception cref="InvalidOperationException">The network has a direction.</exception>
    public double Clustering(int node)
    {
        var (closed, pairs) = Triples(node);
        return pairs == 0 ? 0 : (double)closed / pairs;
    }

    /// <summary>The mean of the nodes' local clustering coefficients (Watts and Strogatz 1998); NaN of no nodes.</summary>
    /// <exception cref="InvalidOperationException">The network has a direction.</exception>
    public double MeanClustering()
    {
        var sum = 0.0;
        for (var node = 0; node < Count; node++)
            sum += Clustering(node);
        return sum / Count;
    }

    /// <summary>
    /// The global clustering coefficient, transitivity: the share of all connected triples that are closed, three times the
    /// triangles by the triples (Newman, Watts and Strogatz 2002); 0 where there are none.
    /// </summary>
    /// <exception cref="InvalidOperationException">The network has a direction.</exception>
    public double Transitivity()
    {
        var (allClosed, allPairs) = (0L, 0L);
        for (var node = 0; node < Count; node++)
        {
            var (closed, pairs) = Triples(node);
            (allClosed, allPairs) = (allClosed + closed, allPairs + pairs);
        }
        return allPairs == 0 ? 0 : (double)allClosed / allPairs;
    }

    /// <summary>
    /// Finds the connected components, whatever the direction of links: which nodes can be reached from one another.
    /// </summary>
    /// <param name="componentOf">Where each node's component goes, from 0 in the order of their first nodes; one a node.</param>
    /// <returns>Number of components.</returns>
    /// <exception cref="ArgumentException">There is not one place a node.</exception>
    public int Components(Span<int> componentOf)
    {
        RequirePlaces(componentOf.Length, nameof(componentOf));
        componentOf.Fill(-1);
        var waiting = new Stack<int>();
        var components = 0;
        for (var first = 0; first < Count; first++)
        {
            if (componentOf[first] >= 0)
                continue;
            Reach(first, components, componentOf, waiting);
            while (waiting.TryPop(out var node))
            {
                foreach (var neighbour in Neighbours(node))
                    Reach(neighbour, components, componentOf, waiting);
                if (!IsDirected)
                    continue;
                foreach (var neighbour in InNeighbours(node))
                    Reach(neighbour, components, componentOf, waiting);
            }
            components++;
        }
        return components;
    }

    /// <summary>Number of nodes of each connected component, in the order of their first nodes.</summary>
    public int[] ComponentSizes()
    {
        var componentOf = new int[Count];
        var sizes = new int[Components(componentOf)];
        foreach (var component in componentOf)
            sizes[component]++;
        return sizes;
    }

    private static void Reach(int node, int component, Span<int> componentOf, Stack<int> waiting)
    {
        if (componentOf[node] >= 0)
            return;
        componentOf[node] = component;
        waiting.Push(node);
    }

    // Pairs of neighbours, each pair once, that are linked, and all; parallel links count once.
    private (long Closed, long Pairs) Triples(int node)
    {
        if (IsDirected)
            throw new InvalidOperationException("Clustering is of networks without direction.");
        var around = Neighbours(node);
        var (closed, degree) = (0L, 0L);
        for (var i = 0; i < around.Length; i++)
        {
            if (i > 0 && around[i] == around[i - 1])
                continue;
            degree++;
            closed += Shared(around[(i + 1)..], Neighbours(around[i]), above: around[i]);
        }
        return (closed, degree * (degree - 1) / 2);
    }

    // How many different nodes above one are in both of two ascending lists.
    private static int Shared(ReadOnlySpan<int> one, ReadOnlySpan<int> other, int above)
    {
        var (shared, last, i, k) = (0, above, 0, 0);
        while (i < one.Length && k < other.Length)
        {
            if (one[i] == other[k] && one[i] > last)
            {
                shared++;
                last = one[i];
            }
            if (one[i] <= other[k])
                i++;
            else
                k++;
        }
        return shared;
    }

    private void RequirePlaces(int places, string name)
    {
        if (places != Count)
            throw new ArgumentException($"There are {places} places for {Count} nodes.", name);
    }
}
