using static System.FormattableString;

namespace Agents.Benchmarks;

/// <summary>What a workload leaves in the record.</summary>
/// <param name="Title">What it is; the command's name stands before it.</param>
/// <param name="Notes">What a reader must know to judge the tables.</param>
/// <param name="Tables">The outcome as Markdown.</param>
/// <param name="Goals">The project's goals that it measures.</param>
internal sealed record Section(string Title, string Notes, string Tables, IReadOnlyList<Goal> Goals);

/// <summary>A goal of the project and how far it is met.</summary>
/// <param name="Asked">The goal in words, its bound included.</param>
/// <param name="Measured">What was measured.</param>
/// <param name="IsMet">Null where it could not be measured.</param>
internal sealed record Goal(string Asked, string Measured, bool? IsMet)
{
    /// <summary>A figure that is to be at least so much; null is one that could not be taken.</summary>
    public static Goal AtLeast(double bound, double? figure, string asked) => Of(figure, asked, value => value >= bound);

    /// <summary>A figure that is to be at most so much; null is one that could not be taken.</summary>
    public static Goal AtMost(double bound, double? figure, string asked) => Of(figure, asked, value => value <= bound);

    private static Goal Of(double? figure, string asked, Func<double, bool> isMet) =>
        figure is { } value and not double.NaN ? new Goal(asked, Invariant($"{Math.Round(value, value switch { < 1 => 3, < 10 => 2, < 100 => 1, _ => 0 })}"), isMet(value)) : new Goal(asked, "skipped", null);
}
