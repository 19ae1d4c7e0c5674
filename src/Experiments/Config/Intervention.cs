namespace Experiments.Config;

/// <summary>
/// A change of parameters during a run. Without <paramref name="Until"/> the values hold from the start of the step
/// from row <paramref name="At"/> to the next. With it, numbers move in equal steps from what they are then to
/// <paramref name="Values"/>, which they reach in the step that starts at row Until.
/// </summary>
/// <param name="At">Row of ticks, 0 or more.</param>
/// <param name="Until">Last row of a ramp, later than At, or null.</param>
/// <param name="Values">Index into the catalogue, and the value.</param>
public sealed record Intervention(int At, int? Until, IReadOnlyList<(int Parameter, object Value)> Values)
{
    /// <summary>
    /// The value that a parameter has in the step that starts at a row of ticks, once the intervention has begun. A
    /// ramp of a whole number goes through the nearest whole numbers, halves away from zero.
    /// </summary>
    /// <param name="tick">At or later.</param>
    /// <param name="before">The parameter's value just before the intervention.</param>
    /// <param name="value">The value that the intervention names.</param>
    public object ValueAt(int tick, object before, object value)
    {
        if (Until is not { } until || tick >= until)
            return value;
        return (before, value) switch
        {
            (double from, double to) => (object)Between(from, to, tick, until),
            (int from, int to) => (int)Math.Round(Between(from, to, tick, until), MidpointRounding.AwayFromZero),
            _ => throw new ArgumentException("A ramp is over numbers.", nameof(value)),
        };
    }

    private double Between(double from, double to, int tick, int until) => from + (to - from) * (tick - At) / (until - At);

    /// <summary>The first parameter that this and another intervention change at one tick, and that tick; null where there is none.</summary>
    internal (int Parameter, int Tick)? Meets(Intervention other)
    {
        var from = Math.Max(At, other.At);
        if (from > Math.Min(Until ?? At, other.Until ?? other.At))
            return null;
        foreach (var (parameter, _) in Values)
        {
            if (other.Values.Any(value => value.Parameter == parameter))
                return (parameter, from);
        }
        return null;
    }

    /// <summary>The order in which interventions act and are written.</summary>
    internal static IComparer<Intervention> Order { get; } = Comparer<Intervention>.Create((one, other) =>
        (one.At, one.Until ?? one.At, one.Values[0].Parameter).CompareTo((other.At, other.Until ?? other.At, other.Values[0].Parameter)));
}
