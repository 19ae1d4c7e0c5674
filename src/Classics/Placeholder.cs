namespace Classics;
/// <summary>Placeholder.</summary>
public static class Placeholder { }
