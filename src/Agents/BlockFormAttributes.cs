namespace Agents;

/// <summary>
/// On a method that does for many rows what another does for one, so that a rule's block form can call it: the same arguments, a
/// span where the other takes a number of one agent, the first row where it takes a row, and last the span where the results go.
/// With as many parameters as the other it replaces the numbers of its span. It must be total: it is called for all rows,
/// also for those that the rule would not have asked for, and has no effect but its results.
/// </summary>
/// <param name="of">The other's name, or "this[]" for an indexer.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BulkFormAttribute(string of) : Attribute
{
    /// <summary>The name of the method for one.</summary>
    public string Of { get; } = of;
}

/// <summary>
/// On a column whose equal values lie side by side, such as the kind of an agent: a rule that reads it takes each run of equal
/// values by itself, so that tables by kind and branches on it are the same for all rows.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class InRunsAttribute : Attribute;

/// <summary>On an indexer by row of a class whose property <c>Values</c> holds the same numbers in the order of rows.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ByRowAttribute : Attribute;

/// <summary>On a rule that must have a block form: where one cannot be made from its text, that is an error that says why.</summary>
[AttributeUsage(AttributeTargets.Struct | AttributeTargets.Method)]
public sealed class MustVectoriseAttribute : Attribute;
