namespace Elites;
/// <summary>Placeholder.</summary>
public static class Placeholder { }
