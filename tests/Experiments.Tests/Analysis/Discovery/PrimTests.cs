using Agents;
using Agents.Random;
using Experiments.Analysis.Discovery;

namespace Experiments.Tests.Analysis.Discovery;

public sealed class PrimTests
{
    private const int Points = 2000;

    private static readonly PrimFactor[] Three = [Uniform(0), Uniform(1), Uniform(2)];

    [Test]
    public void Search_ForACorner_RecoversIt()
    {
        var cases = Cases((x, y, _) => x < 0.3 && y > 0.7);
        var result = Prim.Search(Three, cases);
        var box = result.Boxes[result.Chosen];
        Assert.That((box.Coverage, box.Density), Is.EqualTo((1.0, 1.0)));
        Assert.That(box.Limits.Select(limit => limit.Factor), Is.EqualTo(new[] { 0, 1 }));
        Assert.That(box.Limits[0].Low, Is.EqualTo(double.NegativeInfinity));
        Assert.That(box.Limits[0].High, Is.InRange(0.295, 0.3));
        Assert.That(box.Limits[1].Low, Is.InRange(0.7, 0.705));
        Assert.That(box.Limits[1].High, Is.EqualTo(double.PositiveInfinity));
        Assert.That(box.Points, Is.EqualTo(cases.Sum()));
        Assert.That(box.Limits.Select(limit => limit.QuasiP), Is.All.LessThan(1e-6));
    }

    [Test]
    public void Search_Trajectory_PeelsAboutAFactorOfTwentiethEachTime()
    {
        var boxes = Prim.Search(Three, Cases((x, y, _) => x < 0.3 && y > 0.7)).Boxes.Where(box => box.Stage != PrimStage.Paste).ToList();
        Assert.That(boxes[0].Mass, Is.EqualTo(1));
        Assert.That(boxes, Has.Count.GreaterThan(20));
        foreach (var (before, after) in boxes.Zip(boxes.Skip(1)))
            Assert.That((double)after.Points / before.Points, Is.EqualTo(0.95).Within(0.01));
        Assert.That(boxes[^1].Density, Is.EqualTo(1));
    }

    /// <summary>Where three in a hundred points outside the box are cases too, the box is found, and is less than pure.</summary>
    [Test]
    public void Search_WithNoise_FindsAboutTheBox()
    {
        var clean = Cases((x, y, _) => x is > 0.4 and < 0.8 && y > 0.5);
        double[] noisy = [.. clean.Select((value, i) => Draw(i, 9) < 0.03 ? 1 - value : value)];
        var result = Prim.Search(Three, noisy);
        var box = result.Boxes[result.Chosen];
        Assert.That(box.Density, Is.InRange(0.9, 0.99));
        Assert.That(box.Coverage, Is.InRange(0.85, 0.95), "the noise outside of the box is not covered");
        Assert.That(box.Limits.Take(2).Select(limit => limit.Factor), Is.EqualTo(new[] { 0, 1 }));
        Assert.That((box.Limits[0].Low, box.Limits[0].High, box.Limits[1].Low), Is.EqualTo((0.4, 0.8, 0.5)).Using<(double, double, double)>((a, b) =>
            Math.Abs(a.Item1 - b.Item1) < 0.04 && Math.Abs(a.Item2 - b.Item2) < 0.04 && Math.Abs(a.Item3 - b.Item3) < 0.04));
    }

    [Test]
    public void Search_OverACategory_KeepsTheOnesThatMatter()
    {
        var kind = new PrimFactor([.. Enumerable.Range(0, Points).Select(i => (double)(i % 4))], IsCategory: true);
        double[] cases = [.. kind.Values.Select((value, i) => value is 1 or 3 && Three[0].Values[i] < 0.5 ? 1.0 : 0)];
        var result = Prim.Search([Three[0], kind], cases);
        var box = result.Boxes[result.Chosen];
        Assert.That((box.Coverage, box.Density), Is.EqualTo((1.0, 1.0)));
        Assert.That(box.Limits[1].Categories, Is.EqualTo(new[] { 1, 3 }));
    }

    /// <summary>A category is a third of the points and a slice a twentieth: of the two the larger bite must not win by its size.</summary>
    [TestCase(200)]
    [TestCase(400)]
    public void Search_BesideACategoryOfNoUse_DoesNotBiteItOff(int points)
    {
        PrimFactor[] factors = [.. Three.Take(2).Select(one => new PrimFactor(one.Values[..points], false)), new([.. Enumerable.Range(0, points).Select(i => Math.Floor(3 * Draw(i, 5)))], IsCategory: true)];
        double[] cases = [.. Enumerable.Range(0, points).Select(i => factors[0].Values[i] + factors[1].Values[i] < 0.7 ? 1.0 : 0)];
        var result = Prim.Search(factors, cases);
        var box = result.Boxes[result.Chosen];
        Assert.That(box.Limits.Select(limit => limit.Factor), Is.EqualTo(new[] { 0, 1 }));
        Assert.That(box.Coverage + box.Density, Is.GreaterThan(1.5));
    }

    [Test]
    public void Search_OverCategoriesOfWhichOneWasNotRun_NeverListsThatOne()
    {
        var kind = new PrimFactor([.. Enumerable.Range(0, Points).Select(i => (double)(i % 3) + 1)], IsCategory: true);
        var result = Prim.Search([Three[0], kind], [.. kind.Values.Select((value, i) => value != 2 && Three[0].Values[i] < 0.5 ? 1.0 : 0)]);
        Assert.That(result.Boxes[0].Limits, Is.Empty, "all that was run is no limit");
        Assert.That(result.Boxes[result.Chosen].Limits[1].Categories, Is.EqualTo(new[] { 1, 3 }));
        Assert.That(result.Boxes.SelectMany(box => box.Limits).SelectMany(limit => limit.Categories ?? []), Has.None.EqualTo(0));
    }

    [Test]
    public void Search_OverFewLevels_TakesTiesTogether()
    {
        var levels = new PrimFactor([.. Enumerable.Range(0, Points).Select(i => (double)(i % 5))], IsCategory: false);
        double[] cases = [.. levels.Values.Select(value => value >= 3 ? 1.0 : 0)];
        var result = Prim.Search([levels, Three[0]], cases);
        Assert.That(result.Boxes[result.Chosen].Limits.Select(limit => (limit.Factor, limit.Low, limit.High)), Is.EqualTo(new[] { (0, 3.0, double.PositiveInfinity) }));
        Assert.That(result.Boxes[result.Chosen].Coverage, Is.EqualTo(1));
    }

    [Test]
    public void Search_WithSharesOfRuns_HasNoQuasiP()
    {
        double[] shares = [.. Three[0].Values.Select(x => x < 0.4 ? 0.75 : 0.05)];
        var result = Prim.Search(Three, shares);
        var box = result.Boxes[result.Chosen];
        Assert.That(box.Limits[0].QuasiP, Is.NaN);
        Assert.That(box.Limits[0].High, Is.EqualTo(0.4).Within(0.02));
        Assert.That(box.Density, Is.EqualTo(0.75).Within(0.03));
    }

    /// <summary>
    /// Ten cases on the upper half of twenty points. The first peel leaves 10 cases of 19 points: were the limit of no use,
    /// a binomial (19, 1/2) would come to 10 or more just as often. The last leaves 10 of 10, which has probability 2^-10.
    /// </summary>
    [Test]
    public void QuasiP_OfALimit_IsTheTailOfTheBinomialWithoutIt()
    {
        var line = new PrimFactor([.. Enumerable.Range(0, 20).Select(i => (double)i)], IsCategory: false);
        var boxes = Prim.Search([line], [.. line.Values.Select(value => value >= 10 ? 1.0 : 0)]).Boxes;
        Assert.That(boxes[1].Limits.Single().QuasiP, Is.EqualTo(0.5).Within(1e-12));
        Assert.That(boxes[10].Limits.Single().QuasiP, Is.EqualTo(1 / 1024.0).Within(1e-12));
    }

    [Test]
    public void Search_WithoutACase_IsRefused() => Assert.That(() => Prim.Search(Three, new double[Points]), Throws.ArgumentException);

    private static double[] Cases(Func<double, double, double, bool> isCase) =>
        [.. Enumerable.Range(0, Points).Select(i => isCase(Three[0].Values[i], Three[1].Values[i], Three[2].Values[i]) ? 1.0 : 0)];

    private static PrimFactor Uniform(uint purpose) => new([.. Enumerable.Range(0, Points).Select(i => Draw(i, purpose))], IsCategory: false);

    private static double Draw(int point, uint purpose) => new Draws(Seed.Of(1), (uint)point, 0, new Purpose(2000 + purpose)).Uniform();
}
