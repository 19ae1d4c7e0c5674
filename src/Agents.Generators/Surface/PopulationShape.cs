using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agents.Generators;

/// <summary>A population as far as its columns are written for it.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Type">Its name from the global namespace on.</param>
/// <param name="Reach">Who can name it: "public", "internal" or, where nobody outside can, nothing.</param>
/// <param name="Columns">Its columns, in the order of declaration.</param>
/// <param name="IsWritable">False where a finding keeps it from being continued.</param>
/// <param name="Findings">What the modeller should know.</param>
internal sealed record PopulationShape(
    TypePlace Place, string Type, string Reach, Sequence<ColumnShape> Columns, bool IsWritable, Sequence<Finding> Findings)
{
    /// <summary>What every agent has, so that an extension of that name is never found.</summary>
    private static readonly ImmutableArray<string> Taken =
        ["Population", "Row", "Moment", "Id", "Next", "Draws", "Die", "Bear", "Equals", "GetHashCode", "GetType", "ToString"];

    /// <summary>True for a part of a class that declares partial properties.</summary>
    public static bool MayBeAt(SyntaxNode node) =>
        node is ClassDeclarationSyntax type && type.Members.Any(IsPartialProperty);

    /// <summary>The population that a part of a class declares, if it does and is the first such part.</summary>
    public static PopulationShape? At(GeneratorSyntaxContext context, CancellationToken cancellation)
    {
        if (context.SemanticModel.GetDeclaredSymbol(context.Node, cancellation) is not INamedTypeSymbol type || !type.DerivesFromAgents("Population"))
            return null;
        var first = type.DeclaringSyntaxReferences.Select(part => part.GetSyntax(cancellation)).First(MayBeAt);
        return first == context.Node ? Of(type, cancellation) : null;
    }

    private static PopulationShape? Of(INamedTypeSymbol type, CancellationToken cancellation)
    {
        var findings = new List<Finding>();
        var columns = new List<ColumnShape>();
        foreach (var property in type.GetMembers().OfType<IPropertySymbol>().Where(one => one is { IsPartialDefinition: true, PartialImplementationPart: null }))
        {
            if (property.Type.ValueOfColumn() is null)
            {
                // Somebody else's generator may write a property with an attribute; what does not exist is the compiler's business.
                if (property.Type.TypeKind != TypeKind.Error && property.GetAttributes().IsEmpty)
                    findings.Add(Finding.At(property.Where(), Diagnostics.NoColumn, property.Name, property.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)));
            }
            else if (property.IsStatic || property.SetMethod is not null || property.GetMethod is null)
                findings.Add(Finding.At(property.Where(), Diagnostics.NoGetterAlone, property.Name, property.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)));
            else
                columns.Add(ColumnShape.Of(property, cancellation));
        }
        if (columns.Count == 0 && findings.Count == 0)
            return null;
        var faults = findings.Count;
        var place = TypePlace.Of(type, "columns", findings);
        var isWritable = findings.Count == faults && columns.Count > 0;
        var reach = type.Reach();
        if (isWritable)
            findings.AddRange(FindHidden(type, columns, reach));
        return new PopulationShape(place, type.Full(), reach == Accessibility.Private ? "" : SyntaxFacts.GetText(reach), columns, isWritable, findings);
    }

    private static IEnumerable<Finding> FindHidden(INamedTypeSymbol type, List<ColumnShape> columns, Accessibility reach)
    {
        if (reach == Accessibility.Private)
            return [Finding.At(type.Where(), Diagnostics.HasNoViews, type.Name, columns[0].Name)];
        return columns.Where(column => Taken.Contains(column.Name))
            .Select(column => Finding.At(type.GetMembers(column.Name)[0].Where(), Diagnostics.NameIsTaken, column.Name));
    }

    private static bool IsPartialProperty(MemberDeclarationSyntax member) =>
        member is PropertyDeclarationSyntax && member.Modifiers.Any(SyntaxKind.PartialKeyword);
}

/// <summary>A column that is declared by a partial property.</summary>
/// <param name="Name">The property's name.</param>
/// <param name="Field">The name of the field that holds it.</param>
/// <param name="Kind">Trait, State, Private or Scratch.</param>
/// <param name="Value">The type of its values.</param>
/// <param name="Modifiers">The property's modifiers.</param>
/// <param name="Reach">Who can read it: "public", "internal" or, where nobody outside can, nothing.</param>
internal sealed record ColumnShape(string Name, string Field, string Kind, string Value, string Modifiers, string Reach)
{
    public static ColumnShape Of(IPropertySymbol property, CancellationToken cancellation)
    {
        var declared = (PropertyDeclarationSyntax)property.DeclaringSyntaxReferences[0].GetSyntax(cancellation);
        var modifiers = string.Join(" ", declared.Modifiers.Select(modifier => modifier.Text));
        var reach = property.DeclaredAccessibility switch
        {
            Accessibility.Public => "public",
            Accessibility.Internal or Accessibility.ProtectedOrInternal => "internal",
            _ => "",
        };
        var field = char.ToLowerInvariant(property.Name[0]) + property.Name.Substring(1) + "Column";
        return new ColumnShape(property.Written(), field, property.Type.Name, property.Type.ValueOfColumn()!.Full(), modifiers, reach);
    }

    /// <summary>The type of the property.</summary>
    public string Type => $"global::Agents.{Kind}<{Value}>";

    /// <summary>True for what its own agent alone reads and writes, in place.</summary>
    public bool IsOwn => Kind is "Private" or "Scratch";
}
