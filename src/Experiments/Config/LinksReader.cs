using System.Globalization;
using Agents;
using Agents.Spaces;

namespace Experiments.Config;

/// <summary>Reads edge lists: <c>source,target</c>, and a weight, which can only be 1 where the links of a network have none.</summary>
internal sealed class LinksReader(ValueReader read, InputReader inputs)
{
    /// <summary>The links, or null after a problem.</summary>
    /// <param name="node">What the config says.</param>
    /// <param name="network">The network.</param>
    /// <param name="nodes">The file of the population whose rows are the nodes, or null.</param>
    /// <param name="isDirected">False when every link holds both ways.</param>
    public LinksFilling? Read(Node node, NamedNetwork network, PopulationFilling? nodes, bool isDirected)
    {
        var name = InitialCatalogue.TiesPrefix + network.Name;
        if (inputs.Read(node, $"{InitialReader.Section}.{name}", name) is not { } file)
            return null;
        using var stream = new MemoryStream(file.Content.ToArray(), writable: false);
        var records = nodes is { Ids.Count: > 0 } ? nodes : null;
        var rows = new LinkRows(read, file.Source, records, isDirected, network.Weights is not null);
        return CsvFile.Read(read, stream, file.Source, rows.Read) is { } list
            ? new LinksFilling(network, file, list.Links, list.Lines, list.Weights, records is not null)
            : null;
    }
}

/// <summary>The links of an edge list.</summary>
/// <param name="Links">The ends: records where a population's have ids, otherwise rows from 0.</param>
/// <param name="Lines">The line of each link.</param>
/// <param name="Weights">The weight of each link; empty where the list gives none.</param>
internal sealed record LinkList(IReadOnlyList<Link> Links, IReadOnlyList<int> Lines, IReadOnlyList<double> Weights);

/// <summary>Reads the rows of an edge list.</summary>
/// <param name="read">Takes what is wrong.</param>
/// <param name="source">The file's name in messages.</param>
/// <param name="nodes">The records that the list names by their ids; null where it has rows from 1.</param>
/// <param name="isDirected">False when every link holds both ways.</param>
/// <param name="haveWeights">False where a weight can only be 1.</param>
internal sealed class LinkRows(ValueReader read, string source, PopulationFilling? nodes, bool isDirected, bool haveWeights)
{
    public const string Source = "source";
    public const string Target = "target";
    public const string Weight = "weight";

    /// <summary>The links, or null after a problem.</summary>
    public LinkList? Read(CsvFile csv)
    {
        string[] known = [Source, Target, Weight];
        csv.RefuseDuplicates();
        foreach (var (at, header) in csv.Headers.Index().Where(one => one.Item.Length > 0 && !known.Contains(one.Item)))
            read.Add(csv.HeaderPlace(at), header, () => $"an edge list has no such column{Spelling.Hint(header, known)}; its columns are {string.Join(", ", known)}");
        foreach (var missing in known.Take(2).Where(one => csv.IndexOf(one) < 0))
            read.Add(new Place(source, 1, 1), missing, "the column is missing: an edge list has the columns source and target");
        if (!read.IsSound)
            return null;
        var (links, lines, weights, seen) = (new List<Link>(), new List<int>(), new List<double>(), new Dictionary<Link, int>());
        var (sourceAt, targetAt, weightAt) = (csv.IndexOf(Source), csv.IndexOf(Target), csv.IndexOf(Weight));
        while (csv.Next() && read.IsSound)
        {
            var (from, to) = (End(csv.Cell(sourceAt), Source), End(csv.Cell(targetAt), Target));
            var weight = weightAt < 0 ? 1 : WeightIn(csv.Cell(weightAt));
            if (from is null || to is null)
                continue;
            var link = new Link(from.Value, to.Value);
            var isKnown = seen.TryGetValue(link, out var line) || (!isDirected && seen.TryGetValue(new Link(link.To, link.From), out line));
            if (from == to)
                read.Add(csv.Cell(targetAt).Place, Target, "the link leads from where it starts: nobody has a tie with himself");
            else if (isKnown)
                read.Add(csv.Cell(sourceAt).Place, Source, string.Create(CultureInfo.InvariantCulture, $"line {line} has the link already"));
            else
            {
                seen.Add(link, csv.Line);
                links.Add(link);
                lines.Add(csv.Line);
                weights.Add(weight);
            }
        }
        return read.IsSound ? new LinkList(links, lines, weightAt < 0 ? [] : weights) : null;
    }

    private int? End(Scalar cell, string key)
    {
        if (nodes is null)
            return read.Integer(CsvFile.ByValue(cell, typeof(int)), key, 1, int.MaxValue) - 1;
        if (nodes.Ids.TryGetValue(cell.Text, out var record))
            return record;
        read.Add(cell.Place, key, $"{cell.Kind} is no id of {nodes.File.Source}{Spelling.Hint(cell.Text, nodes.Ids.Keys)}");
        return null;
    }

    private double WeightIn(Scalar cell)
    {
        var weight = read.Number(CsvFile.ByValue(cell, typeof(double)), Weight) ?? 1;
        if (weight != 1 && !haveWeights)
            read.Add(cell.Place, Weight, $"{cell.Kind}: the links of networks have no weight, so that 1 is the only one; take the column out");
        return weight;
    }
}
