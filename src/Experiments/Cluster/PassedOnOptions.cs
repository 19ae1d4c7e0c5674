using Experiments.Config;

namespace Experiments.Cluster;

/// <summary>Options for sbatch as they stand on a command line after two hyphens.</summary>
internal static class PassedOnOptions
{
    /// <summary>Short forms of the options that nobody may set.</summary>
    private static readonly Dictionary<char, string> Short = new() { ['a'] = "array", ['d'] = "dependency", ['W'] = "wait" };

    /// <summary>Refuses what would break a submission; what else sbatch takes, sbatch itself judges.</summary>
    /// <exception cref="ConfigException">An option cannot be passed on.</exception>
    public static void Check(IReadOnlyList<string> words)
    {
        if (words is [var first, ..] && !first.StartsWith('-'))
            throw Refusal(first, "is no option of sbatch: its options begin with a hyphen");
        foreach (var word in words)
        {
            if (word.Any(char.IsControl))
                throw Refusal(word, "goes over more than one line");
            if (NameOf(word) is { } name && SlurmSettings.Reserved.TryGetValue(name, out var reason))
                throw Refusal(word, $"cannot be set: {reason}");
        }
    }

    private static string? NameOf(string word)
    {
        if (word.StartsWith("--", StringComparison.Ordinal))
            return word[2..].Split('=')[0];
        return word.Length > 1 && word[0] == '-' ? Short.GetValueOrDefault(word[1]) : null;
    }

    private static ConfigException Refusal(string word, string message) => new(new Problem($"-- {word}", 0, 0, "", message));
}
