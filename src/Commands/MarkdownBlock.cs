using System.Text;
using Experiments.Config;

namespace Commands;

/// <summary>The part of a Markdown file that a command writes: what stands between two lines that name it.</summary>
/// <param name="command">The command.</param>
/// <param name="subject">What it is asked to write of; empty where that does not matter.</param>
internal sealed class MarkdownBlock(string command, string subject = "")
{
    private const string AnyBegin = "<!-- abm ";

    /// <summary>The first line of the block.</summary>
    public string Begin { get; } = $"<!-- abm {command}{(subject.Length > 0 ? " " : "")}{subject} --into this file -->";

    /// <summary>The last line of the block.</summary>
    public string End { get; } = $"<!-- end of what abm {command} wrote -->";

    /// <summary>A row of a table.</summary>
    public static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal)))} |\n";

    /// <summary>The text with the block renewed: whatever stands outside of it stays, to the last byte.</summary>
    /// <param name="text">The file.</param>
    /// <param name="content">What the block is to hold.</param>
    /// <param name="source">The file's name, for messages.</param>
    /// <exception cref="ConfigException">It has no such lines, or they are not one pair.</exception>
    public string Renew(string text, string content, string source)
    {
        var from = text.IndexOf(Begin, StringComparison.Ordinal);
        var to = from < 0 ? -1 : text.IndexOf(End, from, StringComparison.Ordinal);
        if (to < 0)
            throw Refusal(source, 0, $"has no lines '{Begin}' and '{End}' to write between");
        // Another beginning in between belongs to a block whose end was lost: what stands there may be the user's.
        if (text.IndexOf(AnyBegin, from + Begin.Length, StringComparison.Ordinal) is >= 0 and var other && other < to)
            throw Refusal(source, LineOf(text, other), $"a line '{AnyBegin}...' stands before the '{End}' of line {LineOf(text, from)}: put the lines right first");
        if (text.IndexOf(Begin, to, StringComparison.Ordinal) is >= 0 and var second)
            throw Refusal(source, LineOf(text, second), $"has the line '{Begin}' a second time: take one away");
        var newLine = text[(from + Begin.Length)..].StartsWith('\r') ? "\r\n" : "\n";
        return $"{text[..from]}{Begin}{newLine}{content.Replace("\n", newLine, StringComparison.Ordinal)}{newLine}{text[to..]}";
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
        if (renewed != text)
            OwnFiles.Write("--into", force: true, (path, Encoding.Latin1.GetBytes(renewed)));
        terminal.Error.WriteLine(renewed == text ? $"{path} is {unchanged}." : $"{path} is renewed.");
    }

    /// <summary>The file with a letter for each byte, so that none is changed which is not this command's.</summary>
    private (string Text, string Renewed) Renewed(string path, string content)
    {
        OwnFiles.RequireName("--into", path);
        if (!File.Exists(path))
            throw Refusal(path, 0, $"is not there: make it with the lines '{Begin}' and '{End}', between which the table is written");
        try
        {
            var text = Encoding.Latin1.GetString(File.ReadAllBytes(path));
            return (text, Renew(text, Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(content)), path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Refusal(path, 0, exception.Message);
        }
    }

    private static int LineOf(string text, int position) => 1 + text.AsSpan(0, position).Count('\n');

    private static ConfigException Refusal(string source, int line, string message) => new(new Problem(source, line, line > 0 ? 1 : 0, "", message));
}
