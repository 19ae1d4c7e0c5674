using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Agents.Generators.Analyzers;

/// <summary>
/// Finds states that rules write and no commit of the compilation names, in synchronous populations and not in turns. What a model's
/// constructor commits before any rule has run is its initial state and does not count. A state that is handed on (to a method of
/// the compilation, a variable, a list) may be committed from there, and is left alone.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CommitAnalyzer : ModelAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Diagnostics.NeverCommitted];

    private protected override void Register(CompilationStartAnalysisContext context, Framework framework)
    {
        var written = new ConcurrentDictionary<ISymbol, ConcurrentBag<SyntaxNode>>(SymbolEqualityComparer.Default);
        var committed = new ConcurrentDictionary<ISymbol, bool>(SymbolEqualityComparer.Default);
        var assembly = context.Compilation.Assembly;
        context.RegisterOperationAction(
            operation =>
            {
                if (WrittenBy(operation, framework) is { } state && Framework.Is(state.ContainingAssembly, assembly))
                    written.GetOrAdd(state, _ => []).Add(operation.Operation.Syntax);
                else if (operation.Operation is IPropertyReferenceOperation { Property: var named } && Framework.IsOf(named.Type, framework.State)
                    && MayBeCommitted(operation.Operation, assembly, framework) && !IsInitial(operation, framework))
                    committed[named.OriginalDefinition] = true;
            },
            OperationKind.PropertyReference,
            OperationKind.Invocation);
        context.RegisterCompilationEndAction(end =>
        {
            foreach (var state in written.Where(state => !committed.ContainsKey(state.Key)))
            {
                var first = state.Value.OrderBy(at => at.SyntaxTree.FilePath, StringComparer.Ordinal).ThenBy(at => at.SpanStart).First();
                end.ReportDiagnostic(Diagnostic.Create(Diagnostics.NeverCommitted, first.GetLocation(), state.Key.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat), state.Key.Name));
            }
        });
    }

    /// <summary>The state that a rule writes: me.Next.X = ..., or a row of X.Next. Null for whatever else it does.</summary>
    private static ISymbol? WrittenBy(OperationAnalysisContext context, Framework framework)
    {
        var state = RowAccess.In(context.Operation, framework) is { IsPending: true, Property: { } property } ? property
            : context.Operation is IPropertyReferenceOperation { Instance: { } next } view && framework.IsPending(next.Type) ? ColumnOf(next.Type, view.Property.Name, framework)
            : null;
        return state is not null && RowAccess.IsWritten(context.Operation) && framework.RuleOf(context.ContainingSymbol) is { } population
            && framework.Regimes.IsSynchronous(state.ContainingType) && framework.Regimes.RunsTogether(population, context.ContainingSymbol)
            ? state.OriginalDefinition
            : null;
    }

    // Views bear their columns' names.
    private static IPropertySymbol? ColumnOf(ITypeSymbol? pending, string name, Framework framework)
    {
        for (var type = (pending as INamedTypeSymbol)?.TypeArguments[0]; type is not null; type = type.BaseType)
        {
            if (type.GetMembers(name).OfType<IPropertySymbol>().FirstOrDefault() is { } column)
                return Framework.IsOf(column.Type, framework.State) ? column : null;
        }
        return null;
    }

    private static bool IsInitial(OperationAnalysisContext context, Framework framework)
    {
        if (context.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType: var type } || !Framework.DerivesFrom(type, framework.Model))
            return false;
        var body = context.Operation;
        var isCommit = false;
        for (; body.Parent is not null; body = body.Parent)
            isCommit |= body is IInvocationOperation call && call.TargetMethod.Name.Contains("Commit");
        return isCommit && !body.Descendants().Any(one => one is IInvocationOperation { TargetMethod.Name: "Run" });
    }

    // Follows a column to what takes it.
    private static bool MayBeCommitted(IOperation column, IAssemblySymbol assembly, Framework framework) => column.Parent switch
    {
        IArgumentOperation { Parent: IInvocationOperation call } => call.TargetMethod.Name.Contains("Commit") || Framework.Is(call.TargetMethod.ContainingAssembly, assembly),
        IArgumentOperation { Parent: IObjectCreationOperation { Type: INamedTypeSymbol made } } => Framework.Is(made.ContainingAssembly, assembly) && !framework.IsRuleType(made),
        IAssignmentOperation assignment => assignment.Value == column,
        ISymbolInitializerOperation => true,
        IReturnOperation given => !IsInLambda(given),
        IConversionOperation or ICollectionExpressionOperation or IArrayInitializerOperation or IArrayCreationOperation or ITupleOperation
            or IConditionalOperation or ISwitchExpressionArmOperation or ISwitchExpressionOperation or ICoalesceOperation => MayBeCommitted(column.Parent, assembly, framework),
        _ => false,
    };

    // What a reporter's lambda gives is read, not committed.
    private static bool IsInLambda(IOperation operation)
    {
        for (var outer = operation.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer is IAnonymousFunctionOperation)
                return true;
        }
        return false;
    }
}
