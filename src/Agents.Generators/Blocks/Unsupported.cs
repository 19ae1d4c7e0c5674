using Microsoft.CodeAnalysis;

namespace Agents.Generators.Blocks;

/// <summary>Thrown where a rule's text has no form over lanes; whoever catches it leaves that part to the text for one agent.</summary>
/// <param name="at">The text.</param>
/// <param name="what">What it is, as a modeller reads it.</param>
internal sealed class Unsupported(SyntaxNode? at, string what) : Exception(what)
{
    /// <summary>The text.</summary>
    public SyntaxNode? At { get; } = at;

    /// <summary>Where the text stands.</summary>
    public Location? Where { get; } = at?.GetLocation();
}
