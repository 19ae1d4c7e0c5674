using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Agents.Generators.Analyzers;

/// <summary>
/// Finds rules that write another agent's row, or read what another agent alone may read, where the rule may run on several
/// threads. Forms over blocks and turns, and helpers that take a row instead of an agent, are left alone.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RowAnalyzer : ModelAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Diagnostics.OtherRowWritten, Diagnostics.OtherRowRead];

    private protected override void Register(CompilationStartAnalysisContext context, Framework framework) =>
        context.RegisterOperationAction(operation => Look(operation, framework), OperationKind.PropertyReference, OperationKind.Invocation);

    private static void Look(OperationAnalysisContext context, Framework framework)
    {
        if (RowAccess.In(context.Operation, framework) is not { } access || !framework.HasSelf(context.ContainingSymbol))
            return;
        var isWritten = RowAccess.IsWritten(context.Operation);
        if (!isWritten && access.IsPending || framework.RuleOf(context.ContainingSymbol) is not { } population)
            return;
        if (!isWritten && !IsHidden(access, population, framework))
            return;
        if (RowOwnership.Of(access.Row, framework) is RowOwner.Self or RowOwner.Unknown || !framework.Regimes.RunsTogether(population, context.ContainingSymbol))
            return;
        var descriptor = isWritten ? Diagnostics.OtherRowWritten : Diagnostics.OtherRowRead;
        context.ReportDiagnostic(Diagnostic.Create(descriptor, context.Operation.Syntax.GetLocation(), access.Column.Syntax, access.Row.Syntax));
    }

    // Of another population nothing changes while this one's rule runs.
    private static bool IsHidden(RowAccess access, ITypeSymbol population, Framework framework) =>
        (Framework.IsOf(access.Column.Type, framework.Private) || Framework.IsOf(access.Column.Type, framework.Scratch))
        && Framework.Is(access.Property?.ContainingType, population);
}
