using System.Numerics;
using Agents.Numerics;

namespace Agents.Tests.Numerics;

public class FunctionsTests
{
    private const double Infinity = double.PositiveInfinity;

    private static readonly double[] Special =
    [
        0, -0.0, double.Epsilon, -double.Epsilon, 1e-310, -1e-310, 1, -1, 0.5, -0.5, 2, 3, -2, -3, 709.7, 709.8, -745.1, -745.2,
        4503599627370497, 9007199254740993, 1e300, -1e300, double.MaxValue, double.MinValue, Infinity, -Infinity, double.NaN,
    ];

    private static readonly (string Name, Func<double, double> One, Func<Vector<double>, Vector<double>> Many)[] Doubles =
    [
        ("Exp", Functions.Exp, Functions.Exp),
        ("Log", Functions.Log, Functions.Log),
        ("Log1p", Functions.Log1p, Functions.Log1p),
        ("NormalCdf", Functions.NormalCdf, Functions.NormalCdf),
        ("NormalQuantile", Functions.NormalQuantile, Functions.NormalQuantile),
        ("Logistic", Functions.Logistic, Functions.Logistic),
    ];

    private static readonly (string Name, Func<float, float> One, Func<Vector<float>, Vector<float>> Many)[] Singles =
    [
        ("Exp", Functions.Exp, Functions.Exp),
        ("Log", Functions.Log, Functions.Log),
        ("Log1p", Functions.Log1p, Functions.Log1p),
        ("NormalCdf", Functions.NormalCdf, Functions.NormalCdf),
        ("NormalQuantile", Functions.NormalQuantile, Functions.NormalQuantile),
        ("Logistic", Functions.Logistic, Functions.Logistic),
    ];

    [TestCase(0.0, 1)]
    [TestCase(-0.0, 1)]
    [TestCase(710.0, Infinity)]
    [TestCase(-746.0, 0)]
    [TestCase(Infinity, Infinity)]
    [TestCase(-Infinity, 0)]
    [TestCase(double.NaN, double.NaN)]
    [TestCase(-745.13, double.Epsilon)]
    public void Exp_SpecialValues_AreAsIeeeHasThem(double x, double expected) => AssertBits(Functions.Exp(x), expected);

    [TestCase(0.0, -Infinity)]
    [TestCase(-0.0, -Infinity)]
    [TestCase(-1.0, double.NaN)]
    [TestCase(-double.Epsilon, double.NaN)]
    [TestCase(-Infinity, double.NaN)]
    [TestCase(1.0, 0)]
    [TestCase(Infinity, Infinity)]
    [TestCase(double.NaN, double.NaN)]
    [TestCase(double.Epsilon, -744.4400719213812)]
    public void Log_SpecialValues_AreAsIeeeHasThem(double x, double expected) => AssertBits(Functions.Log(x), expected);

    [TestCase(0.0, 0.0)]
    [TestCase(-0.0, -0.0)]
    [TestCase(-1.0, -Infinity)]
    [TestCase(-1.5, double.NaN)]
    [TestCase(Infinity, Infinity)]
    [TestCase(double.NaN, double.NaN)]
    [TestCase(1e-310, 1e-310)]
    public void Log1p_SpecialValues_AreAsIeeeHasThem(double x, double expected) => AssertBits(Functions.Log1p(x), expected);

    [TestCase(0.0, 0.5)]
    [TestCase(-Infinity, 0)]
    [TestCase(Infinity, 1)]
    [TestCase(-40.0, 0)]
    [TestCase(40.0, 1)]
    [TestCase(double.NaN, double.NaN)]
    public void NormalCdf_SpecialValues_AreTheLimits(double x, double expected) => AssertBits(Functions.NormalCdf(x), expected);

    [TestCase(0.0, -Infinity)]
    [TestCase(1.0, Infinity)]
    [TestCase(0.5, 0)]
    [TestCase(-0.1, double.NaN)]
    [TestCase(1.1, double.NaN)]
    [TestCase(double.NaN, double.NaN)]
    public void NormalQuantile_SpecialValues_AreTheLimits(double probability, double expected) =>
        AssertBits(Functions.NormalQuantile(probability), expected);

    [Test]
    public void NormalQuantile_ManyAtOnce_HaveTheBitsOfTheScalarForm()
    {
        double[] ends = [0.075, Math.BitDecrement(0.075), Math.BitIncrement(0.075), 0.925, Math.BitDecrement(0.925), Math.BitIncrement(0.925)];
        double[] probabilities = [.. Arguments(), .. ends, .. Enumerable.Range(0, 1_000).Select(i => i / 999.0)];
        foreach (var length in new[] { 0, 1, 7, 255, 256, 257, probabilities.Length })
        {
            var values = probabilities[^length..];
            Functions.NormalQuantile(values.AsSpan());
            for (var i = 0; i < length; i++)
                Assert.That(SameBits(values[i], Functions.NormalQuantile(probabilities[^(length - i)])), $"{probabilities[^(length - i)]:R}");
        }
    }

    // Test values of Wichura (1988).
    [TestCase(0.25, -0.6744897501960817)]
    [TestCase(0.001, -3.090232306167814)]
    [TestCase(1e-20, -9.262340089798408)]
    public void NormalQuantile_PublishedArguments_GivesPublishedValues(double probability, double expected) =>
        Assert.That(Functions.NormalQuantile(probability), Is.EqualTo(expected).Within(4).Ulps);

    [TestCase(0.0, 0.5)]
    [TestCase(-Infinity, 0)]
    [TestCase(Infinity, 1)]
    [TestCase(double.NaN, double.NaN)]
    public void Logistic_SpecialValues_AreTheLimits(double x, double expected) => AssertBits(Functions.Logistic(x), expected);

    [Test]
    public void Pow_SpecialValues_AreAsIeeeHasThem()
    {
        foreach (var x in Special)
        {
            foreach (var y in Special)
            {
                var actual = Functions.Pow(x, y);
                var expected = Math.Pow(x, y);
                var isSpecial = !double.IsFinite(expected) || expected is 0 or 1 or -1;
                if (isSpecial)
                    Assert.That(Same(actual, expected), $"{x:R} ^ {y:R} = {actual:R}, expected {expected:R}");
                else
                    Assert.That(actual, Is.EqualTo(expected).Within(2).Ulps, $"{x:R} ^ {y:R}");
            }
        }
    }

    [Test]
    public void VectorForms_AnyArgument_HaveTheBitsOfTheScalarForms()
    {
        var arguments = Arguments();
        foreach (var (name, one, many) in Doubles)
        {
            for (var from = 0; from + Vector<double>.Count <= arguments.Length; from += Vector<double>.Count)
            {
                var values = many(new Vector<double>(arguments, from));
                for (var i = 0; i < Vector<double>.Count; i++)
                    Assert.That(SameBits(values[i], one(arguments[from + i])), $"{name} at {arguments[from + i]:R}");
            }
        }
    }

    [Test]
    public void SingleVectorForms_AnyArgument_HaveTheBitsOfTheScalarForms()
    {
        var arguments = Array.ConvertAll(Arguments(), x => (float)x);
        foreach (var (name, one, many) in Singles)
        {
            for (var from = 0; from + Vector<float>.Count <= arguments.Length; from += Vector<float>.Count)
            {
                var values = many(new Vector<float>(arguments, from));
                for (var i = 0; i < Vector<float>.Count; i++)
                    Assert.That(SameBits(values[i], one(arguments[from + i])), $"{name} at {arguments[from + i]:R}");
            }
        }
    }

    [Test]
    public void PowVectorForms_AnyArguments_HaveTheBitsOfTheScalarForms()
    {
        var arguments = Arguments();
        foreach (var y in Special.Concat(arguments.Where((_, i) => i % 50 == 0)))
        {
            for (var from = 0; from + Vector<double>.Count <= arguments.Length; from += 5)
            {
                var values = Functions.Pow(new Vector<double>(arguments, from), new Vector<double>(y));
                var x = (float)arguments[from];
                var single = Functions.Pow(new Vector<float>(x), new Vector<float>((float)y));
                Assert.That(SameBits(single[0], Functions.Pow(x, (float)y)), $"{x:R} ^ {(float)y:R}");
                for (var i = 0; i < Vector<double>.Count; i++)
                    Assert.That(SameBits(values[i], Functions.Pow(arguments[from + i], y)), $"{arguments[from + i]:R} ^ {y:R}");
            }
        }
    }

    private static double[] Arguments()
    {
        var random = new System.Random(3);
        var near = Enumerable.Range(0, 800).Select(_ => random.NextDouble() * 16 - 8);
        var probabilities = Enumerable.Range(0, 200).Select(_ => random.NextDouble());
        var any = Enumerable.Range(0, 1000).Select(_ => BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue)));
        return [.. Special, .. near, .. probabilities, .. any, .. Special];
    }

    private static void AssertBits(double actual, double expected) => Assert.That(Same(actual, expected), $"{actual:R}, expected {expected:R}");

    private static bool Same(double a, double b) => double.IsNaN(b) ? double.IsNaN(a) : SameBits(a, b);

    private static bool SameBits(double a, double b) => BitConverter.DoubleToInt64Bits(a) == BitConverter.DoubleToInt64Bits(b);

    private static bool SameBits(float a, float b) => BitConverter.SingleToInt32Bits(a) == BitConverter.SingleToInt32Bits(b);
}
