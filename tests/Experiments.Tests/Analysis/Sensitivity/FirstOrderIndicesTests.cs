using Agents;
using Agents.Random;
using Experiments.Analysis;
using Experiments.Analysis.Sensitivity;
using Experiments.Design;

namespace Experiments.Tests.Analysis.Sensitivity;

public sealed class FirstOrderIndicesTests
{
    private const int Rows = 1000;
    private static readonly Bootstrap Bootstrap = new(7, 300);

    /// <summary>Of a weighted sum of independent factors each explains its weight squared over that of all; the fourth has none.</summary>
    [Test]
    public void Of_ALinearFunction_AreTheKnownShares()
    {
        const int Samples = 20;
        double[] truth = [16 / 21.0, 4 / 21.0, 1 / 21.0, 0];
        FirstOrderIndices[] all = [.. Enumerable.Range(1, Samples).Select(seed => Of(LatinHypercube.Make(Seed.Of(seed, 0), Rows, 4, 1), x => 4 * x[0] + 2 * x[1] + x[2]))];
        // One sample errs by 0.02 for the second factor, whose rows the first one scatters.
        Assert.That(Enumerable.Range(0, 4).Select(factor => all.Average(one => one.Factors[factor].First.Value)), Is.EqualTo(truth).Within(0.012));
        Assert.That(all.SelectMany(one => one.Factors.Zip(truth)).Count(pair => pair.First.First.Interval.Low <= pair.Second && pair.First.First.Interval.High >= pair.Second), Is.GreaterThanOrEqualTo(72), "of 80");
        var indices = all[0];
        Assert.That(indices.Factors.Select(factor => factor.IsTold), Is.EqualTo(new[] { true, true, true, false }));
        Assert.That(indices.Factors.Select(factor => factor.Convergence), Is.All.EqualTo(Convergence.Converged));
        Assert.That((indices.Rows, FirstOrderIndices.ClassesFor(Rows), indices.Noise), Is.EqualTo((Rows, 15, double.NaN)));
    }

    /// <summary>Ishigami and Homma 1990: 0.314, 0.442 and 0, the second less what its two waves vary by within a class of 15.</summary>
    [Test]
    public void Of_Ishigami_AreTheKnownShares()
    {
        var indices = Of(Sample(Rows, 3), TestFunctions.Ishigami);
        Assert.That(indices.Factors.Select(factor => factor.First.Value), Is.EqualTo(new[] { 0.314, 0.442, 0 }).Within(0.06));
        Assert.That(indices.Factors.Select(factor => factor.IsTold), Is.EqualTo(new[] { true, true, false }));
    }

    /// <summary>Means 2 and 6 about 4: 24 of a sum of squares of 28, and 1 - (4 / 28) (5 / 4) without what two classes explain by chance.</summary>
    [Test]
    public void Of_TwoValues_IsWhatTheFormulaSays()
    {
        var factor = FirstOrderIndices.Of([[0, 0, 0, 1, 1, 1]], [1, 2, 3, 5, 6, 7], Unknown(6), Bootstrap).Factors[0];
        Assert.That(factor.First.Value, Is.EqualTo(1 - 5 / 28.0).Within(1e-12));
        Assert.That((factor.Classes, factor.Lowest, factor.Middle, factor.Highest, factor.Difference.Value), Is.EqualTo((2, 2.0, double.NaN, 6.0, 4.0)));
    }

    /// <summary>Where most rows have one of two values, that one is still lowest or highest.</summary>
    [TestCase(5)]
    [TestCase(95)]
    public void Of_AnUnevenSwitch_HasALowestAndAHighest(int on)
    {
        double[] isOn = [.. Enumerable.Range(0, 100).Select(row => row < on ? 1.0 : 0)];
        var factor = FirstOrderIndices.Of([isOn], [.. isOn.Select((value, row) => 3 * value + row % 2)], Unknown(100), Bootstrap).Factors[0];
        Assert.That((factor.Lowest, factor.Middle, factor.Highest), Is.EqualTo((0.5, double.NaN, 3.5)).Within(0.2));
    }

    [Test]
    public void Of_ASlope_HasItsProfile()
    {
        var factor = Of(Sample(Rows, 2), x => 6 * x[0] + x[1]).Factors[0];
        Assert.That(new[] { factor.Lowest, factor.Middle, factor.Highest, factor.Difference.Value }, Is.EqualTo(new[] { 1.5, 3.5, 5.5, 4 }).Within(0.05));
        Assert.That(factor.Difference.Interval.Low, Is.LessThan(4));
        Assert.That(factor.Difference.Interval.High, Is.GreaterThan(4));
        Assert.That(factor.Difference.Interval.High - factor.Difference.Interval.Low, Is.InRange(0.02, 0.3));
    }

    /// <summary>Noise as large as what the factors do halves the indices, unless it is known and taken off.</summary>
    [Test]
    public void Of_ANoisyAnswer_AreSharesOfWhatIsExpected()
    {
        const double Variance = 5 / 12.0;
        var sample = Sample(Rows, 2);
        double[] answers = [.. Answers(sample, x => 2 * x[0] + x[1]).Select((answer, row) => answer + Math.Sqrt(Variance) * Draw(3, row).Normal())];
        var known = FirstOrderIndices.Of(Columns(sample), answers, [.. Enumerable.Repeat(Variance, Rows)], Bootstrap);
        var unknown = FirstOrderIndices.Of(Columns(sample), answers, Unknown(Rows), Bootstrap);
        Assert.That(known.Factors.Select(factor => factor.First.Value), Is.EqualTo(new[] { 0.8, 0.2 }).Within(0.08));
        Assert.That(unknown.Factors.Select(factor => factor.First.Value), Is.EqualTo(new[] { 0.4, 0.1 }).Within(0.05));
        Assert.That((known.Noise, unknown.Noise), Is.EqualTo((0.5, double.NaN)).Within(0.05));
        Assert.That(known.Factors.Select(factor => factor.IsTold), Is.EqualTo(unknown.Factors.Select(factor => factor.IsTold)), "what can be told does not hang on it");
        Assert.That(FirstOrderIndices.Of(Columns(sample), answers, [.. Enumerable.Repeat(1.0, Rows)], Bootstrap).Factors.Select(factor => (factor.First.Value, factor.Convergence)),
            Is.All.EqualTo((double.NaN, Convergence.OnlyChance)));
    }

    /// <summary>
    /// 100 samples of 200 rows, with skewed errors: of 10 idle factors one in twenty passes for one that is not, within three
    /// standard errors of 1,000; their mean index is 0, and at least 90 in 100 intervals hold the truth of the factor that acts.
    /// </summary>
    [Test]
    public void Of_ManySamples_ErrAsOftenAsTheySay()
    {
        const int Samples = 100;
        var (told, sum, held) = (0, 0.0, 0);
        for (var i = 0; i < Samples; i++)
        {
            var sample = RandomSample.Make(Seed.Of(i, 0), 200, 11);
            // The factor's variance is 1 / 12, that of the error 1 / 6: a third.
            double[] answers = [.. Answers(sample, x => x[0]).Select((answer, row) => answer + Draw(i, row).Exponential(Math.Sqrt(6)))];
            var factors = FirstOrderIndices.Of(Columns(sample), answers, Unknown(200), new Bootstrap(i, 100)).Factors;
            told += factors.Skip(1).Count(factor => factor.IsTold);
            sum += factors.Skip(1).Sum(factor => factor.First.Value);
            held += factors[0].First.Interval is var interval && interval.Low < 1 / 3.0 && interval.High > 1 / 3.0 ? 1 : 0;
        }
        Assert.That(told, Is.InRange(29, 71));
        Assert.That(sum / (10 * Samples), Is.Zero.Within(0.004));
        Assert.That(held, Is.GreaterThanOrEqualTo(90));
    }

    /// <summary>Two factors that go together explain the same: each has it, and the sum is beyond 1.</summary>
    [Test]
    public void Of_FactorsThatDependOnOneAnother_CountForBoth()
    {
        var columns = Columns(Sample(Rows, 1));
        var factors = FirstOrderIndices.Of([columns[0], [.. columns[0].Select(value => -value)]], columns[0], Unknown(Rows), Bootstrap).Factors;
        Assert.That(factors.Select(factor => factor.First.Value), Is.All.GreaterThan(0.98));
        Assert.That(factors.Select(factor => factor.Difference.Value), Is.EqualTo(new[] { 2 / 3.0, -2 / 3.0 }).Within(0.01));
    }

    [Test]
    public void Of_WhatNeverChanges_SaysSo()
    {
        var sample = Columns(Sample(60, 1));
        var still = FirstOrderIndices.Of([sample[0], new double[60]], sample[0], Unknown(60), Bootstrap).Factors[1];
        Assert.That((still.First.Value, still.Convergence, still.IsTold), Is.EqualTo((double.NaN, Convergence.NeverMoved, false)));
        var constant = FirstOrderIndices.Of(sample, [.. Enumerable.Repeat(0.1, 60)], Unknown(60), Bootstrap).Factors[0];
        Assert.That((constant.First.Value, constant.Convergence, constant.IsTold), Is.EqualTo((double.NaN, Convergence.Constant, false)));
    }

    /// <summary>Side by side each answer has the bits that it would have alone, whatever stands beside it.</summary>
    [Test]
    public void Of_SeveralAnswers_AreThoseOfEachAlone()
    {
        var sample = Sample(120, 3);
        var ishigami = Answers(sample, TestFunctions.Ishigami);
        (double[] Values, double[] Noise)[] answers =
        [
            .. Enumerable.Range(0, 19).Select(i => ((double[])[.. ishigami.Select((answer, row) => i % 6 == 5 ? 0.1 : answer * i + row % (i + 1))],
                i % 3 == 0 ? Unknown(120) : [.. Enumerable.Repeat(i % 3 == 1 ? 0.3 * i : 1e9, 120)])),
        ];
        var together = FirstOrderIndices.Of(Columns(sample), answers, Bootstrap);
        foreach (var ((values, noise), own) in answers.Zip(together))
        {
            var alone = FirstOrderIndices.Of(Columns(sample), values, noise, Bootstrap);
            Assert.That(own.Factors, Is.EqualTo(alone.Factors));
            Assert.That((own.Rows, own.Noise), Is.EqualTo((alone.Rows, alone.Noise)));
        }
    }

    [Test]
    public void Of_ASwitchOverManyRows_TakesTimeAsTheyAreMany()
    {
        var before = Environment.CpuUsage.TotalTime;
        double[] isOn = [.. Enumerable.Range(0, 400_000).Select(row => row % 5 == 0 ? 1.0 : 0)];
        FirstOrderIndices.Of([isOn], [.. isOn.Select((value, row) => value + row % 3)], Unknown(400_000), new Bootstrap(5, 100));
        Assert.That(Environment.CpuUsage.TotalTime - before, Is.LessThan(TimeSpan.FromSeconds(8)));
    }

    [Test]
    public void Of_TheSameSample_AreTheSame()
    {
        var sample = Sample(200, 3);
        var (once, again) = (Of(sample, TestFunctions.Ishigami).Factors, Of(sample, TestFunctions.Ishigami).Factors);
        Assert.That(again, Is.EqualTo(once));
    }

    private static FirstOrderIndices Of(PointMatrix sample, TestFunctions.Function function) =>
        FirstOrderIndices.Of(Columns(sample), Answers(sample, function), Unknown(sample.Rows), Bootstrap);

    private static PointMatrix Sample(int rows, int factors) => LatinHypercube.Make(Seed.Of(5, 0), rows, factors, 1);

    private static double[] Answers(PointMatrix sample, TestFunctions.Function function) => [.. Enumerable.Range(0, sample.Rows).Select(row => function(sample.Row(row)))];

    private static double[][] Columns(PointMatrix sample) => [.. Enumerable.Range(0, sample.Columns).Select(factor => Enumerable.Range(0, sample.Rows).Select(row => sample[row, factor]).ToArray())];

    private static double[] Unknown(int rows) => [.. Enumerable.Repeat(double.NaN, rows)];

    private static Draws Draw(int sample, int row) => new(Seed.Of(11, 0), (uint)row, (uint)sample, new Purpose(1000));
}
