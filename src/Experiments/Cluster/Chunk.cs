using System.Globalization;
using Experiments.Config;

namespace Experiments.Cluster;

/// <summary>One share of a list of runs: every K-th, so that the shares together cover a study evenly from their first runs on.</summary>
/// <param name="Number">k, from 1 to <paramref name="Count"/>.</param>
/// <param name="Count">K, the number of shares.</param>
public readonly record struct Chunk(int Number, int Count)
{
    /// <summary>Most shares.</summary>
    public const int MaxCount = 1_000_000;

    /// <summary>Reads <c>k/K</c>; null where the text is no share.</summary>
    public static Chunk? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var ends = text.Split('/');
        return ends.Length == 2 && Integer(ends[0]) is { } number && Integer(ends[1]) is { } count && number >= 1 && number <= count && count <= MaxCount
            ? new Chunk(number, count)
            : null;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}/{Count}");

    /// <summary>The runs of this share, in the order of the list.</summary>
    /// <param name="runs">Run ids in rising order.</param>
    /// <param name="together">
    /// Runs that share a burn-in and so belong to one task: that many neighbours, counted from run 1; 1 where each is alone.
    /// </param>
    internal IEnumerable<int> Of(IReadOnlyList<int> runs, int together)
    {
        var (group, position) = (-1, -1);
        foreach (var run in runs)
        {
            if ((run - 1) / together != group)
                (group, position) = ((run - 1) / together, position + 1);
            if (position % Count == Number - 1)
                yield return run;
        }
    }

    /// <summary>Neighbouring runs that one task has to do together.</summary>
    internal static int Together(Study study)
    {
        ArgumentNullException.ThrowIfNull(study);
        return study.BranchAt is null ? 1 : study.Scenarios.Count;
    }

    private static int? Integer(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
