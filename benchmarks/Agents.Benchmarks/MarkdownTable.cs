using System.Text;

namespace Agents.Benchmarks;

/// <summary>A table as Markdown, for the screen and for benchmarks/records.</summary>
internal static class MarkdownTable
{
    /// <summary>The rows under their heads.</summary>
    public static string Of(IEnumerable<string> heads, IEnumerable<IEnumerable<string>> rows)
    {
        var titles = heads.ToList();
        var text = new StringBuilder();
        foreach (var cells in rows.Prepend(titles.Select(_ => "---")).Prepend(titles))
            text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
        return text.ToString();
    }
}
