namespace Experiments.Design;

/// <summary>Points in rows, coordinates in columns.</summary>
public sealed class PointMatrix
{
    private readonly double[] cells;

    /// <summary>A matrix of zeros.</summary>
    /// <param name="rows">0 or more.</param>
    /// <param name="columns">0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is negative.</exception>
    public PointMatrix(int rows, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfNegative(columns);
        (Rows, Columns) = (rows, columns);
        cells = new double[checked(rows * columns)];
    }

    /// <summary>Number of points.</summary>
    public int Rows { get; }

    /// <summary>Number of coordinates.</summary>
    public int Columns { get; }

    /// <summary>One coordinate of a point, both from 0.</summary>
    public ref double this[int row, int column] => ref Row(row)[column];

    /// <summary>The coordinates of a point, from 0.</summary>
    public Span<double> Row(int row) => cells.AsSpan(row * Columns, Columns);
}
