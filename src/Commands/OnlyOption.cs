using System.CommandLine;
using Experiments.Config;

namespace Commands;

/// <summary>The option by which a command takes some of what it could play, by their ids with commas between.</summary>
/// <param name="what">What one of them is, as messages call it.</param>
/// <param name="description">What is said of it.</param>
internal sealed class OnlyOption(string what, string description)
{
    /// <summary>Ids that a message names.</summary>
    private const int MostTold = 40;

    public Option<string?> Option { get; } = new("--only") { Description = description, HelpName = "ID,ID" };

    /// <summary>Those that are wanted, in their order; all without the option.</summary>
    /// <param name="result">The command line.</param>
    /// <param name="all">All that there are.</param>
    /// <param name="idOf">The id of one.</param>
    /// <param name="page">The file that is to hold the table, or null: it holds all of them.</param>
    /// <exception cref="ConfigException">It names none, or one that is not there, or stands beside a page.</exception>
    public IReadOnlyList<T> Read<T>(ParseResult result, IReadOnlyList<T> all, Func<T, string> idOf, string? page)
    {
        if (result.GetValue(Option) is not { } only)
            return all;
        if (page is not null)
            throw Refusal($"would leave {Problem.Quote(page)} with some rows of its table: leave --only or --into out");
        var ids = all.Select(idOf).ToList();
        var wanted = only.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (wanted.Except(ids).FirstOrDefault() is { } unknown)
            throw Refusal($"there is no {what} {Problem.Quote(unknown)}{Hint(unknown, ids)}; there are {string.Join(", ", ids.Take(MostTold))}{(ids.Count > MostTold ? $" and {ids.Count - MostTold} more" : "")}");
        return wanted.Length > 0 ? [.. all.Where(one => wanted.Contains(idOf(one)))] : throw Refusal($"names no {what}");
    }

    /// <summary>One that differs by capitals alone is nearer than any other.</summary>
    private static string Hint(string unknown, List<string> ids) =>
        ids.Find(id => id.Equals(unknown, StringComparison.OrdinalIgnoreCase)) is { } same ? $"; did you mean '{same}'?" : Spelling.Hint(unknown, ids);

    private static ConfigException Refusal(string message) => new(new Problem("--only", 0, 0, "", message));
}
