using Experiments.Analysis;
using Experiments.Analysis.Sensitivity;

namespace Experiments.Tests.Analysis.Sensitivity;

public sealed class SobolIndicesTests
{
    private static readonly Bootstrap Bootstrap = new(7);

    [Test]
    public void Of_AnAnswerThatNeverChanges_IsConstant()
    {
        var indices = SobolIndices.Of(SaltelliSample.OfRows([.. Enumerable.Repeat(3.0, 16)], 2, secondOrder: false), Bootstrap);
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
        var indices = SobolIndices.Of(SaltelliSample.OfRows([0, 2, 1, 3, 4, 6, 3, 5], 2, secondOrder: false), Bootstrap);
        Assert.That(indices.Points, Is.EqualTo(2));
        Assert.That(indices.Factors.Select(factor => factor.First.Value), Is.EqualTo(new[] { 2 / 3.5, -1 / 3.5 }).Within(1e-14), "a negative index is shown as it is");
        Assert.That(indices.Factors.Select(factor => factor.Total.Value), Is.EqualTo(new[] { 2 / 3.5, 0.5 / 3.5 }).Within(1e-14));
    }

    [Test]
    public void OfRows_ThatAreNoSuchDesign_AreRefused() =>
        Assert.That(() => SaltelliSample.OfRows(new double[9], 2, secondOrder: false), Throws.ArgumentException);
}
