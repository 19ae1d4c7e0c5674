using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Agents.Random;

/// <summary>
/// A vector of words, held as the words at even and those at odd places in 64-bit lanes whose upper halves hold
/// anything: in this layout a widening multiplication needs no shuffling.
/// </summary>
/// <typeparam name="T">The words themselves.</typeparam>
/// <typeparam name="TConstant">One word for all lanes.</typeparam>
internal interface IWordLanes<T, TConstant>
    where T : struct, IWordLanes<T, TConstant>
    where TConstant : struct
{
    static abstract int Count { get; }

    static abstract TConstant All(uint word);

    static abstract T Load(ref readonly uint first);

    /// <summary>The products with a word, 64 bits wide; seen as words, their lower halves.</summary>
    static abstract T Multiply(T words, uint factor);

    /// <summary>The upper halves of a product, exclusive or a word, exclusive or a constant.</summary>
    static abstract T MixUpper(T product, T words, TConstant constant);

    /// <summary>The upper halves of a product, exclusive or a constant.</summary>
    static abstract T MixUpper(T product, TConstant constant);

    static abstract T Mix(T words, TConstant constant);

    static abstract void Store(T words, ref uint first);

    /// <summary>One word for all lanes, as words.</summary>
    static abstract T Spread(TConstant constant);

    /// <summary>Four words a lane, those of one lane side by side.</summary>
    static abstract void StoreBlocks(T words0, T words1, T words2, T words3, ref uint first);
}

/// <summary>Four words in two vectors of 128 bits.</summary>
internal readonly struct WordLanes128(Vector128<ulong> even, Vector128<ulong> odd) : IWordLanes<WordLanes128, Vector128<ulong>>
{
    private const ulong Lower32 = uint.MaxValue;

    private readonly Vector128<ulong> even = even;
    private readonly Vector128<ulong> odd = odd;

    public static int Count => Vector128<uint>.Count;

    public static Vector128<ulong> All(uint word) => Vector128.Create((ulong)word);

    public static WordLanes128 Load(ref readonly uint first)
    {
        var words = Vector128.LoadUnsafe(in first).AsUInt64();
        return new(words, words >>> 32);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WordLanes128 Multiply(WordLanes128 words, uint factor) =>
        new(Multiply(words.even, Vector128.Create((ulong)factor)), Multiply(words.odd, Vector128.Create((ulong)factor)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WordLanes128 MixUpper(WordLanes128 product, WordLanes128 words, Vector128<ulong> constant) =>
        new((product.even >>> 32) ^ words.even ^ constant, (product.odd >>> 32) ^ words.odd ^ constant);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WordLanes128 MixUpper(WordLanes128 product, Vector128<ulong> constant) =>
        new((product.even >>> 32) ^ constant, (product.odd >>> 32) ^ constant);

    public static WordLanes128 Mix(WordLanes128 words, Vector128<ulong> constant) =>
        new(words.even ^ constant, words.odd ^ constant);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(WordLanes128 words, ref uint first) =>
        Vector128.ConditionalSelect(Vector128.Create(Lower32), words.even, words.odd << 32).AsUInt32().StoreUnsafe(ref first);

    public static WordLanes128 Spread(Vector128<ulong> constant) => new(constant, constant);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreBlocks(WordLanes128 words0, WordLanes128 words1, WordLanes128 words2, WordLanes128 words3, ref uint first)
    {
        var (even01, even23) = (Pair(words0.even, words1.even), Pair(words2.even, words3.even));
        var (odd01, odd23) = (Pair(words0.odd, words1.odd), Pair(words2.odd, words3.odd));
        Lower(even01, even23).StoreUnsafe(ref first);
        Lower(odd01, odd23).StoreUnsafe(ref first, 4);
        Upper(even01, even23).StoreUnsafe(ref first, 8);
        Upper(odd01, odd23).StoreUnsafe(ref first, 12);
    }

    private static Vector128<ulong> Pair(Vector128<ulong> low, Vector128<ulong> high) =>
        (low & Vector128.Create(Lower32)) | (high << 32);

    private static Vector128<uint> Lower(Vector128<ulong> a, Vector128<ulong> b) =>
        (Sse2.IsSupported ? Sse2.UnpackLow(a, b) : Vector128.Create(a.GetLower(), b.GetLower())).AsUInt32();

    private static Vector128<uint> Upper(Vector128<ulong> a, Vector128<ulong> b) =>
        (Sse2.IsSupported ? Sse2.UnpackHigh(a, b) : Vector128.Create(a.GetUpper(), b.GetUpper())).AsUInt32();

    private static Vector128<ulong> Multiply(Vector128<ulong> a, Vector128<ulong> b) =>
        Sse2.IsSupported
            ? Sse2.Multiply(a.AsUInt32(), b.AsUInt32())
            : (a & Vector128.Create(Lower32)) * (b & Vector128.Create(Lower32));
}

/// <summary>Eight words in two vectors of 256 bits.</summary>
internal readonly struct WordLanes256(Vector256<ulong> even, Vector256<ulong> odd) : IWordLanes<WordLanes256, Vector256<ulong>>
{
    private const ulong Lower32 = uint.MaxValue;

    private readonly Vector256<ulong> even = even;
    private readonly Vector256<ulong> odd = odd;

    public static int Count => Vector256<uint>.Count;

    public static Vector256<ulong> All(uint word) => Vector256.Create((ulong)word);

    public static WordLanes256 Load(ref readonly uint first)
    {
        var words = Vector256.LoadUnsafe(in first).AsUInt64();
        return new(words, words >>> 32);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WordLanes256 Multiply(WordLanes256 words, uint factor) =>
        new(Multiply(words.even, Vector256.Create((ulong)factor)), Multiply(words.odd, Vector256.Create((ulong)factor)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WordLanes256 MixUpper(WordLanes256 product, WordLanes256 words, Vector256<ulong> constant) =>
        new((product.even >>> 32) ^ words.even ^ constant, (product.odd >>> 32) ^ words.odd ^ constant);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WordLanes256 MixUpper(WordLanes256 product, Vector256<ulong> constant) =>
        new((product.even >>> 32) ^ constant, (product.odd >>> 32) ^ constant);

    public static WordLanes256 Mix(WordLanes256 words, Vector256<ulong> constant) =>
        new(words.even ^ constant, words.odd ^ constant);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(WordLanes256 words, ref uint first) =>
        Vector256.ConditionalSelect(Vector256.Create(Lower32), words.even, words.odd << 32).AsUInt32().StoreUnsafe(ref first);

    public static WordLanes256 Spread(Vector256<ulong> constant) => new(constant, constant);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreBlocks(WordLanes256 words0, WordLanes256 words1, WordLanes256 words2, WordLanes256 words3, ref uint first)
    {
        WordLanes128.StoreBlocks(words0.LowerHalf, words1.LowerHalf, words2.LowerHalf, words3.LowerHalf, ref first);
        WordLanes128.StoreBlocks(words0.UpperHalf, words1.UpperHalf, words2.UpperHalf, words3.UpperHalf, ref Unsafe.Add(ref first, 2 * Count));
    }

    private WordLanes128 LowerHalf
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(even.GetLower(), odd.GetLower());
    }

    private WordLanes128 UpperHalf
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(even.GetUpper(), odd.GetUpper());
    }

    private static Vector256<ulong> Multiply(Vector256<ulong> a, Vector256<ulong> b) =>
        Avx2.IsSupported
            ? Avx2.Multiply(a.AsUInt32(), b.AsUInt32())
            : (a & Vector256.Create(Lower32)) * (b & Vector256.Create(Lower32));
}

/// <summary>Sixteen words in two vectors of 512 bits.</summary>
internal readonly struct WordLanes512(Vector512<ulong> even, Vector512<ulong> odd) : IWordLanes<WordLanes512, Vector512<ulong>>
{
    private const ulong Lower32 = uint.MaxValue;

    private readonly Vector512<ulong> even = even;
    private readonly Vector512<ulong> odd = odd;

    public static int Count => Vector512<uint>.Count;

    public static Vector512<ulong> All(uint word) => Vector512.Create((ulong)word);

    public static WordLanes512 Load(ref readonly uint first)
    {
        var words = Vector512.LoadUnsafe(in first).AsUInt64();
        return new(words, words >>> 32);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WordLanes512 Multiply(WordLanes512 words, uint factor) =>
        new(Multiply(words.even, Vector512.Create((ulong)factor)), Multiply(words.odd, Vector512.Create((ulong)factor)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WordLanes512 MixUpper(WordLanes512 product, WordLanes512 words, Vector512<ulong> constant) =>
        new((product.even >>> 32) ^ words.even ^ constant, (product.odd >>> 32) ^ words.odd ^ constant);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WordLanes512 MixUpper(WordLanes512 product, Vector512<ulong> constant) =>
        new((product.even >>> 32) ^ constant, (product.odd >>> 32) ^ constant);

    public static WordLanes512 Mix(WordLanes512 words, Vector512<ulong> constant) =>
        new(words.even ^ constant, words.odd ^ constant);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(WordLanes512 words, ref uint first) =>
        Vector512.ConditionalSelect(Vector512.Create(Lower32), words.even, words.odd << 32).AsUInt32().StoreUnsafe(ref first);

    public static WordLanes512 Spread(Vector512<ulong> constant) => new(constant, constant);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreBlocks(WordLanes512 words0, WordLanes512 words1, WordLanes512 words2, WordLanes512 words3, ref uint first)
    {
        WordLanes256.StoreBlocks(words0.LowerHalf, words1.LowerHalf, words2.LowerHalf, words3.LowerHalf, ref first);
        WordLanes256.StoreBlocks(words0.UpperHalf, words1.UpperHalf, words2.UpperHalf, words3.UpperHalf, ref Unsafe.Add(ref first, 2 * Count));
    }

    private WordLanes256 LowerHalf
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(even.GetLower(), odd.GetLower());
    }

    private WordLanes256 UpperHalf
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(even.GetUpper(), odd.GetUpper());
    }

    private static Vector512<ulong> Multiply(Vector512<ulong> a, Vector512<ulong> b) =>
        Avx512F.IsSupported
            ? Avx512F.Multiply(a.AsUInt32(), b.AsUInt32())
            : (a & Vector512.Create(Lower32)) * (b & Vector512.Create(Lower32));
}
