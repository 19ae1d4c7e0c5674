using Agents.Spaces;
using Experiments.Config;

namespace Experiments.Storage;

/// <summary>
/// Networks as edge lists in CSV: <c>source,target</c> or <c>source,target,weight</c>, a link a row, nodes numbered from 1. What is
/// written here can be read here, by igraph and NetworkX, and by a config under <c>initial: ties.NAME</c>.
/// </summary>
public static class EdgeList
{
    /// <summary>Writes a network's links in the order of their nodes; an undirected one once, from the lower node.</summary>
    /// <param name="to">Where they go; it is left open.</param>
    /// <param name="network">The network.</param>
    /// <param name="weights">A column of the network, or null for none.</param>
    /// <exception cref="IOException">The stream gives way.</exception>
    /// <exception cref="InvalidOperationException">A weight is not finite.</exception>
    public static void Write(Stream to, Network network, LinkColumn? weights = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        using var writer = Csv.Writer(to);
        writer.WriteField(LinkRows.Source);
        writer.WriteField(LinkRows.Target);
        if (weights != null)
            writer.WriteField(LinkRows.Weight);
        writer.EndRecord();
        for (var node = 0; node < network.Count; node++)
        {
            var around = network.Neighbours(node);
            for (var place = 0; place < around.Length; place++)
            {
                if (!network.IsDirected && around[place] < node)
                    continue;
                writer.WriteField(node + 1, default);
                writer.WriteField(around[place] + 1, default);
                if (weights != null)
                    writer.WriteField(Finite(weights.NumberAt(node, place)), default);
                writer.EndRecord();
            }
        }
    }

    /// <summary>Reads a network and its weights.</summary>
    /// <param name="from">The list; a byte order mark, any line ends and the quirks of R, pandas and spreadsheets are no trouble.</param>
    /// <param name="name">What errors call it, such as the file's name.</param>
    /// <param name="nodes">Number of nodes; 0 for the greatest that a link names.</param>
    /// <param name="isDirected">False when every link holds both ways.</param>
    /// <returns>The network, and the weight of each link: 1 where the list gives none.</returns>
    /// <exception cref="ConfigException">Something is wrong, told with line and column.</exception>
    public static (Network Network, LinkColumn<double> Weights) Read(Stream from, string name, int nodes, bool isDirected)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(nodes);
        var read = new ValueReader(new Place(name, 0, 0));
        var list = CsvFile.Read(read, from, name, new LinkRows(read, name, null, isDirected, haveWeights: true).Read);
        read.ThrowIfAny();
        Link[] links = [.. list!.Links];
        var most = links.Select(link => Math.Max(link.From, link.To) + 1).DefaultIfEmpty(0).Max();
        for (var i = 0; i < links.Length && nodes > 0; i++)
        {
            if (Math.Max(links[i].From, links[i].To) >= nodes)
                read.Add(new Place(name, list.Lines[i], 1), LinkRows.Source, $"the link leads out of the {nodes} nodes");
        }
        read.ThrowIfAny();
        var network = Network.FromLinks(nodes > 0 ? nodes : most, links, isDirected);
        return (network, list.Weights.Count > 0 ? network.AddColumn<double>(links, [.. list.Weights]) : network.AddColumn(1.0));
    }

    private static double Finite(double weight) =>
        double.IsFinite(weight) ? weight : throw new InvalidOperationException($"A link's weight is {weight}; a list holds finite numbers.");
}
