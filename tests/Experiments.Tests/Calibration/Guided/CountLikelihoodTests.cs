using Agents.Numerics;
using Experiments.Calibration.Guided;
using Experiments.Config;

namespace Experiments.Tests.Calibration.Guided;

public sealed class CountLikelihoodTests
{
    private static readonly (Counts Counts, Belief Known)[] Cases =
    [
        (new(0, 10), new(-1, 0.5)),
        (new(1, 100), new(-3, 2)),
        (new(441, 7338), new(-2, 1)),
        (new(441, 7338), new(-2.8, 0.001)),
        (new(60, 60), new(1, 0.3)),
        (new(198, 397), new(0.4, 0.04)),
    ];

    private static IEnumerable<TestCaseData> Problems =>
        from one in Cases
        from link in Enum.GetValues<LinkFunction>()
        select new TestCaseData(link, one.Counts, one.Known);

    [TestCaseSource(nameof(Problems))]
    public void LogMean_IsTheIntegralOverWhatIsKnown(LinkFunction link, Counts counts, Belief known)
    {
        var exact = Integrate(link, counts, known).LogTotal;
        // Constants of the likelihood are large: what matters is the difference from one place to another, good to a hundredth.
        Assert.That(new CountLikelihood(link, counts).LogMean(known), Is.EqualTo(exact).Within(0.01));
    }

    [TestCaseSource(nameof(Problems))]
    public void Update_IsAboutTheMeanAndVarianceAfterwards(LinkFunction link, Counts counts, Belief known)
    {
        var (_, mean, variance) = Integrate(link, counts, known);
        var after = new CountLikelihood(link, counts).Update(known);
        Assert.That(after.Mean, Is.EqualTo(mean).Within(0.4 * Math.Sqrt(variance)), "the mode of a skewed curve is not its mean");
        Assert.That(after.Variance, Is.EqualTo(variance).Within(0.3 * variance));
        if (counts.Count > 100)
            Assert.That(after.Mean, Is.EqualTo(mean).Within(0.03 * Math.Sqrt(variance)));
    }

    [Test]
    public void Update_WithoutExposure_ChangesNothing([Values] LinkFunction link)
    {
        var after = new CountLikelihood(link, new(0, 0)).Update(new(-2, 0.3));
        Assert.That((after.Mean, after.Variance), Is.EqualTo((-2, 0.3)).Within(1e-12));
    }

    /// <summary>Adds up a fine grid of ten deviations of whatever is narrower, belief or counts.</summary>
    private static (double LogTotal, double Mean, double Variance) Integrate(LinkFunction link, Counts counts, Belief known)
    {
        const int Points = 40_000;
        var likelihood = new CountLikelihood(link, counts);
        var (low, width) = (known.Mean - 10 * Math.Sqrt(known.Variance), 20 * Math.Sqrt(known.Variance) / Points);
        double Log(double x) => likelihood.Log(x) - 0.5 * (x - known.Mean) * (x - known.Mean) / known.Variance - 0.5 * Functions.Log(2 * Math.PI * known.Variance);
        var places = Enumerable.Range(0, Points).Select(i => low + (i + 0.5) * width).ToList();
        var most = places.Max(Log);
        var weights = places.Select(x => Functions.Exp(Log(x) - most)).ToList();
        var total = weights.Sum();
        var mean = places.Zip(weights, (x, weight) => x * weight).Sum() / total;
        return (most + Functions.Log(total * width), mean, places.Zip(weights, (x, weight) => (x - mean) * (x - mean) * weight).Sum() / total);
    }
}
