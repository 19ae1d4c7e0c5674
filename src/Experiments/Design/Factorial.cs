namespace Experiments.Design;

/// <summary>Designs that go through the levels of their factors.</summary>
public static class Factorial
{
    /// <summary>Number of rows of <see cref="Full"/>; more than 2^53 are counted as that.</summary>
    public static long RowsOfFull(IReadOnlyList<IReadOnlyList<double>> levels)
    {
        ArgumentNullException.ThrowIfNull(levels);
        return (long)levels.Aggregate(1.0, (rows, factor) => Math.Min(rows * factor.Count, 1L << 53));
    }

    /// <summary>Every level of each factor with every level of the others; the last factor changes fastest.</summary>
    /// <param name="levels">The levels of each factor.</param>
    public static PointMatrix Full(IReadOnlyList<IReadOnlyList<double>> levels)
    {
        ArgumentNullException.ThrowIfNull(levels);
        var rows = new PointMatrix(checked((int)RowsOfFull(levels)), levels.Count);
        for (var row = 0; row < rows.Rows; row++)
        {
            var rest = row;
            for (var factor = levels.Count - 1; factor >= 0; factor--)
            {
                (rest, var level) = Math.DivRem(rest, levels[factor].Count);
                rows[row, factor] = levels[factor][level];
            }
        }
        return rows;
    }

    /// <summary>The first level of each factor, and then for each factor in turn every other level of it alone.</summary>
    /// <param name="levels">The levels of each factor, the first ones those that the others are compared with.</param>
    public static PointMatrix OneAtATime(IReadOnlyList<IReadOnlyList<double>> levels)
    {
        ArgumentNullException.ThrowIfNull(levels);
        var changes = levels.SelectMany((factor, column) => factor.Skip(1).Select(level => (Column: column, Level: level))).ToList();
        var rows = new PointMatrix(changes.Count + 1, levels.Count);
        for (var row = 0; row <= changes.Count; row++)
        {
            for (var column = 0; column < levels.Count; column++)
                rows[row, column] = row > 0 && changes[row - 1].Column == column ? changes[row - 1].Level : levels[column][0];
        }
        return rows;
    }
}
