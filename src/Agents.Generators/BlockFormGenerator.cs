using Microsoft.CodeAnalysis;

namespace Agents.Generators;

/// <summary>Writes the block form of every partial rule from its text for one agent.</summary>
[Generator]
public sealed class BlockFormGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
    }
}
