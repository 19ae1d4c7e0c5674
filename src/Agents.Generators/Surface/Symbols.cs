using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agents.Generators;

/// <summary>What the surface generator asks of symbols.</summary>
internal static class Symbols
{
    private static readonly SymbolDisplayFormat Bare = new(miscellaneousOptions: SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    /// <summary>The type's name from the global namespace on, as it can stand anywhere.</summary>
    public static string Full(this ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    /// <summary>The name alone, as code writes it.</summary>
    public static string Written(this ISymbol symbol) => symbol.ToDisplayString(Bare);

    /// <summary>True for a type of the framework's root namespace with that name.</summary>
    public static bool IsOfAgents(this ITypeSymbol? type, string name) =>
        type is { ContainingType: null, ContainingNamespace: { Name: "Agents", ContainingNamespace.IsGlobalNamespace: true } } && type.Name == name;

    /// <summary>True for a type that derives from a type of the framework's root namespace.</summary>
    public static bool DerivesFromAgents(this ITypeSymbol type, string name)
    {
        for (var above = type.BaseType; above is not null; above = above.BaseType)
        {
            if (above.IsOfAgents(name))
                return true;
        }
        return false;
    }

    /// <summary>The value type of a column; null where the type is no column.</summary>
    public static ITypeSymbol? ValueOfColumn(this ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeArguments.Length: 1, Name: "Trait" or "State" or "Private" or "Scratch" } column && column.IsOfAgents(column.Name)
            ? column.TypeArguments[0]
            : null;

    public static AttributeData? AttributeOfAgents(this ISymbol symbol, string name) =>
        symbol.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass.IsOfAgents(name));

    /// <summary>Where a symbol's name stands.</summary>
    public static Location Where(this ISymbol symbol) => symbol.Locations.FirstOrDefault(where => where.IsInSource) ?? Location.None;

    /// <summary>Who can name a type, the types around it considered; what only some derived types can name counts as private.</summary>
    public static Accessibility Reach(this ISymbol symbol)
    {
        var reach = Accessibility.Public;
        for (var around = symbol; around is not (null or INamespaceSymbol); around = around.ContainingSymbol)
        {
            if (around.DeclaredAccessibility is Accessibility.Internal or Accessibility.ProtectedOrInternal)
                reach = Accessibility.Internal;
            else if (around.DeclaredAccessibility != Accessibility.Public)
                return Accessibility.Private;
        }
        return reach;
    }

    public static bool IsPartial(this INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.Any(part => part.GetSyntax() is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    /// <summary>A constant, as code writes it.</summary>
    public static string Written(TypedConstant constant) => constant.IsNull ? "\"\"" : constant.ToCSharpString();

    public static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
