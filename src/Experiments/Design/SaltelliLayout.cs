namespace Experiments.Design;

/// <summary>
/// The rows of a Saltelli design: two independent samples A and B, and their mixtures AB (A with one coordinate from B)
/// and, for second-order indices, BA (B with one coordinate from A) (Saltelli 2002, Making best use of model evaluations
/// to compute sensitivity indices, Computer Physics Communications 145: 280-297). The rows of one base point stand
/// together: A, AB of each factor, BA of each factor, B.
/// </summary>
/// <param name="factors">Number of factors, 1 or more.</param>
/// <param name="secondOrder">With BA.</param>
public sealed class SaltelliLayout(int factors, bool secondOrder)
{
    /// <summary>Number of factors.</summary>
    public int Factors => factors;

    /// <summary>Rows of one base point.</summary>
    public int RowsPerPoint => (secondOrder ? 2 * factors : factors) + 2;

    /// <summary>True with the rows BA.</summary>
    public bool HasSecondOrder => secondOrder;

    /// <summary>The row of A.</summary>
    /// <param name="point">The base point, from 0.</param>
    /// <returns>The row of the design, from 1.</returns>
    public int RowOfA(int point) => point * RowsPerPoint + 1;

    /// <summary>The row of A with one coordinate from B.</summary>
    /// <param name="point">The base point, from 0.</param>
    /// <param name="factor">The factor whose coordinate comes from B, from 0.</param>
    /// <returns>The row of the design, from 1.</returns>
    public int RowOfAB(int point, int factor) => RowOfA(point) + 1 + factor;

    /// <summary>The row of B with one coordinate from A.</summary>
    /// <param name="point">The base point, from 0.</param>
    /// <param name="factor">The factor whose coordinate comes from A, from 0.</param>
    /// <returns>The row of the design, from 1.</returns>
    /// <exception cref="InvalidOperationException">The design has no such rows.</exception>
    public int RowOfBA(int point, int factor) =>
        secondOrder ? RowOfA(point) + 1 + factors + factor : throw new InvalidOperationException("The design has no rows for second-order indices.");

    /// <summary>The row of B.</summary>
    /// <param name="point">The base point, from 0.</param>
    /// <returns>The row of the design, from 1.</returns>
    public int RowOfB(int point) => RowOfA(point) + RowsPerPoint - 1;

    /// <summary>Makes the rows from base points of twice as many coordinates: first those of A, then those of B.</summary>
    /// <param name="basis">One row a base point.</param>
    public PointMatrix Mix(PointMatrix basis)
    {
        ArgumentNullException.ThrowIfNull(basis);
        var rows = new PointMatrix(checked(basis.Rows * RowsPerPoint), factors);
        for (var point = 0; point < basis.Rows; point++)
        {
            var a = basis.Row(point)[..factors];
            var b = basis.Row(point)[factors..];
            a.CopyTo(rows.Row(RowOfA(point) - 1));
            b.CopyTo(rows.Row(RowOfB(point) - 1));
            for (var factor = 0; factor < factors; factor++)
            {
                Replace(rows.Row(RowOfAB(point, factor) - 1), a, b, factor);
                if (secondOrder)
                    Replace(rows.Row(RowOfBA(point, factor) - 1), b, a, factor);
            }
        }
        return rows;
    }

    private static void Replace(Span<double> row, ReadOnlySpan<double> own, ReadOnlySpan<double> other, int factor)
    {
        own.CopyTo(row);
        row[factor] = other[factor];
    }
}
