using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agents.Generators.Analyzers;

/// <summary>What the compiler can know of how rules run over a population.</summary>
internal sealed class Regimes(INamedTypeSymbol root)
{
    private readonly ConcurrentDictionary<ITypeSymbol, bool> known = new(SymbolEqualityComparer.Default);

    /// <summary>
    /// Whether rules may run on several threads over a population: its constructors pass no regime, or the synchronous one. Where a
    /// regime is passed that is another or known only when the model runs, a sequential regime may be meant. Where nothing can be
    /// seen, the default counts.
    /// </summary>
    public bool IsSynchronous(ITypeSymbol population) => known.GetOrAdd(population.OriginalDefinition, one => !PassesRegime(one));

    private bool PassesRegime(ITypeSymbol type) =>
        type is INamedTypeSymbol { BaseType: { } parent } population && !Framework.Is(population, root)
        && (population.InstanceConstructors.Any(PassesRegime) || !Framework.Is(parent, root) && PassesRegime(parent.OriginalDefinition));

    private static bool PassesRegime(IMethodSymbol constructor)
    {
        if (constructor.DeclaringSyntaxReferences.IsEmpty)
            return constructor.Parameters.Any(parameter => IsRegime(parameter.Type)); // in another assembly: its caller chooses
        return ArgumentsOf(constructor.DeclaringSyntaxReferences[0].GetSyntax()) is { } arguments && RegimeIn(arguments) is { } regime
            && regime is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Synchronous" };
    }

    // Read as text: a constructor may stand in another file, and asking the compiler for that file's meaning costs.
    private static ArgumentListSyntax? ArgumentsOf(SyntaxNode constructor) => constructor switch
    {
        ConstructorDeclarationSyntax { Initializer: { } initializer } when initializer.IsKind(SyntaxKind.BaseConstructorInitializer) => initializer.ArgumentList,
        TypeDeclarationSyntax { BaseList: { } bases } => bases.Types.OfType<PrimaryConstructorBaseTypeSyntax>().FirstOrDefault()?.ArgumentList,
        _ => null,
    };

    // Population(model, name, count, regime, isOpen)
    private static ExpressionSyntax? RegimeIn(ArgumentListSyntax arguments)
    {
        var named = arguments.Arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == "regime");
        var fourth = arguments.Arguments.Count > 3 && arguments.Arguments.Take(4).All(argument => argument.NameColon is null) ? arguments.Arguments[3] : null;
        return (named ?? fourth)?.Expression;
    }

    private static bool IsRegime(ITypeSymbol type) => type is { Name: "Regime", ContainingNamespace.Name: "Agents" };
}
