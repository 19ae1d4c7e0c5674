using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Agents.Numerics;

namespace Agents.Random;

/// <summary>
/// The stream of draws of one agent, at one moment, for one purpose: the words of Philox blocks 0, 1, 2, ... in order
/// (<see cref="Philox"/>). Nothing is computed before the first draw. It is a mutable struct: keep it in a local
/// variable, and pass it on by <c>ref</c>; a copy draws the same numbers again.
/// </summary>
/// <remarks>
/// Keyed by counters rather than split from a parent or skipped ahead, as in JAX, cuRAND and NumPy's Philox: the other
/// ways to many streams (jumps of a recurrence, one seed an agent) keep state for every agent or risk overlap
/// (L'Ecuyer, Munger, Oreshkin and Simard 2017, Random numbers for parallel computers, Mathematics and Computers in
/// Simulation 135: 3-17). Philox passes the BigCrush battery (Salmon et al. 2011).
/// Every sampler takes a fixed number of words, save where it says so, and is monotone in its uniform number (save
/// <see cref="Below"/> and what rests on it), so that scenarios with common random numbers stay in step.
/// </remarks>
public partial struct Draws
{
    private readonly Seed seed;
    private readonly uint agent;
    private readonly uint moment;
    private readonly uint purpose;

    // How many words have been given, and how many computed: always whole blocks, the last of which is kept.
    private uint taken;
    private uint computed;
    private Block block;

    /// <summary>A stream keyed by seed, agent, moment and purpose.</summary>
    /// <param name="seed">The key of the run.</param>
    /// <param name="agent">The agent's id, or <see cref="Model.ModelId"/>.</param>
    /// <param name="moment">The tick, or the number of the activation.</param>
    /// <param name="purpose">What the draws are for.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Draws(Seed seed, uint agent, uint moment, Purpose purpose)
    {
        this.seed = seed;
        this.agent = agent;
        this.moment = moment;
        this.purpose = purpose.Number;
    }

    /// <summary>The same stream, whose first block has been computed already.</summary>
    internal Draws(Seed seed, uint agent, uint moment, Purpose purpose, ReadOnlySpan<uint> firstBlock)
        : this(seed, agent, moment, purpose)
    {
        block = BlockOf(firstBlock);
        computed = 4;
    }

    /// <summary>The next word: 32 random bits. A stream has 2^32 of them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Word()
    {
        if (taken == computed)
            ComputeBlock();
        return block[(int)(taken++ & 3)];
    }

    /// <summary>A number in [0, 1), a multiple of 2^-24: the upper 24 bits of one word.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float UniformSingle() => ToUniform(Word());

    /// <summary>
    /// A number in (-1, 1), an odd multiple of 2^-24, from one word; it is as likely as its negative, and never 0.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float SymmetricSingle() => ToSymmetric(Word());

    /// <summary>
    /// A number in [0, 1), a multiple of 2^-53: the upper 27 bits of one word followed by the upper 26 of the next.
    /// </summary>
    public double Uniform() => ToUniform(Word(), Word());

    /// <summary>True with a given probability; takes two words even where the probability is 0 or 1.</summary>
    /// <param name="probability">0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The probability is not in [0, 1].</exception>
    public bool Chance(double probability)
    {
        if (!(probability >= 0 && probability <= 1))
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability lies between 0 and 1.");
        return Uniform() < probability;
    }

    /// <summary>
    /// A normal number with mean 0 and standard deviation 1: the quantile of one uniform number
    /// (<see cref="Functions.NormalQuantile(double)"/>, Wichura 1988), at most 8.2 in magnitude. Takes two words.
    /// </summary>
    public double Normal() => Functions.NormalQuantile(ToOpenUniform(Word(), Word()));

    /// <summary>
    /// A normal number with mean 0 and standard deviation 1 in single precision, from one word; at most 6.3 in magnitude.
    /// </summary>
    public float NormalSingle() => (float)Functions.NormalQuantile(ToOpenUniform(Word()));

    /// <summary>A normal number.</summary>
    /// <param name="mean">Any finite number.</param>
    /// <param name="deviation">Standard deviation, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is not finite, or the deviation is negative.</exception>
    public double Normal(double mean, double deviation)
    {
        RequireNormal(mean, deviation);
        return mean + deviation * Normal();
    }

    /// <summary>
    /// An exponential number, the waiting time of a Poisson process: -log(1 - u) / rate for one uniform number. Takes
    /// two words.
    /// </summary>
    /// <param name="rate">Events per unit of time, more than 0 and finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is not positive and finite.</exception>
    public double Exponential(double rate)
    {
        RequireRate(rate);
        return -Functions.Log(1 - ToOpenUniform(Word(), Word())) / rate;
    }

    /// <summary>
    /// An integer from 0 to n - 1, each equally likely: the upper half of word times n, with the few words rejected
    /// that would favour some integers (Lemire 2019, Fast random integer generation in an interval, ACM TOMACS 29:3).
    /// Takes one word, and with a probability below n / 2^32 each one more.
    /// </summary>
    /// <param name="n">1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">n is less than 1.</exception>
    public int Below(int n)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        var product = (ulong)Word() * (uint)n;
        if ((uint)product < (uint)n)
        {
            var tooMany = (uint)-n % (uint)n;
            while ((uint)product < tooMany)
                product = (ulong)Word() * (uint)n;
        }
        return (int)(product >> 32);
    }

    /// <summary>One of the items, each equally likely.</summary>
    /// <exception cref="ArgumentException">There are no items.</exception>
    public T Pick<T>(ReadOnlySpan<T> items)
    {
        if (items.IsEmpty)
            throw new ArgumentException("Nothing can be picked from no items.", nameof(items));
        return items[Below(items.Length)];
    }

    /// <summary>An index, likely in proportion to its weight. Takes two words.</summary>
    /// <param name="weights">Finite, none negative, not all 0.</param>
    /// <exception cref="ArgumentException">A weight is negative or not finite, or their sum is 0 or not finite.</exception>
    public int PickWeighted(ReadOnlySpan<double> weights)
    {
        var total = 0.0;
        var last = -1;
        for (var i = 0; i < weights.Length; i++)
        {
            if (!double.IsFinite(weights[i]) || weights[i] < 0)
                throw new ArgumentException($"Weight {i} is negative or not finite.", nameof(weights));
            if (weights[i] > 0)
                last = i;
            total += weights[i];
        }
        if (last < 0 || !double.IsFinite(total))
            throw new ArgumentException("The sum of the weights is 0 or not finite.", nameof(weights));
        var point = Uniform() * total;
        var sum = 0.0;
        for (var i = 0; i < last; i++)
        {
            sum += weights[i];
            if (point < sum)
                return i;
        }
        return last;
    }

    /// <summary>
    /// Puts the items into an order drawn from all orders alike (Durstenfeld 1964, Algorithm 235: Random permutation,
    /// CACM 7:420).
    /// </summary>
    public void Shuffle<T>(Span<T> items)
    {
        const int Few = 64;
        var last = items.Length - 1;
        if (last >= Few && taken % 4 == 0)
            last = ShuffleInBulk(items);
        for (; last > 0; last--)
        {
            var other = Below(last + 1);
            (items[last], items[other]) = (items[other], items[last]);
        }
    }

    internal static void RequireNormal(double mean, double deviation)
    {
        if (!double.IsFinite(mean))
            throw new ArgumentOutOfRangeException(nameof(mean), mean, "A mean is a finite number.");
        if (!double.IsFinite(deviation) || deviation < 0)
            throw new ArgumentOutOfRangeException(nameof(deviation), deviation, "A standard deviation is finite and not negative.");
    }

    internal static void RequireRate(double rate)
    {
        if (!double.IsFinite(rate) || rate <= 0)
            throw new ArgumentOutOfRangeException(nameof(rate), rate, "A rate is positive and finite.");
    }

    /// <summary>Passes over words that were drawn elsewhere, from the start of the stream.</summary>
    /// <param name="blocks">So many blocks of four words.</param>
    internal void PassOver(int blocks) => computed = taken = 4 * (uint)blocks;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void ComputeBlock()
    {
        (block[0], block[1], block[2], block[3]) = Philox.Block((agent, moment, purpose, taken >> 2), (seed.Value, seed.Replication));
        computed = taken + 4;
    }

    private static Block BlockOf(ReadOnlySpan<uint> words) => MemoryMarshal.Read<Block>(MemoryMarshal.AsBytes(words));

    [InlineArray(4)]
    private struct Block
    {
        private uint first;
    }
}
