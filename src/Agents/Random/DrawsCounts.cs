using System.Buffers;
using Agents.Numerics;

namespace Agents.Random;

/// <content>
/// Counts. Small expectations are found by inversion of one uniform number, in fixed words and monotone in it; large ones by
/// rejection, whose words vary. Both are exact to the precision of double.
/// </content>
public partial struct Draws
{
    // Below it inversion takes few steps; above it the constants of both rejections hold.
    private const double LeastForRejection = 10;
    private const double MostExpected = 1e9;

    /// <summary>
    /// A Poisson number: how many events of a process with a given mean happen. Takes two words where the mean is below 10; else
    /// about 2.3 times as many on average (transformed rejection, PTRS: Hörmann 1993, The transformed rejection method for
    /// generating Poisson random variables, Insurance: Mathematics and Economics 12: 39-45).
    /// </summary>
    /// <param name="mean">lambda: 0 to 1e9; the variance is the same.</param>
    /// <exception cref="ArgumentOutOfRangeException">The mean is out of its range.</exception>
    public int Poisson(double mean)
    {
        if (!(mean is >= 0 and <= MostExpected))
            throw new ArgumentOutOfRangeException(nameof(mean), mean, "The mean of a Poisson number lies between 0 and 1e9.");
        return mean < LeastForRejection ? PoissonByInversion(mean) : PoissonByRejection(mean);
    }

    /// <summary>
    /// A binomial number: how many of some independent trials succeed. Takes two words where the rarer outcome is expected less
    /// than 10 times; else about 2.3 times as many on average (transformed rejection, BTRS: Hörmann 1993, The generation of
    /// binomial random variates, Journal of Statistical Computation and Simulation 46: 101-110).
    /// </summary>
    /// <param name="trials">n: 0 or more.</param>
    /// <param name="probability">p: of success in each trial, 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public int Binomial(int trials, double probability)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(trials);
        if (!(probability is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability lies between 0 and 1.");
        var rarer = Math.Min(probability, 1 - probability);
        var isLikely = probability > 0.5;
        if (trials * rarer >= LeastForRejection)
        {
            var counted = BinomialByRejection(trials, rarer);
            return isLikely ? trials - counted : counted;
        }
        // The mirrored number of the mirrored trials, so that the count grows with the uniform number on both sides.
        var open = ToOpenUniform(Word(), Word());
        return isLikely
            ? trials - BinomialByInversion(trials, rarer, 1 - open)
            : BinomialByInversion(trials, rarer, open);
    }

    /// <summary>
    /// A geometric number: failures before the first success, 0, 1, 2, ...; its mean is (1 - p) / p. The logarithm of one uniform
    /// number by that of 1 - p (Devroye 1986, Non-uniform random variate generation, p. 499). Takes two words.
    /// </summary>
    /// <param name="probability">p: of success in each trial, more than 0 and at most 1.</param>
    /// <returns>The failures; <see cref="int.MaxValue"/> stands for that many and more.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The probability is out of its range.</exception>
    public int Geometric(double probability)
    {
        if (!(probability is > 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "The probability of success is more than 0 and at most 1.");
        var wait = -Functions.Log(1 - ToOpenUniform(Word(), Word()));
        if (probability == 1)
            return 0;
        var failures = wait / -Functions.Log1p(-probability);
        return failures < int.MaxValue ? (int)failures : int.MaxValue;
    }

    /// <summary>
    /// A multinomial draw: how many of some independent trials fall into each category, one binomial number after another, each
    /// of what is left (Davis 1993, The computer generation of multinomial random variates, Computational Statistics and Data
    /// Analysis 16: 205-217). Takes the words of those binomial numbers; none once no trial is left.
    /// </summary>
    /// <param name="trials">n: 0 or more.</param>
    /// <param name="weights">Of the categories, in proportion to their probabilities: finite, none negative, not all 0.</param>
    /// <param name="counts">Where the counts go, as long as the weights; they add up to the trials.</param>
    /// <exception cref="ArgumentOutOfRangeException">The trials are negative.</exception>
    /// <exception cref="ArgumentException">The spans differ in length, a weight is negative or not finite, or their sum is 0 or not finite.</exception>
    public void Multinomial(int trials, ReadOnlySpan<double> weights, Span<int> counts)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(trials);
        if (counts.Length != weights.Length)
            throw new ArgumentException($"There is room for {counts.Length} counts, but there are {weights.Length} weights.", nameof(counts));
        var room = ArrayPool<double>.Shared.Rent(weights.Length);
        // What this category and those behind it weigh: added up from the end, so that light ones at the end keep their shares.
        var rest = room.AsSpan(0, weights.Length);
        var sum = 0.0;
        for (var i = weights.Length - 1; i >= 0; i--)
            rest[i] = sum += RequireWeight(weights[i], i, nameof(weights));
        if (!(sum > 0 && double.IsFinite(sum)))
            throw new ArgumentException("The sum of the weights is 0 or not finite.", nameof(weights));
        counts.Clear();
        for (var i = 0; i < counts.Length && trials > 0; i++)
        {
            if (weights[i] == 0)
                continue;
            counts[i] = weights[i] == rest[i] ? trials : Binomial(trials, weights[i] / rest[i]);
            trials -= counts[i];
        }
        ArrayPool<double>.Shared.Return(room);
    }

    private static double RequireWeight(double weight, int number, string name) => double.IsFinite(weight) && weight >= 0
        ? weight
        : throw new ArgumentException($"Weight {number} is negative or not finite.", name);

    private int PoissonByInversion(double mean)
    {
        var left = ToOpenUniform(Word(), Word());
        var probability = Functions.Exp(-mean);
        var count = 0;
        // The probabilities fall to 0 behind the mean, so that the loop ends even where rounding left something over.
        while (left > probability && (probability > 0 || count < mean))
        {
            left -= probability;
            probability *= mean / ++count;
        }
        return count;
    }

    private int PoissonByRejection(double mean)
    {
        var root = Math.Sqrt(mean);
        var b = 0.931 + 2.53 * root;
        var a = 0.02483 * b - 0.059;
        var scale = 1.1239 + 1.1328 / (b - 3.4);
        var sure = 0.9277 - 3.6224 / (b - 2);
        while (true)
        {
            var u = ToOpenUniform(Word(), Word()) - 0.5;
            var v = ToOpenUniform(Word(), Word());
            var edge = 0.5 - Math.Abs(u);
            var count = Math.Floor((2 * a / edge + b) * u + mean + 0.43);
            if (edge >= 0.07 && v <= sure)
                return (int)count;
            if (count < 0 || count > int.MaxValue || (edge < 0.013 && v > edge))
                continue;
            if (Functions.Log(v * scale / (a / (edge * edge) + b)) <= Saddlepoint.LogPoisson(count, mean))
                return (int)count;
        }
    }

    private static int BinomialByInversion(int trials, double probability, double left)
    {
        var odds = probability / (1 - probability);
        var chance = Functions.Exp(trials * Functions.Log1p(-probability));
        var count = 0;
        while (left > chance && count < trials)
        {
            left -= chance;
            chance *= odds * (trials - count) / (count + 1);
            count++;
            if (chance == 0)
                break;
        }
        return count;
    }

    private int BinomialByRejection(int trials, double probability)
    {
        var mean = trials * probability;
        var deviation = Math.Sqrt(mean * (1 - probability));
        var b = 1.15 + 2.53 * deviation;
        var a = 0.0248 * b + 0.01 * probability - 0.0873;
        var scale = (2.83 + 5.1 / b) * deviation;
        var sure = 0.92 - 4.2 / b;
        var mode = Math.Floor((trials + 1.0) * probability);
        var logOfMode = Saddlepoint.LogBinomial(mode, trials, probability);
        while (true)
        {
            var u = ToOpenUniform(Word(), Word()) - 0.5;
            var v = ToOpenUniform(Word(), Word());
            var edge = 0.5 - Math.Abs(u);
            var count = Math.Floor((2 * a / edge + b) * u + mean + 0.5);
            if (edge >= 0.07 && v <= sure)
                return (int)count;
            if (count < 0 || count > trials)
                continue;
            if (Functions.Log(v * scale / (a / (edge * edge) + b)) <= Saddlepoint.LogBinomial(count, trials, probability) - logOfMode)
                return (int)count;
        }
    }
}
