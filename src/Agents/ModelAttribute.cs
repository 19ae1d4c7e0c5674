namespace Agents;

/// <summary>
/// Gives a partial model its <see cref="ModelDefinition"/>: the generator writes the property <c>Definition</c> as one could
/// write it by hand. It makes the model by the constructor <c>(TParameters parameters, Seed seed)</c>, takes the number of
/// agents from the parameters' property <c>Agents</c> (int or long; with <see cref="ParameterAttribute"/>, or without it where
/// it follows from others), asks the parameters' method <c>string? Complaint()</c>, where they have one, what is wrong with a
/// combination of them, and reports every member of the model and every column of its populations that has a
/// <see cref="MeasureAttribute"/>, in the order of declaration.
/// </summary>
/// <remarks>
/// What has no place in an attribute is completed by a method of the model that the generator declares and calls:
/// <c>static partial void Complete(ref ModelDefinition&lt;Parameters&gt; definition)</c>.
/// </remarks>
/// <param name="name">The name a config calls it by: lower-case letters, digits and hyphens.</param>
/// <param name="summary">One line: what the model is about.</param>
/// <example><code>
/// [Model("hegselmann-krause", "Bounded confidence (Hegselmann and Krause 2002).", DefaultTicks = 50)]
/// public sealed partial class HegselmannKrause : Model
/// {
///     static partial void Complete(ref ModelDefinition&lt;Parameters&gt; definition) => definition = definition with
///     {
///         Outcomes = [new("consensus", "One opinion is left."), new("camps", "Several are left.")],
///     };
/// }
/// </code></example>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ModelAttribute(string name, string summary) : Attribute
{
    /// <summary>The name a config calls it by.</summary>
    public string Name { get; } = name;

    /// <summary>One line: what the model is about.</summary>
    public string Summary { get; } = summary;

    /// <summary>The real unit of a tick, singular, such as "week".</summary>
    public string TickUnit { get; init; } = "step";

    /// <summary>Number of ticks of a run where the config names none.</summary>
    public int DefaultTicks { get; init; } = 100;

    /// <summary>Raised whenever the same config and seed give other results than before.</summary>
    public int ResultsVersion { get; init; } = 1;

    /// <summary>Memory that a run takes for each agent, bytes; 0 says nothing (<see cref="ModelDefinition.BytesPerAgent"/>).</summary>
    public int BytesPerAgent { get; init; }
}
