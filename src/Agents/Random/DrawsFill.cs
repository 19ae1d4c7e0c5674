using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Agents.Numerics;

namespace Agents.Random;

/// <content>The first draw of each of many agents' streams at once, for block forms.</content>
public partial struct Draws
{
    private const float TwoToMinus23 = 1f / (1 << 23);
    private const float TwoToMinus24 = 1f / (1 << 24);
    private const double TwoToMinus32 = 1.0 / (1L << 32);
    private const double TwoToMinus52 = 1.0 / (1L << 52);
    private const double TwoToMinus53 = 1.0 / (1L << 53);
    private const int ChunkSize = 256;

    /// <summary>For each agent what <see cref="UniformSingle"/> gives first, bit for bit.</summary>
    /// <param name="agents">The agents' ids, in any order.</param>
    /// <param name="seed">The key of the run.</param>
    /// <param name="moment">The tick.</param>
    /// <param name="purpose">What the draws are for.</param>
    /// <param name="values">Where the numbers go; as long as the agents.</param>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    public static void FillUniform(ReadOnlySpan<uint> agents, Seed seed, uint moment, Purpose purpose, Span<float> values)
    {
        FillWords(agents, seed, moment, purpose, values);
        ToUniforms(values);
    }

    /// <summary>For each agent what <see cref="SymmetricSingle"/> gives first, bit for bit.</summary>
    /// <inheritdoc cref="FillUniform"/>
    public static void FillSymmetric(ReadOnlySpan<uint> agents, Seed seed, uint moment, Purpose purpose, Span<float> values)
    {
        var words = FillWords(agents, seed, moment, purpose, values);
        var wide = MemoryMarshal.Cast<uint, Vector<uint>>(words);
        var scale = new Vector<float>(TwoToMinus23);
        var middle = new Vector<int>(1 << 23);
        for (var i = 0; i < wide.Length; i++)
        {
            var odd = Vector.AsVectorInt32((wide[i] >>> 8) | Vector<uint>.One);
            wide[i] = Vector.AsVectorUInt32(Vector.ConvertToSingle(odd - middle) * scale);
        }
        for (var i = wide.Length * Vector<uint>.Count; i < words.Length; i++)
            values[i] = ToSymmetric(words[i]);
    }

    /// <summary>For each agent what <see cref="Normal()"/> gives first, bit for bit.</summary>
    /// <inheritdoc cref="FillUniform"/>
    public static void FillNormal(ReadOnlySpan<uint> agents, Seed seed, uint moment, Purpose purpose, Span<double> values)
    {
        if (values.Length != agents.Length)
            throw new ArgumentException($"There is room for {values.Length} numbers, but there are {agents.Length} agents.", nameof(values));
        Span<uint> first = stackalloc uint[ChunkSize];
        Span<uint> second = stackalloc uint[ChunkSize];
        for (var from = 0; from < agents.Length; from += ChunkSize)
        {
            var count = Math.Min(ChunkSize, agents.Length - from);
            Philox.FillFirstTwoWords(
                agents.Slice(from, count), (moment, purpose.Number, 0), (seed.Value, seed.Replication), first[..count], second[..count]);
            ToOpenUniforms(first[..count], second[..count], values.Slice(from, count));
        }
        Functions.NormalQuantile(values);
    }

    /// <summary>For each agent the first word of a block of four of its stream.</summary>
    /// <param name="agents">The agents' ids, in any order.</param>
    /// <param name="seed">The key of the run.</param>
    /// <param name="moment">The tick.</param>
    /// <param name="purpose">What the draws are for.</param>
    /// <param name="number">The number of the block, from 0.</param>
    /// <param name="first">Where the words go; as long as the agents.</param>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    public static void FillWords(ReadOnlySpan<uint> agents, Seed seed, uint moment, Purpose purpose, uint number, Span<uint> first) =>
        Philox.FillFirstWords(agents, (moment, purpose.Number, number), (seed.Value, seed.Replication), first);

    /// <summary>For each agent the first two words of a block of four of its stream.</summary>
    /// <inheritdoc cref="FillWords(ReadOnlySpan{uint}, Seed, uint, Purpose, uint, Span{uint})"/>
    public static void FillWords(ReadOnlySpan<uint> agents, Seed seed, uint moment, Purpose purpose, uint number, Span<uint> first, Span<uint> second) =>
        Philox.FillFirstTwoWords(agents, (moment, purpose.Number, number), (seed.Value, seed.Replication), first, second);

    /// <summary>For each agent the four words of a block of its stream.</summary>
    /// <inheritdoc cref="FillWords(ReadOnlySpan{uint}, Seed, uint, Purpose, uint, Span{uint})"/>
    public static void FillWords(
        ReadOnlySpan<uint> agents, Seed seed, uint moment, Purpose purpose, uint number, Span<uint> first, Span<uint> second, Span<uint> third, Span<uint> fourth)
    {
        Span<uint> words = stackalloc uint[4 * ChunkSize];
        for (var from = 0; from < agents.Length; from += ChunkSize)
        {
            var count = Math.Min(ChunkSize, agents.Length - from);
            Philox.FillBlocks(agents.Slice(from, count), (moment, purpose.Number, number), (seed.Value, seed.Replication), words, ChunkSize);
            words[..count].CopyTo(first[from..]);
            words.Slice(ChunkSize, count).CopyTo(second[from..]);
            words.Slice(2 * ChunkSize, count).CopyTo(third[from..]);
            words.Slice(3 * ChunkSize, count).CopyTo(fourth[from..]);
        }
    }

    /// <summary>Makes numbers of the words that lie in their places.</summary>
    internal static void ToUniforms(Span<float> values)
    {
        var words = MemoryMarshal.Cast<float, uint>(values);
        var wide = MemoryMarshal.Cast<uint, Vector<uint>>(words);
        var scale = new Vector<float>(TwoToMinus24);
        for (var i = 0; i < wide.Length; i++)
        {
            var number = Vector.ConvertToSingle(Vector.AsVectorInt32(wide[i] >>> 8)) * scale;
            wide[i] = Vector.AsVectorUInt32(number);
        }
        for (var i = wide.Length * Vector<uint>.Count; i < words.Length; i++)
            values[i] = ToUniform(words[i]);
    }

    /// <summary>The next numbers of this stream, each as <see cref="Normal()"/> would give it, bit for bit.</summary>
    /// <param name="values">Where they go.</param>
    public void FillNormal(Span<double> values)
    {
        foreach (ref var value in values)
            value = ToOpenUniform(Word(), Word());
        Functions.NormalQuantile(values);
    }

    /// <summary>Shuffles with many words drawn at once from the last item down to the one returned: the first, save where words were rejected.</summary>
    private int ShuffleInBulk<T>(Span<T> items)
    {
        const int Blocks = 64;
        var last = items.Length - 1;
        var run = new BlockRun(this, stackalloc uint[3 * Blocks]);
        Span<uint> words = stackalloc uint[4 * Blocks];
        while (last > 0)
        {
            run.Fill(words);
            var used = Math.Min(words.Length, last);
            foreach (var word in words[..used])
            {
                var product = (ulong)word * (uint)(last + 1);
                if ((uint)product <= (uint)last && (uint)product < (uint)-(last + 1) % (uint)(last + 1))
                    continue; // as in Below: the next word decides
                var other = (int)(product >> 32);
                (items[last], items[other]) = (items[other], items[last]);
                last--;
            }
            Follow(words, used);
            if (used < words.Length)
                break;
        }
        return last;
    }

    // Goes on behind words that were drawn elsewhere; the block of the last is kept.
    private void Follow(ReadOnlySpan<uint> words, int used)
    {
        taken += (uint)used;
        var last = (used - 1) / 4;
        computed = taken + (uint)(4 * (last + 1) - used);
        block = BlockOf(words.Slice(4 * last, 4));
    }

    private static Span<uint> FillWords(
        ReadOnlySpan<uint> agents, Seed seed, uint moment, Purpose purpose, Span<float> values)
    {
        var words = MemoryMarshal.Cast<float, uint>(values);
        Philox.FillFirstWords(agents, (moment, purpose.Number, 0), (seed.Value, seed.Replication), words);
        return words;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static float ToUniform(uint word) => (int)(word >> 8) * TwoToMinus24;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float ToSymmetric(uint word) => ((int)(word >> 8 | 1) - (1 << 23)) * TwoToMinus23;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static double ToUniform(uint first, uint second) =>
        (((long)(first >> 5) << 26) | (second >> 6)) * TwoToMinus53;

    // Both ends are excluded, and 1 - u is exact and as likely as u: 52 bits and a half.
    internal static double ToOpenUniform(uint first, uint second) =>
        ((((long)(first >> 6) << 26) | (second >> 6)) + 0.5) * TwoToMinus52;

    private static void ToOpenUniforms(ReadOnlySpan<uint> first, ReadOnlySpan<uint> second, Span<double> values)
    {
        var wideFirst = MemoryMarshal.Cast<uint, Vector<uint>>(first);
        var wideSecond = MemoryMarshal.Cast<uint, Vector<uint>>(second);
        var wide = MemoryMarshal.Cast<double, Vector<double>>(values);
        for (var i = 0; i < wideFirst.Length; i++)
        {
            Vector.Widen(wideFirst[i] >>> 6, out var lowerFirst, out var upperFirst);
            Vector.Widen(wideSecond[i] >>> 6, out var lowerSecond, out var upperSecond);
            wide[2 * i] = ToOpenUniform((lowerFirst << 26) | lowerSecond);
            wide[2 * i + 1] = ToOpenUniform((upperFirst << 26) | upperSecond);
        }
        for (var i = wideFirst.Length * Vector<uint>.Count; i < first.Length; i++)
            values[i] = ToOpenUniform(first[i], second[i]);
    }

    private static Vector<double> ToOpenUniform(Vector<ulong> bits) =>
        (Vector.ConvertToDouble(Vector.AsVectorInt64(bits)) + new Vector<double>(0.5)) * TwoToMinus52;

    private static double ToOpenUniform(uint word) => (word + 0.5) * TwoToMinus32;

    /// <summary>The next blocks of one stream, some at a time.</summary>
    private readonly ref struct BlockRun
    {
        private readonly Draws stream;
        private readonly Span<uint> agents;
        private readonly Span<uint> moments;
        private readonly Span<uint> numbers;

        public BlockRun(Draws stream, Span<uint> room)
        {
            this.stream = stream;
            var count = room.Length / 3;
            agents = room[..count];
            moments = room.Slice(count, count);
            numbers = room[(2 * count)..];
            agents.Fill(stream.agent);
            moments.Fill(stream.moment);
            for (var i = 0; i < count; i++)
                numbers[i] = (stream.taken >> 2) + (uint)i;
        }

        public void Fill(Span<uint> words)
        {
            Philox.FillWholeBlocks(agents, moments, numbers, new Purpose(stream.purpose), (stream.seed.Value, stream.seed.Replication), words);
            for (var i = 0; i < numbers.Length; i++)
                numbers[i] += (uint)numbers.Length;
        }
    }
}
