namespace Experiments.Config;

/// <summary>A parameter that follows a column of a file: each value holds from the start of the step of its row of ticks until the next one does.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="File">The file.</param>
/// <param name="Ticks">Rows of ticks, ascending, within the horizon; where the first is 0, its value is the parameter's at the start too.</param>
/// <param name="Values">The value from each of them on (boxed double, int, bool or enumeration).</param>
public sealed record ParameterSeries(Parameter Parameter, InputFile File, IReadOnlyList<int> Ticks, IReadOnlyList<object> Values)
{
    private readonly int[] ticks = [.. Ticks];

    /// <summary>The value that begins to hold at a row of ticks, or null.</summary>
    public object? ChangeAt(int tick)
    {
        var at = Array.BinarySearch(ticks, tick);
        return at >= 0 ? Values[at] : null;
    }

    /// <summary>The value that holds in the step from a row of ticks, or null before the first.</summary>
    public object? ValueAt(int tick)
    {
        var at = Array.BinarySearch(ticks, tick);
        at = at >= 0 ? at : ~at - 1;
        return at >= 0 ? Values[at] : null;
    }

    /// <summary>The entry of a config.</summary>
    internal string Line => $"{Parameter.Key}: {{file: {File.Name}, sha256: '{File.Sha256}'}}";
}
