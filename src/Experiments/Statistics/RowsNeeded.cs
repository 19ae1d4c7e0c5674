using Experiments.Config;

namespace Experiments.Statistics;

/// <summary>What a study has to keep for statistics of its runs.</summary>
internal static class RowsNeeded
{
    /// <summary>True where a statistic reads a measure before the end of runs.</summary>
    public static bool OfTicks(IEnumerable<RunStatistic> parts) => parts.Any(part => part.At is not null || part.ReadsWindow);

    /// <summary>True where a statistic counts events.</summary>
    public static bool OfEvents(IEnumerable<RunStatistic> parts) => parts.SelectMany(part => part.EventNames).Any();

    /// <summary>Ticks between two rows: the greatest step that meets every row that is read, and the study's own step where a window is.</summary>
    public static int Every(IEnumerable<RunStatistic> parts, Study study) => parts
        .SelectMany(part => part.ReadsWindow ? [study.Every] : part.At is { } at ? [at] : Array.Empty<int>())
        .Aggregate(study.Ticks, GreatestDivisor);

    private static int GreatestDivisor(int one, int other) => other == 0 ? one : GreatestDivisor(other, one % other);
}
