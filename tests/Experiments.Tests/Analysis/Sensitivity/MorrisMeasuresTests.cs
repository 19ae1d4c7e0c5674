using Experiments.Analysis;
using Experiments.Analysis.Sensitivity;

namespace Experiments.Tests.Analysis.Sensitivity;

public sealed class MorrisMeasuresTests
{
    private const double Step = 2.0 / 3;

    private static readonly Bootstrap Bootstrap = new(7);

    /// <summary>Exercise 4 of Saltelli and others 2008, Global sensitivity analysis: the primer, p. 138.</summary>
    [Test]
    public void Of_TheExerciseOfThePrimer_IsMet()
    {
        double[] answers = [0.97, 0.71, 2.39, 0.97, 2.30, 2.39, 1.87, 2.40, 0.87, 2.15, 1.71, 1.54, 2.15, 2.17, 1.54, 2.20, 1.87, 1.0];
        Move?[] moves =
        [
            new(1, Step), new(0, Step), new(0, Step), new(1, Step), new(1, Step), new(0, -Step),
            new(0, Step), new(1, -Step), new(1, -Step), new(0, Step), new(1, -Step), new(0, Step),
        ];
        var measures = MorrisMeasures.Of(MorrisMeasures.Effects(answers, moves, 2), isGrouped: false, isConstant: false, Bootstrap);
        Assert.That(measures.Factors.Select(factor => factor.Mean.Value), Is.EqualTo(new[] { 0.65, 0.21 }).Within(1e-10));
        Assert.That(measures.Factors.Select(factor => factor.MeanSize.Value), Is.EqualTo(new[] { 1.62, 0.35 }).Within(1e-10));
        Assert.That(measures.Factors.Select(factor => factor.Deviation.Value), Is.EqualTo(new[] { 1.794107020219251, 0.41199514560246936 }).Within(1e-10));
        Assert.That(measures.Factors.Select(factor => factor.Convergence), Is.All.EqualTo(Convergence.TooWide), "six trajectories are few");
        Assert.That(measures.Trajectories, Is.EqualTo(6));
    }

    /// <summary>
    /// What is exact of the function of Morris 1991 (section 4): of its factors 8, 9 and 10 the effect has one sign and,
    /// by the weights of its pairs, is 40 plus or minus what the others' positions give; factors that stand only in pairs
    /// with alternating signs have a mean effect of their own weight over a grid that is even.
    /// </summary>
    [Test]
    public void Of_TheFunctionOfMorris_FindsItsThreeGroups()
    {
        const int Trajectories = 40;
        var (answers, moves) = Morris1991.Trajectories(Trajectories);
        var measures = MorrisMeasures.Of(MorrisMeasures.Effects(answers, moves, 20), isGrouped: false, isConstant: false, Bootstrap);
        var sizes = measures.Factors.Select(factor => factor.MeanSize.Value).ToArray();
        Assert.That(sizes[..10].Min(), Is.GreaterThan(2 * sizes[10..].Max()), "the first ten matter");
        var spread = measures.Factors.Select(factor => factor.Deviation.Value / factor.MeanSize.Value).ToArray();
        Assert.That(spread[7..10].Max(), Is.LessThan(0.5 * spread[..7].Min()), "of these, 8 to 10 act alone");
    }

    [Test]
    public void Of_ALinearFunction_HasNoDeviation()
    {
        // y = 3 x1 - 2 x2, two trajectories.
        double[] answers = [0, 2, 2 - 4.0 / 3, 3, 3 - 4.0 / 3, 1 - 4.0 / 3];
        Move?[] moves = [new(0, Step), new(1, Step), new(1, Step), new(0, -Step)];
        var measures = MorrisMeasures.Of(MorrisMeasures.Effects(answers, moves, 2), isGrouped: false, isConstant: false, Bootstrap);
        Assert.That(measures.Factors.Select(factor => factor.Mean.Value), Is.EqualTo(new[] { 3.0, -2 }).Within(1e-14));
        Assert.That(measures.Factors.Select(factor => factor.MeanSize.Value), Is.EqualTo(new[] { 3.0, 2 }).Within(1e-14));
        Assert.That(measures.Factors.Select(factor => factor.Deviation.Value), Is.All.EqualTo(0).Within(1e-14));
        Assert.That(measures.Factors.Select(factor => factor.Convergence), Is.All.EqualTo(Convergence.NoSpread), "two effects alike cannot contradict");
    }

    [Test]
    public void Of_Groups_HasOnlyTheMeanSize()
    {
        var measures = MorrisMeasures.Of([[3, -1, 2], [0.5, 0.5, -0.5]], isGrouped: true, isConstant: false, Bootstrap);
        Assert.That(measures.Factors.Select(factor => factor.MeanSize.Value), Is.EqualTo(new[] { 2, 0.5 }));
        Assert.That(measures.Factors.Select(factor => factor.Mean.Value), Is.All.NaN);
        Assert.That(measures.Factors.Select(factor => factor.Deviation.Value), Is.All.NaN);
    }

    [Test]
    public void Of_AnAnswerThatNeverChanges_IsConstant() =>
        Assert.That(MorrisMeasures.Of([[0, 0], [0, 0]], false, isConstant: true, Bootstrap).Factors.Select(factor => factor.Convergence), Is.All.EqualTo(Convergence.Constant));

    [Test]
    public void Effects_OfBrokenTrajectories_AreRefused()
    {
        Assert.That(() => MorrisMeasures.Effects([0, 1, 2, 3], [new Move(0, Step), new Move(1, Step)], 2), Throws.ArgumentException);
        Assert.That(() => MorrisMeasures.Effects([0, 1, 2], [new Move(0, Step), new Move(0, Step)], 2), Throws.ArgumentException);
    }
}
