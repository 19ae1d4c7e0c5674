namespace Agents;

/// <summary>
/// Puts a value into the tables of a model with a <see cref="ModelAttribute"/>: of the whole model where it stands on a
/// property, or a method without parameters, of the model; of each agent where it stands on a column of a population that the
/// model holds in a field or property. Real numbers, whole numbers and booleans are reported as such, an enumeration of a
/// column by its numbers.
/// </summary>
/// <param name="meaning">What it means, in a sentence.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class MeasureAttribute(string meaning) : Attribute
{
    /// <summary>What it means.</summary>
    public string Meaning { get; } = meaning;

    /// <summary>Its unit; empty for a pure number.</summary>
    public string Unit { get; init; } = "";

    /// <summary>The column's name, snake_case; empty for that of the member: <c>SharePoor</c> is <c>share_poor</c>.</summary>
    public string Name { get; init; } = "";
}
