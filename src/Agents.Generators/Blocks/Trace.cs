using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Agents.Generators.Blocks;

/// <summary>
/// Follows a rule's text for one agent with values that stand for many: branches become choices, stores the last value of a
/// column. What it cannot follow it leaves to the text for one agent: a branch if it can, else the whole rule.
/// </summary>
internal sealed partial class Trace
{
    private readonly Compilation compilation;
    private readonly INamedTypeSymbol rule;
    private readonly Graph graph = new();
    private readonly Purity purity;
    private Bindings bindings = new();
    private Path path = Path.Always;
    private Value? self;
    private int depth;

    public Trace(Compilation compilation, INamedTypeSymbol rule)
    {
        (this.compilation, this.rule) = (compilation, rule);
        purity = new Purity(compilation);
    }

    /// <summary>What the rule leaves in its columns.</summary>
    public IReadOnlyDictionary<string, Node> Stores => bindings.Columns;

    /// <summary>The columns that it writes.</summary>
    public Dictionary<string, Place> Written { get; } = [];

    /// <summary>Lanes that the text for one agent has to serve.</summary>
    public List<Node> Left { get; } = [];

    /// <summary>Conditions, the same for all rows, under which it has to serve them all.</summary>
    public List<string> LeftForAll { get; } = [];

    /// <summary>What is asked lane by lane, and may throw, whether or not anybody needs the answer.</summary>
    public List<Node> Asked { get; } = [];

    /// <summary>Tables and spans that are read in loops: each once, before them.</summary>
    public Dictionary<string, string> Hoisted { get; } = [];

    /// <summary>Ways to private fields of other types, by field.</summary>
    public Dictionary<string, (string Name, string Text)> Accessors { get; } = [];

    /// <summary>Methods that hold a loop of the rule's text.</summary>
    public List<(INamedTypeSymbol Home, string Text, SyntaxTree Source)> Loops { get; } = [];

    /// <summary>What falls back, for the modeller.</summary>
    public List<Note> Notes { get; } = [];

    /// <summary>A column whose equal values lie side by side: the same for all rows of a run.</summary>
    public IPropertySymbol? RunsOf { get; private set; }

    private ITypeSymbol Bool => compilation.GetSpecialType(SpecialType.System_Boolean);

    private ITypeSymbol Int => compilation.GetSpecialType(SpecialType.System_Int32);

    /// <summary>Follows the rule's step.</summary>
    /// <exception cref="Unsupported">It cannot be followed.</exception>
    public void Run(IMethodSymbol step)
    {
        self = new Uniform("this", rule) { IsSafe = true };
        bindings.Locals[step.Parameters[0]] = AgentValue.It;
        Sequence(Statements(step), 0);
        RequireNoOther();
    }

    private System.Collections.Immutable.ImmutableArray<IOperation> Statements(IMethodSymbol method)
    {
        var syntax = method.DeclaringSyntaxReferences[0].GetSyntax();
        var semantics = compilation.ModelOf(syntax.SyntaxTree);
        var operation = syntax switch
        {
            AccessorDeclarationSyntax accessor => semantics.GetOperation((SyntaxNode?)accessor.ExpressionBody ?? accessor.Body ?? syntax),
            ArrowExpressionClauseSyntax arrow => semantics.GetOperation(arrow),
            PropertyDeclarationSyntax { ExpressionBody: { } arrow } => semantics.GetOperation(arrow),
            _ => semantics.GetOperation(syntax),
        };
        if (operation is IMethodBodyBaseOperation body)
            operation = body.BlockBody ?? body.ExpressionBody;
        else if (operation is ILocalFunctionOperation local)
            operation = local.Body;
        return operation is IBlockOperation block ? block.Operations : throw new Unsupported(syntax, $"{method.Name} has no text that can be read");
    }

    /// <summary>Follows statements; null when their end is reached, else what is returned.</summary>
    private Value? Sequence(IReadOnlyList<IOperation> statements, int at)
    {
        for (; at < statements.Count; at++)
        {
            switch (statements[at])
            {
                case IBlockOperation block when Returns(block):
                    return Sequence([.. block.Operations, .. statements.Skip(at + 1)], 0);
                case IBlockOperation block:
                    Sequence(block.Operations, 0);
                    break;
                case IVariableDeclarationGroupOperation group:
                    Declare(group);
                    break;
                case IExpressionStatementOperation expression:
                    Evaluate(expression.Operation);
                    break;
                case IReturnOperation result:
                    return result.ReturnedValue == null ? Nothing.It : Evaluate(result.ReturnedValue);
                case IConditionalOperation or ISwitchOperation:
                    var rest = Returns(statements[at]) ? statements.Skip(at + 1).ToList() : [];
                    var value = statements[at] is IConditionalOperation branch ? If(branch, rest) : Switch((ISwitchOperation)statements[at], rest);
                    if (Returns(statements[at]))
                        return value;
                    break;
                case ILoopOperation loop:
                    Loop(loop);
                    break;
                case IEmptyOperation or ILocalFunctionOperation:
                    break;
                case { } other:
                    throw new Unsupported(other.Syntax, $"a statement of kind {other.Kind} has no form over lanes");
            }
        }
        return null;
    }

    private void Declare(IVariableDeclarationGroupOperation group)
    {
        foreach (var declarator in group.Declarations.SelectMany(declaration => declaration.Declarators))
        {
            if (declarator.Symbol.IsRef)
                throw new Unsupported(declarator.Syntax, "a local by reference has no form over lanes");
            var initial = declarator.Initializer ?? (declarator.Parent as IVariableDeclarationOperation)?.Initializer;
            // Evaluating it may put other bindings in place of these.
            var value = initial == null ? null : Read(Evaluate(initial.Value));
            bindings.Locals[declarator.Symbol] = value;
        }
    }

    private static bool Returns(IOperation operation) =>
        operation is IReturnOperation || operation is not (ILocalFunctionOperation or ILoopOperation) && operation.ChildOperations.Any(Returns);

    // ---- values ----

    private Value Read(Value value) => value is Place place ? Load(place) : value;

    private Value Evaluated(IOperation operation) => Read(Evaluate(operation));

    /// <summary>A value in every lane.</summary>
    private Node Lanes(Value? value, SyntaxNode? at)
    {
        switch (value)
        {
            case Node node:
                return node;
            case Place place:
                return Load(place);
            case Uniform uniform:
                return graph.Add(new Node(NodeKind.Spread, LaneTypes.Of(uniform.Type, at), uniform.Type)
                {
                    Text = uniform.Text,
                    Guard = uniform.IsSafe ? null : path.Uniform,
                    IsConstant = uniform.IsConstant,
                });
            case RowValue:
                return graph.Add(new Node(NodeKind.Row, LaneType.Int, Int));
        }
        throw new Unsupported(at, $"'{at}' has no lanes");
    }

    private Node Load(Place place) => bindings.Columns.TryGetValue(place.Span, out var stored) ? stored : Stored(place);

    /// <summary>What lies in a place before the rule.</summary>
    private Node Stored(Place place) => graph.Add(new Node(NodeKind.Load, LaneTypes.Of(place.Type, null), place.Type)
    {
        Text = place.Span,
        Place = place,
        Guard = place.IsColumn ? null : path.Uniform,
    });

    private void Store(Place place, Value value, SyntaxNode at)
    {
        if (!place.IsWritable)
            throw new Unsupported(at, $"{place.Name} is not written in place");
        Written[place.Span] = place;
        bindings.Columns[place.Span] = Lanes(Read(value), at);
    }

    private Node Formula(LaneType lanes, ITypeSymbol type, string text, params Node[] inputs) => Formula(Shape.Plain, lanes, type, text, inputs);

    private Node Formula(Shape shape, LaneType lanes, ITypeSymbol type, string text, params Node[] inputs) =>
        graph.Add(new Node(NodeKind.Formula, lanes, type) { Shape = shape, Text = text, Inputs = inputs, IsDear = text.Contains("/") });

    private Node Mask(string text, params Node[] inputs) => Formula(LaneType.Mask, Bool, text, inputs);
}

/// <summary>What the names of the text stand for at a point of it.</summary>
internal sealed class Bindings
{
    /// <summary>Locals and parameters.</summary>
    public Dictionary<ISymbol, Value?> Locals { get; private set; } = new(SymbolEqualityComparer.Default);

    /// <summary>What columns hold that have been written.</summary>
    public Dictionary<string, Node> Columns { get; private set; } = [];

    public Bindings Copy() => new() { Locals = new(Locals, SymbolEqualityComparer.Default), Columns = new(Columns) };
}

/// <summary>Under which conditions the text at hand is reached.</summary>
/// <param name="uniform">A condition that is the same for all rows, or null.</param>
/// <param name="lanes">The lanes for which the others hold, or null for all.</param>
internal sealed class Path(string? uniform, Node? lanes)
{
    public static readonly Path Always = new(null, null);

    public string? Uniform { get; } = uniform;

    public Node? Lanes { get; } = lanes;
}

/// <summary>Something that a modeller may want to know of a rule's block form.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Where">The text.</param>
/// <param name="What">In words.</param>
internal sealed record Note(NoteKind Kind, Location? Where, string What);

/// <summary>What a note says.</summary>
internal enum NoteKind
{
    /// <summary>Rows that come here are served one at a time.</summary>
    LeftBranch,

    /// <summary>An expression is worked out lane by lane.</summary>
    LaneByLane,
}
