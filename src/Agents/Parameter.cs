namespace Agents;

/// <summary>
/// What a modeller has to know of a parameter. It stands on a property (double, int, bool or an enumeration) of a
/// parameter class; classes nest, and the path of names in snake_case with dots is the parameter's key in a config
/// (<c>Coup.LaunchThreshold</c> is <c>coup.launch_threshold</c>). The property's initial value is the default.
/// </summary>
/// <param name="meaning">What it means, with the symbol of its source where there is one.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ParameterAttribute(string meaning) : Attribute
{
    /// <summary>What it means.</summary>
    public string Meaning { get; } = meaning;

    /// <summary>Unit, such as "week", "share" or "per year"; empty for a pure number.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Least allowed value, included.</summary>
    public double Min { get; init; } = double.NegativeInfinity;

    /// <summary>Greatest allowed value, included.</summary>
    public double Max { get; init; } = double.PositiveInfinity;

    /// <summary>Author and year, or the word "assumed"; "switch" for a boolean <c>enabled</c> whose false removes the mechanism of its section.</summary>
    public string Source { get; init; } = "assumed";

    /// <summary>The number of the policy lever that it is, from 1; 0 where it is none.</summary>
    public int Lever { get; init; }

    /// <summary>True when it shapes the initial state, so that an intervention during the run cannot change it.</summary>
    public bool AtStartOnly { get; init; }
}

/// <summary>
/// Marks a property of a parameter class that holds a section of further parameters (a nested class).
/// </summary>
/// <param name="meaning">What the section is about; for a mechanism, what it does.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SectionAttribute(string meaning) : Attribute
{
    /// <summary>What the section is about.</summary>
    public string Meaning { get; } = meaning;
}
