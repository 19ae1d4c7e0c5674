using Experiments.Analysis;

namespace Experiments.Tests.Analysis;

public sealed class BootstrapTests
{
    private static readonly double[] Skewed = [.. Enumerable.Range(1, 40).Select(i => i * i / 40.0)];

    [Test]
    public void QuantilesOf_OneSeed_IsAlwaysTheSame()
    {
        var first = Median(new Bootstrap(7), Skewed, Alone(40));
        Assert.That(Median(new Bootstrap(7), Skewed, Alone(40)), Is.EqualTo(first));
        Assert.That(Median(new Bootstrap(8), Skewed, Alone(40)), Is.Not.EqualTo(first));
    }

    [Test]
    public void QuantilesOf_CopiesOfAFewUnits_AreAsWideAsThoseOfTheUnits()
    {
        double[] sample = [.. Enumerable.Range(0, 30).Select(i => i / 29.0)];
        double[] copies = [.. sample.SelectMany(value => Enumerable.Repeat(value, 9))];
        var (alone, copied) = (Median(new Bootstrap(7), sample, Alone(30)), Median(new Bootstrap(7), copies, [.. Enumerable.Range(0, 270).Select(i => i / 9)]));
        Assert.That(copied.High - copied.Low, Is.EqualTo(alone.High - alone.Low).Within(0.05), "nine copies of a run say no more than the run");
        Assert.That(Median(new Bootstrap(7), copies, Alone(270)).High, Is.LessThan(copied.High - 0.05));
    }

    [Test]
    public void QuantilesOf_SeveralSamples_AreThoseOfResamplesWrittenOut()
    {
        double[] probabilities = [0.001, 0.05, 0.5, 0.52, 0.999];
        var dice = new Random(3);
        (double[] Sorted, IReadOnlyList<int> Units)[] samples =
        [
            (Skewed, Alone(40)),
            ([.. Skewed.Select(Math.Sqrt)], [.. Alone(40).OrderBy(_ => dice.Next())]),
            ([.. Enumerable.Range(0, 120).Select(i => Math.Floor(i / 7.0))], [.. Enumerable.Range(0, 120).Select(i => 3 * (i % 40))]),
            (Skewed, [.. Enumerable.Range(0, 40).Select(i => i % 30)]),
        ];
        var intervals = new Bootstrap(7).QuantilesOf(samples, probabilities);
        foreach (var ((sorted, units), own) in samples.Zip(intervals))
        {
            int[] places = [.. units.Distinct().Order()];
            var expected = new Bootstrap(7).Percentile(places.Length, probabilities.Length, (resample, results) =>
            {
                double[] drawn = [.. resample.ToArray().SelectMany(place => sorted.Where((_, i) => units[i] == places[place])).Order()];
                for (var i = 0; i < results.Length; i++)
                    results[i] = Quantiles.Of(drawn, probabilities[i]);
            });
            Assert.That(own, Is.EqualTo(expected));
        }
    }

    [Test]
    public void QuantilesOf_FewUnitsOrOneValue_HaveNoInterval()
    {
        Assert.That(Median(new Bootstrap(7), Skewed, [.. Enumerable.Range(0, 40).Select(i => i % 19)]).Low, Is.NaN);
        Assert.That(Median(new Bootstrap(7), [.. Enumerable.Repeat(2.0, 40)], Alone(40)).Low, Is.NaN);
    }

    [Test]
    public void QuantilesOf_AUniformSample_HoldTheTruth()
    {
        var sample = Enumerable.Range(0, 200).Select(i => i / 199.0).ToArray();
        var intervals = new Bootstrap(7).QuantilesOf(sample, Alone(200), [0.1, 0.5]);
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
            results[1] = resample[0] != 0 ? resample[0] : double.NaN;
        });
        Assert.That(intervals[0].Low, Is.NaN);
        Assert.That(intervals[1], Is.EqualTo(new Interval(1, 4)));
    }

    [Test]
    public void Percentile_WhereResamplesSayTheSame_HasNoInterval() =>
        Assert.That(new Bootstrap(7).Percentile(5, 1, (_, results) => results[0] = 3)[0].Low, Is.NaN);

    /// <summary>Five elements that are alike but for what each of 30 replications adds to all of them: only the replications vary.</summary>
    [Test]
    public void Percentile_OfElementsAndReplications_ShowsWhatReplicationsDo()
    {
        double[] shared = [.. Enumerable.Range(0, 30).Select(i => i / 29.0)];
        var interval = new Bootstrap(7).Percentile(5, 30, 1, (_, replications, results) => results[0] = replications.Average(replication => shared[replication]))[0];
        // The standard deviation of 30 evenly spread numbers is 0.3, that of their mean 0.055.
        Assert.That((interval.Low, interval.High), Is.EqualTo((0.39, 0.61)).Using<(double, double), (double, double)>((one, other) => Math.Abs(one.Item1 - other.Item1) < 0.02 && Math.Abs(one.Item2 - other.Item2) < 0.02));
    }

    [Test]
    public void Resamples_TooFew_AreRefused() => Assert.That(() => new Bootstrap(7, 99), Throws.TypeOf<ArgumentOutOfRangeException>());

    private static Interval Median(Bootstrap bootstrap, double[] sorted, int[] units) => bootstrap.QuantilesOf(sorted, units, [0.5])[0];

    private static int[] Alone(int count) => [.. Enumerable.Range(0, count)];
}
