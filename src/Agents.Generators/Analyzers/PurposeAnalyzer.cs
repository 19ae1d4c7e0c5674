using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Agents.Generators.Analyzers;

/// <summary>
/// Finds purposes of one number in one list (a type; of a model, with its nested types), and purposes that take the framework's
/// numbers.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PurposeAnalyzer : ModelAnalyzer
{
    private const long FirstOfModels = 1000;

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Diagnostics.PurposeTwice, Diagnostics.PurposeReserved];

    private protected override void Register(CompilationStartAnalysisContext context, Framework framework)
    {
        var lists = new ConcurrentDictionary<INamedTypeSymbol, ConcurrentBag<Declared>>(SymbolEqualityComparer.Default);
        context.RegisterSymbolStartAction(start => Collect(start, lists, framework), SymbolKind.NamedType);
        context.RegisterOperationAction(operation => RefuseReserved(operation, framework), OperationKind.ObjectCreation);
    }

    // A type ends after those that are nested in it.
    private static void Collect(SymbolStartAnalysisContext context, ConcurrentDictionary<INamedTypeSymbol, ConcurrentBag<Declared>> lists, Framework framework)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        var list = ListOf(type, framework);
        context.RegisterOperationAction(
            operation =>
            {
                var initializer = (ISymbolInitializerOperation)operation.Operation;
                if (NameIn(initializer) is { IsStatic: true } name && NumberIn(initializer.Value.Unconverted(), framework) is { } found)
                    lists.GetOrAdd(list, _ => []).Add(new Declared(name, found.Number, found.At));
            },
            OperationKind.FieldInitializer,
            OperationKind.PropertyInitializer);
        context.RegisterSymbolEndAction(end =>
        {
            if (Framework.Is(list, type) && lists.TryGetValue(list, out var purposes))
                RefuseTwice(end, purposes);
        });
    }

    private static void RefuseTwice(SymbolAnalysisContext context, IEnumerable<Declared> purposes)
    {
        var inOrder = purposes.OrderBy(purpose => purpose.At.SyntaxTree.FilePath, StringComparer.Ordinal).ThenBy(purpose => purpose.At.SpanStart);
        foreach (var same in inOrder.GroupBy(purpose => purpose.Number))
        {
            var first = same.First().Name;
            foreach (var again in same.Skip(1))
                context.ReportDiagnostic(Diagnostic.Create(Diagnostics.PurposeTwice, again.At.GetLocation(), again.Name.Name, again.Number, first.Name));
        }
    }

    private static void RefuseReserved(OperationAnalysisContext context, Framework framework)
    {
        if (NumberIn(context.Operation, framework) is not { Number: < FirstOfModels } found)
            return;
        var isDeclared = context.ContainingSymbol is IFieldSymbol or IPropertySymbol && context.ContainingSymbol.IsStatic;
        if (isDeclared || framework.IsModelCode(context.ContainingSymbol))
            context.ReportDiagnostic(Diagnostic.Create(Diagnostics.PurposeReserved, found.At.GetLocation(), found.Number));
    }

    // Purposes of a model's rules stand in the model's list; other types are lists of their own.
    private static INamedTypeSymbol ListOf(INamedTypeSymbol type, Framework framework)
    {
        var list = type;
        for (var outer = type; outer is not null; outer = outer.ContainingType)
        {
            if (Framework.DerivesFrom(outer, framework.Model))
                list = outer;
        }
        return list;
    }

    private static ISymbol? NameIn(ISymbolInitializerOperation initializer) => initializer switch
    {
        IFieldInitializerOperation { InitializedFields: { Length: > 0 } fields } => fields[0],
        IPropertyInitializerOperation { InitializedProperties: { Length: > 0 } properties } => properties[0],
        _ => null,
    };

    private static (long Number, SyntaxNode At)? NumberIn(IOperation value, Framework framework) =>
        value is IObjectCreationOperation { Arguments.Length: 1 } creation && Framework.Is(creation.Type, framework.Purpose)
        && creation.Arguments[0] is { Value.ConstantValue: { HasValue: true, Value: { } number } } argument
            ? (Convert.ToInt64(number, CultureInfo.InvariantCulture), argument.Syntax)
            : null;

    private readonly record struct Declared(ISymbol Name, long Number, SyntaxNode At);
}
