using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Agents.Generators.Blocks;

/// <summary>
/// What the compiler knows of a text, kept as long as the compilation: a view's getters are followed in every rule, and each
/// model would bind them anew.
/// </summary>
internal static class Semantics
{
    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<SyntaxTree, SemanticModel>> Models = new();

    /// <summary>The one model of a file.</summary>
    public static SemanticModel ModelOf(this Compilation compilation, SyntaxTree file) =>
        Models.GetValue(compilation, _ => new()).GetOrAdd(file, _ => compilation.GetSemanticModel(file));
}
