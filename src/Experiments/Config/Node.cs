namespace Experiments.Config;

/// <summary>Where a piece of a config stands: a line and column of a file, or an option (line 0).</summary>
internal readonly record struct Place(string Source, int Line, int Column)
{
    public Problem Problem(string key, string message) => new(Source, Line, Column, key, message);
}

/// <summary>A piece of a config before it has a meaning.</summary>
internal abstract record Node(Place Place)
{
    /// <summary>What it is, in words.</summary>
    public abstract string Kind { get; }
}

/// <summary>A single value; plain when it stands without quotes.</summary>
internal sealed record Scalar(Place Place, string Text, bool IsPlain) : Node(Place)
{
    public bool IsEmpty => IsPlain && Text is "" or "~" or "null";

    public override string Kind => IsEmpty ? "nothing" : Problem.Quote(Text);
}

/// <summary>A list.</summary>
internal sealed record Sequence(Place Place, IReadOnlyList<Node> Items) : Node(Place)
{
    public override string Kind => "a list";
}

/// <summary>A map, in the order of the text.</summary>
internal sealed record Mapping(Place Place, IReadOnlyList<Entry> Entries) : Node(Place)
{
    public override string Kind => "a map";

    public Node? Find(string key) => Entries.FirstOrDefault(entry => entry.Key == key)?.Value;

    /// <summary>This map with what another one says differently: maps merge key by key, all else is replaced.</summary>
    public Mapping With(Mapping other)
    {
        var changes = other.Entries.ToDictionary(entry => entry.Key, StringComparer.Ordinal);
        var merged = new List<Entry>(Entries.Count + other.Entries.Count);
        foreach (var entry in Entries)
            merged.Add(changes.Remove(entry.Key, out var change) ? entry.With(change) : entry);
        merged.AddRange(other.Entries.Where(entry => changes.ContainsKey(entry.Key)));
        return new Mapping(other.Place, merged);
    }
}

/// <summary>One key of a map and its value.</summary>
internal sealed record Entry(string Key, Place KeyPlace, Node Value)
{
    public Entry With(Entry change) => (Value, change.Value) switch
    {
        (Mapping mine, Mapping other) => new Entry(Key, change.KeyPlace, mine.With(other)),
        (Mapping mine, Scalar { IsEmpty: true }) => new Entry(Key, change.KeyPlace, mine),
        _ => change,
    };
}
