using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Agents.Spaces;

/// <summary>The places at which two rows of bytes differ, thirty-two bytes at a time.</summary>
internal static class Changes
{
    /// <summary>Least room that <see cref="Find"/> asks for.</summary>
    public const int Room = 4 * Lanes;

    private const int Lanes = 32;

    /// <summary>How many bytes differ.</summary>
    public static int Count(ReadOnlySpan<byte> before, ReadOnlySpan<byte> after)
    {
        var count = 0;
        var from = 0;
        for (; from <= before.Length - Lanes; from += Lanes)
            count += BitOperations.PopCount(Differences(before, after, from));
        for (; from < before.Length; from++)
            count += before[from] == after[from] ? 0 : 1;
        return count;
    }

    /// <summary>Lists places that differ, in order, until the end or until the list might not hold the next few.</summary>
    /// <param name="before">One row of bytes.</param>
    /// <param name="after">The other, of equal length.</param>
    /// <param name="from">First place to look at; afterwards, the first place that was not.</param>
    /// <param name="places">The list, for at least <see cref="Room"/> places.</param>
    /// <returns>How many places were listed.</returns>
    public static int Find(ReadOnlySpan<byte> before, ReadOnlySpan<byte> after, ref int from, Span<int> places)
    {
        var found = 0;
        for (; from <= before.Length - Lanes && found <= places.Length - Lanes; from += Lanes)
        {
            for (var left = Differences(before, after, from); left != 0; left &= left - 1)
                places[found++] = from + BitOperations.TrailingZeroCount(left);
        }
        for (; from > before.Length - Lanes && from < before.Length && found < places.Length; from++)
        {
            if (before[from] != after[from])
                places[found++] = from;
        }
        return found;
    }

    private static uint Differences(ReadOnlySpan<byte> before, ReadOnlySpan<byte> after, int from)
    {
        var one = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(before), (nuint)from);
        var other = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(after), (nuint)from);
        return ~Vector256.Equals(one, other).ExtractMostSignificantBits();
    }
}
