using Experiments.Design;

namespace Experiments.Config;

/// <summary>Reads a design whose rows stand in the config.</summary>
internal sealed class DesignRows(ValueReader read, FactorFinder finder)
{
    private const string Key = "design.rows";

    /// <summary>The design, or null after a problem.</summary>
    public StudyDesign? Read(Mapping design)
    {
        var node = design.Find("rows");
        var items = read.List(node, Key, most: DesignReader.MaxRows);
        if (items is not [Mapping first, ..])
        {
            read.Add((items.Count > 0 ? items[0] : node)?.Place ?? design.Place, Key, "a list holds rows: write rows: [{KEY: value}, {KEY: value}]");
            return null;
        }
        var found = first.Entries.Select(entry => finder.Find(entry.Key, entry.KeyPlace, $"{Key}[1].{entry.Key}")).ToList();
        if (found.Contains(null) || found.Count == 0)
        {
            if (found.Count == 0)
                read.Add(first.Place, $"{Key}[1]", "names nothing that varies");
            return null;
        }
        string[] names = [.. first.Entries.Select(entry => entry.Key)];
        // The keys of the config, whatever the factors are called in the order of time.
        var keys = first.Entries.Select((entry, i) => (Factor: found[i]!, entry.Key)).ToDictionary(pair => pair.Factor.Key, pair => pair.Key);
        var factors = FactorFinder.InOrder(found!).ToList();
        var cells = new PointMatrix(items.Count, factors.Count);
        for (var row = 0; row < items.Count; row++)
        {
            var key = FormattableString.Invariant($"{Key}[{row + 1}]");
            if (items[row] is not Mapping map)
            {
                read.Add(items[row].Place, key, $"{items[row].Kind} is not a row: write {{KEY: value}}");
                continue;
            }
            read.RefuseOthers(map, key + ".", names);
            for (var column = 0; column < factors.Count; column++)
                cells[row, column] = Cell(map, keys[factors[column].Key], key, factors[column]);
        }
        return new StudyDesign { Method = DesignMethod.List, Factors = factors, Cells = cells };
    }

    private double Cell(Mapping map, string name, string key, DesignFactor factor)
    {
        if (map.Find(name) is { } node)
            return finder.Cell(node, $"{key}.{name}", factor) ?? 0;
        read.Add(map.Place, key, $"has no value of {name}: every row names the same factors");
        return 0;
    }
}
