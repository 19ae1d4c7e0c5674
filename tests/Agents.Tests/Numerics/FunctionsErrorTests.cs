using System.Numerics;
using Agents.Numerics;

namespace Agents.Tests.Numerics;

/// <summary>The errors that the documentation states, against exact references over dense random arguments.</summary>
public class FunctionsErrorTests
{
    private const int Count = 1500;

    [Test]
    public void Exact_KnownConstants_AreRight()
    {
        Assert.That(Exact.Ulps(Math.E, Exact.Exp(1)), Is.LessThan(0.5));
        Assert.That(Exact.Ulps(2.302585092994045684, Exact.Log(10)), Is.LessThan(0.5));
        Assert.That(Exact.Ulps(Math.Sqrt(2), Exact.Pow(2, 0.5)), Is.LessThan(0.5));
        Assert.That(Exact.Ulps(0.15865525393145705142, Exact.NormalCdf(-1)), Is.LessThan(0.5));
        Assert.That(Exact.Ulps(7.6198530241605260660e-24, Exact.NormalCdf(-10)), Is.LessThan(0.5));
        Assert.That(Exact.Ulps(0.73105857863000487926, Exact.Logistic(1)), Is.LessThan(0.5));
    }

    [TestCase(-708.0, 709.7)]
    [TestCase(-2.0, 2.0)]
    [TestCase(-745.0, -708.0)]
    public void Exp_RandomArguments_StaysWithinStatedError(double from, double to) =>
        AssertWithin(0.9, Between(from, to), Functions.Exp, Exact.Exp);

    [TestCase(1e-310, 1e308)]
    [TestCase(0.9, 1.1)]
    [TestCase(0.5, 2.0)]
    public void Log_RandomArguments_StaysWithinStatedError(double from, double to) =>
        AssertWithin(0.9, BetweenOrders(from, to), Functions.Log, Exact.Log);

    [TestCase(-0.6, 1.5)]
    [TestCase(-0.001, 0.001)]
    [TestCase(-1.0, -0.99)]
    [TestCase(1.0, 1e6)]
    [TestCase(1e15, 1e17)]
    public void Log1p_RandomArguments_StaysWithinStatedError(double from, double to) =>
        AssertWithin(0.9, Between(from, to), Functions.Log1p, Exact.Log1p);

    [TestCase(-36.0, -8.0, 100)]
    [TestCase(-8.0, 8.0, Count)]
    [TestCase(-1.0, 1.0, Count)]
    public void NormalCdf_RandomArguments_StaysWithinStatedError(double from, double to, int count) =>
        AssertWithin(8, Between(from, to).Take(count), Functions.NormalCdf, Exact.NormalCdf);

    [TestCase(-700.0, 40.0)]
    [TestCase(-3.0, 3.0)]
    public void Logistic_RandomArguments_StaysWithinStatedError(double from, double to) =>
        AssertWithin(2.5, Between(from, to), Functions.Logistic, Exact.Logistic);

    [TestCase(1e-300, 1e300, 0.9)]
    [TestCase(0.5, 2.0, 700.0)]
    [TestCase(0.99, 1.01, 60000.0)]
    public void Pow_RandomArguments_StaysWithinStatedError(double from, double to, double greatest)
    {
        var exponents = Between(-greatest, greatest).GetEnumerator();
        foreach (var x in BetweenOrders(from, to))
        {
            exponents.MoveNext();
            var y = exponents.Current;
            Assert.That(Exact.Ulps(Functions.Pow(x, y), Exact.Pow(x, y)), Is.LessThan(1.5), $"{x:R} ^ {y:R}");
        }
    }

    [TestCase(1e-12, 1e-2)]
    [TestCase(1e-2, 1.0)]
    [TestCase(0.4, 0.6)]
    public void NormalQuantile_RandomArguments_StaysWithinStatedError(double from, double to)
    {
        foreach (var p in BetweenOrders(from, to))
        {
            var quantile = Functions.NormalQuantile(p);
            var (whole, exponent) = Exact.NormalCdf(quantile);
            var (target, targetExponent) = Exact.Split(p);
            var excess = whole - Exact.Shift(target, targetExponent - exponent);
            var slope = Math.Exp(-quantile * quantile / 2) / Math.Sqrt(2 * Math.PI);
            var error = (double)BigInteger.Abs(Exact.Shift(excess, exponent + 200)) * Math.Pow(2, -200) / slope;
            Assert.That(error / Ulp(quantile), Is.LessThan(8), $"{p:R}");
        }
    }

    [Test]
    public void NormalQuantile_RisingArguments_Rises()
    {
        var last = double.NegativeInfinity;
        var falls = 0;
        for (var i = 0; i < 1 << 20; i++)
        {
            var quantile = Functions.NormalQuantile((i + 0.5) / (1 << 20));
            if (!(quantile > last))
                falls++;
            last = quantile;
        }
        Assert.That(falls, Is.Zero);
    }

    [Test]
    public void SingleForms_RandomArguments_StayWithinStatedError()
    {
        foreach (var value in Between(-10, 10))
        {
            var x = (float)value;
            AssertNearest(Functions.Exp(x), Exact.Exp(x));
            AssertNearest(Functions.Log(Math.Abs(x)), Exact.Log(Math.Abs(x)));
            AssertNearest(Functions.NormalCdf(x), Exact.NormalCdf(x));
            AssertNearest(Functions.Pow(Math.Abs(x), 1.7f), Exact.Pow(Math.Abs(x), 1.7f));
        }
    }

    private static void AssertNearest(float value, (BigInteger, int) exact)
    {
        var ulps = Exact.Ulps(value, exact) * (Math.BitIncrement((double)value) - value) / (MathF.BitIncrement(value) - value);
        Assert.That(Math.Abs(ulps), Is.LessThan(0.501));
    }

    private static void AssertWithin(
        double bound, IEnumerable<double> arguments, Func<double, double> function, Func<double, (BigInteger, int)> exact)
    {
        foreach (var x in arguments)
            Assert.That(Exact.Ulps(function(x), exact(x)), Is.LessThan(bound), $"at {x:R}");
    }

    private static double Ulp(double x) => Math.BitIncrement(Math.Abs(x)) - Math.Abs(x);

    private static IEnumerable<double> Between(double from, double to)
    {
        var random = new System.Random(20260101);
        for (var i = 0; i < Count; i++)
            yield return from + (to - from) * random.NextDouble();
    }

    private static IEnumerable<double> BetweenOrders(double from, double to) =>
        Between(Math.Log(from), Math.Log(to)).Select(Math.Exp);
}
