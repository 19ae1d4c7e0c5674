using Agents;

namespace Commands;

/// <summary>The part of a Markdown file that is written from the code of a model.</summary>
internal static class DescriptionBlock
{
    private const int Depth = 3;

    /// <summary>The block of a model.</summary>
    public static MarkdownBlock Of(ModelDefinition model) => new("describe", model.Name);

    /// <summary>What it holds.</summary>
    public static string Content(ModelDefinition model) => DescriptionText.Markdown(DescriptionTable.AllOf(model, DescriptionRow.Of(model)), Depth);
}
