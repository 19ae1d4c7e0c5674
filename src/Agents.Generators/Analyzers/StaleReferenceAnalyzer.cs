using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Agents.Generators.Analyzers;

/// <summary>
/// Finds references and spans into columns that are used after a birth or a commit of lives: either may move the columns, and what
/// is written then is lost. Where the birth waits for the commit, it is left alone.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StaleReferenceAnalyzer : ModelAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Diagnostics.StaleReference];

    private protected override void Register(CompilationStartAnalysisContext context, Framework framework) =>
        context.RegisterOperationAction(operation => Look(operation, framework), OperationKind.VariableDeclarator);

    private static void Look(OperationAnalysisContext context, Framework framework)
    {
        var held = (IVariableDeclaratorOperation)context.Operation;
        if (!IsReference(held.Symbol) || held.GetVariableInitializer()?.Value is not { } value || !value.DescendantsAndSelf().Any(one => IsColumn(one, framework)))
            return;
        IOperation body = held;
        while (body.Parent is not null)
            body = body.Parent;
        var uses = body.Descendants().OfType<ILocalReferenceOperation>().Where(use => Framework.Is(use.Local, held.Symbol)).ToList();
        foreach (var birth in body.Descendants().OfType<IInvocationOperation>().Where(call => Start(call) > Start(held) && MovesColumns(call, context.ContainingSymbol, framework)))
        {
            if (uses.FirstOrDefault(use => IsAfter(use, birth, held) && !uses.Any(given => IsGiven(given) && Start(given) > Start(birth) && Start(given) <= Start(use))) is not { } stale)
                continue;
            context.ReportDiagnostic(Diagnostic.Create(Diagnostics.StaleReference, stale.Syntax.GetLocation(), held.Symbol.Name, birth.TargetMethod.Name));
            return;
        }
    }

    private static bool IsReference(ILocalSymbol local) => local.RefKind != RefKind.None || local.Type is { Name: "Span" or "ReadOnlySpan", ContainingNamespace.Name: "System" };

    // X[row], X.Next and its like, X.Pending(row), and views such as me.Memory and me.Next.Wealth.
    private static bool IsColumn(IOperation operation, Framework framework) =>
        RowAccess.In(operation, framework) is not null
        || operation is IPropertyReferenceOperation { Instance: { } instance } property
        && (framework.IsColumn(instance.Type) || property.Property.RefKind != RefKind.None && (framework.IsAgent(instance.Type) || framework.IsPending(instance.Type)));

    private static bool MovesColumns(IInvocationOperation call, ISymbol member, Framework framework)
    {
        if (call.TargetMethod.Name == "CommitLives" && Framework.Is(call.TargetMethod.ContainingType, framework.Model))
            return true;
        if (call.TargetMethod.Name is not ("Bear" or "BearOf") || call.Instance is not { } bearer)
            return false;
        var population = framework.IsAgent(bearer.Type) ? ((INamedTypeSymbol)bearer.Type!).TypeArguments[0] : Framework.DerivesFrom(bearer.Type, framework.Population) ? bearer.Type : null;
        if (population is null)
            return false;
        return framework.RuleOf(member) is { } actors ? !framework.Regimes.RunsTogether(actors, member) : !framework.Regimes.IsSynchronous(population);
    }

    // Behind it in the text, and not only where the text has left before; or before it in a loop that comes round again.
    private static bool IsAfter(IOperation use, IOperation birth, IOperation held)
    {
        if (Start(use) > birth.Syntax.Span.End)
            return !Leaves(birth, use);
        for (var around = birth.Parent; around is not null; around = around.Parent)
        {
            if (around is ILoopOperation && around.Syntax.Span.Contains(use.Syntax.Span) && !around.Syntax.Span.Contains(held.Syntax.Span))
                return true;
        }
        return false;
    }

    private static bool Leaves(IOperation birth, IOperation use)
    {
        for (var around = birth.Parent; around is not null && !around.Syntax.Span.Contains(use.Syntax.Span); around = around.Parent)
        {
            if (around is IBlockOperation block && block.Operations.LastOrDefault() is IReturnOperation or IBranchOperation or IThrowOperation or IExpressionStatementOperation { Operation: IThrowOperation })
                return true;
        }
        return false;
    }

    private static bool IsGiven(IOperation use) => use.Parent is ISimpleAssignmentOperation { Target: { } target } assignment && target == use && (assignment.IsRef || use.Type?.IsRefLikeType == true);

    private static int Start(IOperation operation) => operation.Syntax.SpanStart;
}
