using Experiments.Config;

namespace Cli.Commands;

/// <summary>The part of a Markdown file that a command writes: what stands between two lines that name it.</summary>
/// <param name="command">The command.</param>
/// <param name="subject">What it is asked to write of; empty where that does not matter.</param>
internal sealed class MarkdownBlock(string command, string subject = "")
{
    /// <summary>The first line of the block.</summary>
    public string Begin { get; } = $"<!-- abm {command}{(subject.Length > 0 ? " " : "")}{subject} --into this file -->";

    /// <summary>The last line of the block.</summary>
    public string End { get; } = $"<!-- end of what abm {command} wrote -->";

    /// <summary>A row of a table.</summary>
    public static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal)))} |\n";

    /// <summary>The text with the block renewed, or null where it has no such lines.</summary>
    /// <param name="text">The file.</param>
    /// <param name="content">What the block is to hold.</param>
    public string? Renew(string text, string content)
    {
        var from = text.IndexOf(Begin, StringComparison.Ordinal);
        var to = from < 0 ? -1 : text.IndexOf(End, from, StringComparison.Ordinal);
        return to < 0 ? null : $"{text[..from]}{Begin}\n{content}\n{text[to..]}";
    }

    /// <summary>Says, before long work, whether its outcome can be written.</summary>
    /// <exception cref="ConfigException">The file cannot be read, or has no such lines.</exception>
    public void Require(string path) => Renewed(path, "");

    /// <summary>Puts a text between the lines of a file, and says what became of it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="content">What the block is to hold.</param>
    /// <param name="unchanged">What is said where it holds that already.</param>
    /// <param name="terminal">Where it is said.</param>
    /// <exception cref="ConfigException">The file cannot be read or written, or has no such lines.</exception>
    public void Write(string path, string content, string unchanged, Terminal terminal)
    {
        var (text, renewed) = Renewed(path, content);
        try
        {
            if (renewed != text)
                File.WriteAllText(path, renewed);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ConfigException(new Problem(path, 0, 0, "", exception.Message));
        }
        terminal.TrySay(renewed == text ? $"{path} is {unchanged}." : $"{path} is renewed.");
    }

    private (string Text, string Renewed) Renewed(string path, string content)
    {
        try
        {
            var text = File.ReadAllText(path);
            return (text, Renew(text, content) ?? throw new ConfigException(new Problem(path, 0, 0, "", $"has no lines '{Begin}' and '{End}' to write between")));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new ConfigException(new Problem(path, 0, 0, "", exception.Message));
        }
    }
}
