namespace Experiments.Design;

/// <summary>
/// A design read by levels: which rows have a level of a factor, and the row that each is compared with, which differs from
/// it in that factor alone. So one has to know a complete factorial, or a row of reference and changes of one factor each.
/// </summary>
internal sealed class LevelGrid
{
    private readonly PointMatrix cells;
    private readonly double[][] levels;

    /// <summary>The row of every combination of levels, the last factor's fastest; null for a design of one factor at a time.</summary>
    private readonly int[]? places;

    private LevelGrid(PointMatrix cells, double[][] levels, int[]? places) => (this.cells, this.levels, this.places) = (cells, levels, places);

    /// <summary>True where every level of each factor meets every level of the others.</summary>
    public bool IsFactorial => places is not null;

    /// <summary>Number of factors.</summary>
    public int Factors => levels.Length;

    /// <summary>Reads a design, or gives null for one that cannot be read so.</summary>
    /// <param name="method">How it was made; what samples ranges has no levels.</param>
    /// <param name="cells">Its rows.</param>
    public static LevelGrid? Of(DesignMethod method, PointMatrix cells)
    {
        if (cells.Rows < 2 || method is not (DesignMethod.FullFactorial or DesignMethod.OneAtATime or DesignMethod.List or DesignMethod.Csv))
            return null;
        double[][] levels = [.. Enumerable.Range(0, cells.Columns).Select(factor => Enumerable.Range(0, cells.Rows).Select(row => cells[row, factor]).Distinct().Order().ToArray())];
        if (method == DesignMethod.OneAtATime)
            return Enumerable.Range(1, cells.Rows - 1).All(row => Changes(cells, row) == 1) ? new LevelGrid(cells, levels, null) : null;
        return Places(cells, levels) is { } places ? new LevelGrid(cells, levels, places) : null;
    }

    /// <summary>The levels of a factor, ascending.</summary>
    public IReadOnlyList<double> Levels(int factor) => levels[factor];

    /// <summary>The level that the others of a factor are compared with: the first, or the reference of a design of one factor at a time.</summary>
    public double Baseline(int factor) => IsFactorial ? levels[factor][0] : cells[0, factor];

    /// <summary>The rows (from 0) that have each level of a factor and each of another.</summary>
    public IReadOnlyList<int>[][] RowsAt(int factor, int other)
    {
        List<int>[][] rows = [.. levels[factor].Select(_ => levels[other].Select(_ => new List<int>()).ToArray())];
        for (var row = 0; row < cells.Rows; row++)
            rows[Array.IndexOf(levels[factor], cells[row, factor])][Array.IndexOf(levels[other], cells[row, other])].Add(row);
        return rows;
    }

    /// <summary>The rows (from 0) that have each level of a factor, each with the row that it is compared with; with one factor at a time the others stand at their reference.</summary>
    public IReadOnlyList<(int Row, int Baseline)>[] RowsAt(int factor)
    {
        List<(int, int)>[] rows = [.. levels[factor].Select(_ => new List<(int, int)>())];
        for (var row = 0; row < cells.Rows; row++)
        {
            var level = Array.IndexOf(levels[factor], cells[row, factor]);
            if (places is not null)
                rows[level].Add((row, places[Place(cells, levels, row) - level * Stride(levels, factor)]));
            else if (row == 0 || cells[row, factor] != cells[0, factor])
                rows[level].Add((row, 0));
        }
        return rows;
    }

    private static int Changes(PointMatrix cells, int row) => Enumerable.Range(0, cells.Columns).Count(factor => cells[row, factor] != cells[0, factor]);

    private static int[]? Places(PointMatrix cells, double[][] levels)
    {
        if (Factorial.RowsOfFull(levels) != cells.Rows)
            return null;
        var places = new int[cells.Rows];
        Array.Fill(places, -1);
        for (var row = 0; row < cells.Rows; row++)
        {
            ref var place = ref places[Place(cells, levels, row)];
            if (place >= 0)
                return null;
            place = row;
        }
        return places;
    }

    private static int Place(PointMatrix cells, double[][] levels, int row) =>
        Enumerable.Range(0, levels.Length).Sum(factor => Array.IndexOf(levels[factor], cells[row, factor]) * Stride(levels, factor));

    private static int Stride(double[][] levels, int factor) => levels[(factor + 1)..].Aggregate(1, (product, own) => product * own.Length);
}
