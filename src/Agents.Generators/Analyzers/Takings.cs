using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Agents.Generators.Analyzers;

/// <summary>A stream that is asked for: whose (a parameter's ordinal, or the model itself) and for which purpose.</summary>
/// <param name="Whose">The ordinal of the parameter that is the agent; <see cref="Itself"/> for a model's own draws.</param>
/// <param name="Purpose">The field or parameter that holds the purpose.</param>
internal readonly record struct Stream(int Whose, ISymbol Purpose)
{
    /// <summary>The model whose method it is.</summary>
    public const int Itself = -1;

    /// <inheritdoc/>
    public bool Equals(Stream other) => Whose == other.Whose && Framework.Is(Purpose, other.Purpose);

    /// <inheritdoc/>
    public override int GetHashCode() => Whose * 31 + SymbolEqualityComparer.Default.GetHashCode(Purpose);
}

/// <summary>One place where a method asks for a stream, or calls a method of its type that may.</summary>
/// <param name="At">The call.</param>
/// <param name="Stream">The stream that it asks for; null for a call of another method.</param>
internal readonly record struct Taking(IInvocationOperation At, Stream? Stream);

/// <summary>Where one method takes streams.</summary>
internal sealed class Takings(IBlockOperation body, Framework framework)
{
    /// <summary>All places, in whatever order they are come to; what a lambda takes is not the method's.</summary>
    public IReadOnlyList<Taking> All { get; } = In([body], framework);

    /// <summary>The places that some way through the method reaches with a stream in hand already, each with one such stream.</summary>
    /// <param name="taken">The streams that a place takes.</param>
    public IEnumerable<(IInvocationOperation At, Stream Stream)> Again(Func<Taking, ImmutableHashSet<Stream>> taken)
    {
        if (!MayRepeat(taken) || Graph() is not { } graph)
            yield break;
        var byBlock = graph.Blocks.Select(block => In(block.BranchValue is { } branch ? block.Operations.Add(branch) : block.Operations, framework)).ToList();
        var before = Before(graph, block => byBlock[block].Select(taken));
        for (var block = 0; block < byBlock.Count; block++)
        {
            var held = before[block];
            foreach (var place in byBlock[block])
            {
                var streams = taken(place);
                var again = streams.Intersect(held);
                if (!again.IsEmpty)
                    yield return (place.At, again.First());
                held = held.Union(streams);
            }
        }
    }

    /// <summary>The purpose's field, property or parameter; null where it is reckoned.</summary>
    public static ISymbol? PurposeIn(IOperation value) => value switch
    {
        IFieldReferenceOperation { Field.IsReadOnly: true } field => field.Field,
        IPropertyReferenceOperation { Property: { IsStatic: true, SetMethod: null } property } => property,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };

    // Control flow is dear: it is asked for only where two places take one stream, or one place and a loop.
    private bool MayRepeat(Func<Taking, ImmutableHashSet<Stream>> taken)
    {
        var streams = All.SelectMany(taken).ToList();
        return streams.Count > streams.Distinct().Count() || streams.Count > 0 && body.Descendants().Any(one => one is ILoopOperation);
    }

    private ControlFlowGraph? Graph() => body.Parent switch
    {
        IMethodBodyOperation method => ControlFlowGraph.Create(method),
        IConstructorBodyOperation constructor => ControlFlowGraph.Create(constructor),
        _ => null,
    };

    // Streams that may be in hand where each block begins: what holds along any way to it, loops included.
    private static ImmutableHashSet<Stream>[] Before(ControlFlowGraph graph, Func<int, IEnumerable<ImmutableHashSet<Stream>>> takenIn)
    {
        var before = graph.Blocks.Select(_ => ImmutableHashSet<Stream>.Empty).ToArray();
        var waiting = new Queue<BasicBlock>(graph.Blocks);
        while (waiting.Count > 0)
        {
            var block = waiting.Dequeue();
            var after = takenIn(block.Ordinal).Aggregate(before[block.Ordinal], (held, streams) => held.Union(streams));
            foreach (var next in new[] { block.FallThroughSuccessor?.Destination, block.ConditionalSuccessor?.Destination }.OfType<BasicBlock>())
            {
                var joined = before[next.Ordinal].Union(after);
                if (joined.Count == before[next.Ordinal].Count)
                    continue;
                before[next.Ordinal] = joined;
                waiting.Enqueue(next);
            }
        }
        return before;
    }

    private static List<Taking> In(IEnumerable<IOperation> roots, Framework framework)
    {
        var found = new List<Taking>();
        foreach (var root in roots)
            Collect(root, framework, found);
        return found;
    }

    private static void Collect(IOperation operation, Framework framework, List<Taking> found)
    {
        if (operation is IAnonymousFunctionOperation or ILocalFunctionOperation or IFlowAnonymousFunctionOperation)
            return;
        foreach (var child in operation.ChildOperations)
            Collect(child, framework, found);
        if (operation is IInvocationOperation { IsImplicit: false } call)
            found.Add(new Taking(call, StreamOf(call, framework)));
    }

    private static Stream? StreamOf(IInvocationOperation call, Framework framework)
    {
        if (call is not { TargetMethod: { Name: "Draws", Parameters.Length: 1 } method } || PurposeIn(call.Arguments[0].Value) is not { } purpose)
            return null;
        return call.Instance switch
        {
            IParameterReferenceOperation agent when framework.IsAgent(method.ContainingType) => new Stream(agent.Parameter.Ordinal, purpose),
            IInstanceReferenceOperation when Framework.Is(method.ContainingType, framework.Model) => new Stream(Stream.Itself, purpose),
            _ => null,
        };
    }
}
