using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Agents.Random;

namespace Agents;

/// <summary>
/// What block forms that are made from a rule's text call: how small values come into lanes and go back, runs, and words of
/// draws. Vectors are counted from the first of a block's rows; nothing is checked, because the caller has sliced its columns.
/// </summary>
public static class BlockForms
{
    /// <summary>Values of a byte, as many as a vector of 32 bits has lanes.</summary>
    /// <param name="rows">The first of the block's values.</param>
    /// <param name="vector">Which vector of them, from 0.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<int> Widen(ref byte rows, int vector)
    {
        ref var first = ref Unsafe.Add(ref rows, vector * Vector<int>.Count);
        if (Vector<int>.Count == 8 && Avx2.IsSupported)
            return Avx2.ConvertToVector256Int32(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(ref first)).AsByte()).AsVector();
        if (Vector<int>.Count == 16 && Avx512F.IsSupported)
            return Avx512F.ConvertToVector512Int32(Vector128.LoadUnsafe(ref first)).AsVector();
        if (Vector<int>.Count == 4)
            return Vector128.WidenLower(Vector128.WidenLower(Vector128.CreateScalar(Unsafe.ReadUnaligned<uint>(ref first)).AsByte())).AsInt32().AsVector();
        return WidenOneByOne(ref first);
    }

    /// <summary>Values of a byte with sign.</summary>
    /// <inheritdoc cref="Widen(ref byte, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<int> Widen(ref sbyte rows, int vector) => (Widen(ref Unsafe.As<sbyte, byte>(ref rows), vector) << 24) >> 24;

    /// <summary>Values of two bytes.</summary>
    /// <inheritdoc cref="Widen(ref byte, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<int> Widen(ref ushort rows, int vector)
    {
        ref var first = ref Unsafe.Add(ref rows, vector * Vector<int>.Count);
        if (Vector<int>.Count == 8 && Avx2.IsSupported)
            return Avx2.ConvertToVector256Int32(Vector128.LoadUnsafe(ref first)).AsVector();
        if (Vector<int>.Count == 16 && Avx512F.IsSupported)
            return Avx512F.ConvertToVector512Int32(Vector256.LoadUnsafe(ref first)).AsVector();
        if (Vector<int>.Count == 4)
            return Vector128.WidenLower(Vector128.CreateScalar(Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<ushort, byte>(ref first))).AsUInt16()).AsInt32().AsVector();
        return WidenOneByOne(ref first);
    }

    /// <summary>Values of two bytes with sign.</summary>
    /// <inheritdoc cref="Widen(ref byte, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<int> Widen(ref short rows, int vector) => (Widen(ref Unsafe.As<short, ushort>(ref rows), vector) << 16) >> 16;

    /// <summary>Puts the lowest byte of each lane into a column.</summary>
    /// <param name="lanes">The lanes.</param>
    /// <param name="rows">The first of the block's values.</param>
    /// <param name="vector">Which vector of them, from 0.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Narrow(Vector<int> lanes, ref byte rows, int vector)
    {
        ref var first = ref Unsafe.Add(ref rows, vector * Vector<int>.Count);
        if (Vector<int>.Count == 8)
        {
            var words = Vector128.Narrow(lanes.AsVector256().GetLower(), lanes.AsVector256().GetUpper()).AsUInt16();
            Unsafe.WriteUnaligned(ref first, Vector128.Narrow(words, words).AsUInt64()[0]);
        }
        else if (Vector<int>.Count == 16 && Avx512F.IsSupported)
            Avx512F.ConvertToVector128Byte(lanes.AsVector512()).StoreUnsafe(ref first);
        else if (Vector<int>.Count == 4)
        {
            var words = Vector128.Narrow(lanes.AsVector128(), lanes.AsVector128()).AsUInt16();
            Unsafe.WriteUnaligned(ref first, Vector128.Narrow(words, words).AsUInt32()[0]);
        }
        else
        {
            for (var lane = 0; lane < Vector<int>.Count; lane++)
                Unsafe.Add(ref first, lane) = (byte)lanes[lane];
        }
    }

    /// <inheritdoc cref="Narrow(Vector{int}, ref byte, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Narrow(Vector<int> lanes, ref sbyte rows, int vector) => Narrow(lanes, ref Unsafe.As<sbyte, byte>(ref rows), vector);

    /// <summary>Puts the lowest two bytes of each lane into a column.</summary>
    /// <inheritdoc cref="Narrow(Vector{int}, ref byte, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Narrow(Vector<int> lanes, ref ushort rows, int vector)
    {
        ref var first = ref Unsafe.Add(ref rows, vector * Vector<int>.Count);
        if (Vector<int>.Count == 8)
            Vector128.Narrow(lanes.AsVector256().GetLower(), lanes.AsVector256().GetUpper()).AsUInt16().StoreUnsafe(ref first);
        else if (Vector<int>.Count == 16 && Avx512F.IsSupported)
            Avx512F.ConvertToVector256UInt16(lanes.AsVector512()).StoreUnsafe(ref first);
        else
        {
            for (var lane = 0; lane < Vector<int>.Count; lane++)
                Unsafe.Add(ref first, lane) = (ushort)lanes[lane];
        }
    }

    /// <inheritdoc cref="Narrow(Vector{int}, ref ushort, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Narrow(Vector<int> lanes, ref short rows, int vector) => Narrow(lanes, ref Unsafe.As<short, ushort>(ref rows), vector);

    /// <summary>The first half of a mask, for vectors of 64 bits.</summary>
    public static Vector<long> HalfLow(Vector<int> mask)
    {
        Vector.Widen(mask, out var low, out _);
        return low;
    }

    /// <summary>The second half of a mask, for vectors of 64 bits.</summary>
    public static Vector<long> HalfHigh(Vector<int> mask)
    {
        Vector.Widen(mask, out _, out var high);
        return high;
    }

    /// <summary>How many values from the first on are equal.</summary>
    /// <param name="values">One or more.</param>
    public static int RunLength<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        if (Unsafe.SizeOf<T>() == 1)
        {
            var bytes = MemoryMarshal.AsBytes(values);
            var length = bytes.IndexOfAnyExcept(bytes[0]);
            return length < 0 ? values.Length : length;
        }
        for (var i = 1; i < values.Length; i++)
        {
            if (!EqualityComparer<T>.Default.Equals(values[i], values[0]))
                return i;
        }
        return values.Length;
    }

    /// <summary>True where all of some values of four bytes have the same bits.</summary>
    /// <param name="values">Whole vectors of them; none are not alike.</param>
    public static bool AreAlike<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        if (values.IsEmpty)
            return false;
        var wide = MemoryMarshal.Cast<T, Vector<int>>(values);
        var first = new Vector<int>(MemoryMarshal.Cast<T, int>(values)[0]);
        foreach (var vector in wide)
        {
            if (!Vector.EqualsAll(vector, first))
                return false;
        }
        return true;
    }

    /// <inheritdoc cref="AreAlike{T}(ReadOnlySpan{T})"/>
    public static bool AreAlike<T>(Span<T> values)
        where T : unmanaged => AreAlike((ReadOnlySpan<T>)values);

    /// <summary>What <see cref="Draws.Below"/> makes of a word, where it does not reject it.</summary>
    /// <param name="words">The words.</param>
    /// <param name="most">1 or more in each lane.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<int> Below(Vector<uint> words, Vector<int> most)
    {
        var (low, high) = Products(words, most);
        return Vector.AsVectorInt32(Vector.Narrow(low >>> 32, high >>> 32));
    }

    /// <summary>Lanes in which <see cref="Draws.Below"/> may reject a word and take another.</summary>
    /// <inheritdoc cref="Below"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<int> MayBeRejected(Vector<uint> words, Vector<int> most) =>
        Vector.AsVectorInt32(Vector.LessThan(words * Vector.AsVectorUInt32(most), Vector.AsVectorUInt32(most)));

    /// <summary>One of two numbers, without a branch: for conditions that no processor foresees.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Choose(bool condition, int whereTrue, int whereFalse) => whereFalse ^ ((whereFalse ^ whereTrue) & -(condition ? 1 : 0));

    /// <summary>Adds to a row of a column, or does not, without a branch.</summary>
    /// <param name="column">The column.</param>
    /// <param name="row">The row; any number where nothing is added.</param>
    /// <param name="amount">What is added.</param>
    /// <param name="does">1 to add, 0 not to.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add(Span<int> column, int row, int amount, int does) => column[row & -does] += amount & -does;

    /// <summary>A stream from which some words have been taken.</summary>
    public static Draws After(Draws draws, int words)
    {
        for (; words > 0; words--)
            draws.Word();
        return draws;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector<ulong> Low, Vector<ulong> High) Products(Vector<uint> words, Vector<int> most)
    {
        Vector.Widen(words, out var low, out var high);
        Vector.Widen(Vector.AsVectorUInt32(most), out var mostLow, out var mostHigh);
        return (low * mostLow, high * mostHigh);
    }

    private static Vector<int> WidenOneByOne<T>(ref T first)
        where T : unmanaged
    {
        Span<int> room = stackalloc int[Vector<int>.Count];
        for (var lane = 0; lane < room.Length; lane++)
            room[lane] = Unsafe.SizeOf<T>() == 1 ? Unsafe.As<T, byte>(ref Unsafe.Add(ref first, lane)) : Unsafe.As<T, ushort>(ref Unsafe.Add(ref first, lane));
        return new Vector<int>(room);
    }
}
