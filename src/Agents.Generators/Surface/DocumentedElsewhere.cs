using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Agents.Generators;

/// <summary>
/// Asks for no documentation where an attribute gives the meaning, of parameters and of a model's measures, nor of overrides,
/// whose meaning stands at what they override. A column's is asked for: its views and the table of state variables show it.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DocumentedElsewhere : DiagnosticSuppressor
{
    private static readonly SuppressionDescriptor Elsewhere = new("ABM051", "CS1591", "The meaning stands in an attribute, or at what is overridden.");

    /// <summary>Attributes that give a member's meaning.</summary>
    private static readonly string[] Telling = ["ParameterAttribute", "SectionAttribute", "MeasureAttribute"];

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions => [Elsewhere];

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            if (diagnostic.Location.SourceTree is not { } tree)
                continue;
            var named = tree.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan);
            if (context.GetSemanticModel(tree).GetDeclaredSymbol(named, context.CancellationToken) is { } symbol && IsDocumented(symbol))
                context.ReportSuppression(Suppression.Create(Elsewhere, diagnostic));
        }
    }

    private static bool IsDocumented(ISymbol symbol) => symbol switch
    {
        { IsOverride: true } => true,
        IPropertySymbol property when property.Type.ValueOfColumn() is not null => false,
        IPropertySymbol or IMethodSymbol => Telling.Any(name => symbol.AttributeOfAgents(name) is not null),
        _ => false,
    };
}
