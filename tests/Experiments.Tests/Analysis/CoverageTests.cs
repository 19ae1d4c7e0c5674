using Agents;
using Agents.Random;
using Experiments.Analysis;
using Experiments.Config;
using Experiments.Statistics;

namespace Experiments.Tests.Analysis;

/// <summary>
/// How frequently 95 % intervals hold the truth, by simulation: a design of nine rows whose replications share their random
/// numbers, from rows that know nothing of one another to rows that are copies.
/// </summary>
public sealed class CoverageTests
{
    private const int Rows = 9;
    private const int Samples = 1500;

    /// <summary>Three standard errors of a share of 0.95 of the samples.</summary>
    private const double Chance = 0.017;

    private static readonly Response Share = Of(RunStatisticKind.Share);
    private static readonly Response Mean = Of(RunStatisticKind.Mean);

    [Test]
    public void Share_OfRowsThatShareDraws_HoldsTheTruth([Values(5, 20, 200)] int replications, [Values(0.03, 0.085, 0.4)] double share, [Values(0, 0.5, 1)] double common)
    {
        var truth = Enumerable.Range(0, Rows).Average(row => RowShare(share, row));
        var covered = Covered(truth, draws =>
        {
            var tally = new ResponseTally(Share, hasUnits: true);
            ForEach(replications, common, draws, (replication, row, latent) => tally.Add(replication, Occurs(latent, RowShare(share, row))));
            return tally.Build().Estimate.Interval;
        });
        AssertCovers(covered, replications, widest: 1);
    }

    [Test]
    public void Mean_OfRowsThatShareDraws_HoldsTheTruth([Values(5, 20, 200)] int replications, [Values(0, 0.5, 1)] double common)
    {
        var truth = Enumerable.Range(0, Rows).Average();
        var covered = Covered(truth, draws =>
        {
            var tally = new ResponseTally(Mean, hasUnits: true);
            ForEach(replications, common, draws, (replication, row, latent) => tally.Add(replication, [new Contribution(row + latent, 1)]));
            return tally.Build().Estimate.Interval;
        });
        AssertCovers(covered, replications, widest: 0.97 + Chance);
    }

    [Test]
    public void DifferenceOfShares_OfRowsThatShareDraws_HoldsTheTruth([Values(5, 20, 200)] int replications, [Values(0, 0.5, 1)] double common)
    {
        var truth = Enumerable.Range(0, Rows).Average(row => RowShare(0.2, row) - RowShare(0.085, row));
        var covered = Covered(truth, draws =>
        {
            var tally = new PairedTally(Share, hasUnits: true);
            ForEach(replications, common, draws, (replication, row, latent) => tally.Add(replication, Occurs(latent, RowShare(0.2, row)), Occurs(latent, RowShare(0.085, row))));
            return tally.Build().Estimate.Interval;
        });
        AssertCovers(covered, replications, widest: 1);
    }

    [Test]
    public void DifferenceOfMeans_OfRowsThatShareDraws_HoldsTheTruth([Values(5, 20, 200)] int replications)
    {
        var covered = Covered(1, draws =>
        {
            var tally = new PairedTally(Mean, hasUnits: true);
            ForEach(replications, 0.8, draws, (replication, row, latent) => tally.Add(replication, [new Contribution(1 + 2 * latent, 1)], [new Contribution(latent, 1)]));
            return tally.Build().Estimate.Interval;
        });
        AssertCovers(covered, replications, widest: 0.97 + Chance);
    }

    /// <summary>Quantiles by resampling replications; with fewer than 20 of them there is no interval.</summary>
    [Test]
    public void Median_OfRowsThatShareDraws_HoldsTheTruth([Values(20, 200)] int replications, [Values(0, 1)] double common)
    {
        const int FewerSamples = 400;
        var covered = Enumerable.Range(1, FewerSamples).Count(sample =>
        {
            var values = new List<(double Value, int Replication)>();
            ForEach(replications, common, new Draws(Seed.Of(2, sample), 0, 0, new Purpose(2000)), (replication, row, latent) => values.Add((row + latent, replication)));
            values.Sort();
            var interval = new Bootstrap(sample, 400).QuantilesOf([.. values.Select(one => one.Value)], [.. values.Select(one => one.Replication)], [0.5])[0];
            return interval.Low <= (Rows - 1) / 2.0 && (Rows - 1) / 2.0 <= interval.High;
        }) / (double)FewerSamples;
        Assert.That(covered, Is.InRange(0.93 - 2 * Chance, 1));
    }

    /// <summary>The mistake that clusters are for: it must fail where rows are copies, or the tests above could not.</summary>
    [Test]
    public void Share_OfCopiesTakenForRuns_IsTooSure()
    {
        var covered = Covered(Enumerable.Range(0, Rows).Average(row => RowShare(0.3, row)), draws =>
        {
            var tally = new ResponseTally(Share, hasUnits: false);
            ForEach(20, 1, draws, (replication, row, latent) => tally.Add(replication, Occurs(latent, RowShare(0.3, row))));
            return tally.Build().Estimate.Interval;
        });
        Assert.That(covered, Is.LessThan(0.75));
    }

    /// <summary>Draws of a posterior that differ for good, with replications that come one after another: rows are the evidence, and runs would be too sure.</summary>
    [Test]
    public void Share_OfRowsThatAreASample_HoldsTheTruthAndRunsWouldNot()
    {
        const int SampledRows = 40;
        var (byRow, byRun) = (Sampled(hasUnits: true), Sampled(hasUnits: false));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(byRow, Is.InRange(0.93 - Chance / 2, 0.97 + Chance));
            Assert.That(byRun, Is.LessThan(0.75));
        }

        // A row's share is .1 or .5 at even odds.
        double Sampled(bool hasUnits) => Covered(0.3, draws =>
        {
            var shares = Enumerable.Range(0, SampledRows).Select(_ => draws.Chance(0.5) ? 0.1 : 0.5).ToArray();
            var tally = new ResponseTally(Share, hasUnits);
            for (var run = 0; run < 10 * SampledRows; run++)
                tally.Add(run % SampledRows, [new Contribution(draws.Chance(shares[run % SampledRows]) ? 1 : 0, 1)]);
            return tally.Build().Estimate.Interval;
        });
    }

    [Test]
    public void Mean_OfSkewedRuns_HoldsTheTruth()
    {
        var covered = Covered(1, draws =>
        {
            var tally = new ResponseTally(Mean, hasUnits: false);
            for (var run = 0; run < 30; run++)
                tally.Add(run, [new Contribution(draws.Exponential(1), 1)]);
            return tally.Build().Estimate.Interval;
        });
        Assert.That(covered, Is.InRange(0.9, 0.97));
    }

    [Test]
    public void Share_OfOneReplication_HasNoInterval()
    {
        var tally = new ResponseTally(Share, hasUnits: true);
        for (var row = 0; row < Rows; row++)
            tally.Add(1, [new Contribution(row % 2, 1)]);
        var estimate = tally.Build();
        Assert.That((estimate.Estimate.Value, estimate.Runs, estimate.Replications), Is.EqualTo((4 / 9.0, 9, 1)));
        Assert.That(estimate.Estimate.Interval.Low, Is.NaN);
    }

    [Test]
    public void Share_ThatNoRunHas_MayBeAsLargeAsItsReplicationsLet()
    {
        var tally = new ResponseTally(Share, hasUnits: true);
        for (var run = 0; run < 20 * Rows; run++)
            tally.Add(run / Rows, [new Contribution(0, 1)]);
        var interval = tally.Build().Estimate.Interval;
        Assert.That((interval.Low, interval.High), Is.EqualTo((0.0, 0.18)).Using<(double, double), (double, double)>((a, b) => a.Item1 == b.Item1 && Math.Abs(a.Item2 - b.Item2) < 0.005),
            "t(19) squared over 20 plus itself: 20 replications, not 180 runs");
    }

    /// <summary>Events that follow from how low a number is, one in about twelve runs; rates are the same in other units.</summary>
    [Test]
    public void Rate_OfRareOutcomes_HoldsTheTruthAndIsNotBelowZero([Values(5, 20, 200)] int replications, [Values(0, 1)] double common)
    {
        var truth = Enumerable.Range(0, Rows).Average(row => RowShare(0.085, row)) / 40 * 52;
        var covered = Covered(truth, draws =>
        {
            var tally = new ResponseTally(Of(RunStatisticKind.Rate, per: 52), hasUnits: true);
            ForEach(replications, common, draws, (replication, row, latent) => tally.Add(replication, [new Contribution(Occurs(latent, RowShare(0.085, row))[0].Top, 40)]));
            var interval = tally.Build().Estimate.Interval;
            Assert.That(interval.Low, Is.GreaterThanOrEqualTo(0));
            return interval;
        });
        // Student's t is symmetric, and a rare outcome is not: with 20 replications it holds a little less (0.90) where rows are copies.
        Assert.That(covered, Is.GreaterThanOrEqualTo(replications == 20 ? 0.89 : 0.93 - Chance));
    }

    [Test]
    public void Mean_WithoutSpread_HasNoInterval([Values] bool hasUnits)
    {
        var tally = new ResponseTally(Mean, hasUnits);
        for (var run = 0; run < 50; run++)
            tally.Add(run / 5, [new Contribution(0.1, 1)]);
        Assert.That(tally.Build().Estimate.Interval.Low, Is.NaN, "a sample that cannot vary cannot say how far off it is");
    }

    private static void AssertCovers(double covered, int replications, double widest) =>
        Assert.That(covered, Is.InRange(0.93 - Chance / 2, replications == 5 ? 1 : widest));

    private static double Covered(double truth, Func<Draws, Interval> interval) => Enumerable.Range(1, Samples).Count(sample =>
    {
        var found = interval(new Draws(Seed.Of(1, sample), 0, 0, new Purpose(2000)));
        return found.Low <= truth && truth <= found.High;
    }) / (double)Samples;

    /// <summary>Numbers with mean 0 and variance 1, of which so much is common to the rows of a replication.</summary>
    private static void ForEach(int replications, double common, Draws draws, Action<int, int, double> take)
    {
        for (var replication = 1; replication <= replications; replication++)
        {
            var shared = draws.Normal();
            for (var row = 0; row < Rows; row++)
                take(replication, row, Math.Sqrt(common) * shared + Math.Sqrt(1 - common) * draws.Normal());
        }
    }

    private static double RowShare(double share, int row) => share * (0.3 + 1.4 * row / (Rows - 1));

    private static Contribution[] Occurs(double latent, double share) =>
        [new Contribution(latent < MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, share) ? 1 : 0, 1)];

    private static Response Of(RunStatisticKind kind, int per = 1) =>
        new("answer", Response.Declared, "", new RunStatistic { Kind = kind, Scenario = 0, ScenarioName = "", Name = "answer", Per = per });
}
