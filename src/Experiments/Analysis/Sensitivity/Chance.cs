namespace Experiments.Analysis.Sensitivity;

/// <summary>What chance does to the answers of a design.</summary>
/// <param name="Replications">Replications of each row, 1 or more.</param>
/// <param name="IsFew">True where rows share the random numbers of so few replications that chance cannot be told from effect.</param>
public sealed record Chance(int Replications, bool IsFew);
