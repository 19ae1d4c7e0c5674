using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agents.Generators.Blocks;

/// <summary>Which methods have no effect but their result: their text assigns locals only, and calls nothing else.</summary>
internal sealed class Purity(Compilation compilation)
{
    private readonly Dictionary<ISymbol, bool> known = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, bool> touching = new(SymbolEqualityComparer.Default);

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

    /// <summary>True where asking for a property has no effect; one whose text may be any is believed only in a library.</summary>
    public bool Of(IPropertySymbol property)
    {
        var getter = property.OriginalDefinition.GetMethod;
        // me.Grievance gives the place itself, by reference.
        if (property.ContainingType is { IsExtension: true, ExtensionParameter.Type: { } seen } && (Known.IsFramework(seen, "Agent") || Known.IsFramework(seen, "Pending")))
            return true;
        return getter == null || getter.DeclaringSyntaxReferences.IsEmpty || !property.IsAbstract && !property.IsVirtual && Of(getter);
    }

    /// <summary>True where a text changes what other agents may see, save by the framework's own means, such as claims.</summary>
    public bool TouchesOthers(SyntaxNode text)
    {
        var semantics = compilation.ModelOf(text.SyntaxTree);
        return text.DescendantNodesAndSelf().Any(node => Target(node) is { } target && !IsLocal(target, semantics) && !IsOwn(target, semantics)
            || node is InvocationExpressionSyntax && semantics.GetSymbolInfo(node).Symbol is IMethodSymbol callee && !IsOfFramework(callee) && !Of(callee) && TouchesOthers(callee)
            || node is SimpleNameSyntax && semantics.GetSymbolInfo(node).Symbol is IPropertySymbol property && !Of(property));
    }

    private bool TouchesOthers(IMethodSymbol method)
    {
        method = method.OriginalDefinition;
        if (touching.TryGetValue(method, out var touches))
            return touches;
        touching[method] = false; // a recursive call adds nothing
        var text = method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
        return touching[method] = text == null || method.IsAbstract || method.IsVirtual || TouchesOthers(text);
    }

    private static bool IsOfFramework(IMethodSymbol method) => method.ContainingAssembly?.Name == "Agents";

    // me.Energy, me.Next.Stance, people.Energy[me.Row]: of the agent.
    private static bool IsOwn(ExpressionSyntax target, SemanticModel semantics) => target switch
    {
        TupleExpressionSyntax tuple => tuple.Arguments.All(argument => IsLocal(argument.Expression, semantics) || IsOwn(argument.Expression, semantics)),
        MemberAccessExpressionSyntax access => semantics.GetTypeInfo(access.Expression).Type is { } type && (Known.IsFramework(type, "Agent") || Known.IsFramework(type, "Pending")),
        ElementAccessExpressionSyntax { ArgumentList.Arguments: { Count: 1 } index } element => Known.IsColumn(semantics.GetTypeInfo(element.Expression).Type)
            && index[0].Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Row" } row && Known.IsFramework(semantics.GetTypeInfo(row.Expression).Type, "Agent"),
        _ => false,
    };

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
            if (node is SimpleNameSyntax && semantics.GetSymbolInfo(node).Symbol is IPropertySymbol property && !Of(property))
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
