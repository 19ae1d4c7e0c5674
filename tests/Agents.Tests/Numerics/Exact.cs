using System.Numerics;

namespace Agents.Tests.Numerics;

/// <summary>
/// Reference values in fixed-point arithmetic of some hundred bits, from the defining series. An exact number is a
/// whole number times a power of two.
/// </summary>
internal static class Exact
{
    private const int Bits = 384;

    private static readonly BigInteger One = BigInteger.One << Bits;
    private static readonly BigInteger Ln2 = 2 * InverseTangent(One / 3, hyperbolic: true);
    private static readonly BigInteger Pi =
        16 * InverseTangent(One / 5, hyperbolic: false) - 4 * InverseTangent(One / 239, hyperbolic: false);

    public static (BigInteger Whole, int Exponent) Exp(double x) => ExpOfFixed(Fixed(x));

    public static (BigInteger Whole, int Exponent) Log(double x) => (LogFixed(Split(x)), -Bits);

    public static (BigInteger Whole, int Exponent) Log1p(double x) => (LogFixed((One + Fixed(x), -Bits)), -Bits);

    public static (BigInteger Whole, int Exponent) Pow(double x, double y)
    {
        var (whole, exponent) = Split(y);
        return ExpOfFixed(Shift(LogFixed(Split(x)) * whole, exponent));
    }

    public static (BigInteger Whole, int Exponent) Logistic(double x)
    {
        var (whole, exponent) = Exp(-x);
        var denominator = One + Shift(whole, exponent + Bits);
        return ((One << 2000) / denominator, -2000);
    }

    /// <summary>
    /// The normal distribution function: one half and the density times x + x^3/3 + x^5/(3 5) + ... (Marsaglia 2004).
    /// In the lower tail it takes away nearly all of the half, hence the further bits.
    /// </summary>
    public static (BigInteger Whole, int Exponent) NormalCdf(double x)
    {
        var further = (int)(x * x);
        var scale = Bits + further;
        var fixedX = Shift(Split(x).Whole, Split(x).Exponent + scale);
        var square = fixedX * fixedX >> scale;
        var sum = BigInteger.Zero;
        var term = fixedX;
        for (var divisor = 3; !term.IsZero; divisor += 2)
        {
            sum += term;
            term = (term * square >> scale) / divisor;
            if (term == BigInteger.MinusOne)
                break;
        }
        var inverseDensity = SquareRoot(2 * PiTo(scale), scale) * ExpTo(square / 2, scale) >> scale;
        return ((BigInteger.One << (scale - 1)) + (sum << scale) / inverseDensity, -scale);
    }

    /// <summary>How far a number is from an exact one, in units of the number's last place.</summary>
    public static double Ulps(double value, (BigInteger Whole, int Exponent) exact)
    {
        const int Guard = 40;
        var (whole, exponent) = Split(value);
        var error = (whole << Guard) - Shift(exact.Whole, exact.Exponent - exponent + Guard);
        return (double)BigInteger.Abs(error) / (1L << Guard);
    }

    /// <summary>A finite number as a whole number of its last places.</summary>
    public static (BigInteger Whole, int Exponent) Split(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var biased = (int)(bits >> 52) & 0x7FF;
        var fraction = bits & ((1L << 52) - 1);
        var whole = biased == 0 ? fraction : fraction | (1L << 52);
        return (value < 0 ? -whole : whole, Math.Max(biased, 1) - 1075);
    }

    public static BigInteger Shift(BigInteger whole, int places) => places >= 0 ? whole << places : whole >> -places;

    private static BigInteger Fixed(double x) => Shift(Split(x).Whole, Split(x).Exponent + Bits);

    private static BigInteger LogFixed((BigInteger Whole, int Exponent) x)
    {
        var length = (int)x.Whole.GetBitLength();
        var reduced = Shift(x.Whole, Bits + 1 - length);
        var s = ((reduced - One) << Bits) / (reduced + One);
        return 2 * InverseTangent(s, hyperbolic: true) + (x.Exponent + length - 1) * Ln2;
    }

    private static (BigInteger Whole, int Exponent) ExpOfFixed(BigInteger x)
    {
        var exponent = (int)BigInteger.Divide(x, Ln2);
        return (ExpTo(x - exponent * Ln2, Bits), exponent - Bits);
    }

    private static BigInteger ExpTo(BigInteger x, int scale)
    {
        var sum = BigInteger.Zero;
        var term = BigInteger.One << scale;
        for (var n = 1; BigInteger.Abs(term) > 1; n++)
        {
            sum += term;
            term = (term * x >> scale) / n;
        }
        return sum;
    }

    private static BigInteger PiTo(int scale)
    {
        if (scale <= Bits)
            return Pi >> (Bits - scale);
        var one = BigInteger.One << scale;
        return 16 * InverseTangent(one / 5, hyperbolic: false, scale) - 4 * InverseTangent(one / 239, hyperbolic: false, scale);
    }

    private static BigInteger InverseTangent(BigInteger x, bool hyperbolic, int scale = Bits)
    {
        var square = x * x >> scale;
        var sum = BigInteger.Zero;
        var power = x;
        for (var n = 1; BigInteger.Abs(power) > 1; n += 2)
        {
            sum += hyperbolic || n % 4 == 1 ? power / n : -(power / n);
            power = power * square >> scale;
        }
        return sum;
    }

    private static BigInteger SquareRoot(BigInteger x, int scale)
    {
        var target = x << scale;
        var root = BigInteger.One << (int)((target.GetBitLength() + 1) / 2);
        while (true)
        {
            var next = (root + target / root) >> 1;
            if (next >= root)
                return root;
            root = next;
        }
    }
}
