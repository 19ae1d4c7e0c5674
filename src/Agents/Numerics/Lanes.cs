using System.Numerics;

namespace Agents.Numerics;

/// <summary>
/// One number or a vector of them, so that a function is written once and its scalar and vector forms cannot differ.
/// Only operations that IEEE 754 rounds in one way everywhere, and operations on bits.
/// </summary>
/// <typeparam name="T">The lanes themselves.</typeparam>
/// <typeparam name="TMask">What a comparison yields.</typeparam>
internal interface ILanes<T, TMask>
    where T : struct, ILanes<T, TMask>
{
    static abstract implicit operator T(double value);

    static abstract T operator +(T a, T b);

    static abstract T operator -(T a, T b);

    static abstract T operator *(T a, T b);

    static abstract T operator /(T a, T b);

    static abstract TMask operator <(T a, T b);

    static abstract TMask operator >(T a, T b);

    static abstract TMask Equals(T a, T b);

    static abstract TMask IsNaN(T x);

    static abstract TMask And(TMask a, TMask b);

    static abstract TMask Or(TMask a, TMask b);

    static abstract TMask Not(TMask mask);

    static abstract bool Any(TMask mask);

    static abstract T Select(TMask mask, T whereTrue, T whereFalse);

    static abstract T Sqrt(T x);

    static abstract T Abs(T x);

    /// <summary>The magnitude of one number with the sign of another.</summary>
    static abstract T WithSign(T magnitude, T sign);

    /// <summary>Two to the power of an integer from -1022 to 1023.</summary>
    static abstract T PowerOfTwo(T exponent);

    /// <summary>The exponent of a positive normal number.</summary>
    static abstract T Exponent(T x);

    /// <summary>A positive normal number divided by two to the power of its exponent: in [1, 2).</summary>
    static abstract T Fraction(T x);

    /// <summary>A number without the lower 27 bits of its fraction: products of two such are exact.</summary>
    static abstract T Upper(T x);
}

/// <summary>Bit patterns of 64-bit floats (IEEE 754).</summary>
internal static class DoubleBits
{
    public const int FractionLength = 52;
    public const long Fraction = (1L << FractionLength) - 1;
    public const long Sign = long.MinValue;
    public const long One = 1023L << FractionLength;
    public const long Upper = ~((1L << 27) - 1);

    /// <summary>Added to an integer below 2^51 in magnitude, it brings the integer into the low bits.</summary>
    public const double IntegerShift = 6755399441055744;

    /// <summary>Two to the power of 52: ored with a biased exponent it makes a number that much greater.</summary>
    public const double TwoTo52 = 4503599627370496;
}

/// <summary>One number.</summary>
internal readonly struct OneLane(double value) : ILanes<OneLane, bool>
{
    public readonly double Value = value;

    private long Bits => BitConverter.DoubleToInt64Bits(Value);

    public static implicit operator OneLane(double value) => new(value);

    public static OneLane operator +(OneLane a, OneLane b) => new(a.Value + b.Value);

    public static OneLane operator -(OneLane a, OneLane b) => new(a.Value - b.Value);

    public static OneLane operator *(OneLane a, OneLane b) => new(a.Value * b.Value);

    public static OneLane operator /(OneLane a, OneLane b) => new(a.Value / b.Value);

    public static bool operator <(OneLane a, OneLane b) => a.Value < b.Value;

    public static bool operator >(OneLane a, OneLane b) => a.Value > b.Value;

    public static bool Equals(OneLane a, OneLane b) => a.Value == b.Value;

    public static bool IsNaN(OneLane x) => double.IsNaN(x.Value);

    public static bool And(bool a, bool b) => a & b;

    public static bool Or(bool a, bool b) => a | b;

    public static bool Not(bool mask) => !mask;

    public static bool Any(bool mask) => mask;

    public static OneLane Select(bool mask, OneLane whereTrue, OneLane whereFalse) => mask ? whereTrue : whereFalse;

    public static OneLane Sqrt(OneLane x) => new(Math.Sqrt(x.Value));

    public static OneLane Abs(OneLane x) => FromBits(x.Bits & ~DoubleBits.Sign);

    public static OneLane WithSign(OneLane magnitude, OneLane sign) =>
        FromBits((magnitude.Bits & ~DoubleBits.Sign) | (sign.Bits & DoubleBits.Sign));

    public static OneLane PowerOfTwo(OneLane exponent) =>
        FromBits(BitConverter.DoubleToInt64Bits(exponent.Value + (DoubleBits.IntegerShift + 1023)) << DoubleBits.FractionLength);

    public static OneLane Exponent(OneLane x) =>
        FromBits((long)((ulong)x.Bits >> DoubleBits.FractionLength) | BitConverter.DoubleToInt64Bits(DoubleBits.TwoTo52))
        - (DoubleBits.TwoTo52 + 1023);

    public static OneLane Fraction(OneLane x) => FromBits((x.Bits & DoubleBits.Fraction) | DoubleBits.One);

    public static OneLane Upper(OneLane x) => FromBits(x.Bits & DoubleBits.Upper);

    private static OneLane FromBits(long bits) => new(BitConverter.Int64BitsToDouble(bits));
}

/// <summary>A vector of numbers.</summary>
internal readonly struct ManyLanes(Vector<double> value) : ILanes<ManyLanes, Vector<long>>
{
    public readonly Vector<double> Value = value;

    private Vector<long> Bits => Vector.AsVectorInt64(Value);

    public static implicit operator ManyLanes(double value) => new(new Vector<double>(value));

    public static ManyLanes operator +(ManyLanes a, ManyLanes b) => new(a.Value + b.Value);

    public static ManyLanes operator -(ManyLanes a, ManyLanes b) => new(a.Value - b.Value);

    public static ManyLanes operator *(ManyLanes a, ManyLanes b) => new(a.Value * b.Value);

    public static ManyLanes operator /(ManyLanes a, ManyLanes b) => new(a.Value / b.Value);

    public static Vector<long> operator <(ManyLanes a, ManyLanes b) => Vector.LessThan(a.Value, b.Value);

    public static Vector<long> operator >(ManyLanes a, ManyLanes b) => Vector.GreaterThan(a.Value, b.Value);

    public static Vector<long> Equals(ManyLanes a, ManyLanes b) => Vector.Equals(a.Value, b.Value);

    public static Vector<long> IsNaN(ManyLanes x) => ~Vector.Equals(x.Value, x.Value);

    public static Vector<long> And(Vector<long> a, Vector<long> b) => a & b;

    public static Vector<long> Or(Vector<long> a, Vector<long> b) => a | b;

    public static Vector<long> Not(Vector<long> mask) => ~mask;

    public static bool Any(Vector<long> mask) => mask != Vector<long>.Zero;

    public static ManyLanes Select(Vector<long> mask, ManyLanes whereTrue, ManyLanes whereFalse) =>
        new(Vector.ConditionalSelect(mask, whereTrue.Value, whereFalse.Value));

    public static ManyLanes Sqrt(ManyLanes x) => new(Vector.SquareRoot(x.Value));

    public static ManyLanes Abs(ManyLanes x) => FromBits(x.Bits & new Vector<long>(~DoubleBits.Sign));

    public static ManyLanes WithSign(ManyLanes magnitude, ManyLanes sign) =>
        FromBits((magnitude.Bits & new Vector<long>(~DoubleBits.Sign)) | (sign.Bits & new Vector<long>(DoubleBits.Sign)));

    public static ManyLanes PowerOfTwo(ManyLanes exponent) =>
        FromBits(Vector.ShiftLeft((exponent + (DoubleBits.IntegerShift + 1023)).Bits, DoubleBits.FractionLength));

    public static ManyLanes Exponent(ManyLanes x) =>
        FromBits(Vector.ShiftRightLogical(x.Bits, DoubleBits.FractionLength) | ((ManyLanes)DoubleBits.TwoTo52).Bits)
        - (DoubleBits.TwoTo52 + 1023);

    public static ManyLanes Fraction(ManyLanes x) =>
        FromBits((x.Bits & new Vector<long>(DoubleBits.Fraction)) | new Vector<long>(DoubleBits.One));

    public static ManyLanes Upper(ManyLanes x) => FromBits(x.Bits & new Vector<long>(DoubleBits.Upper));

    private static ManyLanes FromBits(Vector<long> bits) => new(Vector.AsVectorDouble(bits));
}
