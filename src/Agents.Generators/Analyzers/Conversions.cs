using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Agents.Generators.Analyzers;

/// <summary>Sees through conversions, which the compiler adds as it needs them.</summary>
internal static class Conversions
{
    /// <summary>What is converted, or the operation itself.</summary>
    public static IOperation Unconverted(this IOperation operation) =>
        operation is IConversionOperation { Operand: var operand } ? operand.Unconverted() : operation;
}
