namespace Agents;

/// <summary>
/// What a file may put into a column of the initial state. It stands on the property of a population that holds the column;
/// a column without it takes every value of its type.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class InitialAttribute : Attribute
{
    /// <summary>Least allowed value, included.</summary>
    public double Min { get; init; } = double.NegativeInfinity;

    /// <summary>Greatest allowed value, included.</summary>
    public double Max { get; init; } = double.PositiveInfinity;

    /// <summary>What the column follows from, in words, so that no file may fill it; empty where one may.</summary>
    public string FollowsFrom { get; init; } = "";

    /// <summary>
    /// True for the trait that says of which kind a row is, where a model gives rows their kinds: a file does not change it, but
    /// names in it the kind whose next row each of its records fills.
    /// </summary>
    public bool IsKind { get; init; }
}
