using Experiments.Design;
using MathNet.Numerics.Distributions;

namespace Experiments.Config;

/// <summary>Reads the factors of a design and the values that each takes.</summary>
/// <param name="read">Takes what is wrong.</param>
/// <param name="finder">Knows what can vary.</param>
/// <param name="method">What makes the rows.</param>
/// <param name="key">The full key of the map of factors.</param>
internal sealed class FactorReader(ValueReader read, FactorFinder finder, DesignMethod method, string key = "design.factors")
{
    private const string AlsoWord = "also";

    private const int MostLevels = 10_000;

    /// <summary>Less of a normal distribution than this between min and max is a slip of the pen.</summary>
    private const double LeastShare = 1e-6;

    private static readonly string[] Words = ["distribution", "min", "max", "mean", "deviation", "mode", "levels", AlsoWord];

    private bool IsFactorial => method is DesignMethod.FullFactorial or DesignMethod.OneAtATime;

    /// <summary>The factors in the order of the catalogue and the scenarios; what is wrong is noted and left out.</summary>
    /// <param name="section">The map that holds the map of factors.</param>
    public IReadOnlyList<DesignFactor> Read(Mapping section)
    {
        var name = key[(key.LastIndexOf('.') + 1)..];
        var node = section.Find(name);
        if (read.Map(node, key, $"{name}: {{KEY: {{min: 0, max: 1}}}}") is not { Entries: var entries })
            return [];
        if (entries.Count == 0)
            read.Add(node?.Place ?? section.Place, key, $"names nothing that varies: write {name}: {{KEY: {{min: 0, max: 1}}}}");
        var factors = new List<DesignFactor>();
        foreach (var entry in entries)
        {
            var full = $"{key}.{entry.Key}";
            if (finder.Find(entry.Key, entry.KeyPlace, full) is not { } factor || read.Map(entry.Value, full, Example(entry.Value)) is not { } map)
                continue;
            var rest = map with { Entries = [.. map.Entries.Where(other => other.Key != AlsoWord)] };
            if (ReadRange(rest, entry, full, factor) is { } range)
                factors.Add(factor with { Range = range, Also = ReadAlso(map.Find(AlsoWord), full, factor) });
        }
        foreach (var (factor, also) in factors.SelectMany(factor => factor.Also.Select(also => (factor, also))))
        {
            if (factors.Any(other => other.Target == FactorTarget.Start && (other.Key == also.Key || (other != factor && other.Also.Contains(also)))))
                read.Add(section.Place, $"{key}.{factor.Key}.{AlsoWord}", $"{also.Key} varies with another factor too");
        }
        return [.. FactorFinder.InOrder(factors)];
    }

    /// <summary>A factor as it should be written where its values stand alone.</summary>
    private static string Example(Node node)
    {
        var values = (node is Sequence list ? list.Items : [node]).OfType<Scalar>().Select(value => value.Text).ToList();
        var levels = $"{{levels: [{string.Join(", ", values)}]}} for these values";
        return values.Count == 2 ? $"{{min: {values[0]}, max: {values[1]}}} for a range, or {levels}" : $"{levels}, or {{min: 0, max: 1}} for a range";
    }

    /// <summary>The parameters that go with a factor; what is wrong is noted and left out.</summary>
    private List<Parameter> ReadAlso(Node? node, string key, DesignFactor factor)
    {
        var also = new List<Parameter>();
        foreach (var item in node is null ? [] : read.List(node, $"{key}.{AlsoWord}"))
        {
            if (read.Word(item, $"{key}.{AlsoWord}") is not { } name || finder.Find(name, item.Place, $"{key}.{AlsoWord}") is not { } other)
                continue;
            if (factor.Target != FactorTarget.Start || other.Target != FactorTarget.Start)
                read.Add(item.Place, $"{key}.{AlsoWord}", "only parameters at the start of runs can vary as one");
            else if (other.Parameter!.Type != factor.Parameter!.Type)
                read.Add(item.Place, $"{key}.{AlsoWord}", $"{name} ({other.Parameter.TypeName}) and {factor.Key} ({factor.TypeName}) cannot take the same value");
            else if (also.Contains(other.Parameter))
                read.Add(item.Place, $"{key}.{AlsoWord}", $"{name} stands there twice");
            else
                also.Add(other.Parameter);
        }
        return also;
    }

    private FactorRange? ReadRange(Mapping map, Entry entry, string key, DesignFactor factor)
    {
        read.RefuseOthers(map, key + ".", Words);
        if (map.Find("levels") is Sequence levels)
            return OfLevels(map, levels, key, factor);
        if (factor.IsNumber)
            return OfDistribution(map, entry.KeyPlace, key, factor);
        if (map.Entries.Count == 0)
            return AllLevels(factor.Parameter!);
        read.Add(entry.KeyPlace, key, $"is a {factor.TypeName}, and has no {map.Entries[0].Key}: write levels: [{factor.Parameter!.Range}], or {{}} for all of them");
        return null;
    }

    private static FactorRange AllLevels(Parameter parameter) =>
        new() { Distribution = Distribution.Levels, Levels = [.. Enumerable.Range(0, parameter.Type == typeof(bool) ? 2 : parameter.Choices.Count).Select(level => (double)level)] };

    private FactorRange? OfLevels(Mapping map, Sequence list, string key, DesignFactor factor)
    {
        foreach (var other in map.Entries.Where(other => other.Key != "levels" && Words.Contains(other.Key)))
            read.Add(other.KeyPlace, $"{key}.{other.Key}", "has no place beside a list of levels");
        if (list.Items.Count == 0)
            read.Add(list.Place, $"{key}.levels", "names no level");
        var cells = new List<double>();
        foreach (var item in read.List(list, $"{key}.levels"))
        {
            if (finder.Cell(item, $"{key}.levels", factor) is not { } cell)
                continue;
            if (cells.Contains(cell))
                read.Add(item.Place, $"{key}.levels", $"{factor.Format(cell)} stands there twice");
            cells.Add(cell);
        }
        return cells.Count == 0 ? null : new FactorRange { Distribution = Distribution.Levels, Levels = method == DesignMethod.OneAtATime ? cells : [.. cells.Order()] };
    }

    private FactorRange? OfDistribution(Mapping map, Place place, string key, DesignFactor factor)
    {
        if (ReadDistribution(map, key) is not { } distribution)
            return null;
        string[] needed = distribution switch
        {
            Distribution.Normal when IsFactorial || method == DesignMethod.Morris => ["mean", "deviation", "min", "max"],
            Distribution.Normal => ["mean", "deviation"],
            Distribution.Triangular => ["min", "max", "mode"],
            _ => ["min", "max"],
        };
        string[] allowed = [.. needed, "distribution", "levels", .. distribution == Distribution.Normal ? new[] { "min", "max" } : []];
        foreach (var other in map.Entries.Where(other => Words.Contains(other.Key) && !allowed.Contains(other.Key)))
            read.Add(other.KeyPlace, $"{key}.{other.Key}", $"has no meaning for {SnakeCase.Of(distribution.ToString())}");
        var missing = needed.Where(word => map.Find(word) is null).ToList();
        if (missing.Count > 0)
        {
            read.Add(place, key, $"'{string.Join("', '", missing)}' is missing: write {{min: 0, max: 1}}, a distribution with its numbers, or levels: [...]");
            return null;
        }
        var count = LevelCount(map, place, key);
        var range = new FactorRange
        {
            Distribution = distribution,
            IsWhole = factor.IsWhole,
            LevelCount = count,
            Min = End(map, "min", key, factor) ?? double.NegativeInfinity,
            Max = End(map, "max", key, factor) ?? double.PositiveInfinity,
            Mode = End(map, "mode", key, factor) ?? 0,
            Mean = map.Find("mean") is { } mean ? read.Number(mean, $"{key}.mean") ?? 0 : 0,
            Deviation = map.Find("deviation") is { } deviation ? read.Number(deviation, $"{key}.deviation") ?? 1 : 1,
        };
        if (Complaint(range) is not { } complaint)
            return range;
        read.Add(place, key, complaint);
        return null;
    }

    private Distribution? ReadDistribution(Mapping map, string key)
    {
        if (map.Find("distribution") is not { } node)
            return Distribution.Uniform;
        var known = Enum.GetValues<Distribution>().Where(one => one != Distribution.Levels).ToDictionary(one => SnakeCase.Of(one.ToString()));
        if (read.Word(node, $"{key}.distribution") is not { } word)
            return null;
        if (known.TryGetValue(word, out var distribution))
            return distribution;
        read.Add(node.Place, $"{key}.distribution", $"there is no distribution {Problem.Quote(word)}{Spelling.Hint(word, known.Keys)}; the distributions are {string.Join(", ", known.Keys)}");
        return null;
    }

    private double? End(Mapping map, string word, string key, DesignFactor factor) =>
        map.Find(word) is { } node ? finder.Cell(node, $"{key}.{word}", factor) : null;

    private int? LevelCount(Mapping map, Place place, string key)
    {
        if (map.Find("levels") is { } node)
        {
            if (IsFactorial)
                return read.Integer(node, $"{key}.levels", 2, MostLevels);
            read.Add(node.Place, $"{key}.levels", "a number of levels is for full_factorial and one_at_a_time; here write a list of them, without min and max");
        }
        else if (IsFactorial)
            read.Add(place, key, "has no levels: write levels: [a, b], or beside the range a number of levels, such as levels: 5");
        return null;
    }

    private static string? Complaint(FactorRange range)
    {
        if (!(range.Min < range.Max))
            return "max is not greater than min";
        if (range.Distribution == Distribution.LogUniform && range.Min <= 0)
            return "the logarithm needs a min above 0";
        if (range.Distribution == Distribution.Triangular && (range.Mode < range.Min || range.Mode > range.Max))
            return "mode does not lie between min and max";
        if (range.Distribution == Distribution.Normal && range.Deviation <= 0)
            return "deviation is not greater than 0";
        if (!range.IsWhole && range.DistinctValues < 3)
            return "has no values between its ends, which differ beyond the 12 significant digits that a design keeps: widen its range";
        if (range.Distribution != Distribution.Normal)
            return null;
        return Normal.CDF(range.Mean, range.Deviation, range.Max) - Normal.CDF(range.Mean, range.Deviation, range.Min) < LeastShare
            ? "almost nothing of this normal distribution lies between min and max"
            : null;
    }
}
