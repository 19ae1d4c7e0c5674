using Experiments.Design;

namespace Experiments.Tests.Design;

public sealed class SaltelliLayoutTests
{
    [TestCase(256, 7253.127935787823, new[] { 0.3184242969762919, 0.43038082016241325, 0.0226877228049875 }, new[] { 0.5184119098160795, 0.41021260250033204, 0.22990584314394166 })]
    [TestCase(1024, 28645.077108354133, new[] { 0.31683153771101197, 0.4437630610037706, 0.01220312473757072 }, new[] { 0.5558600851355467, 0.44189807119576735, 0.24467538653635174 })]
    public void Mix_OfSobolPoints_GivesTheKnownIndicesOfIshigami(int points, double sum, double[] first, double[] total)
    {
        var layout = new SaltelliLayout(3, secondOrder: true);
        var rows = layout.Mix(SobolSequence.Make(points, 6, skip: points));
        Assert.That(rows.Rows, Is.EqualTo(8 * points));
        var y = Enumerable.Range(0, rows.Rows).Select(row => Ishigami(rows.Row(row))).ToArray();
        Assert.That(y.Sum(), Is.EqualTo(sum).Within(1e-8));
        var all = Enumerable.Range(0, points);
        var variance = Variance([.. all.SelectMany(point => new[] { y[layout.RowOfA(point) - 1], y[layout.RowOfB(point) - 1] })]);
        var mean = y.Average();
        for (var factor = 0; factor < 3; factor++)
        {
            var firstOrder = all.Average(point => (y[layout.RowOfB(point) - 1] - mean) * (y[layout.RowOfAB(point, factor) - 1] - y[layout.RowOfA(point) - 1])) / variance;
            var totalOrder = 0.5 * all.Average(point => Math.Pow(y[layout.RowOfA(point) - 1] - y[layout.RowOfAB(point, factor) - 1], 2)) / variance;
            Assert.That((firstOrder, totalOrder), Is.EqualTo((first[factor], total[factor])).Using<(double, double)>((one, other) => Math.Abs(one.Item1 - other.Item1) < 1e-10 && Math.Abs(one.Item2 - other.Item2) < 1e-10));
        }
    }

    [TestCase(true, 10)]
    [TestCase(false, 6)]
    public void Mix_OfOnePoint_HasTheDocumentedRows(bool secondOrder, int rowsPerPoint)
    {
        var basis = new PointMatrix(2, 8);
        for (var column = 0; column < 8; column++)
            (basis[0, column], basis[1, column]) = (column, 10 + column);
        var layout = new SaltelliLayout(4, secondOrder);
        var rows = layout.Mix(basis);
        Assert.That((layout.RowsPerPoint, rows.Rows), Is.EqualTo((rowsPerPoint, 2 * rowsPerPoint)));
        Assert.That(rows.Row(layout.RowOfA(1) - 1).ToArray(), Is.EqualTo(new[] { 10.0, 11, 12, 13 }));
        Assert.That(rows.Row(layout.RowOfB(1) - 1).ToArray(), Is.EqualTo(new[] { 14.0, 15, 16, 17 }));
        Assert.That(rows.Row(layout.RowOfAB(1, 2) - 1).ToArray(), Is.EqualTo(new[] { 10.0, 11, 16, 13 }));
        if (secondOrder)
            Assert.That(rows.Row(layout.RowOfBA(1, 2) - 1).ToArray(), Is.EqualTo(new[] { 14.0, 15, 12, 17 }));
        else
            Assert.That(() => layout.RowOfBA(1, 2), Throws.InvalidOperationException);
    }

    private static double Ishigami(ReadOnlySpan<double> u)
    {
        var (x1, x2, x3) = (Angle(u[0]), Angle(u[1]), Angle(u[2]));
        return Math.Sin(x1) + 7 * Math.Sin(x2) * Math.Sin(x2) + 0.1 * Math.Pow(x3, 4) * Math.Sin(x1);
    }

    private static double Angle(double u) => Math.PI * (2 * u - 1);

    private static double Variance(double[] values)
    {
        var mean = values.Average();
        return values.Average(value => (value - mean) * (value - mean));
    }
}
