using Agents;
using Agents.Numerics;
using Agents.Random;
using Experiments.Calibration.Guided;
using Experiments.Config;

namespace Experiments.Tests.Calibration.Guided;

public sealed class RegressionFitTests
{
    private const int Dimensions = 6;

    private static readonly Purpose Data = new(1002);

    /// <summary>The curve -2 + 0.8 c0 - 0.5 c1 + 0.3 (3 c2^2 - 1) / 2, and a truth around it.</summary>
    [Test]
    public void Run_OnCountsAroundACurve_FindsCurveAndMisfit([Values] LinkFunction link, [Values(0.0, 0.3)] double misfit)
    {
        var (basis, positions, counts, isGuided, _) = Sample(link, 2000, misfit);
        var fit = new RegressionFit(basis, link, positions, counts, isGuided).Run(null);
        TestContext.Out.WriteLine($"{fit.Misfit:0.000}: {string.Join(" ", fit.Coefficients.Take(basis.Count).Select(value => $"{value:0.000}"))}");
        // About 30,000 events in all: an error of a coefficient is about 0.012, with the misfit 0.017; four of them.
        double[] expected = [-2, 0.8, -0.5, 0, 0, 0, 0, 0, 0, 0.3, 0, 0, 0];
        for (var j = 1; j < basis.Count; j++)
            Assert.That(fit.Coefficients[j], Is.EqualTo(expected[j]).Within(0.07));
        Assert.That(fit.Misfit, Is.EqualTo(misfit).Within(misfit == 0 ? 0.1 : 0.05));
    }

    [Test]
    public void Lacking_WhereTheTruthHasAProduct_NamesItAlone([Values] LinkFunction link, [Values(0.0, 0.3)] double misfit)
    {
        var (basis, positions, counts, isGuided, _) = Sample(link, 1000, misfit, product: 0.5);
        var fit = new RegressionFit(basis, link, positions, counts, isGuided);
        var without = fit.Run(null);
        Assert.That(fit.Lacking(4), Is.EqualTo(new[] { (4, 3) }));
        Assert.That(fit.Lacking(0), Is.Empty);
        var richer = new RegressionFit(basis.With([(4, 3)]), link, positions, counts, isGuided);
        var with = richer.Run(without.Coefficients);
        Assert.That(with.Coefficients[basis.Count], Is.EqualTo(0.5).Within(0.12));
        Assert.That(with.Misfit, Is.LessThan(without.Misfit));
        Assert.That(richer.Lacking(4), Is.Empty);
    }

    /// <summary>Nine in ten truths lie within 1.645 deviations of what is expected there, whether or not the curve is the truth.</summary>
    [TestCase(LinkFunction.Log, 60, 0.0)]
    [TestCase(LinkFunction.Log, 400, 0.4)]
    [TestCase(LinkFunction.Logit, 400, 0.4)]
    public void At_NewPlaces_KnowsHowWrongItMayBe(LinkFunction link, int proposals, double misfit)
    {
        var (basis, positions, counts, isGuided, _) = Sample(link, proposals, misfit);
        var fit = new RegressionFit(basis, link, positions, counts, isGuided).Run(null);
        var (_, newPositions, _, _, truths) = Sample(link, 1000, misfit, first: 100_000);
        var held = 0;
        for (var i = 0; i < truths.Length; i++)
        {
            var belief = fit.At(newPositions[i]);
            held += Math.Abs(truths[i] - belief.Mean) < 1.645 * Math.Sqrt(belief.Variance) ? 1 : 0;
        }
        TestContext.Out.WriteLine($"{held}");
        // Errors at 1,000 places have one fit in common: a wide margin around 900.
        Assert.That(held, Is.InRange(820, 970));
    }

    [Test]
    public void Run_WithFewEvents_StaysFinite([Values] LinkFunction link)
    {
        var (basis, positions, counts, isGuided, _) = Sample(link, 5, 0);
        var none = counts.Select(one => one with { Count = 0 }).ToArray();
        var belief = new RegressionFit(basis, link, positions, none, isGuided).Run(null).At(positions[0]);
        Assert.That(belief.Mean, Is.InRange(-15, -3));
        Assert.That(belief.Variance, Is.InRange(0.05, 50));
    }

    [Test]
    public void Fill_ACoordinateWithSteps_GivesAllPointsOfAStepOneRow()
    {
        var basis = new Basis([0, 2]);
        var (one, other) = (new double[basis.Stride], new double[basis.Stride]);
        basis.Fill([0.3, 0.55], one);
        basis.Fill([0.3, 0.99], other);
        Assert.That(one, Is.EqualTo(other));
        Assert.That(one[..basis.Count], Is.EqualTo(new[] { 1, -0.4, 0.5, 0.5 * (3 * 0.16 - 1), 0.5 * (3 * 0.25 - 1) }).Within(1e-12));
    }

    private static (Basis Basis, List<double[]> Positions, Counts[] Counts, bool[] IsGuided, double[] Truths) Sample(LinkFunction link, int count, double misfit, int first = 1, double product = 0)
    {
        var basis = new Basis(new int[Dimensions]);
        var (positions, counts, truths) = (new List<double[]>(), new Counts[count], new double[count]);
        for (var i = 0; i < count; i++)
        {
            var draws = new Draws(Seed.Of(11), (uint)(first + i), 0, Data);
            var position = Enumerable.Range(0, Dimensions).Select(_ => draws.Uniform()).ToArray();
            positions.Add(position);
            var (c0, c1, c2) = (2 * position[0] - 1, 2 * position[1] - 1, 2 * position[2] - 1);
            truths[i] = -2 + 0.8 * c0 - 0.5 * c1 + 0.15 * (3 * c2 * c2 - 1) + product * (2 * position[3] - 1) * (2 * position[4] - 1) + misfit * draws.Normal();
            counts[i] = link == LinkFunction.Log
                ? new Counts(CountToy.Poisson(ref draws, 100 * Functions.Exp(truths[i])), 100)
                : new Counts(CountToy.Binomial(ref draws, 100, Functions.Logistic(truths[i])), 100);
        }
        return (basis, positions, counts, [.. counts.Select((_, i) => i % 2 == 0)], truths);
    }
}
