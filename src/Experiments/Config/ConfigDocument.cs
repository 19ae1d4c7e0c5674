namespace Experiments.Config;

/// <summary>
/// A config file with everything that it extends: one map, whose nodes still know their own files. A file is read once,
/// however many scenarios extend it, and what all of it comes to is bounded.
/// </summary>
internal sealed class ConfigDocument
{
    /// <summary>Most files that extend one another in a row.</summary>
    public const int LongestChain = 16;

    /// <summary>Most files of a config.</summary>
    public const int MostFiles = 1_000;

    /// <summary>Most values of a config once each scenario has those of what it extends.</summary>
    public const int MostValues = 2_000_000;

    private const string Extends = "extends";
    private const string Name = "name";
    private const string Scenarios = "scenarios";
    private const string Parameters = "parameters";

    private readonly Dictionary<string, Mapping> known = new(StringComparer.Ordinal);
    private readonly List<string> chain = [];
    private int values;

    private ConfigDocument()
    {
    }

    /// <summary>Reads a file and, before it, the files that it and its scenarios extend.</summary>
    /// <exception cref="ConfigException">A file cannot be used, the chain has no end, or all of it is too much.</exception>
    public static Mapping Read(string path) => new ConfigDocument().ReadFile(path);

    private Mapping ReadFile(string path)
    {
        chain.Add(Path.GetFullPath(path));
        var file = YamlFile.Read(path);
        if (chain.Count > 1)
            RequireSections(file);
        var document = Expanded(path, file);
        if (document.Find(Extends) is { } extends)
        {
            // A study's name is its own: two studies with one name would share one directory of results.
            var basis = Without(ReadBasis(path, extends), Name);
            Count(basis, extends);
            document = basis.With(Without(document, Extends));
        }
        chain.RemoveAt(chain.Count - 1);
        return document;
    }

    /// <summary>A section of what is extended that is no map would be replaced by the map of the file that extends it, and nobody would hear of it.</summary>
    private static void RequireSections(Mapping basis)
    {
        var read = new ValueReader(basis.Place);
        foreach (var entry in basis.Entries.Where(entry => StudyLoader.Sections.Contains(entry.Key)))
            read.Map(entry.Value, entry.Key);
        read.ThrowIfAny();
    }

    /// <summary>The document with the parameters of each config that one of its scenarios extends.</summary>
    private Mapping Expanded(string path, Mapping document)
    {
        if (document.Find(Scenarios) is not Mapping scenarios)
            return document;
        var expanded = scenarios with { Entries = [.. scenarios.Entries.Select(entry => entry with { Value = Expanded(path, entry.Value) })] };
        return document with { Entries = [.. document.Entries.Select(entry => entry.Key == Scenarios ? entry with { Value = expanded } : entry)] };
    }

    private Node Expanded(string path, Node scenario)
    {
        if (scenario is not Mapping map || map.Find(Extends) is not { } extends)
            return scenario;
        var own = Without(map, Extends);
        if (ReadBasis(path, extends).Entries.FirstOrDefault(entry => entry.Key == Parameters) is not { } parameters)
            return own;
        Count(parameters.Value, extends);
        return new Mapping(parameters.KeyPlace, [parameters]).With(own);
    }

    private Mapping ReadBasis(string path, Node extends)
    {
        if (extends is not Scalar { IsEmpty: false, Text: not "" } name)
            throw new ConfigException(extends.Place, Extends, $"{extends.Kind} is not the name of a config file");
        if (name.Text.Contains('\0', StringComparison.Ordinal))
            throw new ConfigException(name.Place, Extends, "the name of a file cannot hold a zero byte");
        var basis = Path.Combine(Path.GetDirectoryName(path) ?? "", name.Text);
        var full = Path.GetFullPath(basis);
        if (chain.Contains(full))
            throw new ConfigException(name.Place, Extends, $"{Problem.Quote(name.Text)} leads back to a file that extends it: a cycle");
        if (known.TryGetValue(full, out var document))
            return document;
        if (chain.Count == LongestChain)
            throw new ConfigException(name.Place, Extends, $"a chain of more than {LongestChain} files");
        if (known.Count == MostFiles)
            throw new ConfigException(name.Place, Extends, $"the config extends more than {MostFiles} files");
        // The place to mend is the line that names the file, so that line is what the message names.
        if (YamlFile.Absence(basis) is { } absence)
            throw new ConfigException(name.Place, Extends, $"{Problem.Quote(name.Text)}: {absence}");
        return known[full] = ReadFile(basis);
    }

    /// <summary>Counts what is taken over from a file: little of it can be asked for so often that no memory holds it.</summary>
    private void Count(Node taken, Node extends)
    {
        values += SizeOf(taken, MostValues - values);
        if (values >= MostValues)
            throw new ConfigException(extends.Place, Extends, FormattableString.Invariant($"with what is extended up to here the config comes to more than {MostValues} values"));
    }

    /// <summary>Values of a node, as far as they are no more than so many.</summary>
    private static int SizeOf(Node node, int most)
    {
        IEnumerable<Node> inner = node switch
        {
            Mapping map => map.Entries.Select(entry => entry.Value),
            Sequence list => list.Items,
            _ => [],
        };
        var size = 1;
        foreach (var one in inner)
        {
            if (size >= most)
                break;
            size += SizeOf(one, most - size);
        }
        return size;
    }

    private static Mapping Without(Mapping document, string key) =>
        document with { Entries = [.. document.Entries.Where(entry => entry.Key != key)] };
}
