using Microsoft.CodeAnalysis;

namespace Agents.Generators;

/// <summary>
/// Everything that the compiler can say of a model, one descriptor a code. Diagnostics.md beside this file lists them with
/// cures and examples. Numbers are appended, never used again: 1 to 19 are for block forms, 20 to 39 for the contract of
/// determinism, 40 to 59 for what attributes and columns write.
/// </summary>
internal static class Diagnostics
{
    /// <summary>Two purposes of a model with one number.</summary>
    public static readonly DiagnosticDescriptor PurposeTwice = Contract(
        "ABM020",
        "Two purposes have one number",
        "Purpose '{0}' has the number {1} of '{2}', so both draw the same numbers: give it the next free one");

    /// <summary>A purpose of a model with a number of the framework.</summary>
    public static readonly DiagnosticDescriptor PurposeReserved = Contract(
        "ABM021",
        "A purpose's number belongs to the framework",
        "The numbers 0 to 999 are for the framework's own purposes: take one from 1000 on instead of {0}");

    /// <summary>One stream asked for twice on one way through a rule.</summary>
    public static readonly DiagnosticDescriptor DrawsTwice = Contract(
        "ABM022",
        "Draws are taken twice for one purpose",
        "The draws of '{0}' were taken before for '{1}' on a way to here and give the same numbers again: take them once and pass them by ref, or declare a second purpose");

    /// <summary>A stream that is copied.</summary>
    public static readonly DiagnosticDescriptor DrawsCopied = Contract(
        "ABM023",
        "A stream of draws is copied",
        "A copy of '{0}' gives the same numbers again as the stream itself: pass it by ref, or take it once and use that variable");

    /// <summary>A rule that writes to another agent.</summary>
    public static readonly DiagnosticDescriptor OtherRowWritten = Contract(
        "ABM024",
        "A rule writes another agent's row",
        "Row '{1}' of {0} is not the rule's own, and the order of threads would show: write me.Row, make a claim, or write it in the model's Step");

    /// <summary>A rule that reads of another agent what may change meanwhile.</summary>
    public static readonly DiagnosticDescriptor OtherRowRead = Contract(
        "ABM025",
        "A rule reads another agent's private value",
        "Row '{1}' of {0} may change while other agents read it: make {0} a State, of which all see what was committed");

    /// <summary>An event noted by a rule.</summary>
    public static readonly DiagnosticDescriptor RecordInRule = Contract(
        "ABM026",
        "A rule records an event",
        "Record throws where a rule runs on several threads: leave a mark in a column and record the event in the model's Step");

    /// <summary>What differs from run to run or between machines.</summary>
    public static readonly DiagnosticDescriptor Unrepeatable = Contract(
        "ABM027",
        "A model depends on time, machine or process",
        "{0} is not the same in every run of one seed: use {1}");

    /// <summary>Mathematics whose last bits no standard fixes.</summary>
    public static readonly DiagnosticDescriptor InexactMathematics = Contract(
        "ABM028",
        "A mathematical function may differ between machines",
        "The last bits of {0} differ between machines: use {1}");

    /// <summary>Threads of a rule's own.</summary>
    public static readonly DiagnosticDescriptor ThreadsInRule = Contract(
        "ABM029",
        "A rule uses threads of its own",
        "{0} in a rule lets the order of threads show: the framework spreads rules over the model's Workers");

    /// <summary>Enumeration of what has no order.</summary>
    public static readonly DiagnosticDescriptor UndefinedOrder = Contract(
        "ABM030",
        "A collection without an order is enumerated",
        "{0} has no defined order: sort it first, or keep a list or a sorted collection beside it");

    /// <summary>A state that no commit makes valid.</summary>
    public static readonly DiagnosticDescriptor NeverCommitted = new(
        "ABM031",
        "A state is written but never committed",
        "Nobody will see what is written to {0}, for no Commit of a step names it: add Commit({1}) to the model's Step after the rule has run",
        "Determinism",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    /// <summary>A parameter that asks for a copy of a stream.</summary>
    public static readonly DiagnosticDescriptor DrawsByValue = new(
        "ABM032",
        "A parameter takes a stream of draws by value",
        "Whoever passes a stream to '{0}' draws the same numbers again afterwards: make it a ref parameter",
        "Determinism",
        DiagnosticSeverity.Info,
        isEnabledByDefault: true);

    /// <summary>A stream that cannot move on.</summary>
    public static readonly DiagnosticDescriptor DrawsReadOnly = Contract(
        "ABM033",
        "A read-only field holds a stream of draws",
        "Each call on '{0}' draws from a fresh copy and gives the first number again: take the stream into a local variable where it is used");

    private static DiagnosticDescriptor Contract(string id, string title, string message) =>
        new(id, title, message, "Determinism", DiagnosticSeverity.Warning, isEnabledByDefault: true);
}
