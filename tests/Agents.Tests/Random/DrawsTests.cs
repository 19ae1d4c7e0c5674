using Agents.Random;

namespace Agents.Tests.Random;

public class DrawsTests
{
    private static readonly Purpose Purpose = new(1000);

    [Test]
    public void Word_KeyedStream_FollowsTheCounterLayout()
    {
        var draws = new Draws(Seed.Of(5, 7), 11, 13, new Purpose(17));
        var words = new List<uint>();
        for (var i = 0; i < 9; i++)
            words.Add(draws.Word());
        var expected = new List<uint>();
        for (var block = 0u; block < 3; block++)
        {
            var (word0, word1, word2, word3) = Philox.Block((11, 13, 17, block), (5, 7));
            expected.AddRange([word0, word1, word2, word3]);
        }
        Assert.That(words, Is.EqualTo(expected.Take(9)));
    }

    [Test]
    public void Chance_ZeroAndOne_AreCertain()
    {
        var draws = New();
        for (var i = 0; i < 1000; i++)
        {
            Assert.That(draws.Chance(0), Is.False);
            Assert.That(draws.Chance(1), Is.True);
        }
    }

    [TestCase(-0.1)]
    [TestCase(1.1)]
    [TestCase(double.NaN)]
    public void Chance_NoProbability_Throws(double probability) =>
        Assert.That(() => New().Chance(probability), Throws.TypeOf<ArgumentOutOfRangeException>());

    [TestCase(0.0)]
    [TestCase(-1.0)]
    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    public void Exponential_NoRate_Throws(double rate) =>
        Assert.That(() => New().Exponential(rate), Throws.TypeOf<ArgumentOutOfRangeException>());

    [TestCase(0.0, -1.0)]
    [TestCase(0.0, double.NaN)]
    [TestCase(double.NaN, 1.0)]
    [TestCase(double.PositiveInfinity, 1.0)]
    public void Normal_BadMoments_Throws(double mean, double deviation) =>
        Assert.That(() => New().Normal(mean, deviation), Throws.TypeOf<ArgumentOutOfRangeException>());

    [TestCase(0)]
    [TestCase(-3)]
    public void Below_LessThanOne_Throws(int n) =>
        Assert.That(() => New().Below(n), Throws.TypeOf<ArgumentOutOfRangeException>());

    [Test]
    public void Below_One_IsZero() => Assert.That(New().Below(1), Is.Zero);

    [Test]
    public void Pick_NoItems_Throws() => Assert.That(() => New().Pick<int>([]), Throws.ArgumentException);

    [Test]
    public void Pick_OneItem_IsIt() => Assert.That(New().Pick<string>(["only"]), Is.EqualTo("only"));

    [Test]
    public void PickWeighted_BadWeights_Throws()
    {
        Assert.That(() => New().PickWeighted([]), Throws.ArgumentException);
        Assert.That(() => New().PickWeighted([0, 0]), Throws.ArgumentException);
        Assert.That(() => New().PickWeighted([1, -1]), Throws.ArgumentException);
        Assert.That(() => New().PickWeighted([1, double.NaN]), Throws.ArgumentException);
        Assert.That(() => New().PickWeighted([double.MaxValue, double.MaxValue]), Throws.ArgumentException);
    }

    [Test]
    public void PickWeighted_ZeroWeights_AreNeverPicked()
    {
        var draws = New();
        for (var i = 0; i < 1000; i++)
            Assert.That(draws.PickWeighted([0, 1, 0, 2, 0]), Is.EqualTo(1).Or.EqualTo(3));
    }

    // So many that some words are rejected, from the start of a block of words and from within one.
    [TestCase(400_000, 0)]
    [TestCase(1_000, 3)]
    [TestCase(256, 4)]
    [TestCase(257, 8)]
    [TestCase(64, 0)]
    [TestCase(65, 0)]
    [TestCase(67, 4)]
    [TestCase(1_183, 0)]
    public void Shuffle_ManyItems_DrawsWordForWord(int count, int before)
    {
        var (one, other) = (New(), New());
        for (var i = 0; i < before; i++)
            Assert.That(one.Word(), Is.EqualTo(other.Word()));
        var items = Enumerable.Range(0, count).ToArray();
        var expected = items.ToArray();
        one.Shuffle(items.AsSpan());
        for (var last = count - 1; last > 0; last--)
        {
            var place = other.Below(last + 1);
            (expected[last], expected[place]) = (expected[place], expected[last]);
        }
        Assert.That(items, Is.EqualTo(expected).AsCollection);
        Assert.That(one.Word(), Is.EqualTo(other.Word()));
    }

    [Test]
    public void Shuffle_ManyItems_KeepsThem()
    {
        var items = Enumerable.Range(0, 100).ToArray();
        New().Shuffle(items.AsSpan());
        Assert.That(items, Is.Not.Ordered);
        Assert.That(items, Is.EquivalentTo(Enumerable.Range(0, 100)));
    }

    private static Draws New() => new(Seed.Of(1), 2, 3, Purpose);
}
