namespace Agents.Spaces;

/// <content>Shortest paths along links, in steps or in lengths.</content>
public sealed partial class Network
{
    /// <summary>The distances from a node, in links along their direction: breadth first.</summary>
    /// <param name="from">The node.</param>
    /// <param name="distances">Where they go, one a node: 0 for the node itself, -1 for those that cannot be reached.</param>
    /// <exception cref="ArgumentException">There is not one place a node.</exception>
    public void Distances(int from, Span<int> distances)
    {
        RequirePlaces(distances.Length, nameof(distances));
        distances.Fill(-1);
        distances[from] = 0;
        var reached = new Queue<int>();
        reached.Enqueue(from);
        while (reached.TryDequeue(out var node))
        {
            foreach (var neighbour in Neighbours(node))
            {
                if (distances[neighbour] >= 0)
                    continue;
                distances[neighbour] = distances[node] + 1;
                reached.Enqueue(neighbour);
            }
        }
    }

    /// <summary>The distances from a node, as sums of lengths of links along their direction (Dijkstra 1959).</summary>
    /// <param name="from">The node.</param>
    /// <param name="lengths">Of this network's links, none negative.</param>
    /// <param name="distances">Where they go, one a node: infinite for those that cannot be reached.</param>
    /// <exception cref="ArgumentException">There is not one place a node, or a length is negative or not a number.</exception>
    public void Distances(int from, LinkColumn<double> lengths, Span<double> distances)
    {
        ArgumentNullException.ThrowIfNull(lengths);
        RequirePlaces(distances.Length, nameof(distances));
        distances.Fill(double.PositiveInfinity);
        distances[from] = 0;
        var reached = new PriorityQueue<int, double>();
        reached.Enqueue(from, 0);
        while (reached.TryDequeue(out var node, out var distance))
        {
            if (distance > distances[node])
                continue; // reached again by a shorter way since
            var around = Neighbours(node);
            var length = lengths[node];
            for (var i = 0; i < around.Length; i++)
            {
                if (!(length[i] >= 0))
                    throw new ArgumentException($"The link from node {node} to {around[i]} has the length {length[i]}; none may be negative.", nameof(lengths));
                if (!(distance + length[i] < distances[around[i]]))
                    continue;
                distances[around[i]] = distance + length[i];
                reached.Enqueue(around[i], distances[around[i]]);
            }
        }
    }

    /// <summary>A shortest path, counted in links; of several the one whose nodes are lowest, from the end back.</summary>
    /// <param name="from">Its first node.</param>
    /// <param name="to">Its last node.</param>
    /// <returns>The nodes on it with both ends; empty where there is none.</returns>
    public int[] ShortestPath(int from, int to)
    {
        var distances = new int[Count];
        Distances(from, distances);
        if (distances[to] < 0)
            return [];
        var path = new int[distances[to] + 1];
        for (var (node, place) = (to, path.Length - 1); place >= 0; place--)
        {
            path[place] = node;
            foreach (var before in InNeighbours(node))
            {
                if (distances[before] != place - 1)
                    continue;
                node = before;
                break;
            }
        }
        return path;
    }

    /// <summary>A shortest path by the lengths of links; of several the one whose nodes are lowest, from the end back.</summary>
    /// <param name="from">Its first node.</param>
    /// <param name="to">Its last node.</param>
    /// <param name="lengths">Of this network's links, none negative.</param>
    /// <returns>The nodes on it with both ends; empty where there is none.</returns>
    /// <exception cref="ArgumentException">A length is negative or not a number.</exception>
    public int[] ShortestPath(int from, int to, LinkColumn<double> lengths)
    {
        var distances = new double[Count];
        Distances(from, lengths, distances);
        if (double.IsPositiveInfinity(distances[to]))
            return [];
        // Links of length 0 could lead round for ever: no node twice.
        var isOnPath = new bool[Count];
        var path = new List<int> { to };
        isOnPath[to] = true;
        while (path[^1] != from)
        {
            if (!TryStepBack(path, lengths, distances, isOnPath))
                path.RemoveAt(path.Count - 1); // a blind alley among links of length 0
        }
        path.Reverse();
        return [.. path];
    }

    private bool TryStepBack(List<int> path, LinkColumn<double> lengths, double[] distances, bool[] isOnPath)
    {
        foreach (var before in InNeighbours(path[^1]))
        {
            if (isOnPath[before] || distances[before] + Shortest(before, path[^1], lengths) != distances[path[^1]])
                continue;
            isOnPath[before] = true;
            path.Add(before);
            return true;
        }
        return false;
    }

    // Parallel links may differ where their source has changed them.
    private double Shortest(int from, int to, LinkColumn<double> lengths)
    {
        var shortest = double.PositiveInfinity;
        var around = Neighbours(from);
        for (var at = Math.Max(0, around.IndexOf(to)); at < around.Length && around[at] == to; at++)
            shortest = Math.Min(shortest, lengths[from][at]);
        return shortest;
    }
}
