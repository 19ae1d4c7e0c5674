using System.Numerics;
using Agents;
using Agents.Numerics;
using Agents.Random;

namespace WidthProbe;

/// <summary>Fills of Philox words and draws, and every function on a fixed grid, in vector form.</summary>
internal static class NumericsProbe
{
    public static void Feed(BitHash hash)
    {
        FeedWords(hash);
        FeedDraws(hash);
        FeedFunctions(hash);
    }

    private static uint[] Ids(int count) =>
        Array.ConvertAll(Enumerable.Range(0, count).ToArray(), i => (uint)i * 2654435761u);

    private static void FeedWords(BitHash hash)
    {
        foreach (var count in new[] { 0, 1, 3, 7, 16, 33, 100, 1024 })
        {
            var first = new uint[count];
            var second = new uint[count];
            Philox.FillFirstWords(Ids(count), (1, 2, 3), (4, 5), first);
            hash.Add<uint>(first);
            Philox.FillFirstTwoWords(Ids(count), (1, ~0u, 3), (~0u, 5), first, second);
            hash.Add<uint>(first);
            hash.Add<uint>(second);
        }
    }

    private static void FeedDraws(BitHash hash)
    {
        var singles = new float[1001];
        var doubles = new double[1001];
        Draws.FillUniform(Ids(1001), Seed.Of(6, 7), 8, new Purpose(1000), singles);
        hash.Add<float>(singles);
        Draws.FillSymmetric(Ids(1001), Seed.Of(6, 7), 8, new Purpose(1000), singles);
        hash.Add<float>(singles);
        Draws.FillNormal(Ids(1001), Seed.Of(6, 7), 8, new Purpose(1000), doubles);
        hash.Add<double>(doubles);
        var draws = new Draws(Seed.Of(9), 10, 11, new Purpose(1000));
        for (var i = 0; i < 1000; i++)
        {
            hash.Add(draws.Uniform(), draws.Normal(), draws.Exponential(2));
            hash.Add(draws.Below(i + 1));
        }
    }

    private static void FeedFunctions(BitHash hash)
    {
        const int Points = 16384;
        var x = new double[Points];
        for (var i = 0; i < Points; i++)
            x[i] = (i - Points / 2) * 0.0951171875;
        var p = Array.ConvertAll(Enumerable.Range(0, Points).ToArray(), i => i / (double)(Points - 1));
        foreach (var (one, many) in new (Func<double, double>, Func<Vector<double>, Vector<double>>)[]
        {
            (Functions.Exp, Functions.Exp), (Functions.Log, Functions.Log), (Functions.Log1p, Functions.Log1p),
            (Functions.NormalCdf, Functions.NormalCdf), (Functions.NormalQuantile, Functions.NormalQuantile),
            (Functions.Logistic, Functions.Logistic), (a => Functions.Pow(a, 1.7), a => Functions.Pow(a, new Vector<double>(1.7))),
            (a => Functions.Pow(a, -3), a => Functions.Pow(a, new Vector<double>(-3))),
        })
        {
            Feed(hash, x, one, many);
            Feed(hash, p, one, many);
        }
        foreach (var many in new Func<Vector<float>, Vector<float>>[]
        {
            Functions.Exp, Functions.Log, Functions.Log1p, Functions.NormalCdf, Functions.NormalQuantile, Functions.Logistic,
        })
        {
            Feed(hash, Array.ConvertAll(x, a => (float)a), many);
            Feed(hash, Array.ConvertAll(p, a => (float)a), many);
        }
    }

    private static void Feed(
        BitHash hash, double[] arguments, Func<double, double> one, Func<Vector<double>, Vector<double>> many)
    {
        var values = Array.ConvertAll(arguments, a => one(a));
        hash.Add<double>(values);
        for (var i = 0; i < values.Length; i += Vector<double>.Count)
            many(new Vector<double>(arguments, i)).CopyTo(values, i);
        hash.Add<double>(values);
    }

    private static void Feed(BitHash hash, float[] arguments, Func<Vector<float>, Vector<float>> many)
    {
        var values = new float[arguments.Length];
        for (var i = 0; i < values.Length; i += Vector<float>.Count)
            many(new Vector<float>(arguments, i)).CopyTo(values, i);
        hash.Add<float>(values);
    }
}
