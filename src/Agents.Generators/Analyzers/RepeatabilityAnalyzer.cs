using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Agents.Generators.Analyzers;

/// <summary>Finds what makes two runs of one seed differ: chance, clocks, the machine and its mathematics in models, threads in rules.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RepeatabilityAnalyzer : ModelAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [Diagnostics.Unrepeatable, Diagnostics.InexactMathematics, Diagnostics.ThreadsInRule];

    private protected override void Register(CompilationStartAnalysisContext context, Framework framework)
    {
        var unrepeatable = new Unrepeatable(context.Compilation);
        context.RegisterOperationAction(
            operation => Look(operation, framework, unrepeatable),
            OperationKind.Invocation,
            OperationKind.ObjectCreation,
            OperationKind.PropertyReference,
            OperationKind.MethodReference);
    }

    private static void Look(OperationAnalysisContext context, Framework framework, Unrepeatable unrepeatable)
    {
        ISymbol? member = context.Operation switch
        {
            IInvocationOperation call => call.TargetMethod,
            IObjectCreationOperation creation => creation.Constructor,
            IMemberReferenceOperation reference => reference.Member,
            _ => null,
        };
        if (member is null)
            return;
        if (unrepeatable.UsesThreads(member))
            Report(context, Diagnostics.ThreadsInRule, member, null, framework.RuleOf(context.ContainingSymbol) is not null);
        else if (unrepeatable.InsteadOf(member) is { } instead)
            Report(context, Diagnostics.Unrepeatable, member, instead, framework.IsModelCode(context.ContainingSymbol) && !IsHashing(context.ContainingSymbol));
        else if (unrepeatable.InsteadOfMathematics(member) is { } functions)
            Report(context, Diagnostics.InexactMathematics, member, functions, framework.IsModelCode(context.ContainingSymbol));
    }

    private static void Report(OperationAnalysisContext context, DiagnosticDescriptor descriptor, ISymbol member, string? instead, bool isInScope)
    {
        if (isInScope)
            context.ReportDiagnostic(Diagnostic.Create(descriptor, context.Operation.Syntax.GetLocation(), NameOf(member), instead));
    }

    // A hash code is for tables in memory; what it feeds shows where one of them is enumerated.
    private static bool IsHashing(ISymbol member) => member is IMethodSymbol { Name: "GetHashCode" };

    private static string NameOf(ISymbol member)
    {
        var type = member.ContainingType.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
        return member is IMethodSymbol { MethodKind: MethodKind.Constructor } ? $"new {type}" : $"{type}.{member.Name}";
    }
}
