using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Agents.Generators.Analyzers;

/// <summary>Finds events that a rule records, where the rule may run on several threads.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RecordAnalyzer : ModelAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Diagnostics.RecordInRule];

    private protected override void Register(CompilationStartAnalysisContext context, Framework framework) =>
        context.RegisterOperationAction(
            operation =>
            {
                var method = ((IInvocationOperation)operation.Operation).TargetMethod;
                if (method.Name == "Record" && Framework.Is(method.ContainingType, framework.Model)
                    && framework.RuleOf(operation.ContainingSymbol) is { } population && framework.Regimes.RunsTogether(population, operation.ContainingSymbol))
                    operation.ReportDiagnostic(Diagnostic.Create(Diagnostics.RecordInRule, operation.Operation.Syntax.GetLocation()));
            },
            OperationKind.Invocation);
}
