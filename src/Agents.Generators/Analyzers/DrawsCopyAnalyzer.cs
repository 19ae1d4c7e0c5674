using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Agents.Generators.Analyzers;

/// <summary>Finds streams of draws that are copied, in models: the copy and the stream give the same numbers.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DrawsCopyAnalyzer : ModelAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Diagnostics.DrawsCopied, Diagnostics.DrawsByValue, Diagnostics.DrawsReadOnly];

    private protected override void Register(CompilationStartAnalysisContext context, Framework framework)
    {
        context.RegisterOperationAction(operation => LookAtCopy(operation, framework), OperationKind.Argument, OperationKind.VariableInitializer, OperationKind.SimpleAssignment);
        context.RegisterSymbolAction(symbol => LookAtParameters(symbol, framework), SymbolKind.Method);
        context.RegisterSymbolAction(symbol => LookAtField(symbol, framework), SymbolKind.Field);
    }

    private static void LookAtCopy(OperationAnalysisContext context, Framework framework)
    {
        var value = context.Operation switch
        {
            IArgumentOperation { Parameter.RefKind: RefKind.None or RefKind.In or RefKind.RefReadOnlyParameter } argument => argument.Value,
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.RefKind: RefKind.None } } initializer => initializer.Value,
            ISimpleAssignmentOperation { IsRef: false } assignment => assignment.Value,
            _ => null,
        };
        value = value?.Unconverted();
        if (value is not null && Framework.Is(value.Type, framework.Draws) && IsKept(value) && framework.IsModelCode(context.ContainingSymbol))
            context.ReportDiagnostic(Diagnostic.Create(Diagnostics.DrawsCopied, value.Syntax.GetLocation(), value.Syntax));
    }

    // What a call gives has no other holder; what a variable holds has.
    private static bool IsKept(IOperation value) =>
        value is ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation or IArrayElementReferenceOperation;

    private static void LookAtParameters(SymbolAnalysisContext context, Framework framework)
    {
        var method = (IMethodSymbol)context.Symbol;
        foreach (var parameter in method.Parameters)
        {
            if (parameter.RefKind is RefKind.None or RefKind.In or RefKind.RefReadOnlyParameter && Framework.Is(parameter.Type, framework.Draws) && framework.IsModelCode(method))
                context.ReportDiagnostic(Diagnostic.Create(Diagnostics.DrawsByValue, parameter.Locations.First(), parameter.Name));
        }
    }

    private static void LookAtField(SymbolAnalysisContext context, Framework framework)
    {
        var field = (IFieldSymbol)context.Symbol;
        if (field is { IsReadOnly: true, IsImplicitlyDeclared: false } && Framework.Is(field.Type, framework.Draws) && framework.IsModelCode(field))
            context.ReportDiagnostic(Diagnostic.Create(Diagnostics.DrawsReadOnly, field.Locations.First(), field.Name));
    }
}
