using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Agents.Random;

/// <summary>Philox blocks of many agents at once, in vectors of one width.</summary>
internal static class PhiloxFill<T, TConstant>
    where T : struct, IWordLanes<T, TConstant>
    where TConstant : struct
{
    // Not inlined: within a caller the compiler runs out of its budget for inlining half-way through the rounds and calls
    // the rest, at a tenth of the speed.

    /// <summary>Fills in the first output words, as many whole vectors as there are, and returns how many words that was.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int FirstWords(
        ReadOnlySpan<uint> agents, (uint Moment, uint Purpose, uint Draw) counter, (uint Word0, uint Word1) key, Span<uint> words)
    {
        var constants = new Constants(counter, key);
        ref var from = ref MemoryMarshal.GetReference(agents);
        ref var to = ref MemoryMarshal.GetReference(words);
        var done = 0;
        for (; done <= agents.Length - T.Count; done += T.Count)
            T.Store(Words(T.Load(in Unsafe.Add(ref from, done)), in constants).First, ref Unsafe.Add(ref to, done));
        return done;
    }

    /// <summary>Fills in the first two output words; the second costs nothing more.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int FirstTwoWords(
        ReadOnlySpan<uint> agents,
        (uint Moment, uint Purpose, uint Draw) counter,
        (uint Word0, uint Word1) key,
        Span<uint> firstWords,
        Span<uint> secondWords)
    {
        var constants = new Constants(counter, key);
        ref var from = ref MemoryMarshal.GetReference(agents);
        ref var toFirst = ref MemoryMarshal.GetReference(firstWords);
        ref var toSecond = ref MemoryMarshal.GetReference(secondWords);
        var done = 0;
        for (; done <= agents.Length - T.Count; done += T.Count)
        {
            var (first, second) = Words(T.Load(in Unsafe.Add(ref from, done)), in constants);
            T.Store(first, ref Unsafe.Add(ref toFirst, done));
            T.Store(second, ref Unsafe.Add(ref toSecond, done));
        }
        return done;
    }

    /// <summary>Fills in all four output words, each kind a stride behind the one before.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Blocks(
        ReadOnlySpan<uint> agents, (uint Moment, uint Purpose, uint Draw) counter, (uint Word0, uint Word1) key, Span<uint> words, int stride)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(3 * stride + agents.Length, words.Length);
        var constants = new Constants(counter, key);
        ref var from = ref MemoryMarshal.GetReference(agents);
        ref var to = ref MemoryMarshal.GetReference(words);
        var done = 0;
        for (; done <= agents.Length - T.Count; done += T.Count)
        {
            NineRounds(T.Load(in Unsafe.Add(ref from, done)), in constants, out var c0, out var c1, out var c2, out var c3);
            Round(ref c0, ref c1, ref c2, ref c3, constants[18], constants[19]);
            T.Store(c0, ref Unsafe.Add(ref to, done));
            T.Store(c1, ref Unsafe.Add(ref to, stride + done));
            T.Store(c2, ref Unsafe.Add(ref to, 2 * stride + done));
            T.Store(c3, ref Unsafe.Add(ref to, 3 * stride + done));
        }
        return done;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (T First, T Second) Words(T agents, in Constants constants)
    {
        NineRounds(agents, in constants, out _, out var c1, out var c2, out _);
        var product = T.Multiply(c2, Philox.Multiplier1);
        return (T.MixUpper(product, c1, constants[18]), product);
    }

    /// <summary>Fills in all four output words, block after block.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int WholeBlocks(
        ReadOnlySpan<uint> agents,
        ReadOnlySpan<uint> moments,
        ReadOnlySpan<uint> draws,
        Purpose purpose,
        (uint Word0, uint Word1) key,
        Span<uint> words)
    {
        var keys = new RoundKeys(key);
        var third = T.Spread(T.All(purpose.Number));
        ref var agent = ref MemoryMarshal.GetReference(agents);
        ref var moment = ref MemoryMarshal.GetReference(moments);
        ref var draw = ref MemoryMarshal.GetReference(draws);
        ref var to = ref MemoryMarshal.GetReference(words);
        var done = 0;
        for (; done <= agents.Length - T.Count; done += T.Count)
        {
            var c0 = T.Load(in Unsafe.Add(ref agent, done));
            var c1 = T.Load(in Unsafe.Add(ref moment, done));
            var c2 = third;
            var c3 = T.Load(in Unsafe.Add(ref draw, done));
            Round(ref c0, ref c1, ref c2, ref c3, keys[0], keys[1]);
            Round(ref c0, ref c1, ref c2, ref c3, keys[2], keys[3]);
            Round(ref c0, ref c1, ref c2, ref c3, keys[4], keys[5]);
            Round(ref c0, ref c1, ref c2, ref c3, keys[6], keys[7]);
            Round(ref c0, ref c1, ref c2, ref c3, keys[8], keys[9]);
            Round(ref c0, ref c1, ref c2, ref c3, keys[10], keys[11]);
            Round(ref c0, ref c1, ref c2, ref c3, keys[12], keys[13]);
            Round(ref c0, ref c1, ref c2, ref c3, keys[14], keys[15]);
            Round(ref c0, ref c1, ref c2, ref c3, keys[16], keys[17]);
            Round(ref c0, ref c1, ref c2, ref c3, keys[18], keys[19]);
            T.StoreBlocks(c0, c1, c2, c3, ref Unsafe.Add(ref to, 4 * done));
        }
        return done;
    }

    // All rounds are written out: a loop over them, or a vector at a time instead of an even and an odd one, was
    // measured at two thirds of the speed. What the agent has not yet touched in rounds 0 to 2 is in the constants.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void NineRounds(T agents, in Constants constants, out T c0, out T c1, out T c2, out T c3)
    {
        c3 = T.Multiply(agents, Philox.Multiplier0);
        c2 = T.MixUpper(c3, constants[1]);
        c1 = T.Multiply(c2, Philox.Multiplier1);
        c0 = T.MixUpper(c1, constants[2]);
        c2 = T.Mix(c3, constants[3]);

        c3 = T.Multiply(c0, Philox.Multiplier0);
        var product = T.Multiply(c2, Philox.Multiplier1);
        c0 = T.MixUpper(product, c1, constants[4]);
        c1 = product;
        c2 = T.MixUpper(c3, constants[5]);

        Round(ref c0, ref c1, ref c2, ref c3, constants[6], constants[7]);
        Round(ref c0, ref c1, ref c2, ref c3, constants[8], constants[9]);
        Round(ref c0, ref c1, ref c2, ref c3, constants[10], constants[11]);
        Round(ref c0, ref c1, ref c2, ref c3, constants[12], constants[13]);
        Round(ref c0, ref c1, ref c2, ref c3, constants[14], constants[15]);
        Round(ref c0, ref c1, ref c2, ref c3, constants[16], constants[17]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Round(ref T c0, ref T c1, ref T c2, ref T c3, TConstant key0, TConstant key1)
    {
        var product0 = T.Multiply(c0, Philox.Multiplier0);
        var product1 = T.Multiply(c2, Philox.Multiplier1);
        c0 = T.MixUpper(product1, c1, key0);
        c1 = product1;
        c2 = T.MixUpper(product0, c3, key1);
        c3 = product0;
    }

    /// <summary>
    /// The round keys in pairs, as vectors; those of rounds 0 to 2 with the counter words that are the same for all
    /// agents worked in. Place 0 stays empty: round 0's first key is worked in.
    /// </summary>
    [InlineArray(2 * Philox.Rounds)]
    private struct Constants
    {
        private TConstant first;

        public Constants((uint Moment, uint Purpose, uint Draw) counter, (uint Word0, uint Word1) key)
        {
            for (var round = 3; round < Philox.Rounds; round++)
            {
                this[2 * round] = T.All(Key0(round));
                this[2 * round + 1] = T.All(Key1(round));
            }
            var product1 = (ulong)Philox.Multiplier1 * counter.Purpose;
            var c0 = (uint)(product1 >> 32) ^ counter.Moment ^ key.Word0;
            var product0 = (ulong)Philox.Multiplier0 * c0;
            this[1] = T.All(counter.Draw ^ key.Word1);
            this[2] = T.All((uint)product1 ^ Key0(1));
            this[3] = T.All((uint)(product0 >> 32) ^ Key1(1));
            this[4] = T.All(Key0(2));
            this[5] = T.All((uint)product0 ^ Key1(2));

            uint Key0(int round) => key.Word0 + (uint)round * Philox.Weyl0;

            uint Key1(int round) => key.Word1 + (uint)round * Philox.Weyl1;
        }
    }

    /// <summary>The keys of all rounds in pairs, as vectors.</summary>
    [InlineArray(2 * Philox.Rounds)]
    private struct RoundKeys
    {
        private TConstant first;

        public RoundKeys((uint Word0, uint Word1) key)
        {
            for (var round = 0; round < Philox.Rounds; round++)
            {
                this[2 * round] = T.All(key.Word0 + (uint)round * Philox.Weyl0);
                this[2 * round + 1] = T.All(key.Word1 + (uint)round * Philox.Weyl1);
            }
        }
    }
}
