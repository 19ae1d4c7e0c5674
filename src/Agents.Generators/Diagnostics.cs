using Microsoft.CodeAnalysis;

namespace Agents.Generators;

/// <summary>
/// Everything that the compiler can say of a model, one descriptor a code. Diagnostics.md beside this file lists them with
/// cures and examples. Numbers are appended, never used again: 1 to 19 are for block forms, 20 to 39 for the contract of
/// determinism, 40 to 59 for what attributes and columns write.
/// </summary>
internal static class Diagnostics
{
    /// <summary>A rule that lanes cannot serve.</summary>
    public static readonly DiagnosticDescriptor NoBlockForm = BlockForm(
        "ABM001", "A rule has no block form", "{0} runs one agent at a time, as it is written, and not over vectors: {1}");

    /// <summary>A branch that lanes cannot serve.</summary>
    public static readonly DiagnosticDescriptor LeftBranch = BlockForm(
        "ABM002", "A branch has no block form", "{0}: agents who come here are served one at a time, after the others of their block: {1}");

    /// <summary>An expression that each agent asks by itself.</summary>
    public static readonly DiagnosticDescriptor LaneByLane = BlockForm(
        "ABM003", "An expression has no vectors", "{0}: {1}, which costs as much as in plain C# or a little more");

    /// <summary>A rule that asked for a block form in vain.</summary>
    public static readonly DiagnosticDescriptor BlockFormRequired = New(
        "ABM004", "A rule must have a block form", "{0} is marked [MustVectorise] and has no block form: {1}", "BlockForms", DiagnosticSeverity.Error);

    /// <summary>A rule into which no block form can be written.</summary>
    public static readonly DiagnosticDescriptor RuleNotPartial = BlockForm(
        "ABM005", "A rule is not partial", "{0} runs one agent at a time, for no block form can be written into it: declare it, and every type around it, partial");

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

    /// <summary>A reference into a column that may have moved.</summary>
    public static readonly DiagnosticDescriptor StaleReference = New(
        "ABM034",
        "A reference into a column is used after a birth",
        "'{0}' points to where the column was before {1}, which may move it, so that what is written is lost: take the reference again behind it, or give birth last",
        "Determinism",
        DiagnosticSeverity.Error);

    /// <summary>A type into which nothing can be written.</summary>
    public static readonly DiagnosticDescriptor NotPartial = Error(
        "ABM040", "A type is not partial", "'{0}' is not partial, so that {1} cannot be written into it: declare it partial");

    /// <summary>A partial property of a population that is no column.</summary>
    public static readonly DiagnosticDescriptor NoColumn = Error(
        "ABM041", "A partial property is no column", "'{0}' is a partial property of a population, but its type {1} is no column: make it a Trait, State, Private or Scratch, or write its getter");

    /// <summary>A column that has a setter, no getter or no agent.</summary>
    public static readonly DiagnosticDescriptor NoGetterAlone = Error(
        "ABM042", "A column has more than a getter", "The column '{0}' needs a getter alone, and no 'static': public partial {1} {0} {{ get; }}");

    /// <summary>A type of which no other part can be written.</summary>
    public static readonly DiagnosticDescriptor CannotBeContinued = Error(
        "ABM043", "A type can have no written part", "'{0}' {1}, so that {2} cannot be written into it: take that away, or write them by hand");

    /// <summary>A population that its views could not name.</summary>
    public static readonly DiagnosticDescriptor HasNoViews = Warning(
        "ABM044", "A population is too private for views", "'{0}' is private, so that nothing outside can name it and me.{1} cannot be written: make it internal or public");

    /// <summary>A column that a member of every agent hides.</summary>
    public static readonly DiagnosticDescriptor NameIsTaken = Warning(
        "ABM045", "A column's name is taken", "me.{0} means the {0} of every agent, so that the column '{0}' is only reached by me.Population.{0}[me.Row]: choose another name");

    /// <summary>A method that cannot be run as a rule.</summary>
    public static readonly DiagnosticDescriptor NoRule = Error(
        "ABM046", "A method is no rule", "'{0}' cannot be a rule: a rule is a method 'void {0}(Agent<P> me)' without type parameters, where P is a population");

    /// <summary>An attribute of models on another class.</summary>
    public static readonly DiagnosticDescriptor NoModel = Error(
        "ABM047", "A class is no model", "'{0}' does not derive from Agents.Model, so that {1} means nothing there: let it derive from Model, or take {1} away");

    /// <summary>A model that a study cannot make.</summary>
    public static readonly DiagnosticDescriptor NoMaker = Error(
        "ABM048", "A study cannot make the model", "'{0}' has no constructor '(TParameters parameters, Seed seed)', where TParameters is a class that can be made without arguments: a study makes the model by it");

    /// <summary>Parameters that do not say how many agents they ask for.</summary>
    public static readonly DiagnosticDescriptor NoHeadcount = Error(
        "ABM049", "A study cannot know the number of agents", "'{0}' has no property 'Agents': give it one, int or long, that says how many agents these parameters ask for");

    /// <summary>A member whose value no table can hold.</summary>
    public static readonly DiagnosticDescriptor NoMeasure = Error(
        "ABM050", "A member cannot be measured", "'{0}' cannot be measured: a measure is a column of a population, or a model's property or method without parameters, whose values are numbers or booleans");

    private static DiagnosticDescriptor BlockForm(string id, string title, string message) => New(id, title, message, "BlockForms", DiagnosticSeverity.Info);

    private static DiagnosticDescriptor Contract(string id, string title, string message) => New(id, title, message, "Determinism", DiagnosticSeverity.Warning);

    private static DiagnosticDescriptor Error(string id, string title, string message) => New(id, title, message, "Surface", DiagnosticSeverity.Error);

    private static DiagnosticDescriptor Warning(string id, string title, string message) => New(id, title, message, "Surface", DiagnosticSeverity.Warning);

    private static DiagnosticDescriptor New(string id, string title, string message, string category, DiagnosticSeverity severity) =>
        new(id, title, message, category, severity, isEnabledByDefault: true);
}
