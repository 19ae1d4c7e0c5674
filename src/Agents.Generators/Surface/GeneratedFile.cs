namespace Agents.Generators;

/// <summary>A file that the surface generator writes, or what keeps it from being written.</summary>
/// <param name="HintName">Its name, unique in a compilation.</param>
/// <param name="Text">C#; empty where nothing can be written.</param>
/// <param name="Findings">What the modeller should know.</param>
internal sealed record GeneratedFile(string HintName, string Text, Sequence<Finding> Findings);
