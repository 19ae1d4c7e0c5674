using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agents.Generators.Analyzers;

/// <summary>What the compiler can know of how rules run over a population.</summary>
internal sealed class Regimes(INamedTypeSymbol root, Compilation compilation)
{
    private readonly ConcurrentDictionary<ITypeSymbol, bool> known = new(SymbolEqualityComparer.Default);

    // By the name of a rule that some run gives a regime: whether all those are the synchronous one. Asked for where something is found.
    private readonly Lazy<Dictionary<string, bool>> named = new(() => Named(compilation));

    /// <summary>
    /// Whether rules may run on several threads over a population: its constructors pass no regime, or the synchronous one. Where a
    /// regime is passed that is another or known only when the model runs, a sequential regime may be meant. Where nothing can be
    /// seen, the default counts.
    /// </summary>
    public bool IsSynchronous(ITypeSymbol population) => known.GetOrAdd(population.OriginalDefinition, one => !PassesRegime(one));

    /// <summary>
    /// Whether what stands in a member runs for many agents at once: its rule is run in a synchronous regime, by name or because the
    /// population's is. Where some run of it names another regime, and in helpers where any does, it may run in turns.
    /// </summary>
    public bool RunsTogether(ITypeSymbol population, ISymbol member)
    {
        if (named.Value.Count == 0)
            return IsSynchronous(population);
        var isRule = member is IMethodSymbol method && method.GetAttributes().Any(one => one.AttributeClass?.Name == "RuleAttribute") || member.ContainingType.AllInterfaces.Any(one => one.Name is "IRule" or "ITerm");
        if (named.Value.TryGetValue(member.Name, out var areTogether) || named.Value.TryGetValue(member.ContainingType.Name, out areTogether))
            return areTogether;
        return IsSynchronous(population) && !named.Value.ContainsKey("") && (isRule || named.Value.Values.All(one => one));
    }

    // Run(people, new Act(...), Regime.FixedOrder) and Act(people, Regime.FixedOrder), read as text; a rule that has no name there is "".
    private static Dictionary<string, bool> Named(Compilation compilation)
    {
        var found = new Dictionary<string, bool>();
        foreach (var call in compilation.SyntaxTrees.SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>()))
        {
            if (call.ArgumentList.Arguments is not { Count: > 1 and < 5 } arguments || !IsRegime(arguments.Last()))
                continue;
            var method = call.Expression is MemberAccessExpressionSyntax access ? access.Name : call.Expression as SimpleNameSyntax;
            var rule = method?.Identifier.ValueText is "Run" ? (arguments[1].Expression as ObjectCreationExpressionSyntax)?.Type.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().LastOrDefault()?.Identifier.ValueText ?? "" : method?.Identifier.ValueText ?? "";
            var isSynchronous = arguments.Last().Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Synchronous" };
            found[rule] = isSynchronous && (!found.TryGetValue(rule, out var others) || others);
        }
        return found;
    }

    private static bool IsRegime(ArgumentSyntax argument) =>
        argument.NameColon?.Name.Identifier.ValueText == "regime"
        || argument.Expression is MemberAccessExpressionSyntax { Expression: SimpleNameSyntax { Identifier.ValueText: "Regime" } or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Regime" } }
        || argument.Expression.ToString().EndsWith("egime", StringComparison.Ordinal);

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
