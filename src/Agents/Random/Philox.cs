using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Agents.Random;

/// <summary>
/// Philox4x32-10, a counter-based generator: a keyed bijection of 128-bit counters (Salmon, Moraes, Dror and Shaw
/// 2011, Parallel random numbers: as easy as 1, 2, 3). It has no state, so every draw can be had at once, in any
/// order, on any thread. The counter words are (agent, moment, purpose, draw), the key words (seed, replication).
/// </summary>
public static class Philox
{
    internal const uint Multiplier0 = 0xD2511F53;
    internal const uint Multiplier1 = 0xCD9E8D57;

    /// <summary>Added to the first key word each round: the golden ratio as a Weyl sequence.</summary>
    internal const uint Weyl0 = 0x9E3779B9;

    /// <summary>Added to the second key word each round: the square root of 3 less 1.</summary>
    internal const uint Weyl1 = 0xBB67AE85;

    internal const int Rounds = 10;

    /// <summary>The four output words of one counter under one key.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (uint Word0, uint Word1, uint Word2, uint Word3) Block(
        (uint Word0, uint Word1, uint Word2, uint Word3) counter, (uint Word0, uint Word1) key) =>
        Sse2.IsSupported ? BlockInOneVector(counter, key) : BlockByWords(counter, key);

    /// <summary>
    /// The first output word of one block for each of many agents, in the widest vectors that the machine prefers
    /// (environment variable DOTNET_PreferredVectorBitWidth); the same words on all.
    /// </summary>
    /// <param name="agents">The first counter word of each block; any ids in any order.</param>
    /// <param name="counter">The other three counter words, the same for all.</param>
    /// <param name="key">The key words.</param>
    /// <param name="words">Where the words go; as long as the agents, and not the same memory.</param>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    public static void FillFirstWords(
        ReadOnlySpan<uint> agents, (uint Moment, uint Purpose, uint Draw) counter, (uint Word0, uint Word1) key, Span<uint> words)
    {
        RequireLength(agents, words.Length, nameof(words));
        var done = 0;
        if (Vector512.IsHardwareAccelerated)
            done = PhiloxFill<WordLanes512, Vector512<ulong>>.FirstWords(agents, counter, key, words);
        else if (Vector256.IsHardwareAccelerated)
            done = PhiloxFill<WordLanes256, Vector256<ulong>>.FirstWords(agents, counter, key, words);
        else if (Vector128.IsHardwareAccelerated)
            done = PhiloxFill<WordLanes128, Vector128<ulong>>.FirstWords(agents, counter, key, words);
        for (; done < agents.Length; done++)
            words[done] = Block((agents[done], counter.Moment, counter.Purpose, counter.Draw), key).Word0;
    }

    /// <summary>The first two output words of one block for each of many agents.</summary>
    /// <inheritdoc cref="FillFirstWords"/>
    public static void FillFirstTwoWords(
        ReadOnlySpan<uint> agents,
        (uint Moment, uint Purpose, uint Draw) counter,
        (uint Word0, uint Word1) key,
        Span<uint> firstWords,
        Span<uint> secondWords)
    {
        RequireLength(agents, firstWords.Length, nameof(firstWords));
        RequireLength(agents, secondWords.Length, nameof(secondWords));
        var done = 0;
        if (Vector512.IsHardwareAccelerated)
            done = PhiloxFill<WordLanes512, Vector512<ulong>>.FirstTwoWords(agents, counter, key, firstWords, secondWords);
        else if (Vector256.IsHardwareAccelerated)
            done = PhiloxFill<WordLanes256, Vector256<ulong>>.FirstTwoWords(agents, counter, key, firstWords, secondWords);
        else if (Vector128.IsHardwareAccelerated)
            done = PhiloxFill<WordLanes128, Vector128<ulong>>.FirstTwoWords(agents, counter, key, firstWords, secondWords);
        for (; done < agents.Length; done++)
        {
            (firstWords[done], secondWords[done], _, _) =
                Block((agents[done], counter.Moment, counter.Purpose, counter.Draw), key);
        }
    }

    /// <summary>All four output words of one block for each of many agents.</summary>
    /// <param name="agents">The first counter word of each block.</param>
    /// <param name="counter">The other three counter words, the same for all.</param>
    /// <param name="key">The key words.</param>
    /// <param name="words">Where the words go: all first words, from <paramref name="stride"/> on all second ones, and so on.</param>
    /// <param name="stride">As many as there are agents, or more.</param>
    internal static void FillBlocks(
        ReadOnlySpan<uint> agents, (uint Moment, uint Purpose, uint Draw) counter, (uint Word0, uint Word1) key, Span<uint> words, int stride)
    {
        var done = 0;
        if (Vector512.IsHardwareAccelerated)
            done = PhiloxFill<WordLanes512, Vector512<ulong>>.Blocks(agents, counter, key, words, stride);
        else if (Vector256.IsHardwareAccelerated)
            done = PhiloxFill<WordLanes256, Vector256<ulong>>.Blocks(agents, counter, key, words, stride);
        else if (Vector128.IsHardwareAccelerated)
            done = PhiloxFill<WordLanes128, Vector128<ulong>>.Blocks(agents, counter, key, words, stride);
        for (; done < agents.Length; done++)
        {
            (words[done], words[stride + done], words[2 * stride + done], words[3 * stride + done]) =
                Block((agents[done], counter.Moment, counter.Purpose, counter.Draw), key);
        }
    }

    /// <summary>All four output words of each of many blocks, of counters that share the purpose.</summary>
    /// <param name="agents">The first counter word of each block.</param>
    /// <param name="moments">The second; as many.</param>
    /// <param name="draws">The fourth; as many.</param>
    /// <param name="purpose">The third, the same for all.</param>
    /// <param name="key">The key words.</param>
    /// <param name="words">Where the words go, block after block; four times as long, and not the same memory.</param>
    /// <exception cref="ArgumentException">The lengths do not go together.</exception>
    public static void FillWholeBlocks(
        ReadOnlySpan<uint> agents,
        ReadOnlySpan<uint> moments,
        ReadOnlySpan<uint> draws,
        Purpose purpose,
        (uint Word0, uint Word1) key,
        Span<uint> words)
    {
        RequireLength(agents, moments.Length, nameof(moments));
        RequireLength(agents, draws.Length, nameof(draws));
        RequireLength(agents, words.Length / 4, nameof(words));
        var done = 0;
        if (Vector512.IsHardwareAccelerated)
            done = PhiloxFill<WordLanes512, Vector512<ulong>>.WholeBlocks(agents, moments, draws, purpose, key, words);
        else if (Vector256.IsHardwareAccelerated)
            done = PhiloxFill<WordLanes256, Vector256<ulong>>.WholeBlocks(agents, moments, draws, purpose, key, words);
        else if (Vector128.IsHardwareAccelerated)
            done = PhiloxFill<WordLanes128, Vector128<ulong>>.WholeBlocks(agents, moments, draws, purpose, key, words);
        for (; done < agents.Length; done++)
        {
            (words[4 * done], words[4 * done + 1], words[4 * done + 2], words[4 * done + 3]) =
                Block((agents[done], moments[done], purpose.Number, draws[done]), key);
        }
    }

    private static void RequireLength(ReadOnlySpan<uint> agents, int length, string name)
    {
        if (length != agents.Length)
            throw new ArgumentException($"There is room for {length} words, but there are {agents.Length} agents.", name);
    }

    /// <summary>The plain form, word by word.</summary>
    private static (uint Word0, uint Word1, uint Word2, uint Word3) BlockByWords(
        (uint Word0, uint Word1, uint Word2, uint Word3) counter, (uint Word0, uint Word1) key)
    {
        var (c0, c1, c2, c3) = counter;
        var (k0, k1) = key;
        for (var round = 0; round < Rounds; round++)
        {
            var product0 = (ulong)Multiplier0 * c0;
            var product1 = (ulong)Multiplier1 * c2;
            c0 = (uint)(product1 >> 32) ^ c1 ^ k0;
            c1 = (uint)product1;
            c2 = (uint)(product0 >> 32) ^ c3 ^ k1;
            c3 = (uint)product0;
            k0 += Weyl0;
            k1 += Weyl1;
        }
        return (c0, c1, c2, c3);
    }

    /// <summary>
    /// Both products of a round by one instruction, which makes a lone draw three times as fast: words 0 and 2 stand in
    /// the lower halves of the 64-bit lanes of one vector, words 1 and 3 in those of another.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (uint Word0, uint Word1, uint Word2, uint Word3) BlockInOneVector(
        (uint Word0, uint Word1, uint Word2, uint Word3) counter, (uint Word0, uint Word1) key)
    {
        const byte SwapLanes = 0b01_00_11_10;
        const byte SwapLanesAndHalves = 0b00_01_10_11;
        var multipliers = Vector128.Create(Multiplier0, 0, Multiplier1, 0);
        var weyl = Vector128.Create(Weyl0, 0, Weyl1, 0);
        var multiplied = Vector128.Create(counter.Word0, counter.Word1, counter.Word2, counter.Word3);
        var mixed = (multiplied.AsUInt64() >>> 32).AsUInt32();
        var keys = Vector128.Create(key.Word0, 0, key.Word1, 0);
        for (var round = 0; round < Rounds; round++)
        {
            var products = Sse2.Multiply(multiplied, multipliers).AsUInt32();
            multiplied = Sse2.Shuffle(products, SwapLanesAndHalves) ^ (mixed ^ keys);
            mixed = Sse2.Shuffle(products, SwapLanes);
            keys += weyl;
        }
        return (multiplied[0], mixed[0], multiplied[2], mixed[2]);
    }
}
