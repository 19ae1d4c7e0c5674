using System.Globalization;
using Agents;
using Agents.Spaces;

namespace Experiments.Config;

/// <summary>Reads edge lists: <c>source,target</c>, and a weight that can only be 1.</summary>
internal sealed class LinksReader(ValueReader read, InputReader inputs)
{
    private const string Source = "source";
    private const string Target = "target";
    private const string Weight = "weight";

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
        return CsvFile.Read(read, stream, file.Source, csv => Read(csv, network, file, nodes is { Ids.Count: > 0 } ? nodes : null, isDirected));
    }

    private LinksFilling? Read(CsvFile csv, NamedNetwork network, InputFile file, PopulationFilling? nodes, bool isDirected)
    {
        string[] known = [Source, Target, Weight];
        csv.RefuseDuplicates();
        foreach (var (at, header) in csv.Headers.Index().Where(one => one.Item.Length > 0 && !known.Contains(one.Item)))
            read.Add(csv.HeaderPlace(at), header, () => $"an edge list has no such column{Spelling.Hint(header, known)}; its columns are {string.Join(", ", known)}");
        foreach (var missing in known.Take(2).Where(one => csv.IndexOf(one) < 0))
            read.Add(new Place(file.Source, 1, 1), missing, "the column is missing: an edge list has the columns source and target");
        if (!read.IsSound)
            return null;
        var (links, lines, seen) = (new List<Link>(), new List<int>(), new Dictionary<Link, int>());
        var (sourceAt, targetAt, weightAt) = (csv.IndexOf(Source), csv.IndexOf(Target), csv.IndexOf(Weight));
        while (csv.Next() && read.IsSound)
        {
            var (from, to) = (End(csv.Cell(sourceAt), Source, nodes), End(csv.Cell(targetAt), Target, nodes));
            if (weightAt >= 0)
                RequireOne(csv.Cell(weightAt));
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
            }
        }
        return read.IsSound ? new LinksFilling(network, file, links, lines, nodes is not null) : null;
    }

    private int? End(Scalar cell, string key, PopulationFilling? nodes)
    {
        if (nodes is null)
            return read.Integer(CsvFile.ByValue(cell, typeof(int)), key, 1, int.MaxValue) - 1;
        if (nodes.Ids.TryGetValue(cell.Text, out var record))
            return record;
        read.Add(cell.Place, key, $"{cell.Kind} is no id of {nodes.File.Source}{Spelling.Hint(cell.Text, nodes.Ids.Keys)}");
        return null;
    }

    private void RequireOne(Scalar cell)
    {
        if (read.Number(CsvFile.ByValue(cell, typeof(double)), Weight) is { } weight && weight != 1)
            read.Add(cell.Place, Weight, $"{cell.Kind}: the links of networks have no weight, so that 1 is the only one; take the column out");
    }
}
