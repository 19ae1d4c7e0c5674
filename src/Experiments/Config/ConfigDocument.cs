namespace Experiments.Config;

/// <summary>A config file with everything that it extends: one map, whose nodes still know their own files.</summary>
internal static class ConfigDocument
{
    private const string Extends = "extends";
    private const string Name = "name";
    private const string Scenarios = "scenarios";
    private const string Parameters = "parameters";
    private const int LongestChain = 16;

    /// <summary>Reads a file and, before it, the chain of files that it and its scenarios extend.</summary>
    /// <exception cref="ConfigException">A file cannot be used, or the chain has no end.</exception>
    public static Mapping Read(string path) => Read(path, []);

    private static Mapping Read(string path, List<string> chain)
    {
        chain.Add(Path.GetFullPath(path));
        var document = Expanded(path, YamlFile.Read(path), chain);
        if (document.Find(Extends) is not { } extends)
            return document;
        // A study's name is its own: two studies with one name would share one directory of results.
        var basis = Without(ReadBasis(path, extends, chain), Name);
        return basis.With(Without(document, Extends));
    }

    /// <summary>The document with the parameters of each config that one of its scenarios extends.</summary>
    private static Mapping Expanded(string path, Mapping document, List<string> chain)
    {
        if (document.Find(Scenarios) is not Mapping scenarios)
            return document;
        var expanded = scenarios with { Entries = [.. scenarios.Entries.Select(entry => entry with { Value = Expanded(path, entry.Value, chain) })] };
        return document with { Entries = [.. document.Entries.Select(entry => entry.Key == Scenarios ? entry with { Value = expanded } : entry)] };
    }

    private static Node Expanded(string path, Node scenario, List<string> chain)
    {
        if (scenario is not Mapping map || map.Find(Extends) is not { } extends)
            return scenario;
        var own = Without(map, Extends);
        var basis = ReadBasis(path, extends, [.. chain]);
        return basis.Entries.FirstOrDefault(entry => entry.Key == Parameters) is { } parameters ? (basis with { Entries = [parameters] }).With(own) : own;
    }

    private static Mapping ReadBasis(string path, Node extends, List<string> chain)
    {
        if (extends is not Scalar { IsEmpty: false, Text: not "" } name)
            throw new ConfigException(extends.Place, Extends, $"{extends.Kind} is not the name of a config file");
        if (name.Text.Contains('\0', StringComparison.Ordinal))
            throw new ConfigException(name.Place, Extends, "the name of a file cannot hold a zero byte");
        var basis = Path.Combine(Path.GetDirectoryName(path) ?? "", name.Text);
        if (chain.Contains(Path.GetFullPath(basis)))
            throw new ConfigException(name.Place, Extends, $"{Problem.Quote(name.Text)} leads back to a file that extends it: a cycle");
        if (chain.Count == LongestChain)
            throw new ConfigException(name.Place, Extends, $"a chain of more than {LongestChain} files");
        // The place to mend is the line that names the file, so that line is what the message names.
        if (YamlFile.Absence(basis) is { } absence)
            throw new ConfigException(name.Place, Extends, $"{Problem.Quote(name.Text)}: {absence}");
        return Read(basis, chain);
    }

    private static Mapping Without(Mapping document, string key) =>
        document with { Entries = [.. document.Entries.Where(entry => entry.Key != key)] };
}
