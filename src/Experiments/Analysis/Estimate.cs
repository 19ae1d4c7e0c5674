namespace Experiments.Analysis;

/// <summary>A number that was estimated from a sample.</summary>
/// <param name="Value">The estimate; NaN where there is none.</param>
/// <param name="Interval">Its 95 % interval; <see cref="Interval.None"/> where there is none.</param>
public readonly record struct Estimate(double Value, Interval Interval)
{
    /// <summary>The estimate that says nothing.</summary>
    public static Estimate None { get; } = new(double.NaN, Interval.None);
}
