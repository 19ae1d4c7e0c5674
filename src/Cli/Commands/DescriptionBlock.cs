using Agents;

namespace Cli.Commands;

/// <summary>The part of a Markdown file that is written from the code of a model: what stands between two markers.</summary>
internal static class DescriptionBlock
{
    /// <summary>The last line of the block.</summary>
    public const string End = "<!-- end of what abm describe wrote -->";

    private const int Depth = 3;

    /// <summary>The first line of the block.</summary>
    public static string Begin(ModelDefinition model) => $"<!-- abm describe {model.Name} --into this file -->";

    /// <summary>The text with the block renewed, or null where it has no markers.</summary>
    public static string? Renew(string text, ModelDefinition model)
    {
        var from = text.IndexOf(Begin(model), StringComparison.Ordinal);
        var to = from < 0 ? -1 : text.IndexOf(End, from, StringComparison.Ordinal);
        if (to < 0)
            return null;
        var tables = DescriptionTable.AllOf(model, DescriptionRow.Of(model));
        return $"{text[..from]}{Begin(model)}\n{DescriptionText.Markdown(tables, Depth)}\n{text[to..]}";
    }
}
