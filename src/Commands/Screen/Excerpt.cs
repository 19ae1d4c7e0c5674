namespace Commands.Screen;

/// <summary>Which rows of a long table are shown.</summary>
/// <param name="By">What they were chosen by: the end of "of 90 rows the 20".</param>
/// <param name="Of">Those rows of all, in the order in which they are shown.</param>
internal sealed record Excerpt<T>(string By, Func<IReadOnlyList<T>, IEnumerable<T>> Of);

/// <summary>The ways to choose rows of a long table.</summary>
internal static class Excerpt
{
    private const int Rows = 20;

    /// <summary>The first rows.</summary>
    public static Excerpt<T> First<T>(string by = "that come first in the config") => new(by, rows => rows.Take(Rows));

    /// <summary>The rows of the greatest size, those that have none left out; of equal ones the first.</summary>
    public static Excerpt<T> Greatest<T>(string by, Func<T, double> size) =>
        new(by, rows => rows.Where(row => !double.IsNaN(size(row))).OrderByDescending(size).Take(Rows));

    /// <summary>Rows at the start and at the end.</summary>
    public static Excerpt<T> Ends<T>() => new("at either end", rows => [.. rows.Take(Rows / 2), .. rows.TakeLast(Rows / 2)]);
}
