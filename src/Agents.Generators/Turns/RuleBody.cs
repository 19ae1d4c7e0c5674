using Agents.Generators.Blocks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agents.Generators.Turns;

/// <summary>
/// Where the text of a rule stands: in its own step, or in the method of a model that the step calls and nothing else.
/// </summary>
/// <param name="Method">The method with the text.</param>
/// <param name="Block">The text.</param>
/// <param name="Me">The parameter that is the agent.</param>
/// <param name="Owner">C# by which the rule calls the method's type: "this", a type's name or a field.</param>
/// <param name="Semantics">What its names mean.</param>
internal sealed record RuleBody(IMethodSymbol Method, BlockSyntax Block, IParameterSymbol Me, string Owner, SemanticModel Semantics)
{
    /// <summary>The text of a rule, or null where it is none that can be written elsewhere.</summary>
    public static RuleBody? Of(Compilation compilation, INamedTypeSymbol rule, IMethodSymbol step)
    {
        if (step.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is not MethodDeclarationSyntax syntax)
            return null;
        var semantics = compilation.ModelOf(syntax.SyntaxTree);
        if (syntax.Body is { } block)
            return new RuleBody(step, block, step.Parameters[0], "this", semantics);
        // A step that hands its agent on to a method of a type around it.
        if (MethodOf(compilation, step) is not { } method
            || syntax.ExpressionBody?.Expression is not InvocationExpressionSyntax call
            || !IsAround(method.ContainingType, rule)
            || method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is not MethodDeclarationSyntax { Body: { } body } home)
        {
            return null;
        }
        var owner = method.IsStatic ? LaneTypes.Full(method.ContainingType) : call.Expression is MemberAccessExpressionSyntax access ? access.Expression.ToString() : "this";
        return new RuleBody(method, body, method.Parameters[0], owner, compilation.ModelOf(home.SyntaxTree));
    }

    /// <summary>The method to which a step hands its agent on and nothing else, or null.</summary>
    public static IMethodSymbol? MethodOf(Compilation compilation, IMethodSymbol step)
    {
        if (step.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is not MethodDeclarationSyntax { ExpressionBody.Expression: InvocationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } given } call })
            return null;
        var semantics = compilation.ModelOf(call.SyntaxTree);
        return SymbolEqualityComparer.Default.Equals(semantics.GetSymbolInfo(given[0].Expression).Symbol, step.Parameters[0]) ? semantics.GetSymbolInfo(call).Symbol as IMethodSymbol : null;
    }

    /// <summary>The type in which the text can be written again.</summary>
    public INamedTypeSymbol Home => Method.ContainingType;

    /// <summary>"static " where the text needs no object.</summary>
    public string Static => Method.IsStatic ? "static " : "";

    /// <summary>The purpose of an expression me.Draws(purpose) that is the same for all, or null for any other expression.</summary>
    public string? PurposeOf(ExpressionSyntax expression)
    {
        if (expression is not InvocationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } arguments, Expression: MemberAccessExpressionSyntax { Expression: var agent, Name.Identifier.ValueText: "Draws" } }
            || !IsMe(agent) || !IsSame(arguments[0].Expression))
        {
            return null;
        }
        return arguments[0].Expression.ToString();
    }

    /// <summary>True for the name of the agent.</summary>
    public bool IsMe(ExpressionSyntax expression) => SymbolEqualityComparer.Default.Equals(Semantics.GetSymbolInfo(expression).Symbol, Me);

    /// <summary>True for an expression of fields, constants and parameters of the rule, which is the same for every agent and calls nothing.</summary>
    public bool IsSame(ExpressionSyntax expression) => expression.DescendantNodesAndSelf().All(node => node switch
    {
        IdentifierNameSyntax name => Semantics.GetSymbolInfo(name).Symbol is IFieldSymbol or ITypeSymbol or INamespaceSymbol
            or IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } }
            || Semantics.GetSymbolInfo(name).Symbol is IPropertySymbol property && IsStored(property)
            || IsMe(name) && name.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Population" },
        InvocationExpressionSyntax or ElementAccessExpressionSyntax or AssignmentExpressionSyntax or ObjectCreationExpressionSyntax => false,
        MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax agent } access when IsMe(agent) => access.Name.Identifier.ValueText == "Population",
        _ => true,
    });

    // Asking has no effect: a column, a property without a text of its own, or one of a library.
    private static bool IsStored(IPropertySymbol property) => Known.IsColumn(property.Type)
        || property.GetMethod?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is null or AccessorDeclarationSyntax { Body: null, ExpressionBody: null };

    private static bool IsAround(INamedTypeSymbol type, INamedTypeSymbol rule)
    {
        for (var around = rule.ContainingType; around != null; around = around.ContainingType)
        {
            if (SymbolEqualityComparer.Default.Equals(around, type))
                return true;
        }
        return false;
    }
}
