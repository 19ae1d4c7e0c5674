using Experiments.Analysis;
using Experiments.Analysis.Sensitivity;
using Experiments.Design;

namespace Experiments.Tests.Analysis.Sensitivity;

public sealed class SobolIndicesTests
{
    private static readonly Bootstrap Bootstrap = new(7);

    /// <summary>SALib 1.5.2: saltelli.sample(Ishigami, N, skip_values=N) and sobol.analyze.</summary>
    [TestCase(256, new[] { 0.3184242969762919, 0.43038082016241325, 0.0226877228049875 }, new[] { 0.5184119098160795, 0.41021260250033204, 0.22990584314394166 }, new[] { -0.04323738972322688, 0.17506452088704616, -0.034306823926075494 })]
    [TestCase(1024, new[] { 0.31683153771101197, 0.4437630610037706, 0.01220312473757072 }, new[] { 0.5558600851355467, 0.44189807119576735, 0.24467538653635174 }, new[] { 0.009254293034904382, 0.23817210956851098, -0.004887704633467204 })]
    public void Of_Ishigami_AreThoseOfSaLib(int points, double[] first, double[] total, double[] second)
    {
        var indices = Indices(points, 3, TestFunctions.Ishigami, secondOrder: true);
        Assert.That(indices.Factors.Select(factor => factor.First.Value), Is.EqualTo(first).Within(1e-10));
        Assert.That(indices.Factors.Select(factor => factor.Total.Value), Is.EqualTo(total).Within(1e-10));
        Assert.That(indices.Pairs.Select(pair => (pair.Factor, pair.Other)), Is.EqualTo(new[] { (0, 1), (0, 2), (1, 2) }));
        Assert.That(indices.Pairs.Select(pair => pair.Second.Value), Is.EqualTo(second).Within(1e-10));
    }

    /// <summary>Analytic indices (Ishigami and Homma 1990; a = 7, b = 0.1): the intervals of 1024 points hold all but few of them.</summary>
    [Test]
    public void Of_Ishigami_IntervalsHoldTheTruth()
    {
        var factors = Indices(1024, 3, TestFunctions.Ishigami, secondOrder: false).Factors;
        AssertHolds(factors.Select(factor => factor.First), [0.31390519114781146, 0.4424111447900409, 0]);
        AssertHolds(factors.Select(factor => factor.Total), [0.5575888552099592, 0.4424111447900409, 0.2436836640621477]);
        Assert.That(factors.Select(factor => factor.Convergence), Has.Some.EqualTo(Convergence.Converged));
    }

    /// <summary>Saltelli and Sobol' 1995: the G function with a = (0, 1, 4.5, 9, 99, 99, 99, 99), analytic.</summary>
    [Test]
    public void Of_TheGFunction_AreTheAnalyticOnes()
    {
        var factors = Indices(16384, 8, TestFunctions.G, secondOrder: false, skip: 0).Factors;
        double[] first = [.71619216887903314, .17904804221975829, .02367577417781928, .00716192168879033, 7.1619216887903328e-05, 7.1619216887903328e-05, 7.1619216887903328e-05, 7.1619216887903328e-05];
        double[] total = [.7871441266592748, .2421981928182384, .034316910154082822, .010460387065239534, 1.0494905191950601e-04, 1.0494905191950601e-04, 1.0494905191950601e-04, 1.0494905191950601e-04];
        Assert.That(factors.Select(factor => factor.First.Value), Is.EqualTo(first).Within(0.003));
        Assert.That(factors.Select(factor => factor.Total.Value), Is.EqualTo(total).Within(0.003));
        Assert.That(factors.Select(factor => factor.Convergence), Is.All.EqualTo(Convergence.Converged));
    }

    /// <summary>y = x1 + x2 / 2 + x1 x2 by hand: 0.675, 0.3 and 0.7, 0.325; SALib with 16384 points is as near.</summary>
    [Test]
    public void Of_TwoInputs_AreThoseDerivedByHand()
    {
        var factors = Indices(16384, 2, x => x[0] + x[1] / 2 + x[0] * x[1], secondOrder: false, skip: 16384).Factors;
        Assert.That(factors.Select(factor => factor.First.Value), Is.EqualTo(new[] { 0.674996, 0.300004 }).Within(1e-6));
        Assert.That(factors.Select(factor => factor.Total.Value), Is.EqualTo(new[] { 0.700010, 0.324994 }).Within(1e-6));
        var linear = Indices(4096, 2, x => x[0] + x[1] / 2, secondOrder: false).Factors;
        Assert.That(linear.Select(factor => factor.First.Value), Is.EqualTo(new[] { 0.8, 0.2 }).Within(1e-3));
    }

    /// <summary>In a resample without the rare answers nothing varies but rounding, by which nothing can be divided.</summary>
    [Test]
    public void Of_ARareAnswer_HaveNoIntervalMadeOfRounding()
    {
        var indices = Indices(64, 3, x => x[0] > 0.98 ? 1 : 0, secondOrder: true);
        var intervals = indices.Factors.SelectMany(factor => new[] { factor.First.Interval, factor.Total.Interval }).ToList();
        Assert.That(intervals.SelectMany(interval => new[] { interval.Low, interval.High }), Is.All.InRange(-100, 100).Or.NaN);
        Assert.That(indices.Factors.Select(factor => factor.Convergence), Is.All.EqualTo(Convergence.TooRare), "a resample without them is no certainty");
    }

    [Test]
    public void Of_FewPoints_HaveNotConverged()
    {
        var indices = Indices(16, 3, TestFunctions.Ishigami, secondOrder: true);
        Assert.That(indices.Factors.Select(factor => factor.Convergence), Is.All.EqualTo(Convergence.TooWide));
        Assert.That(indices.Pairs.Select(pair => pair.Convergence), Is.All.EqualTo(Convergence.TooWide));
    }

    /// <summary>A mean of 48 answers of 0.1 is not 0.1.</summary>
    [TestCase(3.0, 16)]
    [TestCase(0.1, 48)]
    public void Of_AnAnswerThatNeverChanges_IsConstant(double answer, int rows)
    {
        var indices = SobolIndices.Of(SaltelliSample.OfRows([.. Enumerable.Repeat(answer, rows)], new SaltelliLayout(2, secondOrder: false)), Bootstrap);
        Assert.That(indices.Factors.Select(factor => factor.Convergence), Is.All.EqualTo(Convergence.Constant));
        Assert.That(indices.Factors.Select(factor => factor.First.Value), Is.All.NaN);
        Assert.That(indices.Pairs, Is.Empty);
    }

    /// <summary>
    /// Two base samples of two factors by hand: rows A, AB1, AB2, B are 0 2 1 3 and 4 6 3 5. All rows have mean 3; A and B
    /// have mean 3 and variance 3.5. mean(B (AB1 - A)) about the mean is (0 x 2 + 2 x 2) / 2 = 2, and so on.
    /// </summary>
    [Test]
    public void Of_TwoBaseSamples_IsWhatTheFormulasSay()
    {
        var indices = SobolIndices.Of(SaltelliSample.OfRows([0, 2, 1, 3, 4, 6, 3, 5], new SaltelliLayout(2, secondOrder: false)), Bootstrap);
        Assert.That(indices.Points, Is.EqualTo(2));
        Assert.That(indices.Factors.Select(factor => factor.First.Value), Is.EqualTo(new[] { 2 / 3.5, -1 / 3.5 }).Within(1e-14), "a negative index is shown as it is");
        Assert.That(indices.Factors.Select(factor => factor.Total.Value), Is.EqualTo(new[] { 2 / 3.5, 0.5 / 3.5 }).Within(1e-14));
    }

    [Test]
    public void OfRows_ThatAreNoSuchDesign_AreRefused() =>
        Assert.That(() => SaltelliSample.OfRows(new double[9], new SaltelliLayout(2, secondOrder: false)), Throws.ArgumentException);

    private static SobolIndices Indices(int points, int factors, TestFunctions.Function function, bool secondOrder, int? skip = null)
    {
        var layout = new SaltelliLayout(factors, secondOrder);
        var rows = layout.Mix(SobolSequence.Make(points, 2 * factors, skip ?? points));
        return SobolIndices.Of(SaltelliSample.OfRows([.. Enumerable.Range(0, rows.Rows).Select(row => function(rows.Row(row)))], layout), new Bootstrap(7, 200));
    }

    private static void AssertHolds(IEnumerable<Estimate> estimates, double[] truths)
    {
        foreach (var (estimate, truth) in estimates.Zip(truths))
            Assert.That(truth, Is.InRange(estimate.Interval.Low, estimate.Interval.High));
    }
}
