using Agents;
using Agents.Numerics;
using Experiments.Calibration.Guided;

namespace Experiments.Tests.Calibration.Guided;

public sealed class TemperedSamplerTests
{
    /// <summary>Prior N(0, 1), data N(z, 0.02^2) at 1.5, in one of four coordinates: far out in the prior, and narrow.</summary>
    [Test]
    public void Draw_OfANarrowPeak_FindsTheConjugatePosterior()
    {
        const double Variance = 0.02 * 0.02;
        var sample = TemperedSampler.Draw(position =>
        {
            var off = Functions.NormalQuantile(position[1]) - 1.5;
            return -0.5 * off * off / Variance;
        }, 4, 1000, Seed.Of(1), 2);
        var (mean, deviation) = Moments(sample, 1);
        // 1,000 draws that share ancestors: four standard errors of 300 independent ones.
        Assert.That(mean, Is.EqualTo(1.5 / (1 + Variance)).Within(0.0047));
        Assert.That(deviation, Is.EqualTo(0.02).Within(0.0034));
        (mean, deviation) = Moments(sample, 0);
        Assert.That(mean, Is.EqualTo(0).Within(0.23));
        Assert.That(deviation, Is.EqualTo(1).Within(0.17));
    }

    /// <summary>Two peaks of one width, the right of which is worth three times the left.</summary>
    [Test]
    public void Draw_OfTwoPeaks_GivesEachItsShare()
    {
        var sample = TemperedSampler.Draw(position =>
        {
            double Peak(double at)
            {
                var off = (Functions.NormalQuantile(position[0]) - at) / 0.05;
                return Functions.Exp(-0.5 * off * off);
            }

            return Functions.Log(Peak(-1) + 3 * Peak(1) + 1e-300);
        }, 2, 2000, Seed.Of(3), 2);
        Assert.That(sample.Count(position => position[0] > 0.5) / 2000.0, Is.EqualTo(0.75).Within(0.08));
    }

    [Test]
    public void Draw_WithoutData_IsThePrior()
    {
        var (mean, deviation) = Moments(TemperedSampler.Draw(_ => 0, 3, 1000, Seed.Of(1), 2), 2);
        Assert.That(mean, Is.EqualTo(0).Within(0.13));
        Assert.That(deviation, Is.EqualTo(1).Within(0.09));
    }

    [Test]
    public void Draw_OnAnyNumberOfThreads_GivesTheSameBits()
    {
        static double Log(double[] position) => -30 * (position[0] - 0.2) * (position[0] - 0.2) - 20 * position[0] * position[1];
        var one = TemperedSampler.Draw(Log, 2, 200, Seed.Of(1), 1);
        Assert.That(TemperedSampler.Draw(Log, 2, 200, Seed.Of(1), 5), Is.EqualTo(one));
        Assert.That(TemperedSampler.Draw(Log, 2, 200, Seed.Of(2), 1), Is.Not.EqualTo(one));
    }

    [Test]
    public void Draw_WhereMostIsImpossible_StaysWhereItIsNot()
    {
        var sample = TemperedSampler.Draw(position => position[0] < 0.9 ? double.NaN : 0, 1, 400, Seed.Of(1), 2);
        Assert.That(sample.Min(position => position[0]), Is.GreaterThanOrEqualTo(0.9));
        Assert.That(sample.Average(position => position[0]), Is.EqualTo(0.95).Within(0.01));
    }

    private static (double Mean, double Deviation) Moments(IReadOnlyList<double[]> sample, int k)
    {
        var numbers = sample.Select(position => Functions.NormalQuantile(position[k])).ToList();
        var mean = numbers.Average();
        return (mean, Math.Sqrt(numbers.Average(number => (number - mean) * (number - mean))));
    }
}
