namespace Elites;

/// <summary>The two essays whose statements the model plays, S1 to S83.</summary>
internal static class Essays
{
    public const string Aron = "Aron 2025";
    public const string PeaceTrap = "The peace trap 2025";

    /// <summary>The note to a statement about a lever that nobody pulls by default.</summary>
    public const string UnderSanctions = "shows where the sanctions that it is about are imposed";
}
