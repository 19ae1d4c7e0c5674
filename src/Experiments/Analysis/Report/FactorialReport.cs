namespace Experiments.Analysis.Report;

/// <summary>What the levels of one factor do to a response in one scenario.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Factor">The factor.</param>
/// <param name="Baseline">The level that the others are compared with.</param>
/// <param name="Levels">All levels, ascending; the baseline is one of them.</param>
public sealed record MainEffect(string Scenario, string Factor, string Baseline, IReadOnlyList<LevelEffect> Levels)
{
    /// <summary>Differences of sums that are a smaller share of them are rounding.</summary>
    private const double LeastShare = 1e-12;

    /// <summary>What was measured.</summary>
    public Config.Response Response => Levels[0].Mean.Response;

    /// <summary>The largest difference between levels: 0 where the factor does nothing. Chance makes it larger, never smaller.</summary>
    public double Range
    {
        get
        {
            var values = Levels.Select(level => level.Mean.Estimate.Value).Where(value => !double.IsNaN(value)).DefaultIfEmpty().ToList();
            var range = values.Max() - values.Min();
            return range > LeastShare * values.Max(Math.Abs) ? range : 0;
        }
    }
}

/// <summary>A level of a factor.</summary>
/// <param name="Level">As tables write it.</param>
/// <param name="Mean">The response over the runs of all rows that have the level.</param>
/// <param name="Difference">Its difference from the baseline, over pairs of one replication whose other factors agree; null for the baseline.</param>
public sealed record LevelEffect(string Level, ResponseEstimate Mean, Difference? Difference);

/// <summary>A response in one scenario at every pair of levels of two factors.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Factor">The factor of the rows.</param>
/// <param name="OtherFactor">The factor of the columns.</param>
/// <param name="Levels">The levels of the rows, ascending, as tables write them.</param>
/// <param name="OtherLevels">Those of the columns.</param>
/// <param name="Cells">The response for each level and each other level, over the runs of all rows that have both.</param>
public sealed record HeatMap(
    string Scenario, string Factor, string OtherFactor, IReadOnlyList<string> Levels, IReadOnlyList<string> OtherLevels, IReadOnlyList<IReadOnlyList<ResponseEstimate>> Cells)
{
    /// <summary>What was measured.</summary>
    public Config.Response Response => Cells[0][0].Response;
}
