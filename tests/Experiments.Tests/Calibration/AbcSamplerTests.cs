using Agents;
using Agents.Numerics;
using Agents.Random;
using Experiments.Calibration;

namespace Experiments.Tests.Calibration;

/// <summary>The mean of normal data with a normal prior, whose posterior is known (conjugate).</summary>
public sealed class AbcSamplerTests
{
    private const double PriorMean = 1;
    private const double PriorDeviation = 2;
    private const double Observed = 2.5;
    private const int Observations = 10;

    private static readonly Purpose Data = new(1000);

    // Prior precision 1/4, data precision 10: the posterior has precision 10.25.
    private static readonly double PosteriorMean = (PriorMean / 4 + Observed * Observations) / 10.25;
    private static readonly double PosteriorDeviation = Math.Sqrt(1 / 10.25);

    [Test]
    public void Run_OfRejectionOnNormalData_FindsTheConjugatePosterior()
    {
        var result = AbcSampler.Run(Settings(false) with { Quantile = 0.02 }, Simulate);
        // 1,000 independent particles: four standard errors of the mean are 0.04, of the deviation 0.028. The tolerance
        // kept, about 0.05, adds less than 0.001 to the variance.
        AssertPosterior(result, 0.04, 0.028);
        Assert.That(result.Generations[^1].Tolerance, Is.LessThan(0.08));
    }

    [Test]
    public void Run_OfSequentialMonteCarloOnNormalData_FindsTheConjugatePosterior()
    {
        var result = AbcSampler.Run(Settings(true), Simulate);
        // As above, with an effective sample of at least 500: four standard errors of the mean are 0.056, of the deviation 0.04.
        Assert.That(result.End, Is.EqualTo(AbcEnd.Reached));
        Assert.That(result.Generations[^1].EffectiveSampleSize, Is.InRange(500, 1000));
        AssertPosterior(result, 0.056, 0.04);
    }

    [Test]
    public void Run_OfSequentialMonteCarlo_LowersTheToleranceEachTime()
    {
        var tolerances = AbcSampler.Run(Settings(true), Simulate).Generations.Select(generation => generation.Tolerance).ToList();
        Assert.That(tolerances[0], Is.EqualTo(double.PositiveInfinity));
        Assert.That(tolerances, Is.Ordered.Descending);
        Assert.That(tolerances[^1], Is.EqualTo(0.05));
    }

    [Test]
    public void Run_Twice_GivesTheSameParticles()
    {
        var settings = Settings(true) with { Particles = 50 };
        var first = Text(AbcSampler.Run(settings, Simulate));
        Assert.That(Text(AbcSampler.Run(settings, Simulate)), Is.EqualTo(first));
        Assert.That(Text(AbcSampler.Run(settings with { Seed = 2 }, Simulate)), Is.Not.EqualTo(first));
    }

    [Test]
    public void Run_InBatchesOfAnotherSize_GivesTheSameParticles()
    {
        var settings = Settings(true) with { Particles = 50 };
        Assert.That(Text(AbcSampler.Run(settings with { Batch = 7 }, Simulate)), Is.EqualTo(Text(AbcSampler.Run(settings, Simulate))));
    }

    [Test]
    public void Run_WhereTooFewAreNearEnough_KeepsTheLastGeneration([Values(false, true)] bool isNone)
    {
        // None of 200 at a least acceptance of 0.1 is a lost case (batches are whole); one in twelve is only known at the end.
        var (last, expectedLast) = (0, isNone ? 300 : 500);
        double Distance(int generation, int proposal, double position)
        {
            last = proposal;
            return generation < 3 ? position : !isNone && proposal % 12 == 0 ? 0 : 1;
        }

        var result = AbcSampler.Run(
            Settings(true) with { Particles = 50, MinAcceptance = 0.1 },
            (generation, _, first, positions) => [.. positions.Select((position, i) => new Evaluation(Distance(generation, first + i, position[0]), [position[0]]))]);
        Assert.That(result.End, Is.EqualTo(AbcEnd.LowAcceptance));
        Assert.That(result.Generations, Has.Count.EqualTo(2));
        Assert.That(result.TriedTolerance, Is.LessThan(result.Generations[^1].Tolerance));
        Assert.That(last, Is.EqualTo(expectedLast));
        Assert.That(result.Generations[^1].Particles, Has.Count.EqualTo(50));
    }

    [Test]
    public void Run_WhereAllDistancesAreAlike_StopsAsStalled()
    {
        var result = AbcSampler.Run(Settings(true) with { Particles = 20 }, (_, _, _, positions) => [.. positions.Select(_ => new Evaluation(3, [3]))]);
        Assert.That(result.End, Is.EqualTo(AbcEnd.Stalled));
    }

    [Test]
    public void Run_WithAFlatTarget_KeepsThePrior()
    {
        // Every proposal is as good as any other from the second generation on, so that the weights must undo the kernel.
        var result = AbcSampler.Run(
            Settings(true) with { Generations = 4 },
            (generation, _, _, positions) => [.. positions.Select(position => new Evaluation(1.0 / generation, [position[0]]))]);
        var generation = result.Generations[^1];
        Assert.That(generation.Number, Is.EqualTo(4));
        var mean = generation.Particles.Sum(particle => particle.Weight * particle.Position[0]);
        var square = generation.Particles.Sum(particle => particle.Weight * particle.Position[0] * particle.Position[0]);
        // Uniform on 0 to 1; four standard errors at an effective sample of 500.
        Assert.That(mean, Is.EqualTo(0.5).Within(0.052));
        Assert.That(square - mean * mean, Is.EqualTo(1 / 12.0).Within(0.0135));
    }

    /// <summary>Below 0.7 the statistic does not exist, and above it is far from its target: 1 is as near as it gets.</summary>
    [TestCase(true, 0.7)]
    [TestCase(false, 0.7)]
    [TestCase(true, 0.97)]
    public void Run_WhereAStatisticIsMissingNearTheTarget_SettlesWhereItExists(bool isSequential, double from)
    {
        var result = AbcSampler.Run(
            Settings(isSequential) with { Particles = 100, Quantile = isSequential ? 0.5 : 0.02, Generations = 6, MinAcceptance = 0.001 },
            (_, _, _, positions) =>
            [
                .. positions.Select(position => position[0] < from ? new Evaluation(double.PositiveInfinity, [double.NaN], 1) : new Evaluation(1000 * (2 - position[0]), [position[0]])),
            ]);
        var last = result.Generations[^1];
        Assert.That(last.Incomplete, Is.Zero);
        Assert.That(last.Particles.Select(particle => particle.Position[0]), Is.All.GreaterThanOrEqualTo(from));
        Assert.That(result.Generations.Select(generation => generation.Tolerance), Is.Ordered.Descending);
        Assert.That(last.Tolerance, Is.LessThan(1000 * (2 - from)));
    }

    /// <summary>One statistic never exists: the other still tells proposals apart.</summary>
    [Test]
    public void Run_WhereOneStatisticIsMissingEverywhere_GoesByTheOther()
    {
        var result = AbcSampler.Run(
            Settings(true) with { Particles = 100, Generations = 5 },
            (_, _, _, positions) => [.. positions.Select(position => new Evaluation(Math.Abs(position[0] - 0.25), [position[0], double.NaN], 1))]);
        Assert.That(result.End, Is.EqualTo(AbcEnd.LastGeneration), "what is missing is never within the tolerance");
        Assert.That(result.Generations[^1].Particles.Select(particle => particle.Position[0]), Is.All.EqualTo(0.25).Within(0.04));
        Assert.That(result.Generations[^1].Incomplete, Is.EqualTo(100));
    }

    [Test]
    public void Run_WhereNothingCanBeComputed_StopsAsStalled()
    {
        var result = AbcSampler.Run(Settings(true) with { Particles = 20 }, (_, _, _, positions) => [.. positions.Select(_ => new Evaluation(double.PositiveInfinity, [double.NaN], 1))]);
        Assert.That((result.End, result.Generations.Count), Is.EqualTo((AbcEnd.Stalled, 1)));
    }

    private static AbcSettings Settings(bool isSequential) => new()
    {
        IsSequential = isSequential,
        Dimensions = 1,
        Particles = 1000,
        Quantile = 0.5,
        Generations = 20,
        FinalTolerance = 0.05,
        MinAcceptance = 0.01,
        Batch = 100,
        Seed = 1,
    };

    private static List<Evaluation> Simulate(int generation, int batch, int first, IReadOnlyList<double[]> positions)
    {
        var evaluations = new List<Evaluation>();
        for (var i = 0; i < positions.Count; i++)
        {
            var mean = Mean(positions[i]);
            var draws = new Draws(Seed.Of(77, generation), (uint)(first + i), 0, Data);
            var sum = 0.0;
            for (var observation = 0; observation < Observations; observation++)
                sum += draws.Normal(mean, 1);
            evaluations.Add(new Evaluation(Math.Abs(sum / Observations - Observed), [sum / Observations]));
        }
        return evaluations;
    }

    private static double Mean(double[] position) => PriorMean + PriorDeviation * Functions.NormalQuantile(position[0]);

    private static void AssertPosterior(AbcResult result, double withinMean, double withinDeviation)
    {
        var particles = result.Generations[^1].Particles;
        Assert.That(particles, Has.Count.EqualTo(1000));
        Assert.That(particles.Sum(particle => particle.Weight), Is.EqualTo(1).Within(1e-12));
        var mean = particles.Sum(particle => particle.Weight * Mean(particle.Position));
        var variance = particles.Sum(particle => particle.Weight * Math.Pow(Mean(particle.Position) - mean, 2));
        TestContext.Out.WriteLine($"mean {mean:0.0000} ({PosteriorMean:0.0000}), sd {Math.Sqrt(variance):0.0000} ({PosteriorDeviation:0.0000})");
        Assert.That(mean, Is.EqualTo(PosteriorMean).Within(withinMean));
        Assert.That(Math.Sqrt(variance), Is.EqualTo(PosteriorDeviation).Within(withinDeviation));
    }

    private static string Text(AbcResult result) => string.Join('\n', result.Generations.SelectMany(generation => generation.Particles)
        .Select(particle => FormattableString.Invariant($"{particle.Proposal} {particle.Position[0]:R} {particle.Weight:R} {particle.Evaluation.Distance:R}")));
}
