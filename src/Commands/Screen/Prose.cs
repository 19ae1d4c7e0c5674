using System.Text;

namespace Commands.Screen;

/// <summary>A terminal's writer that breaks lines of prose between words. What is written without its line's end stays as it is: tables, configs and code.</summary>
/// <param name="inner">Where everything goes.</param>
/// <param name="width">Characters of a line.</param>
internal sealed class Prose(TextWriter inner, int width) : TextWriter
{
    /// <summary>Narrower than this, lines are left to the terminal.</summary>
    private const int LeastWidth = 4;

    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value) => inner.Write(value);

    public override void Write(string? value) => inner.Write(value);

    public override void Write(char[] buffer, int index, int count) => inner.Write(buffer, index, count);

    public override void Flush() => inner.Flush();

    public override void WriteLine() => inner.WriteLine();

    public override void WriteLine(string? value)
    {
        foreach (var line in (value ?? "").Split('\n').SelectMany(line => Lines(line, width, Margin(line))))
            inner.WriteLine(line);
    }

    /// <summary>The lines of one line of text: words are never cut, even where one is longer than a line.</summary>
    /// <param name="text">Words with blanks between.</param>
    /// <param name="width">Characters of a line.</param>
    /// <param name="margin">What every line but the first begins with.</param>
    public static IReadOnlyList<string> Lines(string text, int width, string margin)
    {
        if (text.Length <= width || width < LeastWidth)
            return [text];
        var lines = new List<string>();
        var line = new StringBuilder(Margin(text));
        var isEmpty = true;
        foreach (var word in text[line.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!isEmpty && line.Length + 1 + word.Length > width)
            {
                lines.Add(line.ToString());
                line.Clear().Append(margin);
                isEmpty = true;
            }
            line.Append(isEmpty ? "" : " ").Append(word);
            isEmpty = false;
        }
        lines.Add(line.ToString());
        return lines;
    }

    /// <summary>The blanks and the sign of a comment that a line begins with.</summary>
    private static string Margin(string line) => line[..^line.AsSpan().TrimStart("# ").Length];
}
