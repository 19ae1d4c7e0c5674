using System.Runtime.CompilerServices;

namespace Agents;

/// <summary>Values of columns as numbers and back, for what comes from files.</summary>
internal static class Numbers<T>
    where T : unmanaged
{
    /// <summary>The number of a value: 1 or 0 of a boolean, an enumeration's own.</summary>
    public static double From(T value)
    {
        if (typeof(T) == typeof(float))
            return Unsafe.BitCast<T, float>(value);
        if (typeof(T) == typeof(double))
            return Unsafe.BitCast<T, double>(value);
        RequireWhole();
        return (Unsafe.SizeOf<T>(), IsSigned) switch
        {
            (1, false) => Unsafe.BitCast<T, byte>(value),
            (1, true) => Unsafe.BitCast<T, sbyte>(value),
            (2, false) => Unsafe.BitCast<T, ushort>(value),
            (2, true) => Unsafe.BitCast<T, short>(value),
            (4, false) => Unsafe.BitCast<T, uint>(value),
            (4, true) => Unsafe.BitCast<T, int>(value),
            (_, false) => Unsafe.BitCast<T, ulong>(value),
            _ => Unsafe.BitCast<T, long>(value),
        };
    }

    /// <summary>The value of a number in the range of the type.</summary>
    public static T To(double number)
    {
        if (typeof(T) == typeof(float))
            return Unsafe.BitCast<float, T>((float)number);
        if (typeof(T) == typeof(double))
            return Unsafe.BitCast<double, T>(number);
        RequireWhole();
        var bits = number < 0 ? unchecked((ulong)(long)number) : (ulong)number;
        return Unsafe.SizeOf<T>() switch
        {
            1 => Unsafe.BitCast<byte, T>(unchecked((byte)bits)),
            2 => Unsafe.BitCast<ushort, T>(unchecked((ushort)bits)),
            4 => Unsafe.BitCast<uint, T>(unchecked((uint)bits)),
            _ => Unsafe.BitCast<ulong, T>(bits),
        };
    }

    private static bool IsSigned => Type.GetTypeCode(typeof(T)) is TypeCode.SByte or TypeCode.Int16 or TypeCode.Int32 or TypeCode.Int64;

    private static void RequireWhole()
    {
        if (Type.GetTypeCode(typeof(T)) is TypeCode.Object or TypeCode.Char)
            throw new NotSupportedException($"A {typeof(T).Name} is no number.");
    }
}
