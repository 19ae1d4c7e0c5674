using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agents.Generators.Blocks;

/// <summary>Which methods have no effect but their result: their text assigns locals only, and calls nothing else.</summary>
internal sealed class Purity(Compilation compilation)
{
    private readonly Dictionary<ISymbol, bool> known = new(SymbolEqualityComparer.Default);

    /// <summary>True where a method has no effect.</summary>
    public bool Of(IMethodSymbol method)
    {
        method = method.OriginalDefinition;
        if (known.TryGetValue(method, out var isPure))
            return isPure;
        known[method] = true; // a recursive call adds nothing
        var text = method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
        return known[method] = text != null && !method.IsAbstract && !method.IsVirtual ? Of(text) : IsOfLibrary(method);
    }

    /// <summary>True where a text has no effect but on its own locals and on those it is in the scope of.</summary>
    public bool Of(SyntaxNode text)
    {
        var semantics = compilation.ModelOf(text.SyntaxTree);
        foreach (var node in text.DescendantNodesAndSelf())
        {
            if (node is ThrowStatementSyntax or RefExpressionSyntax or AwaitExpressionSyntax or YieldStatementSyntax or LockStatementSyntax)
                return false;
            if (Target(node) is { } target && !IsLocal(target, semantics))
                return false;
            if (node is ArgumentSyntax { RefKindKeyword.RawKind: not 0 } argument && !IsLocal(argument.Expression, semantics))
                return false;
            if (node is InvocationExpressionSyntax && semantics.GetSymbolInfo(node).Symbol is IMethodSymbol callee && !Of(callee))
                return false;
            if (node is BaseObjectCreationExpressionSyntax && semantics.GetSymbolInfo(node).Symbol is IMethodSymbol { ContainingType.IsValueType: false })
                return false;
        }
        return true;
    }

    private static ExpressionSyntax? Target(SyntaxNode node) => node switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left,
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression } prefix => prefix.Operand,
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression } postfix => postfix.Operand,
        _ => null,
    };

    private static bool IsLocal(ExpressionSyntax target, SemanticModel semantics) => target switch
    {
        DeclarationExpressionSyntax => true,
        TupleExpressionSyntax tuple => tuple.Arguments.All(argument => IsLocal(argument.Expression, semantics)),
        _ => semantics.GetSymbolInfo(target).Symbol is ILocalSymbol { RefKind: RefKind.None } or IParameterSymbol { RefKind: RefKind.None, ContainingSymbol: IMethodSymbol { MethodKind: not MethodKind.Constructor } } or IDiscardSymbol,
    };

    private static bool IsOfLibrary(IMethodSymbol method)
    {
        var (type, name) = (method.ContainingType, method.ContainingType.ToDisplayString());
        return name is "System.Math" or "System.MathF" or "System.MemoryExtensions" or "Agents.Numerics.Functions" or "float" or "double" or "int"
            || method.MethodKind == MethodKind.PropertyGet
            || method.MethodKind is MethodKind.BuiltinOperator or MethodKind.UserDefinedOperator or MethodKind.Conversion
            || type.ContainingNamespace?.ToDisplayString() == "System.Numerics"
            || type.Name is "Span" or "ReadOnlySpan" or "Nullable"
            || type.Name == "Draws" && Known.IsFramework(type, "Draws")
            || type.Name == "Network" && Known.IsFramework(type, "Network") && method.Name is "Neighbours" or "InNeighbours" or "IsLinked"
            || type.Name == "Claims" && Known.IsFramework(type, "Claims") && method.Name is "HasWon" or "Prize" or "Winner"
            || type.Name == "Agent" && method.Name == "Draws";
    }
}
