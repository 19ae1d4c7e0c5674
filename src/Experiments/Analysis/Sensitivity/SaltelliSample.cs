namespace Experiments.Analysis.Sensitivity;

/// <summary>
/// A model's answers on a Saltelli design: two samples A and B of N points each, and their mixtures. AB[j] is sample A
/// with factor j from B; BA[j] is sample B with factor j from A (Saltelli 2002, Computer Physics Communications 145,
/// 280-297).
/// </summary>
public sealed class SaltelliSample
{
    private SaltelliSample(double[] a, double[] b, double[][] ab, double[][]? ba) => (A, B, AB, BA) = (a, b, ab, ba);

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

    /// <summary>Answers in the order of the design's rows: for each base sample A, AB[0], AB[1], ..., then BA[0], BA[1], ... where there is a second order, then B.</summary>
    /// <param name="answers">One for each row.</param>
    /// <param name="factors">Number of factors, 1 or more.</param>
    /// <param name="secondOrder">Whether the design holds BA.</param>
    /// <exception cref="ArgumentException">The number of rows is not that of such a design.</exception>
    public static SaltelliSample OfRows(IReadOnlyList<double> answers, int factors, bool secondOrder)
    {
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentOutOfRangeException.ThrowIfLessThan(factors, 1);
        var width = 2 + (secondOrder ? 2 : 1) * factors;
        if (answers.Count == 0 || answers.Count % width != 0)
            throw new ArgumentException($"{answers.Count} rows are not a multiple of {width}, as a Saltelli design of {factors} factors has them.", nameof(answers));
        double[] Column(int place) => [.. Enumerable.Range(0, answers.Count / width).Select(point => answers[point * width + place])];
        return new SaltelliSample(
            Column(0),
            Column(width - 1),
            [.. Enumerable.Range(1, factors).Select(Column)],
            secondOrder ? [.. Enumerable.Range(1 + factors, factors).Select(Column)] : null);
    }

    /// <summary>The same with mean 0 and variance 1 over all rows: the estimators are steadier so, and their expectation is the same.</summary>
    internal SaltelliSample Standardised()
    {
        double[][] all = [A, B, .. AB, .. BA ?? []];
        var count = (double)all.Sum(column => column.Length);
        var mean = all.Sum(column => column.Sum()) / count;
        var deviation = Math.Sqrt(all.Sum(column => column.Sum(value => (value - mean) * (value - mean))) / count);
        double[] Scale(double[] column) => [.. column.Select(value => (value - mean) / deviation)];
        return new SaltelliSample(Scale(A), Scale(B), [.. AB.Select(Scale)], BA is null ? null : [.. BA.Select(Scale)]);
    }
}
