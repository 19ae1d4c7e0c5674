namespace Experiments.Config;

/// <summary>Two scenarios that are compared, run by run.</summary>
/// <param name="Scenario">The number, from 0, of the one that is asked about.</param>
/// <param name="Baseline">The number of the one that it is compared with.</param>
public readonly record struct ScenarioPair(int Scenario, int Baseline);
