using Agents;
using Experiments.Design;

namespace Experiments.Tests.Design;

/// <summary>Known answers of SALib 1.5.2, which uses the same directions.</summary>
public sealed class SobolSequenceTests
{
    [Test]
    public void Make_FirstPoints_AreKnown()
    {
        var points = SobolSequence.Make(5, 8);
        double[][] expected =
        [
            [0, 0, 0, 0, 0, 0, 0, 0],
            [.5, .5, .5, .5, .5, .5, .5, .5],
            [.75, .25, .25, .25, .75, .75, .25, .75],
            [.25, .75, .75, .75, .25, .25, .75, .25],
            [.375, .375, .625, .875, .375, .125, .375, .875],
        ];
        for (var i = 0; i < expected.Length; i++)
            Assert.That(points.Row(i).ToArray(), Is.EqualTo(expected[i]));
    }

    [Test]
    public void Make_1024PointsOf40Dimensions_HaveTheKnownChecksums()
    {
        var points = SobolSequence.Make(1024, 40);
        Assert.That(new[] { 0, 1, 2, 9, 19, 39 }.Select(column => points[1023, column]),
            Is.EqualTo(new[] { 0.0009765625, 0.7529296875, 0.6123046875, 0.8505859375, 0.3193359375, 0.6982421875 }));
        var (sum, weighted) = (0.0, 0.0);
        for (var i = 0; i < 1024; i++)
        {
            for (var j = 0; j < 40; j++)
                (sum, weighted) = (sum + points[i, j], weighted + (i + 1) * (j + 1) * points[i, j]);
        }
        Assert.That((sum, weighted), Is.EqualTo((20460.0, 215171891.0)));
    }

    [TestCase(2, 0.00024001962608743987)]
    [TestCase(3, 0.0005947820123695102)]
    public void Make_64Points_HaveTheKnownDiscrepancy(int dimensions, double expected) =>
        Assert.That(CentredDiscrepancy(SobolSequence.Make(64, dimensions)), Is.EqualTo(expected).Within(1e-14));

    [Test]
    public void Make_WithASkip_LeavesOutTheFirstPoints()
    {
        var all = SobolSequence.Make(100, 7);
        var rest = SobolSequence.Make(63, 7, 37);
        for (var i = 0; i < 63; i++)
            Assert.That(rest.Row(i).ToArray(), Is.EqualTo(all.Row(i + 37).ToArray()));
    }

    [TestCase(false)]
    [TestCase(true)]
    public void Make_PowersOfTwo_MeetEachStratumOfEveryDimensionOnce(bool isScrambled)
    {
        var points = SobolSequence.Make(256, SobolSequence.MaxDimensions, 256, isScrambled ? Seed.Of(3, 0) : null);
        for (var column = 0; column < points.Columns; column++)
            Assert.That(Enumerable.Range(0, 256).Select(row => (int)(points[row, column] * 256)).Order(), Is.EqualTo(Enumerable.Range(0, 256)), $"dimension {column + 1}");
    }

    [Test]
    public void Make_Scrambled_KeepsTheBalanceOfPairs()
    {
        // The first two dimensions are a net of quality 0: each of the 64 squares of a grid has its 4 points.
        var points = SobolSequence.Make(256, 2, 0, Seed.Of(11, 0));
        var squares = Enumerable.Range(0, 256).CountBy(row => ((int)(points[row, 0] * 8), (int)(points[row, 1] * 8)));
        Assert.That(squares.Select(square => square.Value), Has.Exactly(64).EqualTo(4));
    }

    [Test]
    public void Make_Scrambled_DiffersBySeedAndNeverMeetsTheEdge()
    {
        var (one, same, other) = (SobolSequence.Make(64, 5, 0, Seed.Of(1, 0)), SobolSequence.Make(64, 5, 0, Seed.Of(1, 0)), SobolSequence.Make(64, 5, 0, Seed.Of(2, 0)));
        Assert.That(Cells(one), Is.EqualTo(Cells(same)).And.Not.EqualTo(Cells(other)));
        Assert.That(Cells(one), Is.All.GreaterThan(0).And.All.LessThan(1));
    }

    [Test]
    public void Make_Scrambled_IsUniformOverSeeds()
    {
        // The first point over 2,000 seeds: the mean is within 5 standard errors of one half with probability 1 - 6e-7.
        var mean = Enumerable.Range(0, 2000).Average(seed => SobolSequence.Make(1, 3, 0, Seed.Of(seed, 0))[0, 2]);
        Assert.That(mean, Is.EqualTo(0.5).Within(5 * Math.Sqrt(1.0 / 12 / 2000)));
    }

    [Test]
    public void Licence_OfTheDirections_IsInTheAssembly()
    {
        using var text = new StreamReader(typeof(SobolSequence).Assembly.GetManifestResourceStream("JoeKuoDirections.LICENCE")!);
        Assert.That(text.ReadToEnd(), Does.Contain("Copyright (c) 2008, Frances Y. Kuo and Stephen Joe").And.Contain("POSSIBILITY OF SUCH"));
    }

    internal static IReadOnlyList<double> Cells(PointMatrix points) => [.. Enumerable.Range(0, points.Rows).SelectMany(row => points.Row(row).ToArray())];

    /// <summary>Hickernell 1998, A generalized discrepancy and quadrature error bound, Mathematics of Computation 67: 299-322; squared.</summary>
    internal static double CentredDiscrepancy(PointMatrix points)
    {
        var (n, single, pairs) = (points.Rows, 0.0, 0.0);
        for (var i = 0; i < n; i++)
        {
            var product = 1.0;
            foreach (var x in points.Row(i))
                product *= 1 + 0.5 * Math.Abs(x - 0.5) - 0.5 * (x - 0.5) * (x - 0.5);
            single += product;
            for (var j = 0; j < n; j++)
            {
                product = 1;
                for (var k = 0; k < points.Columns; k++)
                    product *= 1 + 0.5 * Math.Abs(points[i, k] - 0.5) + 0.5 * Math.Abs(points[j, k] - 0.5) - 0.5 * Math.Abs(points[i, k] - points[j, k]);
                pairs += product;
            }
        }
        return Math.Pow(13.0 / 12, points.Columns) - 2 * single / n + pairs / n / n;
    }
}
