using System.Runtime.CompilerServices;
using Agents.Random;

namespace Agents.Testing;

/// <summary>
/// Values that break what is nearly right: what is not a number, zeros of both signs, infinities, subnormal numbers, the extremes of
/// whole numbers, and between them plain values and any bits at all.
/// </summary>
/// <param name="seed">Equal seeds give equal values.</param>
internal sealed class OddValues(int seed)
{
    private static readonly float[] Singles =
    [
        0f, -0f, 1f, -1f, 0.5f, float.NaN, float.PositiveInfinity, float.NegativeInfinity, float.MaxValue, float.MinValue, float.Epsilon, -float.Epsilon, 1e-40f,
        16777217f, 2147483520f, 2147483648f, -2147483648f, -2147483904f, 4294967296f, 9.223372e18f, -9.223372e18f, 1.8446744e19f, 255.5f, 256f, 65536f, -129f, float.BitIncrement(1f),
    ];

    private static readonly double[] Doubles =
    [
        0d, -0d, 1d, -1d, 0.5, double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.MaxValue, double.MinValue, double.Epsilon, -double.Epsilon, 1e-310,
        2147483647d, 2147483647.5, 2147483648d, -2147483648d, -2147483649d, 4294967295d, 4294967296d, 9007199254740993d, 9.2233720368547758e18, -9.2233720368547758e18, 1.8446744073709552e19, 3.4028236e38,
    ];

    private static readonly long[] Wholes =
    [
        0, 1, -1, 2, 3, 7, -7, 31, 32, 33, 63, 64, 100, 127, 128, -128, -129, 255, 256, 32767, 32768, -32768, 65535, 65536, 16777217, int.MaxValue, int.MinValue, uint.MaxValue, 1L << 32, (1L << 53) + 1, long.MaxValue, long.MinValue,
    ];

    private Draws draws = new(Seed.Of(seed), 0, 0, new Purpose(1000));

    /// <summary>True with a chance.</summary>
    public bool Chance(double probability) => draws.Chance(probability);

    /// <summary>A number from 0 to n - 1.</summary>
    public int Below(int n) => draws.Below(n);

    /// <summary>True for a type of which there are values.</summary>
    public static bool Has(Type type) => type.IsEnum || type.IsPrimitive && type != typeof(char) && type != typeof(nint) && type != typeof(nuint);

    /// <summary>A value of a type.</summary>
    public T Next<T>()
        where T : unmanaged
    {
        if (typeof(T).IsEnum)
        {
            var values = Enum.GetValuesAsUnderlyingType(typeof(T));
            return (T)Enum.ToObject(typeof(T), values.GetValue(Below(values.Length))!);
        }
        if (typeof(T) == typeof(float))
            return As<float, T>(Single());
        if (typeof(T) == typeof(double))
            return As<double, T>(Double());
        if (typeof(T) == typeof(bool))
            return As<bool, T>(draws.Word() % 2 == 0);
        return As<long, T>(Whole());
    }

    // The lowest bytes; all the machines that the framework runs on have them first.
    private static TTo As<TFrom, TTo>(TFrom value)
        where TFrom : unmanaged
        where TTo : unmanaged => Unsafe.As<TFrom, TTo>(ref value);

    private float Single() => Below(3) switch
    {
        0 => 4 * draws.UniformSingle() - 2,
        1 => Singles[Below(Singles.Length)],
        _ => BitConverter.UInt32BitsToSingle(draws.Word()),
    };

    private double Double() => Below(4) switch
    {
        0 => 4 * draws.Uniform() - 2,
        1 => Doubles[Below(Doubles.Length)],
        2 => Single(),
        _ => BitConverter.UInt64BitsToDouble(Bits()),
    };

    private long Whole() => Below(3) switch
    {
        0 => Below(21) - 10,
        1 => Wholes[Below(Wholes.Length)],
        _ => (long)Bits(),
    };

    private ulong Bits() => (ulong)draws.Word() << 32 | draws.Word();
}
