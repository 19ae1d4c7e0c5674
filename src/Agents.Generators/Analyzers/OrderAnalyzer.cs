using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Agents.Generators.Analyzers;

/// <summary>Finds, in models, enumerations of sets and dictionaries, whose order is nobody's promise; a sort makes them good.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OrderAnalyzer : ModelAnalyzer
{
    private static readonly string[] WithoutOrder =
    [
        "System.Collections.Generic.HashSet`1", "System.Collections.Generic.Dictionary`2",
        "System.Collections.Generic.Dictionary`2+KeyCollection", "System.Collections.Generic.Dictionary`2+ValueCollection",
        "System.Collections.Concurrent.ConcurrentDictionary`2", "System.Collections.Concurrent.ConcurrentBag`1", "System.Collections.Hashtable",
        "System.Collections.Immutable.ImmutableHashSet`1", "System.Collections.Immutable.ImmutableDictionary`2",
        "System.Collections.Frozen.FrozenSet`1", "System.Collections.Frozen.FrozenDictionary`2",
    ];

    /// <summary>Queries of which no order can be seen, or that make one.</summary>
    private static readonly HashSet<string> Orderless =
    [
        "All", "Any", "Contains", "Count", "LongCount", "Max", "Min", "Order", "OrderBy", "OrderByDescending", "OrderDescending",
        "ToDictionary", "ToFrozenDictionary", "ToFrozenSet", "ToHashSet", "ToImmutableHashSet", "TryGetNonEnumeratedCount",
    ];

    /// <summary>Queries that pass on what they are given, in whatever order.</summary>
    private static readonly HashSet<string> PassingOn =
        ["AsEnumerable", "Cast", "Concat", "Distinct", "Except", "Intersect", "OfType", "Select", "SelectMany", "Union", "Where"];

    /// <summary>Calls to which the order of what they are given makes no difference.</summary>
    private static readonly HashSet<string> Indifferent =
    [
        "Except", "ExceptBy", "ExceptWith", "Intersect", "IntersectBy", "IntersectWith", "IsProperSubsetOf", "IsProperSupersetOf", "IsSubsetOf", "IsSupersetOf", "Overlaps",
        "SetEquals", "SymmetricExceptWith", "UnionWith",
    ];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Diagnostics.UndefinedOrder];

    private protected override void Register(CompilationStartAnalysisContext context, Framework framework)
    {
        var types = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var name in WithoutOrder)
        {
            if (context.Compilation.GetTypeByMetadataName(name) is { } type)
                types.Add(type);
        }
        context.RegisterOperationAction(operation => Look(operation, types, framework), OperationKind.Loop, OperationKind.Spread, OperationKind.Argument);
    }

    private static void Look(OperationAnalysisContext context, HashSet<ISymbol> types, Framework framework)
    {
        var source = context.Operation switch
        {
            IForEachLoopOperation loop => loop.Collection,
            ISpreadOperation spread => spread.Operand,
            IArgumentOperation argument => argument.Value,
            _ => null,
        };
        source = source?.Unconverted();
        if (source?.Type is not { } type || !types.Contains(type.OriginalDefinition) || !framework.IsModelCode(context.ContainingSymbol))
            return;
        if (context.Operation is not IArgumentOperation taken || ShowsOrder(taken, types, context.Compilation.Assembly))
            context.ReportDiagnostic(Diagnostic.Create(Diagnostics.UndefinedOrder, source.Syntax.GetLocation(), source.Syntax));
    }

    // Of the model's own methods nothing is known.
    private static bool ShowsOrder(IArgumentOperation argument, HashSet<ISymbol> types, IAssemblySymbol assembly)
    {
        if (argument.Parameter is not { Type: { Name: "IEnumerable" }, ContainingSymbol: var taker } || Framework.Is(taker.ContainingAssembly, assembly))
            return false;
        return argument.Parent switch
        {
            IInvocationOperation query when IsQuery(query) && query.Arguments[0] == argument => ShowsOrder(query),
            IInvocationOperation call => !Indifferent.Contains(call.TargetMethod.Name),
            IObjectCreationOperation { Type: { } made } => !types.Contains(made.OriginalDefinition) && !made.Name.StartsWith("Sorted", StringComparison.Ordinal),
            _ => false,
        };
    }

    private static bool IsQuery(IInvocationOperation call) => call.TargetMethod.IsExtensionMethod && call.Arguments.Length > 0;

    // Follows the queries to the last of them.
    private static bool ShowsOrder(IInvocationOperation query)
    {
        if (Orderless.Contains(query.TargetMethod.Name) || query is { TargetMethod.Name: "Sum", Type.SpecialType: SpecialType.System_Int32 or SpecialType.System_Int64 })
            return false;
        IOperation outer = query;
        while (outer.Parent is IConversionOperation)
            outer = outer.Parent;
        return !PassingOn.Contains(query.TargetMethod.Name)
            || outer.Parent is not IArgumentOperation { Parent: IInvocationOperation next } || !IsQuery(next) || ShowsOrder(next);
    }
}
