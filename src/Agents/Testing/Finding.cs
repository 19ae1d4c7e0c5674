namespace Agents.Testing;

/// <summary>What a proof found of one rule.</summary>
/// <param name="Rule">The rule's name.</param>
/// <param name="Difference">Where its block form does otherwise than its text for one agent; null for nowhere.</param>
/// <param name="Rows">Rows over which it was compared.</param>
/// <param name="Changes">Runs that changed something: without any the proof says nothing.</param>
/// <param name="Hash">Of all that it left, the same at any width of vectors.</param>
public sealed record Finding(string Rule, string? Difference, int Rows, int Changes, ulong Hash)
{
    /// <summary>What is wrong, in a line; null for nothing.</summary>
    public string? Complaint => Difference != null ? $"{Rule}: {Difference}" : Changes == 0 ? $"{Rule}: changes nothing in any trial, so that nothing is proved" : null;
}
