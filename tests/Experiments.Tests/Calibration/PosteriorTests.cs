using Experiments.Calibration;
using Experiments.Config;
using Experiments.Design;
using Experiments.Tests.Models;

namespace Experiments.Tests.Calibration;

public sealed class PosteriorTests
{
    [Test]
    public void Summarise_AWeightedSample_GivesItsMomentsAndQuantiles()
    {
        // Values 0, 4, 8 of a uniform prior on 0 to 10, of weights 0.5, 0.25, 0.25: mean 3, variance 11.
        var one = Posterior.Summarise(Plan(), Sample((0.0, 0.5), (0.4, 0.25), (0.8, 0.25)))[0];
        Assert.That(one.PriorMean, Is.EqualTo(5).Within(1e-9));
        Assert.That(one.PriorDeviation, Is.EqualTo(10 / Math.Sqrt(12)).Within(1e-6));
        Assert.That(one.Mean, Is.EqualTo(3).Within(1e-12));
        Assert.That(one.Deviation, Is.EqualTo(Math.Sqrt(11)).Within(1e-12));
        Assert.That(one.Contraction, Is.EqualTo(1 - 11 * 12 / 100.0).Within(1e-6));
        Assert.That(one.Quantiles, Is.EqualTo(new[] { 0.0, 0, 0, 4, 8 }));
        Assert.That(one.Nearest, Is.EqualTo(8));
    }

    [Test]
    public void Draw_ByWeight_TakesEachParticleAsOftenAsItsWeightSays()
    {
        var draws = Posterior.Draw(Sample((0.1, 0.5), (0.4, 0.25), (0.8, 0.25)), 8, 1);
        Assert.That(draws.Select(position => position[0]), Is.EqualTo(new[] { 0.1, 0.1, 0.1, 0.1, 0.4, 0.4, 0.8, 0.8 }));
    }

    [Test]
    public void Fit_OfDrawsWithAMissingStatistic_LeavesItOutAndCountsIt()
    {
        var predictive = new[] { 1.0, 2, double.NaN, 3 }.Select(value => new Evaluation(0, [value])).ToList();
        var fit = Posterior.Fit(Plan(), Sample((0.1, 0.75), (0.5, 0.25)), predictive)[0];
        Assert.That(fit.PosteriorMean, Is.EqualTo(0.2).Within(1e-12));
        Assert.That((fit.PredictiveMean, fit.PredictiveInterval.Low, fit.PredictiveInterval.High, fit.Missing), Is.EqualTo((2, 1, 3, 1)));
        Assert.That(fit.IsInside, Is.True);
        Assert.That((fit with { PredictiveMean = 2.6 }).IsInside, Is.False);
    }

    [TestCase(1, 2, 3, false, 2, 0)]
    [TestCase(1, 2, 4, false, 4, 1)]
    [TestCase(1, 2, 4, false, 0.5, 1.5)]
    [TestCase(1, 2, 4, true, 1, 1)]
    [TestCase(1, 2, 4, true, 8, 2)]
    [TestCase(1, 2, 4, true, 0, double.NaN)]
    [TestCase(1, 2, 4, false, double.NaN, double.NaN)]
    public void Deviation_IsInTolerances(double low, double value, double high, bool isFactor, double statistic, double deviation) =>
        Assert.That((Target() with { Low = low, Value = value, High = high, Factor = isFactor ? 2 : null }).Deviation(statistic), Is.EqualTo(deviation).Within(1e-12));

    [Test]
    public void Compare_IsTheRootOfTheMeanSquareOfWhatCanBeTold()
    {
        CalibrationTarget[] two = [Target(), Target()];
        var (missing, distance) = CalibrationTarget.Compare(two, [2 + 0.5 * 3, 2 - 0.5 * 4]);
        Assert.That(missing, Is.Zero);
        Assert.That(distance, Is.EqualTo(Math.Sqrt((9 + 16) / 2.0)).Within(1e-12));
        Assert.That(CalibrationTarget.Compare(two, [2 + 0.5 * 3, double.NaN]), Is.EqualTo((1, 3.0)));
        Assert.That(CalibrationTarget.Compare(two, [double.NaN, double.NaN]), Is.EqualTo((2, double.PositiveInfinity)));
    }

    /// <summary>0.3 x 1.7 over 0.3 is not 1.7.</summary>
    [Test]
    public void ToString_OfAFactor_GivesItBack()
    {
        var target = Target() with { Value = 0.3, Low = 0.3 / 1.7, High = 0.3 * 1.7, Factor = 1.7 };
        Assert.That(target.ToString(), Does.EndWith("value: 0.3, factor: 1.7}"));
        Assert.That(target.High / target.Value, Is.Not.EqualTo(1.7));
    }

    private static CalibrationTarget Target() => new()
    {
        Name = "wealth",
        Statistic = new RunStatistic { Kind = RunStatisticKind.Mean, Scenario = 0, ScenarioName = "war", Name = "unrest" },
        Value = 2,
        Low = 1.5,
        High = 2.5,
    };

    private static CalibrationPlan Plan() => new()
    {
        Method = CalibrationMethod.Sequential,
        Particles = 3,
        Generations = 1,
        Replications = 1,
        Quantile = 0.5,
        Tolerance = 0,
        MinAcceptance = 0.1,
        Batch = 1,
        Predictive = 2,
        Targets = [Target()],
        Factors = [new DesignFactor { Key = "pressure", Target = FactorTarget.Start, Parameter = VillageStudy.Catalogue.Find("pressure"), Range = new FactorRange { Distribution = Distribution.Uniform, Min = 0, Max = 10 } }],
        Measures = [VillageModel.Definition.ModelReporters[0]],
    };

    private static Generation Sample(params (double Position, double Weight)[] particles) =>
        new(1, 1, particles.Length, [.. particles.Select((one, i) => new Particle(i + 1, [one.Position], new Evaluation(9 - i, [one.Position]), one.Weight))]);
}
