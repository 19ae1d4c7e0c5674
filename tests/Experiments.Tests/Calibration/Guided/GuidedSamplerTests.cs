using Agents.Numerics;
using Experiments.Calibration;
using Experiments.Calibration.Guided;
using Experiments.Config;

namespace Experiments.Tests.Calibration.Guided;

/// <summary>Three kinds of data on four parameters, the last of which nothing depends on; the posterior is known from a grid.</summary>
public sealed class GuidedSamplerTests
{
    private const int Dimensions = 4;

    private static readonly LinkFunction[] Links = [LinkFunction.Log, LinkFunction.Logit, LinkFunction.Log];

    private static readonly EventsObserved Events = new(40, 100);
    private static readonly ShareObserved Share = new(12, 60);
    private static readonly EstimateObserved Ratio = new(3, 1.5, 6);

    private static double[] Smooth(double[] u) => [-2 + 2 * u[0] + u[1], -2 + 2 * u[2] - u[1] * u[1], -2 - u[2]];

    /// <summary>A step and a product, which no sum of parabolas can follow.</summary>
    private static double[] Rough(double[] u) => [-2 + 2 * u[0] * u[1] + (u[0] > 0.4 ? 0.6 : 0), -2 + 2 * u[2] - u[1] * u[1], -2 - u[2]];

    [Test]
    public void Run_OnCurvesThatTheSurrogateCanFollow_FindsThePosterior([Values(1, 2)] int seed)
    {
        var result = GuidedSampler.Run(Settings() with { Seed = seed }, CountToy.Simulate(Links, Smooth, 50));
        Assert.That(result.Posterior!.Particles.Sum(particle => particle.Weight), Is.EqualTo(1).Within(1e-12));
        Assert.That(result.Posterior.EffectiveSampleSize, Is.GreaterThan(300));
        // 400 particles of an effective 300: four standard errors of a mean are 0.23 deviations, of a deviation 0.16. The
        // surrogate, from some 50,000 events, adds to them.
        AssertPosterior(result.Posterior, Exact(Smooth), 0.3, 0.25);
    }

    [Test]
    public void Run_OnCurvesThatTheSurrogateCannotFollow_WeighsByTheParticlesOwnCounts()
    {
        var result = GuidedSampler.Run(Settings(), CountToy.Simulate(Links, Rough, 2000));
        var posterior = result.Posterior!;
        Assert.That(result.Rounds[^1].Checks[0].Misfit, Is.InRange(0.05, 0.4), "it knows that it is wrong");
        Assert.That(posterior.EffectiveSampleSize, Is.InRange(50, 380));
        // As above, of an effective 100.
        AssertPosterior(posterior, Exact(Rough), 0.4, 0.3);
    }

    [Test]
    public void Run_SaysHowGoodItsPredictionsWere()
    {
        var result = GuidedSampler.Run(Settings(), CountToy.Simulate(Links, Smooth, 50));
        Assert.That(result.Rounds.Select(round => (round.Number, round.Proposals, round.Total)), Is.EqualTo(new[] { (1, 100, 100), (2, 100, 200), (3, 100, 300), (4, 50, 350), (5, 400, 750) }));
        Assert.That(result.Rounds[0].Checks, Is.Empty);
        foreach (var check in result.Rounds[^1].Checks)
        {
            Assert.That(check.Proposals, Is.EqualTo(400));
            Assert.That(check.Spread, Is.EqualTo(1).Within(0.2));
            Assert.That(check.Counted / check.Predicted, Is.EqualTo(1).Within(0.1));
        }
    }

    [Test]
    public void Run_OnAnyNumberOfThreads_GivesTheSameParticles()
    {
        string Text(int threads) => string.Join('\n', GuidedSampler.Run(Settings() with { Threads = threads, Particles = 50 }, CountToy.Simulate(Links, Smooth, 50)).Posterior!.Particles
            .Select(particle => FormattableString.Invariant($"{particle.Position[0]:R} {particle.Position[3]:R} {particle.Weight:R} {particle.Evaluation.Distance:R}")));
        Assert.That(Text(5), Is.EqualTo(Text(1)));
    }

    [Test]
    public void Run_WhereSomeProposalsCannotBeRun_GoesByTheOthers()
    {
        var simulate = CountToy.Simulate(Links, Smooth, 50);
        var result = GuidedSampler.Run(Settings(), (generation, batch, first, positions) =>
            [.. simulate(generation, batch, first, positions).Select((one, i) => positions[i][3] > 0.5 ? new Evaluation(double.NaN, []) : one)]);
        Assert.That(result.Posterior!.Particles, Has.Count.InRange(100, 350));
        Assert.That(result.Posterior.Particles.Max(particle => particle.Position[3]), Is.LessThanOrEqualTo(0.5));
    }

    [Test]
    public void Run_WhereNothingCanBeRun_HasNoPosterior()
    {
        var result = GuidedSampler.Run(Settings(), (_, _, _, positions) => [.. positions.Select(_ => new Evaluation(double.NaN, []))]);
        Assert.That((result.Posterior, result.Rounds.Count), Is.EqualTo(((Generation?)null, 1)));
    }

    private static GuidedSettings Settings() => new()
    {
        Steps = new int[Dimensions],
        Sides = [new("events", LinkFunction.Log), new("share", LinkFunction.Logit), new("ratio.under", LinkFunction.Log)],
        Targets =
        [
            new(CountToy.Target("events", Events), [0], Links),
            new(CountToy.Target("share", Share), [1], Links),
            new(CountToy.Target("ratio", Ratio), [0, 2], Links),
        ],
        Initial = 100,
        Budget = 350,
        Explore = 0.1,
        Batch = 100,
        Particles = 400,
        Seed = 1,
        Threads = 2,
    };

    private static void AssertPosterior(Generation posterior, (double Mean, double Deviation)[] exact, double ofMean, double ofDeviation)
    {
        for (var k = 0; k < Dimensions; k++)
        {
            var mean = posterior.Particles.Sum(particle => particle.Weight * particle.Position[k]);
            var deviation = Math.Sqrt(posterior.Particles.Sum(particle => particle.Weight * (particle.Position[k] - mean) * (particle.Position[k] - mean)));
            TestContext.Out.WriteLine($"{mean:0.000} ({exact[k].Mean:0.000}), {deviation:0.000} ({exact[k].Deviation:0.000}), effective {posterior.EffectiveSampleSize:0}");
            Assert.That(mean, Is.EqualTo(exact[k].Mean).Within(ofMean * exact[k].Deviation));
            Assert.That(deviation, Is.EqualTo(exact[k].Deviation).Within(ofDeviation * exact[k].Deviation));
        }
    }

    /// <summary>Mean and deviation of each parameter by adding up a grid of the three that matter.</summary>
    private static (double Mean, double Deviation)[] Exact(Func<double[], double[]> curves)
    {
        const int Points = 50;
        var (total, sums, squares) = (0.0, new double[Dimensions], new double[Dimensions]);
        for (var i = 0; i < Points * Points * Points; i++)
        {
            double[] u = [(i % Points + 0.5) / Points, (i / Points % Points + 0.5) / Points, (i / Points / Points + 0.5) / Points];
            var x = curves(u);
            var off = (x[0] - x[2] - Functions.Log(Ratio.Value)) / Ratio.Deviation;
            var share = Functions.Logistic(x[1]);
            var weight = Functions.Exp(Events.Count * x[0] - Events.Exposure * Functions.Exp(x[0])
                + Share.Count * Functions.Log(share) + (Share.Of - Share.Count) * Functions.Log(1 - share) - 0.5 * off * off + 70);
            total += weight;
            for (var k = 0; k < u.Length; k++)
                (sums[k], squares[k]) = (sums[k] + weight * u[k], squares[k] + weight * u[k] * u[k]);
        }
        (sums[3], squares[3]) = (total / 2, total / 3);
        return [.. sums.Select((sum, k) => (sum / total, Math.Sqrt(squares[k] / total - sum / total * sum / total)))];
    }
}
