using Microsoft.CodeAnalysis;

namespace Agents.Generators.Blocks;

/// <summary>What an expression of a rule is, seen over a block: the same for all rows, or one value a lane.</summary>
internal abstract class Value;

/// <summary>A value that is the same for all rows of the block.</summary>
/// <param name="text">C# that gives it.</param>
/// <param name="type">Its type.</param>
internal sealed class Uniform(string text, ITypeSymbol type) : Value
{
    private const int LongestText = 10_000;

    /// <summary>C# that gives it.</summary>
    public string Text { get; } = text.Length <= LongestText ? text : throw new Unsupported(null, $"a formula that is the same for all agents takes more than {LongestText} characters");

    /// <summary>Its type.</summary>
    public ITypeSymbol Type { get; } = type;

    /// <summary>True where the compiler knows the value.</summary>
    public bool IsConstant { get; set; }

    /// <summary>What the compiler knows.</summary>
    public object? Constant { get; set; }

    /// <summary>True where the text cannot throw and costs nothing, so that it may stand outside its condition.</summary>
    public bool IsSafe { get; set; }

    /// <summary>The column property that the value came from, where it is a column.</summary>
    public IPropertySymbol? Column { get; set; }
}

/// <summary>The agent itself.</summary>
internal sealed class AgentValue : Value
{
    public static readonly AgentValue It = new();
}

/// <summary>The agent's pending row.</summary>
internal sealed class PendingValue : Value
{
    public static readonly PendingValue It = new();
}

/// <summary>The agent's row.</summary>
internal sealed class RowValue : Value
{
    public static readonly RowValue It = new();
}

/// <summary>What a method without a value returns.</summary>
internal sealed class Nothing : Value
{
    public static readonly Nothing It = new();
}

/// <summary>Several values together.</summary>
internal sealed class TupleValue(Value[] items) : Value
{
    public Value[] Items { get; } = items;
}

/// <summary>The agent's stream of draws for a purpose, of which some words are taken; it never changes, its variable does.</summary>
/// <param name="purpose">C# of the purpose, the same for all rows.</param>
/// <param name="taken">Words taken; -1 where it depends on the agent.</param>
internal sealed class StreamValue(string purpose, int taken) : Value
{
    public string Purpose { get; } = purpose;

    public int Taken { get; } = taken;
}

/// <summary>The row's own element of a column, or of anything else that lies in the order of rows.</summary>
/// <param name="span">C# of the span in which it lies.</param>
/// <param name="type">Type of the element.</param>
internal sealed class Place(string span, ITypeSymbol type) : Value
{
    /// <summary>C# of the span.</summary>
    public string Span { get; } = span;

    /// <summary>Type of the element.</summary>
    public ITypeSymbol Type { get; } = type;

    /// <summary>True where the rule may write it.</summary>
    public bool IsWritable { get; set; }

    /// <summary>True for a column of the population: it is there under any condition.</summary>
    public bool IsColumn { get; set; }

    /// <summary>The name of the column or span for comments and messages.</summary>
    public string Name => Span.EndsWith(".Values", StringComparison.Ordinal) ? Span.Substring(0, Span.Length - 7)
        : Span.EndsWith(".All", StringComparison.Ordinal) ? Span.Substring(0, Span.Length - 4) : Span;
}

/// <summary>How a node gets its value.</summary>
internal enum NodeKind
{
    /// <summary>From a <see cref="Node.Place"/>.</summary>
    Load,

    /// <summary>The same value in every lane: <see cref="Node.Text"/>.</summary>
    Spread,

    /// <summary>The rows' numbers.</summary>
    Row,

    /// <summary>The rows' ids.</summary>
    Id,

    /// <summary>By the formula <see cref="Node.Text"/> of its inputs.</summary>
    Formula,

    /// <summary>One of two inputs for all lanes, by the condition <see cref="Node.Text"/>.</summary>
    Choice,

    /// <summary>What a call wrote.</summary>
    Result,
}

/// <summary>How a formula goes from vectors to pairs of them and back.</summary>
internal enum Shape
{
    /// <summary>Vector by vector.</summary>
    Plain,

    /// <summary>A vector is widened to two, and the formula is of each.</summary>
    Widen,

    /// <summary>Two vectors are narrowed to one.</summary>
    Narrow,

    /// <summary>The first input is a mask, which is widened.</summary>
    SelectPair,

    /// <summary>The formula compares pairs and gives one mask.</summary>
    ComparePair,
}

/// <summary>A value of every lane: a node of a graph without side effects, shared by all who need it.</summary>
internal sealed class Node(NodeKind kind, LaneType lanes, ITypeSymbol type) : Value
{
    public NodeKind Kind { get; } = kind;

    public LaneType Lanes { get; } = lanes;

    public ITypeSymbol Type { get; } = type;

    /// <summary>Its number; inputs have smaller ones.</summary>
    public int Id { get; set; }

    public string Text { get; set; } = "";

    public Shape Shape { get; set; }

    public Node[] Inputs { get; set; } = [];

    /// <summary>Condition, the same for all rows, without which the value is not asked for; null for none.</summary>
    public string? Guard { get; set; }

    public Place? Place { get; set; }

    public Call? Call { get; set; }

    /// <summary>Which of the call's results.</summary>
    public int Slot { get; set; }

    /// <summary>The loop over vectors in which it is known at the earliest.</summary>
    public int Phase { get; set; }

    /// <summary>True where a second loop should not work it out again.</summary>
    public bool IsDear { get; set; }

    /// <summary>True for a constant, which needs no variable.</summary>
    public bool IsConstant { get; set; }
}

/// <summary>How a call is made.</summary>
internal enum CallKind
{
    /// <summary>For each lane by itself.</summary>
    Lane,

    /// <summary>Once for all rows, which it writes into a span.</summary>
    Bulk,
}

/// <summary>Something that has no vectors: it takes its arguments from memory and leaves its results there.</summary>
internal sealed class Call(CallKind kind, string text)
{
    public CallKind Kind { get; } = kind;

    /// <summary>C#: {0}, {1} are the arguments' values in a lane or their spans, {row} the row, {out} or {out0} results.</summary>
    public string Text { get; } = text;

    public Argument[] Arguments { get; set; } = [];

    /// <summary>Types of the results.</summary>
    public ITypeSymbol[] Results { get; set; } = [];

    /// <summary>Lanes that ask; null for all.</summary>
    public Node? Mask { get; set; }

    /// <summary>True where equal arguments give equal results, so that neighbours who ask the same are answered once.</summary>
    public bool IsCoherent { get; set; }

    /// <summary>For a bulk call whose results replace the first argument.</summary>
    public bool IsInPlace { get; set; }

    /// <summary>For a bulk call: the same for one argument {0}, where all ask the same.</summary>
    public string? ForOne { get; set; }

    /// <summary>For a loop: its results come by reference to variables that hold the arguments.</summary>
    public bool IsLoop { get; set; }

    /// <summary>Condition, the same for all rows, without which nobody asks.</summary>
    public string? Guard { get; set; }

    /// <summary>The modeller's text.</summary>
    public string Source { get; set; } = "";

    /// <summary>The loop over vectors before which it is made.</summary>
    public int Phase { get; set; }

    /// <summary>Its number.</summary>
    public int Id { get; set; }
}

/// <summary>An argument of a call, from a node.</summary>
internal sealed class Argument(Node node, ITypeSymbol type)
{
    public Node Node { get; } = node;

    public ITypeSymbol Type { get; } = type;

    /// <summary>True where the argument lies in memory as it is: a column's value before the rule.</summary>
    public bool IsDirect => Node is { Kind: NodeKind.Load, Guard: null, Place.IsColumn: true };

    /// <summary>True where the argument needs no memory: the row's number, or what is the same for all.</summary>
    public bool IsText => Node.Kind is NodeKind.Row or NodeKind.Spread;
}
