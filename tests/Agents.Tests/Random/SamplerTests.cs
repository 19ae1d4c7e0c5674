using Agents.Numerics;
using Agents.Random;

namespace Agents.Tests.Random;

/// <summary>
/// The samplers' distributions, from one stream for each of many agents as rules draw them. The seed is fixed, so that
/// a test passes always or never. Critical values are those of a false alarm in 10,000. With 200,000 draws a
/// distribution function wrong by 0.01 anywhere, or a mean wrong by 0.02 standard deviations, is found with a
/// probability above 0.999.
/// </summary>
public class SamplerTests
{
    private const int Count = 200_000;
    private const double Deviations = 3.89;

    [Test]
    public void Uniform_ManyDraws_IsUniform() => AssertDistribution(draws => draws.Uniform(), x => x, 0.5, 1.0 / 12);

    [Test]
    public void UniformSingle_ManyDraws_IsUniform() =>
        AssertDistribution(draws => draws.UniformSingle(), x => x, 0.5, 1.0 / 12);

    [Test]
    public void SymmetricSingle_ManyDraws_IsUniform() =>
        AssertDistribution(draws => draws.SymmetricSingle(), x => (x + 1) / 2, 0, 1.0 / 3);

    [Test]
    public void Normal_ManyDraws_IsNormal() => AssertDistribution(draws => draws.Normal(), Functions.NormalCdf, 0, 1);

    [Test]
    public void NormalSingle_ManyDraws_IsNormal() =>
        AssertDistribution(draws => draws.NormalSingle(), Functions.NormalCdf, 0, 1);

    [Test]
    public void Normal_MeanAndDeviation_MoveAndStretch() =>
        AssertDistribution(draws => draws.Normal(3, 2), x => Functions.NormalCdf((x - 3) / 2), 3, 4);

    [Test]
    public void Exponential_ManyDraws_IsExponential() =>
        AssertDistribution(draws => draws.Exponential(2), x => 1 - Math.Exp(-2 * x), 0.5, 0.25);

    [Test]
    public void Uniform_OneLongStream_IsUniformToo()
    {
        var draws = New(7);
        AssertDistribution(Enumerable.Range(0, Count).Select(_ => draws.Uniform()), x => x, 0.5, 1.0 / 12);
    }

    [Test]
    public void Uniform_NeighboursInEveryKeyWord_AreUncorrelated()
    {
        AssertUncorrelated(i => New(i), i => New(i + 1));
        AssertUncorrelated(i => New(1, i), i => New(1, i + 1));
        AssertUncorrelated(i => New(1, 1, i), i => New(1, 1, i + 1));
        AssertUncorrelated(i => new Draws(Seed.Of((int)i), 1, 1, new(1)), i => new Draws(Seed.Of((int)i + 1), 1, 1, new(1)));
        AssertUncorrelated(i => new Draws(Seed.Of(1, (int)i), 1, 1, new(1)), i => new Draws(Seed.Of(1, (int)i + 1), 1, 1, new(1)));
    }

    [TestCase(0.001)]
    [TestCase(0.3)]
    [TestCase(0.97)]
    public void Chance_ManyDraws_HasItsProbability(double probability)
    {
        var hits = Streams().Count(draws => draws.Chance(probability));
        var deviation = Math.Sqrt(Count * probability * (1 - probability));
        Assert.That(hits, Is.EqualTo(Count * probability).Within(Deviations * deviation));
    }

    [TestCase(2)]
    [TestCase(3)]
    [TestCase(7)]
    [TestCase(1000)]
    [TestCase(1023)]
    public void Below_SmallNumbers_AreEquallyLikely(int n)
    {
        var counts = new int[n];
        foreach (var draws in Streams())
            counts[draws.Below(n)]++;
        AssertChiSquare(counts, Enumerable.Repeat(1.0 / n, n));
    }

    // Without rejection every third integer would be half as likely again as the others: 2^32 words on 3 * 2^29 places
    // fall in the pattern 3, 3, 2.
    [TestCase(3 << 29)]
    [TestCase(int.MaxValue)]
    public void Below_GreatNumbers_AreUnbiased(int n)
    {
        var thirds = new int[3];
        var classes = new int[3];
        foreach (var stream in Streams())
        {
            var draws = stream;
            var value = draws.Below(n);
            Assert.That(value, Is.InRange(0, n - 1));
            thirds[(int)(3L * value / n)]++;
            classes[value % 3]++;
        }
        AssertChiSquare(thirds, [1.0 / 3, 1.0 / 3, 1.0 / 3]);
        AssertChiSquare(classes, [1.0 / 3, 1.0 / 3, 1.0 / 3]);
    }

    [Test]
    public void Shuffle_FourItems_GivesEveryOrderAlike()
    {
        var counts = new Dictionary<string, int>();
        Span<char> items = stackalloc char[4];
        foreach (var stream in Streams())
        {
            "abcd".CopyTo(items);
            var draws = stream;
            draws.Shuffle(items);
            var order = items.ToString();
            counts[order] = counts.GetValueOrDefault(order) + 1;
        }
        Assert.That(counts, Has.Count.EqualTo(24));
        AssertChiSquare([.. counts.Values], Enumerable.Repeat(1.0 / 24, 24));
    }

    [Test]
    public void Pick_ManyDraws_IsEven()
    {
        var counts = new int[5];
        foreach (var draws in Streams())
            counts[draws.Pick<int>([4, 3, 2, 1, 0])]++;
        AssertChiSquare(counts, Enumerable.Repeat(0.2, 5));
    }

    [Test]
    public void PickWeighted_ManyDraws_FollowsTheWeights()
    {
        var counts = new int[3];
        foreach (var draws in Streams())
            counts[draws.PickWeighted([1, 2, 5])]++;
        AssertChiSquare(counts, [0.125, 0.25, 0.625]);
    }

    private static Draws New(uint agent, uint moment = 5, uint purpose = 1000) =>
        new(Seed.Of(12345, 3), agent, moment, new Purpose(purpose));

    private static IEnumerable<Draws> Streams()
    {
        for (var agent = 0u; agent < Count; agent++)
            yield return New(agent);
    }

    private static void AssertDistribution(
        Func<Draws, double> draw, Func<double, double> distribution, double mean, double variance) =>
        AssertDistribution(Streams().Select(draw), distribution, mean, variance);

    private static void AssertDistribution(
        IEnumerable<double> values, Func<double, double> distribution, double mean, double variance)
    {
        var sorted = values.Order().ToArray();
        var distance = 0.0;
        for (var i = 0; i < sorted.Length; i++)
        {
            var probability = distribution(sorted[i]);
            distance = Math.Max(distance, Math.Max(probability - (double)i / Count, (i + 1.0) / Count - probability));
        }
        var fourth = sorted.Average(x => Math.Pow(x - mean, 4));
        using (Assert.EnterMultipleScope())
        {
            // Kolmogorov's distance; 2.23 is the asymptotic 0.9999 quantile of its root-n multiple.
            Assert.That(distance, Is.LessThan(2.23 / Math.Sqrt(Count)));
            Assert.That(sorted.Average(), Is.EqualTo(mean).Within(Deviations * Math.Sqrt(variance / Count)));
            Assert.That(
                sorted.Average(x => (x - mean) * (x - mean)),
                Is.EqualTo(variance).Within(Deviations * Math.Sqrt((fourth - variance * variance) / Count)));
        }
    }

    private static void AssertUncorrelated(Func<uint, Draws> one, Func<uint, Draws> other)
    {
        var sum = 0.0;
        for (var i = 0u; i < Count; i++)
            sum += (one(i).Uniform() - 0.5) * (other(i).Uniform() - 0.5);
        Assert.That(12 * sum / Count, Is.Zero.Within(Deviations / Math.Sqrt(Count)));
    }

    private static void AssertChiSquare(int[] counts, IEnumerable<double> shares)
    {
        var total = counts.Sum();
        var statistic = counts.Zip(shares, (count, share) => (count - total * share) * (count - total * share) / (total * share)).Sum();
        // The 0.9999 quantile (3.72 standard deviations) by the cube root transformation of Wilson and Hilferty (1931).
        var freedom = counts.Length - 1.0;
        var root = 1 - 2 / (9 * freedom) + 3.72 * Math.Sqrt(2 / (9 * freedom));
        Assert.That(statistic, Is.LessThan(freedom * root * root * root));
    }
}
