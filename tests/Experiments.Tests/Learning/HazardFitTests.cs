using Agents;
using Agents.Random;
using Experiments.Learning;

namespace Experiments.Tests.Learning;

public sealed class HazardFitTests
{
    [Test]
    public void Of_OneRate_IsItsLogOdds()
    {
        var data = new HazardData(1);
        for (var i = 0; i < 10_000; i++)
            data.Add([1], 1, i % 50 == 0, i);
        var fit = HazardFit.Of(data);
        using (Assert.EnterMultipleScope())
        {
            // 200 of 10,000: log odds ln(.02/.98), standard error 1/sqrt(10,000 · .02 · .98).
            Assert.That(fit.Coefficients[0], Is.EqualTo(Math.Log(0.02 / 0.98)).Within(0.001));
            Assert.That(fit.Errors[0], Is.EqualTo(1 / Math.Sqrt(196)).Within(0.001));
            Assert.That(fit.HazardError(0), Is.EqualTo(Math.Sqrt(0.02 * 0.98 / 10_000)).Within(1e-5), "that of a share");
            Assert.That(fit.Explained, Is.Zero.Within(1e-4));
        }
    }

    [Test]
    public void Of_CopiesInOneCluster_AreNoEvidenceOfTheirOwn()
    {
        var (alone, copied) = (new HazardData(1), new HazardData(1));
        for (var i = 0; i < 2_000; i++)
        {
            alone.Add([1], 1, i % 20 == 0, i);
            for (var copy = 0; copy < 4; copy++)
                copied.Add([1], 1, i % 20 == 0, i);
        }
        Assert.That(HazardFit.Of(copied).Errors[0], Is.EqualTo(HazardFit.Of(alone).Errors[0]).Within(0.001));
    }

    [Test]
    public void Of_StretchesOfOtherLength_AreAtRiskForAsLong()
    {
        // A hazard of .004 a unit, seen over stretches of 1 and of 5.
        var data = new HazardData(1);
        for (var i = 0; i < 20_000; i++)
            data.Add([1], i % 2 == 0 ? 1 : 5, i % 2 == 0 ? i % 500 == 0 : i % 100 == 1, i);
        Assert.That(HazardFit.Hazard(data, 0, HazardFit.Of(data).Coefficients), Is.EqualTo(0.004).Within(0.0001));
    }

    /// <summary>Synthetic leader-months: two paths, what is seen at the look, and what fades.</summary>
    [Test]
    public void Of_SyntheticMonths_FindsTheCoefficientsWithinTheirErrors()
    {
        double[] truth = [-4, -3, 1.5, 2];
        var data = new HazardData(4);
        var random = new Draws(Seed.Of(3), 1, 0, new Purpose(1000));
        for (var leader = 0; leader < 4_000; leader++)
        {
            var (isWar, seen) = (leader % 2, random.Normal());
            for (var (month, over) = (1, false); month <= 12 && !over; month++)
            {
                double[] row = [isWar, 1 - isWar, (1 - isWar) * Math.Pow(0.5, month / 6.0), 0.5 * seen];
                over = random.Chance(1 / (1 + Math.Exp(-row.Zip(truth, (x, b) => x * b).Sum())));
                data.Add(row, 1, over, leader, isWar);
            }
        }
        var fit = HazardFit.Of(data);
        using (Assert.EnterMultipleScope())
        {
            for (var j = 0; j < truth.Length; j++)
                Assert.That((fit.Coefficients[j] - truth[j]) / fit.Errors[j], Is.InRange(-3, 3), $"coefficient {j}: {fit.Coefficients[j]} ({fit.Errors[j]})");
            Assert.That(fit.Errors, Is.All.InRange(0.02, 0.4));
            Assert.That(fit.Explained, Is.InRange(0.05, 0.4));
            Assert.That(Enumerable.Range(0, data.Count).Sum(fit.Chance), Is.EqualTo(data.Events).Within(0.5), "as many as there were");
        }
    }
}
