using System.CommandLine;
using Experiments.Config;

namespace Cli.Commands;

/// <summary>The option by which a command takes some of what it could play, by their ids with commas between.</summary>
/// <param name="what">What one of them is, as messages call it.</param>
/// <param name="description">What is said of it.</param>
internal sealed class OnlyOption(string what, string description)
{
    public Option<string?> Option { get; } = new("--only") { Description = description, HelpName = "ID,ID" };

    /// <summary>Those that are wanted, in their order; all without the option.</summary>
    /// <exception cref="ConfigException">It names none, or one that is not there.</exception>
    public IReadOnlyList<T> Read<T>(ParseResult result, IReadOnlyList<T> all, Func<T, string> idOf)
    {
        if (result.GetValue(Option) is not { } only)
            return all;
        var ids = all.Select(idOf).ToList();
        var wanted = only.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (wanted.Except(ids).FirstOrDefault() is { } unknown)
            throw Refusal($"there is no {what} {Problem.Quote(unknown)}{Spelling.Hint(unknown, ids)}; there are {string.Join(", ", ids)}");
        return wanted.Length > 0 ? [.. all.Where(one => wanted.Contains(idOf(one)))] : throw Refusal($"names no {what}");
    }

    private static ConfigException Refusal(string message) => new(new Problem("--only", 0, 0, "", message));
}
