using Experiments.Design;

namespace Experiments.Analysis.Sensitivity;

/// <summary>
/// A model's answers on a Saltelli design: two samples A and B of N points each, and their mixtures. AB[j] is sample A
/// with factor j from B; BA[j] is sample B with factor j from A (Saltelli 2002, Computer Physics Communications 145,
/// 280-297).
/// </summary>
public sealed class SaltelliSample
{
    private SaltelliSample(double[] a, double[] b, double[][] ab, double[][]? ba, IReadOnlyList<bool> isMoved) =>
        (A, B, AB, BA, IsMoved) = (a, b, ab, ba, isMoved);

    internal double[] A { get; }

    internal double[] B { get; }

    internal double[][] AB { get; }

    internal double[][]? BA { get; }

    /// <summary>Number of factors.</summary>
    public int Factors => AB.Length;

    /// <summary>Base samples N.</summary>
    public int Points => A.Length;

    /// <summary>True where second-order indices can be had.</summary>
    public bool HasSecondOrder => BA is not null;

    /// <summary>For each factor whether A and B differ in it in any base sample: where not, nothing was seen of what it does.</summary>
    public IReadOnlyList<bool> IsMoved { get; }

    /// <summary>True where every row has the same answer.</summary>
    public bool IsConstant => Columns.All(column => column.All(answer => answer == A[0]));

    private IEnumerable<double[]> Columns => [A, B, .. AB, .. BA ?? []];

    /// <summary>Takes the answers in the order of the design's rows.</summary>
    /// <param name="answers">One for each row.</param>
    /// <param name="layout">Which rows belong together.</param>
    /// <param name="isMoved">For each factor whether any base sample moved it; null where all did.</param>
    /// <exception cref="ArgumentException">The number of rows is not that of such a design.</exception>
    public static SaltelliSample OfRows(IReadOnlyList<double> answers, SaltelliLayout layout, IReadOnlyList<bool>? isMoved = null)
    {
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(layout);
        var points = answers.Count / layout.RowsPerPoint;
        if (points == 0 || points * layout.RowsPerPoint != answers.Count)
            throw new ArgumentException($"{answers.Count} rows are not a multiple of {layout.RowsPerPoint}, as a Saltelli design of {layout.Factors} factors has them.", nameof(answers));
        double[] Column(Func<int, int> rowOf) => [.. Enumerable.Range(0, points).Select(point => answers[rowOf(point) - 1])];
        double[][] Mixtures(Func<int, int, int> rowOf) => [.. Enumerable.Range(0, layout.Factors).Select(factor => Column(point => rowOf(point, factor)))];
        return new SaltelliSample(
            Column(layout.RowOfA), Column(layout.RowOfB), Mixtures(layout.RowOfAB), layout.HasSecondOrder ? Mixtures(layout.RowOfBA) : null,
            isMoved ?? [.. Enumerable.Repeat(true, layout.Factors)]);
    }

    /// <summary>The same with mean 0 and variance 1 over all rows: the estimators are steadier so, and their expectation is the same.</summary>
    internal SaltelliSample Standardised()
    {
        double[][] all = [.. Columns];
        var count = (double)all.Sum(column => column.Length);
        var mean = all.Sum(column => column.Sum()) / count;
        var deviation = Math.Sqrt(all.Sum(column => column.Sum(value => (value - mean) * (value - mean))) / count);
        double[] Scale(double[] column) => [.. column.Select(value => (value - mean) / deviation)];
        return new SaltelliSample(Scale(A), Scale(B), [.. AB.Select(Scale)], BA is null ? null : [.. BA.Select(Scale)], IsMoved);
    }
}
