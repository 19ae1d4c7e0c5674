using System.Text;

namespace Agents.Generators;

/// <summary>C# that is being written, line by line, with its indentation.</summary>
internal sealed class CodeText
{
    private readonly StringBuilder text = new();
    private int depth;

    public void Line() => text.Append('\n');

    public void Line(string line) => text.Append(' ', 4 * depth).Append(line).Append('\n');

    /// <summary>Begins a block under a head.</summary>
    public void Open(string head)
    {
        Line(head);
        Begin("{");
    }

    /// <summary>Begins a list.</summary>
    public void OpenList() => Begin("[");

    /// <summary>Ends a block.</summary>
    public void Close(string end = "}")
    {
        depth--;
        Line(end);
    }

    /// <summary>A line of documentation.</summary>
    public void Summary(string words) => Line($"/// <summary>{words}</summary>");

    public override string ToString() => text.ToString();

    private void Begin(string bracket)
    {
        Line(bracket);
        depth++;
    }
}
