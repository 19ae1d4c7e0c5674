using Agents.Random;

namespace Agents.Tests.Random;

/// <summary>
/// The layout of key and counter and the way from words to numbers, frozen: a change here changes every result ever
/// published with this framework.
/// </summary>
public class GoldenDrawsTests
{
    private delegate T Draw<T>(ref Draws draws);

    // Key (5, 7); counters (11, 13, 17, 0) and (11, 13, 17, 1).
    [Test]
    public void Word_GoldenKey_GivesGoldenWords() =>
        AssertNext<uint>([0x049036e3, 0x828f8215, 0xf54e409a, 0xb6620c81, 0x380a0b33], (ref Draws draws) => draws.Word());

    [Test]
    public void Samplers_GoldenKey_GiveGoldenNumbers()
    {
        using (Assert.EnterMultipleScope())
        {
            AssertNext([0.017825484f, 0.51000226f, 0.95822525f], (ref Draws draws) => draws.UniformSingle());
            AssertNext([-0.9643489f, 0.02000463f, 0.9164506f], (ref Draws draws) => draws.SymmetricSingle());
            AssertNext([0.01782554022969496, 0.958225285354507, 0.21890325581178016], (ref Draws draws) => draws.Uniform());
            AssertNext([true, false, true], (ref Draws draws) => draws.Chance(0.5));
            AssertNext([-2.10088487826562, 1.730452736194322, -0.775902584739273], (ref Draws draws) => draws.Normal());
            AssertNext([-2.100885f, 0.025074577f, 1.7304527f], (ref Draws draws) => draws.NormalSingle());
            AssertNext([-1.20176975653124, 6.460905472388644, 1.448194830521454], (ref Draws draws) => draws.Normal(3, 2));
            AssertNext([0.008993162541327097, 1.587732081167902, 0.12352813062274318], (ref Draws draws) => draws.Exponential(2));
            AssertNext([17, 510, 958], (ref Draws draws) => draws.Below(1000));
            AssertNext(["a", "b", "c"], (ref Draws draws) => draws.Pick<string>(["a", "b", "c"]));
            AssertNext([0, 2, 1], (ref Draws draws) => draws.PickWeighted([1, 2, 5]));
        }
    }

    [Test]
    public void Shuffle_GoldenKey_GivesGoldenOrder()
    {
        int[] items = [0, 1, 2, 3, 4, 5, 6, 7];
        New().Shuffle(items.AsSpan());
        Assert.That(items, Is.EqualTo(new[] { 4, 2, 1, 7, 6, 5, 3, 0 }));
    }

    [Test]
    public void Seed_OfDesignPoints_GivesGoldenWords()
    {
        var words = new[] { (0, 1), (5, 1), (5, 2), (int.MaxValue, 100_000) }.Select(pair => Seed.Of(pair.Item1, 7, pair.Item2));
        Assert.That(words.Select(seed => seed.Value), Is.EqualTo(new uint[] { 0xb5d455e1, 0x0aaa101e, 0x08af410c, 0x6505fa72 }));
        Assert.That(words.Select(seed => seed.Replication), Is.All.EqualTo(7));
    }

    [Test]
    public void Seed_OfManyDesignPoints_NeverGivesTheSameWordTwice() =>
        Assert.That(Enumerable.Range(1, 200_000).Select(point => Seed.Of(5, 1, point).Value).Distinct().Count(), Is.EqualTo(200_000));

    private static Draws New() => new(Seed.Of(5, 7), 11, 13, new Purpose(17));

    private static void AssertNext<T>(T[] expected, Draw<T> draw)
    {
        var draws = New();
        foreach (var value in expected)
            Assert.That(draw(ref draws), Is.EqualTo(value));
    }
}
