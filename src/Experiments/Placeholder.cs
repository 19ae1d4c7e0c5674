namespace Experiments;
/// <summary>Placeholder.</summary>
public static class Placeholder { }
