using Agents.Random;
using Agents.Spaces;

namespace Agents.Tests.Spaces;

public sealed class LayerTests
{
    [Test]
    public void BoxSums_OfWholeNumbers_EqualTheSquaresOfEveryCell([Values] bool isTorus, [Values(0, 1, 2, 3, 5)] int radius)
    {
        foreach (var (width, height) in new[] { (11, 13), (17, 11), (24, 12) })
        {
            var layer = Drawn<int>(new Grid(width, height, isTorus), 100);
            var sums = new int[layer.Grid.Count];
            for (var again = 0; again < 2; again++)
                layer.BoxSums(radius, sums);
            for (var cell = 0; cell < sums.Length; cell++)
                Assert.That(sums[cell], Is.EqualTo(Square(layer, cell, radius)), $"cell {cell} of {width} x {height}");
        }
    }

    [Test]
    public void BoxSums_WiderThanABoundedGrid_AreTheSumOfAll()
    {
        var layer = Drawn<int>(new Grid(5, 3, false), 10);
        layer.BoxSums(40, layer.Next);
        layer.Commit();
        Assert.That(layer.Values.ToArray(), Is.All.EqualTo(Drawn<int>(layer.Grid, 10).Sum()));
    }

    [Test]
    public void BoxSums_OfLargeAndSmallNumbers_LoseNothingOfTheSmall()
    {
        // A window that subtracted what it leaves would keep the rounding of the large number for the rest of its row.
        var layer = new Layer<double>(new Grid(40, 40, false));
        layer.Fill(1);
        layer[45] = 1e17;
        var sums = new double[1_600];
        layer.BoxSums(1, sums);
        Assert.That((sums[50], sums[45 + 40 * 20]), Is.EqualTo((9.0, 9.0)));
    }

    [Test]
    public void SumAround_EveryCell_EqualsTheNeighbours()
    {
        var layer = Drawn<float>(new Grid(6, 7, false), 9);
        var around = layer.Grid.VonNeumann(2);
        for (var cell = 0; cell < layer.Grid.Count; cell++)
        {
            var sum = 0f;
            foreach (var other in around.Of(cell))
                sum += layer[other];
            Assert.That(layer.SumAround(cell, around), Is.EqualTo(sum));
        }
    }

    [Test]
    public void Diffuse_AnyGrid_EqualsTheSchemeCellByCellAndConserves([Values] bool isTorus, [Values] bool isMoore, [Values(1, 2)] int radius)
    {
        foreach (var (width, height) in new[] { (5, 5), (37, 6), (64, 9) })
        {
            var grid = new Grid(width, height, isTorus);
            var around = isMoore ? grid.Moore(radius) : grid.VonNeumann(radius);
            var layer = Drawn<double>(grid, 1_000);
            var total = layer.Sum();
            for (var step = 0; step < 20; step++)
            {
                var expected = new double[grid.Count];
                for (var cell = 0; cell < expected.Length; cell++)
                {
                    var differences = 0.0;
                    foreach (var other in around.Of(cell))
                        differences += layer[other] - layer[cell];
                    expected[cell] = layer[cell] + 0.7 / around.Size * differences;
                }
                layer.Diffuse(0.7, around);
                Assert.That(layer.Values.ToArray(), Is.EqualTo(expected));
                Assert.That(layer.Next.ToArray(), Is.EqualTo(expected));
            }
            Assert.That(layer.Sum(), Is.EqualTo(total).Within(1e-12 * total));
        }
    }

    [Test]
    public void Diffuse_FromOneCell_SpreadsAsTheHeatEquationSays()
    {
        // Each step spreads by the variance of a step: share x 1/2 in each direction (von Neumann).
        var grid = new Grid(101, 101, isTorus: false);
        var layer = new Layer<double>(grid);
        layer[50 * 101 + 50] = 1;
        for (var step = 0; step < 40; step++)
            layer.Diffuse(0.8, grid.VonNeumann(1));
        var variance = Enumerable.Range(0, grid.Count).Sum(cell => layer[cell] * (cell % 101 - 50) * (cell % 101 - 50));
        Assert.That(variance, Is.EqualTo(40 * 0.4).Within(1e-10));
    }

    [Test]
    public void Diffuse_SeveralThreads_SameBits()
    {
        var grid = new Grid(200, 150, isTorus: true);
        var (one, several) = (Drawn<float>(grid, 50), Drawn<float>(grid, 50));
        using var workers = new Workers(2);
        for (var step = 0; step < 5; step++)
        {
            one.Diffuse(0.5f, grid.Moore(1));
            several.Diffuse(0.5f, grid.Moore(1), workers);
        }
        Assert.That(several.Values.SequenceEqual(one.Values));
        Assert.That(one.Values.SequenceEqual(Drawn<float>(grid, 50).Values), Is.False);
    }

    [Test]
    public void Decay_AfterADeposit_LeavesTheRest()
    {
        var layer = new Layer<double>(new Grid(2, 2, false));
        layer.Deposit([3, -1, 3, 0], [1, 9, 2, 8]);
        Assert.That(layer[3], Is.Zero);
        layer.Decay(0.25);
        Assert.That(layer.Values.ToArray(), Is.EqualTo(new[] { 6, 0, 0, 2.25 }));
        layer.Pending(1) = 4;
        Assert.That(layer[1], Is.Zero);
        layer.Commit();
        layer[2] = 5;
        layer.Commit();
        Assert.That(layer.Values.ToArray(), Is.EqualTo(new[] { 6, 4, 5, 2.25 }));
        Assert.That(layer.Sum(), Is.EqualTo(17.25));
    }

    [Test]
    public void Add_BySeveralThreads_LosesNothing()
    {
        var layer = new Layer<int>(new Grid(3, 1, false));
        Parallel.For(0, 4, _ =>
        {
            for (var i = 0; i < 10_000; i++)
                layer.Add(i % 3, 2);
        });
        layer.Commit();
        Assert.That(layer.Sum(), Is.EqualTo(80_000));
    }

    [Test]
    public void Layer_InSteadyState_AllocatesNothing()
    {
        var grid = new Grid(30, 20, true);
        var layer = Drawn<double>(grid, 5);
        var (sums, around) = (new double[grid.Count], grid.Moore(2));
        var least = long.MaxValue;
        for (var attempt = 0; attempt < 20 && least > 0; attempt++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            layer.BoxSums(3, sums);
            layer.Diffuse(0.1, around);
            layer.Decay(0.1);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }
        Assert.That(least, Is.Zero);
    }

    [Test]
    public void Layer_Misused_Throws()
    {
        var layer = new Layer<double>(new Grid(6, 5, true));
        var other = new Grid(5, 6, true).Moore(1);
        Assert.That(() => layer.BoxSums(-1, layer.Next), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => layer.BoxSums(3, layer.Next), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => layer.BoxSums(1, new double[7]), Throws.ArgumentException);
        Assert.That(() => layer.Diffuse(1.1, layer.Grid.Moore(1)), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => layer.Diffuse(double.NaN, layer.Grid.Moore(1)), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => layer.Diffuse(0.5, other), Throws.ArgumentException);
        Assert.That(() => layer.SumAround(0, other), Throws.ArgumentException);
        Assert.That(() => layer.Decay(-0.1), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => layer.Deposit([1], []), Throws.ArgumentException);
    }

    private static Layer<T> Drawn<T>(Grid grid, int below)
        where T : unmanaged, System.Numerics.INumber<T>
    {
        var layer = new Layer<T>(grid);
        var draws = new Draws(Seed.Of(6), 0, 0, FolkView.Test);
        for (var cell = 0; cell < grid.Count; cell++)
            layer[cell] = T.CreateChecked(draws.Below(below)) / T.CreateChecked(typeof(T) == typeof(int) ? 1 : 3);
        return layer;
    }

    private static int Square(Layer<int> layer, int cell, int radius)
    {
        var (width, height, sum) = (layer.Grid.Width, layer.Grid.Height, 0);
        for (var y = cell / width - radius; y <= cell / width + radius; y++)
        {
            for (var x = cell % width - radius; x <= cell % width + radius; x++)
            {
                if (layer.Grid.IsTorus)
                    sum += layer[(y + height) % height * width + (x + width) % width];
                else if (x >= 0 && x < width && y >= 0 && y < height)
                    sum += layer[y * width + x];
            }
        }
        return sum;
    }
}
