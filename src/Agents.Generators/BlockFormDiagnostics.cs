using Microsoft.CodeAnalysis;

namespace Agents.Generators;

/// <summary>What is said of block forms.</summary>
internal static class BlockFormDiagnostics
{
    private const string Category = "Agents.BlockForms";

    public static readonly DiagnosticDescriptor Scalar = new(
        "ABM001", "Rule without a block form", "{0} runs one agent at a time, some 3 to 20 times as slow as over blocks: {1}", Category, DiagnosticSeverity.Info, true);

    public static readonly DiagnosticDescriptor LeftBranch = new(
        "ABM002", "Branch without a block form", "{0}: agents who come here are served one at a time, after the others of their block: {1}", Category, DiagnosticSeverity.Info, true);

    public static readonly DiagnosticDescriptor LaneByLane = new(
        "ABM003", "Expression without vectors", "{0}: {1}, which costs about as much as in plain C#", Category, DiagnosticSeverity.Info, true);

    public static readonly DiagnosticDescriptor Required = new(
        "ABM004", "Rule must have a block form", "{0} is marked [MustVectorise] and has no block form: {1}", Category, DiagnosticSeverity.Error, true);
}
