using System.Text;

namespace Experiments.Config;

/// <summary>Something that is wrong with a config or an option.</summary>
/// <param name="Source">The file, or the option, that holds it.</param>
/// <param name="Line">Line from 1, or 0 where there is none.</param>
/// <param name="Column">Column from 1, or 0 where there is none.</param>
/// <param name="Key">The full key, such as <c>parameters.coup.intensity</c>; empty for the file as a whole.</param>
/// <param name="Message">What is wrong, what is allowed, and the nearest valid name where there is one.</param>
public sealed record Problem(string Source, int Line, int Column, string Key, string Message)
{
    private const int LongestQuote = 60;
    private const int LongestKey = 250;
    private const int LongestMessage = 1000;

    /// <summary><c>file:line:column: key: message</c>, on one line; what is longer than anybody reads is cut.</summary>
    public override string ToString()
    {
        var place = Line > 0 ? $"{Source}:{Line}:{Column}" : Source;
        var message = Short(Message, LongestMessage);
        return OneLine(Key.Length > 0 ? $"{place}: {Short(Key, LongestKey)}: {message}" : $"{place}: {message}");
    }

    /// <summary>A piece of somebody's text as messages show it: in quotes, and not longer than a glance.</summary>
    public static string Quote(string text) => $"'{Short(text)}'";

    /// <summary>The beginning of somebody's text, and three points where more of it follows.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">Most characters of it.</param>
    public static string Short(string text, int most = LongestQuote)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length <= most)
            return text;
        // A character beyond the first 65,536 is two, which belong together.
        return $"{text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)]}...";
    }

    // Control characters in a config must not reach the terminal.
    private static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var letter in text)
            line.Append(char.IsControl(letter) ? '\uFFFD' : letter);
        return line.ToString();
    }
}

/// <summary>A config or its options cannot be used.</summary>
public sealed class ConfigException : Exception
{
    /// <summary>One problem.</summary>
    public ConfigException(Problem problem)
        : this([problem])
    {
    }

    /// <summary>All problems found, one or more.</summary>
    public ConfigException(IReadOnlyList<Problem> problems)
        : base(string.Join('\n', problems)) => Problems = problems;

    internal ConfigException(Place place, string key, string message)
        : this(place.Problem(key, message))
    {
    }

    /// <summary>The problems, in the order of the config.</summary>
    public IReadOnlyList<Problem> Problems { get; }
}
