using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Agents.Generators.Analyzers;

/// <summary>
/// Finds ways through a rule, or a model's method, on which one stream is taken twice: in one method, in a loop, or by way of
/// helpers of the same type. Branches of which only one is taken are no such way.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DrawsTwiceAnalyzer : ModelAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Diagnostics.DrawsTwice];

    private protected override void Register(CompilationStartAnalysisContext context, Framework framework) =>
        context.RegisterSymbolStartAction(start => Collect(start, framework), SymbolKind.NamedType);

    private static void Collect(SymbolStartAnalysisContext context, Framework framework)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (!type.GetMembers().OfType<IMethodSymbol>().Any(method => method.Parameters.Any(one => framework.IsAgent(one.Type))) && !Framework.DerivesFrom(type, framework.Model))
            return;
        var methods = new ConcurrentDictionary<ISymbol, Takings>(SymbolEqualityComparer.Default);
        context.RegisterOperationBlockAction(blocks =>
        {
            // Nested types have their own turn.
            if (!Framework.Is(blocks.OwningSymbol.ContainingType, type))
                return;
            if (blocks.OperationBlocks.OfType<IBlockOperation>().FirstOrDefault() is { } body)
                methods[blocks.OwningSymbol] = new Takings(body, framework);
        });
        context.RegisterSymbolEndAction(end => Report(end, methods));
    }

    private static void Report(SymbolAnalysisContext context, ConcurrentDictionary<ISymbol, Takings> methods)
    {
        if (!methods.Values.Any(takings => takings.All.Any(taking => taking.Stream is not null)))
            return;
        foreach (var method in methods)
        {
            foreach (var (at, stream) in method.Value.Again(place => TakenBy(place, methods, [method.Key.OriginalDefinition])))
            {
                var owner = stream.Whose == Stream.Itself ? "the model" : ((IMethodSymbol)method.Key).Parameters[stream.Whose].Name;
                context.ReportDiagnostic(Diagnostic.Create(Diagnostics.DrawsTwice, at.Syntax.GetLocation(), stream.Purpose.Name, owner));
            }
        }
    }

    /// <summary>What a place takes: its own stream, or in a helper those that the helper may take, told in the caller's words.</summary>
    private static ImmutableHashSet<Stream> TakenBy(Taking place, ConcurrentDictionary<ISymbol, Takings> methods, ImmutableList<ISymbol> callers)
    {
        if (place.Stream is { } stream)
            return [stream];
        var helper = place.At.TargetMethod.OriginalDefinition;
        if (!methods.TryGetValue(helper, out var takings) || callers.Contains(helper, SymbolEqualityComparer.Default))
            return [];
        var inside = callers.Add(helper);
        return [.. takings.All.SelectMany(taking => TakenBy(taking, methods, inside)).Select(taken => ToCaller(taken, place.At)).OfType<Stream>()];
    }

    private static Stream? ToCaller(Stream taken, IInvocationOperation call)
    {
        var whose = taken.Whose == Stream.Itself ? (call.Instance is IInstanceReferenceOperation ? Stream.Itself : (int?)null)
            : Argument(call, taken.Whose) is IParameterReferenceOperation agent ? agent.Parameter.Ordinal
            : null;
        var purpose = taken.Purpose is IParameterSymbol parameter && Framework.Is(parameter.ContainingSymbol, call.TargetMethod.OriginalDefinition) ? Argument(call, parameter.Ordinal) is { } value ? Takings.PurposeIn(value) : null : taken.Purpose;
        return whose is { } owner && purpose is not null ? new Stream(owner, purpose) : null;
    }

    private static IOperation? Argument(IInvocationOperation call, int ordinal) =>
        call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == ordinal)?.Value;
}
