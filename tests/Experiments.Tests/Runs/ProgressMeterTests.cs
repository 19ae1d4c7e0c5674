using Experiments.Runs;

namespace Experiments.Tests.Runs;

/// <summary>An estimate of the time that is left waits until it can mean something.</summary>
public sealed class ProgressMeterTests
{
    /// <summary>Runs that are over, threads, seconds, and the seconds that are left of 100 runs.</summary>
    [TestCase(0, 1, 60, null)]
    [TestCase(1, 1, 0.5, null)]
    [TestCase(1, 1, 3, 297.0)]
    [TestCase(4, 8, 60, null)]
    [TestCase(8, 8, 4, 46.0)]
    [TestCase(5, 2, 1, 19.0)]
    [TestCase(100, 2, 1, 0.0)]
    public void TimeLeft_AfterRuns_WaitsForAWaveAndForFiveRunsOrTwoSeconds(int runs, int threads, double seconds, double? expected)
    {
        var now = Meter(runs, threads).At(TimeSpan.FromSeconds(seconds));
        Assert.That(now.TimeLeft?.TotalSeconds, expected is null ? Is.Null : Is.EqualTo(expected).Within(1e-6));
        Assert.That(now.Done, Is.EqualTo(runs));
    }

    [Test]
    public void Uncertainty_WithMoreRuns_Shrinks()
    {
        Assert.That(Meter(16, 2).At(TimeSpan.FromSeconds(4)).Uncertainty, Is.EqualTo(0.25));
        Assert.That(Meter(64, 2).At(TimeSpan.FromSeconds(4)).Uncertainty, Is.EqualTo(0.125));
    }

    private static ProgressMeter Meter(int runs, int threads)
    {
        var meter = new ProgressMeter(null, threads);
        meter.Plan(0, 100);
        for (var i = 0; i < runs; i++)
            meter.Advance();
        return meter;
    }
}
