namespace Experiments.Config;

/// <summary>Values of parameters, and which of them the command line holds fixed.</summary>
internal sealed record ParameterValues(IReadOnlyList<object> Values, IReadOnlySet<int> Fixed);

/// <summary>Reads values of parameters by their dotted keys.</summary>
internal sealed class ParameterReader(ValueReader read, ParameterCatalogue catalogue, string model)
{
    public ParameterCatalogue Catalogue => catalogue;

    /// <summary>The values that all scenarios share: defaults, then the config's, then those of <c>--set</c>.</summary>
    public ParameterValues Common(Node? parameters, IReadOnlyList<string> sets)
    {
        var values = catalogue.Defaults.ToArray();
        foreach (var (parameter, value, _) in Read(parameters, "parameters"))
            values[parameter.Index] = value;
        var isFixed = new HashSet<int>();
        foreach (var set in sets)
        {
            if (ReadSet(set) is not var (parameter, value))
                continue;
            if (!isFixed.Add(parameter.Index))
                read.Add(SetPlace(set), "", $"{parameter.Key} is set twice");
            values[parameter.Index] = value;
        }
        return new ParameterValues(values, isFixed);
    }

    /// <summary>The values of a map of dotted keys, in the order of the map; what is wrong is noted and left out.</summary>
    public IReadOnlyList<(Parameter Parameter, object Value, Entry Entry)> Read(Node? node, string prefix)
    {
        var values = new List<(Parameter, object, Entry)>();
        var map = read.Map(node, prefix, "KEY: value") ?? new Mapping(default, []);
        foreach (var entry in map.Entries)
        {
            var key = $"{prefix}.{entry.Key}";
            if (catalogue.Find(entry.Key) is { } parameter)
            {
                if (read.Value(entry.Value, key, parameter) is { } value)
                    values.Add((parameter, value, entry));
            }
            else
                read.Add(entry.KeyPlace, key, () => Slip.InKey(map, entry) ?? (IsSection(entry) ? Dotted(entry) : Unknown(entry.Key)));
        }
        return values;
    }

    private (Parameter Parameter, object Value)? ReadSet(string set)
    {
        var place = SetPlace(set);
        var equals = set.IndexOf('=', StringComparison.Ordinal);
        var key = (equals < 0 ? set : set[..equals]).Trim();
        if (equals < 0)
            read.Add(place, "", "write --set KEY=VALUE");
        else if (catalogue.Find(key) is not { } parameter)
            read.Add(place, key, () => Unknown(key));
        else if (read.Value(new Scalar(place, set[(equals + 1)..].Trim(), true), key, parameter) is { } value)
            return (parameter, value);
        return null;
    }

    private static Place SetPlace(string set) => new($"--set {Problem.Short(set)}", 0, 0);

    /// <summary>What is wrong with a row of ticks at which no step starts.</summary>
    public static string BeyondHorizon(int tick, int ticks) =>
        FormattableString.Invariant($"{tick} is beyond the horizon: the last step of {ticks} starts at row {ticks - 1}");

    /// <summary>What is wrong with a key that no parameter has.</summary>
    public string Unknown(string key)
    {
        var nearest = catalogue.Nearest(key) is { } name ? $"; did you mean '{name}'?" : "";
        return $"{model} has no parameter {Problem.Quote(key)}{nearest} (abm describe {model} lists them)";
    }

    /// <summary>Where a key belongs that stands among other keys and is, or looks like, a parameter's; or null.</summary>
    /// <param name="entry">The key and its value.</param>
    /// <param name="section">The map that takes parameters there.</param>
    public string? Belonging(Entry entry, string section)
    {
        if (catalogue.Find(entry.Key) is null && !(entry.Key.Contains('.', StringComparison.Ordinal) && catalogue.Nearest(entry.Key) is not null))
            return null;
        var advice = $"a parameter stands under {section}: write {section}: {{{catalogue.Nearest(entry.Key)}: {(entry.Value is Scalar value ? value.Text : "value")}}}";
        return catalogue.Find(entry.Key) is null ? $"{Unknown(entry.Key)}; {advice}" : advice;
    }

    private bool IsSection(Entry entry) =>
        entry.Value is Mapping && catalogue.Parameters.Any(parameter => parameter.Key.StartsWith(entry.Key + ".", StringComparison.Ordinal));

    private static string Dotted(Entry entry)
    {
        var inner = ((Mapping)entry.Value).Entries is [var first, ..] ? first.Key : "name";
        return $"parameters are not nested: write dotted keys, such as {entry.Key}.{inner}: value";
    }
}
