using Agents.Numerics;
using Agents.Random;

namespace Agents.Tests.Random;

/// <summary>
/// The distributions by known distribution functions and moments, each from streams of 40,000 agents. The seed is fixed, so that a
/// test passes always or never; critical values are those of a false alarm in 10,000. A distribution function wrong by 0.02
/// anywhere, or a mean wrong by 0.04 standard deviations, is found with a probability above 0.999.
/// </summary>
public class DistributionTests
{
    private const int Count = 40_000;
    private const double Deviations = 3.89;

    [TestCase(0.3)]
    [TestCase(4)]
    [TestCase(9.99)]
    [TestCase(10)]
    [TestCase(37.5)]
    [TestCase(2_000)]
    public void Poisson_ManyDraws_HasItsProbabilities(double mean)
    {
        var values = Values(draws => draws.Poisson(mean));
        AssertMoments(values, mean, mean);
        AssertCounts(values, count => Math.Exp(Saddlepoint.LogPoisson(count, mean)), mean, Math.Sqrt(mean));
    }

    [TestCase(1, 0.3)]
    [TestCase(30, 0.2)]
    [TestCase(30, 0.85)]
    [TestCase(40, 0.5)]
    [TestCase(300, 0.05)]
    [TestCase(1_000, 0.97)]
    [TestCase(2_000_000_000, 1e-6)]
    public void Binomial_ManyDraws_HasItsProbabilities(int trials, double probability)
    {
        var values = Values(draws => draws.Binomial(trials, probability));
        var (mean, variance) = (trials * probability, trials * probability * (1 - probability));
        AssertMoments(values, mean, variance);
        AssertCounts(values, count => count > trials ? 0 : Math.Exp(Saddlepoint.LogBinomial(count, trials, probability)), mean, Math.Sqrt(variance));
    }

    // As great as they come: only the moments can be told apart.
    [Test]
    public void Counts_OfTheGreatestExpectations_HaveTheirMoments()
    {
        AssertMoments(Values(draws => draws.Poisson(1e9)), 1e9, 1e9);
        AssertMoments(Values(draws => draws.Binomial(int.MaxValue, 0.5)), int.MaxValue / 2.0, int.MaxValue / 4.0);
        AssertMoments(Values(draws => draws.Binomial(int.MaxValue, 0.9)), int.MaxValue * 0.9, int.MaxValue * 0.09);
    }

    [TestCase(0.9)]
    [TestCase(0.3)]
    [TestCase(0.02)]
    public void Geometric_ManyDraws_HasItsProbabilities(double probability)
    {
        var values = Values(draws => draws.Geometric(probability));
        var mean = (1 - probability) / probability;
        AssertMoments(values, mean, mean / probability);
        AssertCounts(values, count => probability * Math.Pow(1 - probability, count), mean, Math.Sqrt(mean / probability));
    }

    [Test]
    public void Geometric_RarestSuccess_SaturatesAndNeverOverflows() =>
        Assert.That(Values(draws => draws.Geometric(1e-300)), Is.All.EqualTo(int.MaxValue));

    [TestCase(0.05, 2)]
    [TestCase(0.5, 2)]
    [TestCase(1, 3)]
    [TestCase(2.5, 0.1)]
    [TestCase(40, 1)]
    public void Gamma_ManyDraws_HasItsDistribution(double shape, double scale)
    {
        var values = Values(draws => draws.Gamma(shape, scale));
        AssertMoments(values, shape * scale, shape * scale * scale);
        AssertDistribution(values, x => IncompleteGamma(shape, x / scale));
    }

    [TestCase(1, 5)]
    [TestCase(3, 1)]
    [TestCase(0.1, 1)]
    [TestCase(0.02, 1)]
    public void Beta_OneShapeIsOne_HasItsDistribution(double a, double b) =>
        AssertBeta(a, b, x => b == 1 ? Math.Pow(x, a) : 1 - Math.Pow(1 - x, b));

    [Test]
    public void Beta_Halves_IsTheArcSine() => AssertBeta(0.5, 0.5, x => 2 / Math.PI * Math.Asin(Math.Sqrt(x)));

    [Test]
    public void Beta_TwoAndThree_IsThatOfOrderStatistics() => AssertBeta(2, 3, x => x * x * (6 - 8 * x + 3 * x * x));

    [Test]
    public void LogNormal_ManyDraws_HasItsDistribution()
    {
        var values = Values(draws => draws.LogNormal(1, 0.5));
        AssertMoments(values, Math.Exp(1.125), Math.Exp(2.25) * (Math.Exp(0.25) - 1));
        AssertDistribution(values, x => Functions.NormalCdf((Math.Log(x) - 1) / 0.5));
    }

    [Test]
    public void Multinomial_ManyDraws_AddsUpAndEachCategoryIsBinomial()
    {
        double[] weights = [2, 0, 5, 3, 0];
        var draws = new int[Count][];
        for (var agent = 0; agent < Count; agent++)
        {
            draws[agent] = new int[weights.Length];
            var stream = New((uint)agent);
            stream.Multinomial(60, weights, draws[agent]);
        }
        Assert.That(draws.All(counts => counts.Sum() == 60 && counts[1] == 0 && counts[4] == 0));
        foreach (var category in (int[])[0, 2, 3])
        {
            var p = weights[category] / 10;
            AssertMoments([.. draws.Select(counts => (double)counts[category])], 60 * p, 60 * p * (1 - p));
        }
        // Two categories take from one another: covariance -n p q.
        AssertMoments([.. draws.Select(counts => (double)(counts[0] + counts[2]))], 60 * 0.7, 60 * 0.7 * 0.3);
    }

    // By both ways of selecting: one by one, and in order (4 * 4 > 64 * 0 is where the second begins).
    [TestCase(5, 2, 10)]
    [TestCase(200, 150, 0)]
    public void Sample_ManyDraws_TakesEverySetAlike(int n, int size, int sets)
    {
        var sample = new int[size];
        var counts = new SortedDictionary<int, int>();
        var places = new int[n];
        for (var agent = 0u; agent < Count / 4; agent++)
        {
            var draws = New(agent);
            draws.Sample(n, sample);
            Assert.That(sample, Is.Ordered.And.Unique.And.All.InRange(0, n - 1));
            var key = sample[0] * n + sample[1];
            counts[key] = counts.GetValueOrDefault(key) + 1;
            foreach (var number in sample)
                places[number]++;
        }
        if (sets > 0)
        {
            Assert.That(counts, Has.Count.EqualTo(sets));
            AssertChiSquare([.. counts.Values], Enumerable.Repeat(1.0 / sets, sets));
        }
        // The counts of places depend on each other: n - size of every n are missing.
        var share = (double)size / n;
        var deviation = Math.Sqrt(Count / 4.0 * share * (1 - share));
        Assert.That(places, Is.All.EqualTo(Count / 4.0 * share).Within(4.5 * deviation));
    }

    [Test]
    public void Sample_AllOrNone_IsCertain()
    {
        var all = new int[300];
        New(1).Sample(300, all);
        Assert.That(all, Is.EqualTo(Enumerable.Range(0, 300)));
        Assert.That(() => New(1).Sample(0, []), Throws.Nothing);
        var items = new char[2];
        New(1).Sample("ab".AsSpan(), items);
        Assert.That(items, Is.EqualTo("ab"));
    }

    [Test]
    public void Counts_SmallExpectations_GrowWithTheUniformNumber()
    {
        var uniform = Values(draws => draws.Uniform());
        foreach (var drawn in (double[][])[Values(draws => draws.Poisson(7)), Values(draws => draws.Binomial(12, 0.4)), Values(draws => draws.Binomial(12, 0.6)), Values(draws => draws.Geometric(0.2))])
        {
            var order = uniform.Zip(drawn).OrderBy(pair => pair.First).Select(pair => pair.Second);
            Assert.That(order, Is.Ordered);
        }
    }

    // log n! by plain addition.
    [Test]
    public void Remainder_AnyNumber_IsWhatStirlingLeaves()
    {
        var logFactorial = 0.0;
        for (var n = 1; n <= 60; n++)
        {
            logFactorial += Math.Log(n);
            Assert.That(Saddlepoint.Remainder(n), Is.EqualTo(logFactorial - (n + 0.5) * Math.Log(n) + n - 0.5 * Math.Log(2 * Math.PI)).Within(1e-12), $"{n}");
        }
    }

    [TestCase(0, 0)]
    [TestCase(1, 1)]
    [TestCase(7, 1)]
    [TestCase(0, 0.5)]
    public void Binomial_CertainOutcome_IsIt(int trials, double probability) =>
        Assert.That(New(1).Binomial(trials, probability), Is.EqualTo(trials * (probability == 1 ? 1 : 0)));

    [Test]
    public void Samplers_BadArguments_Throw()
    {
        Refuse(draws => draws.Poisson(-1));
        Refuse(draws => draws.Poisson(1.1e9));
        Refuse(draws => draws.Poisson(double.NaN));
        Refuse(draws => draws.Binomial(-1, 0.5));
        Refuse(draws => draws.Binomial(1, 1.5));
        Refuse(draws => draws.Binomial(1, double.NaN));
        Refuse(draws => draws.Geometric(0));
        Refuse(draws => draws.Geometric(double.NaN));
        Refuse(draws => draws.Gamma(0));
        Refuse(draws => draws.Gamma(1, double.PositiveInfinity));
        Refuse(draws => draws.Beta(1, 0));
        Refuse(draws => draws.Beta(double.NaN, 1));
        Refuse(draws => draws.LogNormal(0, -1));
        Assert.That(() => New(1).Sample(2, new int[3]), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => New(1).Multinomial(-1, [1], new int[1]), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => New(1).Multinomial(1, [1, 2], new int[1]), Throws.ArgumentException);
        Assert.That(() => New(1).Multinomial(1, [0, 0], new int[2]), Throws.ArgumentException);
        Assert.That(() => New(1).Multinomial(1, [1, -1], new int[2]), Throws.ArgumentException);

        static void Refuse(Func<Draws, double> draw) => Assert.That(() => draw(New(1)), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    private static Draws New(uint agent) => new(Seed.Of(99, 4), agent, 5, new Purpose(1000));

    private static double[] Values(Func<Draws, double> draw)
    {
        var values = new double[Count];
        for (var agent = 0u; agent < Count; agent++)
            values[agent] = draw(New(agent));
        return values;
    }

    private static void AssertBeta(double a, double b, Func<double, double> distribution)
    {
        var values = Values(draws => draws.Beta(a, b));
        AssertMoments(values, a / (a + b), a * b / ((a + b) * (a + b) * (a + b + 1)));
        AssertDistribution(values, distribution);
    }

    private static void AssertMoments(double[] values, double mean, double variance)
    {
        var spread = values.Average(x => (x - mean) * (x - mean));
        var fourth = values.Average(x => Math.Pow(x - mean, 4));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(values.Average(), Is.EqualTo(mean).Within(Deviations * Math.Sqrt(variance / values.Length)));
            Assert.That(spread, Is.EqualTo(variance).Within(Deviations * Math.Sqrt((fourth - variance * variance) / values.Length)));
        }
    }

    // Kolmogorov's distance; 2.23 is the asymptotic 0.9999 quantile of its root-n multiple.
    private static void AssertDistribution(double[] values, Func<double, double> distribution)
    {
        var sorted = values.Order().ToArray();
        var distance = 0.0;
        for (var i = 0; i < sorted.Length; i++)
        {
            var probability = distribution(sorted[i]);
            distance = Math.Max(distance, Math.Max(probability - (double)i / Count, (i + 1.0) / Count - probability));
        }
        Assert.That(distance, Is.LessThan(2.23 / Math.Sqrt(Count)));
    }

    // Counts five deviations around the mean, those expected fewer than ten times put together.
    private static void AssertCounts(double[] values, Func<int, double> probability, double mean, double deviation)
    {
        var (observed, shares) = (new List<int>(), new List<double>());
        var (seen, share) = (0, 0.0);
        var sorted = values.Order().ToArray();
        var at = 0;
        for (var count = (int)Math.Max(0, mean - 5 * deviation - 1); count < mean + 12 * deviation + 10; count++)
        {
            share += probability(count);
            for (; at < sorted.Length && sorted[at] <= count; at++)
                seen++;
            if (share * Count < 10)
                continue;
            observed.Add(seen);
            shares.Add(share);
            (seen, share) = (0, 0);
        }
        observed[^1] += Count - observed.Sum();
        shares[^1] += 1 - shares.Sum();
        AssertChiSquare([.. observed], shares);
    }

    private static void AssertChiSquare(int[] counts, IEnumerable<double> shares)
    {
        double total = counts.Sum();
        var statistic = counts.Zip(shares, (count, share) => (count - total * share) * (count - total * share) / (total * share)).Sum();
        // The 0.9999 quantile (3.72 standard deviations) by the cube root transformation of Wilson and Hilferty (1931).
        var freedom = counts.Length - 1.0;
        var root = 1 - 2 / (9 * freedom) + 3.72 * Math.Sqrt(2 / (9 * freedom));
        Assert.That(statistic, Is.LessThan(freedom * root * root * root));
    }

    /// <summary>The regularised lower incomplete gamma function, by its series.</summary>
    private static double IncompleteGamma(double shape, double x)
    {
        if (x == 0)
            return 0;
        var (sum, term) = (1.0, 1.0);
        for (var n = 1; term > 1e-17 * sum; n++)
        {
            term *= x / (shape + n);
            sum += term;
        }
        return sum * Math.Exp(shape * Math.Log(x) - x - LogGammaOfNext(shape));
    }

    // log of the gamma function of x + 1, by Stirling's series ten further on.
    private static double LogGammaOfNext(double x)
    {
        var shift = 0.0;
        for (var i = 1; i <= 10; i++)
            shift += Math.Log(x + i);
        var z = x + 10;
        return (z + 0.5) * Math.Log(z) - z + 0.5 * Math.Log(2 * Math.PI) + Saddlepoint.Remainder(z) - shift;
    }
}
