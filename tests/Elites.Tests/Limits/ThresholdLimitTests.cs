using Agents.Numerics;
using Agents.Random;

namespace Elites.Tests.Limits;

/// <summary>M12 alone is Granovetter's model of collective behaviour (1978), and Kuran's of unforeseen revolutions (1989).</summary>
public class ThresholdLimitTests
{
    private const int People = 100;

    // Thresholds 0, 1, 2, ...: all come out. Raise that of one person from 1 to 2, and one person alone is out.
    [TestCase(1, People)]
    [TestCase(2, 1)]
    public void Run_GranovettersTwoCrowds_DifferInOnePersonAndEndFarApart(int thresholdOfTheSecond, int expected)
    {
        var thresholds = Enumerable.Range(0, People).ToArray();
        thresholds[1] = thresholdOfTheSecond;
        Assert.That(Crowd.Settle(Make(), thresholds), Is.EqualTo(expected));
    }

    // Granovetter 1978: with a mean of 25 of 100 the crowd is some six persons up to a deviation of 12.2, then nearly all.
    [TestCase(8)]
    [TestCase(10)]
    [TestCase(12)]
    [TestCase(13)]
    [TestCase(16)]
    public void Run_NormalThresholds_EndAtTheLeastFixedPointOfTheirDistribution(double deviation)
    {
        var thresholds = new int[People];
        for (var i = 0; i < People; i++)
            thresholds[i] = (int)Math.Ceiling(25 + deviation * Functions.NormalQuantile((i + 0.5) / People));
        var (expected, before) = (0, -1);
        while (expected != before)
            (before, expected) = (expected, thresholds.Count(threshold => threshold <= expected));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Crowd.Settle(Make(), thresholds), Is.EqualTo(expected));
            Assert.That(expected, deviation < 12.2 ? Is.LessThan(10) : Is.GreaterThan(90));
        }
    }

    // Kuran 1989: near the threshold worlds of the same statistics diverge; away from it they do not.
    [Test]
    public void Run_WorldsOfOneDistribution_DivergeNearTheThresholdAlone()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ShareOfRevolutions(7), Is.Zero);
            Assert.That(ShareOfRevolutions(12.5), Is.InRange(0.2, 0.8));
            Assert.That(ShareOfRevolutions(25), Is.GreaterThan(0.9));
        }
    }

    [Test]
    public void Run_WorldsAlikeButForOnePerson_EndFarApartSomewhere()
    {
        var gaps = new List<int>();
        for (var seed = 1; seed <= 30; seed++)
        {
            var thresholds = Draw(seed, 12.5);
            thresholds.AsSpan().Sort();
            var one = Crowd.Settle(Make(), thresholds);
            // Whoever comes just when all who are readier are out, and nobody else does, holds the chain together.
            var link = Enumerable.Range(1, People / 2).FirstOrDefault(i => thresholds[i] == i && thresholds[i + 1] > i);
            thresholds[link]++;
            gaps.Add(one - Crowd.Settle(Make(), thresholds));
        }
        Assert.That(gaps, Has.Some.GreaterThan(People / 2).And.Some.LessThanOrEqualTo(2));
    }

    private static double ShareOfRevolutions(double deviation)
    {
        const int Seeds = 40;
        return Enumerable.Range(1, Seeds).Count(seed => Crowd.Settle(Make(), Draw(seed, deviation)) > People / 2) / (double)Seeds;
    }

    private static int[] Draw(int seed, double deviation)
    {
        var draws = new Draws(Seed.Of(seed), 0, 0, Purposes.Birth);
        var thresholds = new int[People];
        foreach (ref var threshold in thresholds.AsSpan())
            threshold = Math.Clamp((int)Math.Ceiling(draws.Normal(25, deviation)), 0, People);
        return thresholds;
    }

    private static ElitesModel Make() => Crowd.Make(set: p => p.Protest.EveryoneSees = true);
}
