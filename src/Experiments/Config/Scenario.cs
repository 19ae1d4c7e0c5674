namespace Experiments.Config;

/// <summary>A named setting of the parameters, before a row of the design varies it.</summary>
/// <param name="Name">Lower-case letters, digits, hyphens and underscores.</param>
/// <param name="Values">The value of every parameter at the start, in the catalogue's order (boxed double, int, bool or enumeration).</param>
/// <param name="Interventions">What changes during the run, by tick.</param>
public sealed record Scenario(string Name, IReadOnlyList<object> Values, IReadOnlyList<Intervention> Interventions)
{
    /// <summary>The parameters that follow files, in the catalogue's order; none of them is in an intervention.</summary>
    public IReadOnlyList<ParameterSeries> Series { get; init; } = [];
}
