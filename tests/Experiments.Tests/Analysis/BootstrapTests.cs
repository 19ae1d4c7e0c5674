using Agents;
using Agents.Random;
using Experiments.Analysis;

namespace Experiments.Tests.Analysis;

public sealed class BootstrapTests
{
    private static readonly double[] Skewed = [.. Enumerable.Range(1, 40).Select(i => i * i / 40.0)];

    [Test]
    public void Mean_OfOneSeed_IsAlwaysTheSame()
    {
        var first = new Bootstrap(7).Mean(Skewed);
        Assert.That(new Bootstrap(7).Mean(Skewed), Is.EqualTo(first));
        Assert.That(new Bootstrap(8).Mean(Skewed), Is.Not.EqualTo(first));
    }

    [Test]
    public void Mean_OfASkewedSample_ReachesFurtherWhereTheTailIs()
    {
        var interval = new Bootstrap(7, 20_000).Mean(Skewed);
        var plain = new Bootstrap(7, 20_000).Percentile(Skewed.Length, 1, (resample, results) =>
        {
            var sum = 0.0;
            foreach (var index in resample)
                sum += Skewed[index];
            results[0] = sum / resample.Length;
        })[0];
        var mean = Skewed.Average();
        Assert.That(interval.High - mean, Is.GreaterThan(mean - interval.Low));
        Assert.That(interval.Low, Is.GreaterThan(plain.Low).And.LessThan(mean), "the correction moves the interval towards the tail");
        Assert.That(interval.High, Is.GreaterThan(plain.High));
    }

    /// <summary>Of 400 samples of 30 exponential numbers with mean 1: a nominal 95 % interval must hold 1 in 89 % to 99 %.</summary>
    [Test]
    public void Mean_OverManySamples_HoldsTheTruthAboutAsOftenAsItSays()
    {
        var bootstrap = new Bootstrap(3);
        var covered = Enumerable.Range(1, 400).Count(sample =>
        {
            var draws = new Draws(Seed.Of(1, sample), 0, 0, new Purpose(2000));
            var values = new double[30];
            foreach (ref var value in values.AsSpan())
                value = draws.Exponential(1);
            var interval = bootstrap.Mean(values);
            return interval.Low <= 1 && interval.High >= 1;
        });
        Assert.That(covered, Is.InRange(356, 396));
    }

    [Test]
    public void Mean_OfEqualValues_IsThatValue() => Assert.That(new Bootstrap(7).Mean([2, 2, 2]), Is.EqualTo(new Interval(2, 2)));

    [Test]
    public void Mean_OfOneValue_HasNoInterval() => Assert.That(new Bootstrap(7).Mean([2]).Low, Is.NaN);

    [Test]
    public void QuantilesOf_AUniformSample_HoldTheTruth()
    {
        var sample = Enumerable.Range(0, 200).Select(i => i / 199.0).ToArray();
        var intervals = new Bootstrap(7).QuantilesOf(sample, [0.1, 0.5]);
        // The standard error of a median of n uniform numbers is 1 / (2 sqrt n) = 0.035.
        Assert.That(intervals[1].Low, Is.EqualTo(0.5 - 1.96 * 0.0354).Within(0.015));
        Assert.That(intervals[1].High, Is.EqualTo(0.5 + 1.96 * 0.0354).Within(0.015));
        Assert.That((intervals[0].Low, intervals[0].High), Is.EqualTo((0.06, 0.14)).Using<(double, double), (double, double)>((a, b) => Math.Abs(a.Item1 - b.Item1) < 0.015 && Math.Abs(a.Item2 - b.Item2) < 0.015));
    }

    [Test]
    public void Percentile_OfAStatisticThatIsMostlyMissing_HasNoInterval()
    {
        var intervals = new Bootstrap(7).Percentile(5, 2, (resample, results) =>
        {
            results[0] = resample[0] == 0 ? 1 : double.NaN;
            results[1] = resample[0] != 0 ? 1 : double.NaN;
        });
        Assert.That(intervals[0].Low, Is.NaN);
        Assert.That(intervals[1], Is.EqualTo(new Interval(1, 1)));
    }

    [Test]
    public void Resamples_TooFew_AreRefused() => Assert.That(() => new Bootstrap(7, 99), Throws.TypeOf<ArgumentOutOfRangeException>());
}
