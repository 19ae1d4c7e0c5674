using Agents;
using Experiments.Design;
using FsCheck;
using FsCheck.Fluent;

namespace Experiments.Tests.Design;

public sealed class SamplerTests
{
    [Test]
    public void LatinHypercube_OfAnySize_MeetsEachStratumOnce() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<byte>(), ArbMap.Default.ArbFor<byte>(), ArbMap.Default.ArbFor<ushort>(),
            (size, width, seed) =>
            {
                var (points, dimensions) = (size + 1, width % 20 + 1);
                var sample = LatinHypercube.Make(Seed.Of(seed, 0), points, dimensions, 1 + size % 3);
                return Enumerable.Range(0, dimensions).All(column =>
                    Enumerable.Range(0, points).Select(row => (int)Math.Floor(sample[row, column] * points)).Order().SequenceEqual(Enumerable.Range(0, points)));
            }).QuickCheckThrowOnFailure();

    [Test]
    public void LatinHypercube_Maximin_IsNotWorseThanTheFirst()
    {
        var first = LatinHypercube.SquaredDistance(LatinHypercube.Make(Seed.Of(5, 0), 30, 3, 1));
        var best = LatinHypercube.SquaredDistance(LatinHypercube.Make(Seed.Of(5, 0), 30, 3, 200));
        // The best of 200 draws of a continuous quantity is the first one in one seed of 200.
        Assert.That(best, Is.GreaterThan(first));
    }

    [Test]
    public void LatinHypercube_MayHoldAMillionPoints() =>
        Assert.That(() => LatinHypercube.Make(Seed.Of(5, 0), (1 << 20) + 1, 1, 1), Throws.TypeOf<ArgumentOutOfRangeException>());

    [Test]
    public void SquaredDistance_OfPoints_IsThatOfTheNearestTwo()
    {
        var points = new PointMatrix(3, 2);
        (points[1, 0], points[1, 1], points[2, 0]) = (0.3, 0.4, 0.9);
        Assert.That(LatinHypercube.SquaredDistance(points), Is.EqualTo(0.25).Within(1e-15));
    }

    [Test]
    public void RandomSample_OfMorePoints_KeepsTheFirst()
    {
        var (few, many) = (RandomSample.Make(Seed.Of(9, 0), 10, 4), RandomSample.Make(Seed.Of(9, 0), 20, 4));
        for (var row = 0; row < 10; row++)
            Assert.That(many.Row(row).ToArray(), Is.EqualTo(few.Row(row).ToArray()));
        Assert.That(SobolSequenceTests.Cells(many), Is.Unique.And.All.GreaterThanOrEqualTo(0).And.All.LessThan(1));
    }

    [Test]
    public void Samples_OfAGoldenSeed_GiveGoldenPoints()
    {
        var seed = Seed.Of(5, 0);
        Assert.That(RandomSample.Make(seed, 2, 2).Row(1).ToArray(), Is.EqualTo(new[] { 0.07246296117756279, 0.7475141535580633 }));
        Assert.That(LatinHypercube.Make(seed, 4, 2, 3).Row(1).ToArray(), Is.EqualTo(new[] { 0.5237590381875634, 0.35449803579831496 }));
        Assert.That(SobolSequence.Make(4, 2, 0, seed).Row(1).ToArray(), Is.EqualTo(new[] { 0.8554424530593678, 0.7790212096879259 }));
        Assert.That(new MorrisLayout(Alone(3), 4).Make(seed, 2, 3).Row(5).ToArray(), Is.EqualTo(new[] { 2.0 / 3, 2.0 / 3, 1.0 / 3 }));
    }

    [Test]
    public void Morris_AnyTrajectory_MovesEachGroupOnceByOneStep() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<byte>(), ArbMap.Default.ArbFor<byte>(), ArbMap.Default.ArbFor<ushort>(),
            (width, half, seed) =>
            {
                var (factors, levels) = (width % 12 + 2, 2 * (half % 5 + 1));
                FactorGroup[] groups = [new("pair", [0, 1]), .. Enumerable.Range(2, factors - 2).Select(factor => new FactorGroup($"x{factor}", [factor]))];
                var layout = new MorrisLayout(groups, levels);
                var rows = layout.Make(Seed.Of(seed, 0), 5, factors);
                return rows.Rows == 5 * (groups.Length + 1) && Enumerable.Range(0, 5).All(trajectory => IsSound(layout, rows, groups, trajectory, levels));
            }).QuickCheckThrowOnFailure();

    [Test]
    public void Morris_OfIshigami_GivesTheExactSecondMean()
    {
        // On four levels every step of the second factor changes 7 sin(x)^2 by 5.25.
        var layout = new MorrisLayout(Alone(3), 4);
        var rows = layout.Make(Seed.Of(1, 0), 50, 3);
        var effects = new List<double>();
        for (var trajectory = 0; trajectory < 50; trajectory++)
        {
            for (var step = 1; step <= 3; step++)
            {
                var (from, to) = (rows[layout.RowOf(trajectory, step - 1) - 1, 1], rows[layout.RowOf(trajectory, step) - 1, 1]);
                if (from != to)
                    effects.Add(Math.Abs(7 * (Square(to) - Square(from))) / layout.Step);
            }
        }
        Assert.That(effects, Has.Count.EqualTo(50).And.All.EqualTo(7.875).Within(1e-12));

        static double Square(double u) => Math.Pow(Math.Sin(Math.PI * (2 * u - 1)), 2);
    }

    [Test]
    public void Full_OfLevels_HasEveryCombinationOnce()
    {
        var rows = Factorial.Full([[1, 2], [5], [7, 8, 9]]);
        Assert.That(Enumerable.Range(0, rows.Rows).Select(row => string.Join(' ', rows.Row(row).ToArray())),
            Is.EqualTo(new[] { "1 5 7", "1 5 8", "1 5 9", "2 5 7", "2 5 8", "2 5 9" }));
    }

    [Test]
    public void RowsOfFull_OfTooManyLevels_DoesNotOverflow() =>
        Assert.That(Factorial.RowsOfFull([.. Enumerable.Repeat<double[]>([1, 2, 3], 200)]), Is.EqualTo(1L << 53));

    [Test]
    public void OneAtATime_OfLevels_ChangesOneFactorInEachRow()
    {
        var rows = Factorial.OneAtATime([[2, 1, 3], [4, 6]]);
        Assert.That(Enumerable.Range(0, rows.Rows).Select(row => string.Join(' ', rows.Row(row).ToArray())), Is.EqualTo(new[] { "2 4", "1 4", "3 4", "2 6" }));
    }

    private static FactorGroup[] Alone(int factors) => [.. Enumerable.Range(0, factors).Select(factor => new FactorGroup($"x{factor}", [factor]))];

    private static bool IsSound(MorrisLayout layout, PointMatrix rows, FactorGroup[] groups, int trajectory, int levels)
    {
        var moved = new List<int>();
        for (var step = 1; step <= groups.Length; step++)
        {
            var (from, to) = (rows.Row(layout.RowOf(trajectory, step - 1) - 1).ToArray(), rows.Row(layout.RowOf(trajectory, step) - 1).ToArray());
            var changed = Enumerable.Range(0, from.Length).Where(factor => from[factor] != to[factor]).ToArray();
            moved.Add(Array.FindIndex(groups, group => group.Factors.SequenceEqual(changed)));
            if (!changed.All(factor => Math.Abs(Math.Abs(to[factor] - from[factor]) - layout.Step) < 1e-12))
                return false;
            if (!to.All(u => u is >= 0 and <= 1 && Math.Abs(u * (levels - 1) - Math.Round(u * (levels - 1))) < 1e-12))
                return false;
        }
        return moved.Order().SequenceEqual(Enumerable.Range(0, groups.Length));
    }
}
