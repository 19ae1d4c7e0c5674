using System.Globalization;
using System.Text;

namespace Commands.Screen;

/// <summary>
/// A writer through which text that comes from data can do nothing to a terminal: control characters, and those that turn
/// the direction of a line, are shown as escapes, such as \x1b. Line ends and tabs stay what they are.
/// </summary>
/// <param name="inner">Where everything goes.</param>
internal sealed class Printable(TextWriter inner) : TextWriter
{
    private bool isLost;

    public override Encoding Encoding => inner.Encoding;

    /// <summary>True for messages: where nobody can be told any more, they are dropped, and what the program does is what it promised.</summary>
    public bool IsDispensable { get; init; }

    public override void Write(char value) => Write([value]);

    public override void Write(string? value) => Try(() => inner.Write(Of(value ?? "")));

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(ReadOnlySpan<char> buffer) => Write(new string(buffer));

    public override void WriteLine() => Try(inner.WriteLine);

    public override void WriteLine(string? value) => Try(() => inner.WriteLine(Of(value ?? "")));

    public override void Flush() => Try(inner.Flush);

    /// <summary>A text as it is shown.</summary>
    public static string Of(string text)
    {
        if (!text.Any(IsHarmful))
            return text;
        var shown = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var endsLine = text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n';
            if (endsLine || !IsHarmful(text[i]))
                shown.Append(text[i]);
            else
                shown.Append(CultureInfo.InvariantCulture, $"\\{(text[i] <= 0xff ? "x" : "u")}{(int)text[i]:x2}");
        }
        return shown.ToString();
    }

    private static bool IsHarmful(char letter) =>
        (char.IsControl(letter) && letter is not ('\n' or '\t')) || letter is (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');

    private void Try(Action write)
    {
        if (isLost)
            return;
        try
        {
            write();
        }
        catch (Exception exception) when (IsDispensable && Terminal.IsLost(exception))
        {
            isLost = true;
        }
    }
}
