using System.Globalization;
using Experiments.Config;
using Experiments.Design;
using Experiments.Tests.Models;

namespace Experiments.Tests.Runs;

public sealed class StopRuleTests : ResultFolder
{
    private static readonly string[] Tables = ["design.csv", "runs.csv", "ticks.csv", "events.csv"];

    [Test]
    public void Run_UntilPrecise_UsesAsManyReplicationsOfEachRowAsItNeeds()
    {
        var result = Run(Study(0.06));
        Assert.That(result.ExitCode, Is.Zero, result.Message);
        var counts = Counts();
        Assert.That(counts.Values.Distinct().Count(), Is.GreaterThan(1), "rows of different spread stop at different looks");
        Assert.That(counts.Values, Is.All.GreaterThanOrEqualTo(20).And.All.LessThan(200));
        Assert.That(counts.Values.Select(count => (count - 20) % 10), Is.All.Zero);
        foreach (var row in counts.Keys.Select(point => (point + 1) / 2))
            Assert.That(counts[2 * row - 1], Is.EqualTo(counts[2 * row]), "scenarios of a row stop together");
        Assert.That(ManifestOf()["stops"]!["replications"]!.AsArray().Select(count => (int)count!), Is.EqualTo(new[] { counts[1], counts[3], counts[5] }));
        Assert.That(ManifestOf()["stops"]!["half_width"]!.AsArray().Select(width => (double)width!), Is.All.LessThanOrEqualTo(0.03));
        Assert.That(result.Summary!.Planned, Is.EqualTo(counts.Values.Sum()));
    }

    [Test]
    public void Run_OfAStudyThatStoppedEarlyAndIsComplete_DoesNotCallItPartial()
    {
        var first = Run(Study(0.06)).Summary!;
        var again = Run(Study(0.06));
        Assert.That(again.WasStored, Is.True);
        Assert.That((again.Summary!.Planned, again.Summary.StopRule), Is.EqualTo((first.Planned, first.StopRule)));
        Assert.That(first.StopRule, Does.StartWith("Stop rule: half the interval is at most 0.03 in all 3 rows of the design, after "));
    }

    [Test]
    public void Run_ThatComesToItsGreatestNumber_SaysThatItIsNotPrecise() =>
        Assert.That(Run(Study(1e-6)).Summary!.StopRule, Does.StartWith("Stop rule: half the interval is still more than 5E-07 after 200 replications in 3 of 3 rows of the design (at most 0."));

    [Test]
    public void Run_OnAnyNumberOfThreads_GivesTheSameBytes()
    {
        Run(Study(0.06), threads: 1);
        var other = Path.Combine(Folder, "other");
        Run(Study(0.06), threads: 5, directory: other);
        AssertSameTables(other);
    }

    [Test]
    public void Run_InterruptedAgainAndAgain_GivesTheSameBytes()
    {
        Run(Study(0.06), threads: 2);
        var other = Path.Combine(Folder, "other");
        // Progress is told after the first run and at the end of each round, or more often.
        foreach (var most in new[] { 1, 2, 1 })
        {
            using var cancel = new CancellationTokenSource();
            var told = 0;
            var result = Run(Study(0.06), threads: 2, directory: other, progress: _ =>
            {
                if (++told == most)
                    cancel.Cancel();
            }, cancel: cancel.Token);
            Assert.That(result.IsInterrupted, Is.True, result.Message);
        }
        Assert.That(Run(Study(0.06), threads: 2, directory: other).ExitCode, Is.Zero);
        AssertSameTables(other);
    }

    [Test]
    public void Run_LaterWithMorePrecision_GoesOnFromTheRunsThatAreThere()
    {
        Run(Study(0.04));
        var other = Path.Combine(Folder, "other");
        Run(Study(0.08), directory: other);
        var before = Counts(other).Values.Sum();
        var first = -1;
        Run(Study(0.04), directory: other, progress: progress => first = first < 0 ? progress.Done : first);
        Assert.That(first, Is.GreaterThanOrEqualTo(before), "what was run is not run again");
        AssertSameTables(other);
    }

    [Test]
    public void Run_LaterWithLessPrecision_DropsTheRunsBeyondTheStop()
    {
        Run(Study(0.08));
        var other = Path.Combine(Folder, "other");
        Run(Study(0.04), directory: other);
        Run(Study(0.08), directory: other);
        AssertSameTables(other);
    }

    [Test]
    public void Run_ThatNeverGetsPrecise_StopsAtTheGreatestNumberAndSaysSo()
    {
        Run(Study(0.0001, max: 35));
        Assert.That(Counts().Values, Is.All.EqualTo(35));
        Assert.That(ManifestOf()["stops"]!["is_precise"]!.AsArray().Select(truth => (bool)truth!), Is.All.False);
    }

    /// <summary>Guards do not vary: nothing that was seen says how precise their mean is.</summary>
    [Test]
    public void Run_OfAMeasureWithoutSpread_GoesOnToTheGreatestNumberAndSaysWhy()
    {
        var summary = Run(Study(0.1, max: 35) with { StopRule = new StopRule { Measure = 2, HalfWidth = 0.1, Min = 20, Batch = 10, Max = 35 } }).Summary!;
        Assert.That(Counts().Values, Is.All.EqualTo(35));
        Assert.That(summary.StopRule, Does.Contain("in 3 of 3 rows of the design (in 3 of them all values are the same, which does not say how precise the estimate is)"));
        Assert.That(ManifestOf()["stops"]!["half_width"]!.AsArray(), Is.All.Null);
    }

    /// <summary>The runs of a round are all that is wanted and looked at after it, whatever came before.</summary>
    [Test]
    public void Rounds_OfOneReplicationEach_LookAtEachRunOnce()
    {
        var study = Study(1e-6, max: 60) with { StopRule = new StopRule { Measure = 0, HalfWidth = 1e-6, Min = 2, Batch = 1, Max = 60 } };
        Run(study);
        using var ledger = Experiments.Storage.Ledger.Read(Target, study);
        var records = ledger.Records().ToDictionary(record => record.RunId);
        var rounds = new Experiments.Runs.StopRounds(study, study.StopRule!, []);
        var (plan, asked, turns) = (Experiments.Runs.RunPlan.Of(study, rounds), new List<int>(), 0);
        for (Experiments.Runs.RunPlan? earlier = null; plan.RunsBeyond(earlier).ToList() is { Count: > 0 } round; turns++)
        {
            asked.AddRange(round);
            Assert.That(plan.Count, Is.EqualTo(plan.Runs.Count()));
            round.ForEach(runId => rounds.Add(records[runId], Experiments.Statistics.SeenRun.Of(records[runId], study)));
            (earlier, plan) = (plan, Experiments.Runs.RunPlan.Of(study, rounds));
        }
        Assert.That(turns, Is.EqualTo(59));
        Assert.That(asked, Is.EquivalentTo(records.Keys).And.Unique);
        Assert.That(rounds.Taken, Is.EqualTo(records.Count));
    }

    /// <summary>Unrest at the end spreads the more the higher the pressure; three rows of two scenarios.</summary>
    private static Study Study(double width, int max = 200)
    {
        var study = VillageStudy.Of(replications: max, ticks: 12);
        var cells = new PointMatrix(3, 1);
        (cells[0, 0], cells[1, 0], cells[2, 0]) = (0.02, 0.05, 0.07);
        return study with
        {
            StopRule = new StopRule { Measure = 0, HalfWidth = width / 2, Min = 20, Batch = 10, Max = max },
            Design = new StudyDesign
            {
                Method = DesignMethod.List,
                Factors = [new DesignFactor { Key = "pressure", Target = FactorTarget.Start, Parameter = VillageStudy.Catalogue.Find("pressure") }],
                Cells = cells,
            },
        };
    }

    private Dictionary<int, int> Counts(string? directory = null) => Rows("runs", directory)
        .CountBy(row => int.Parse(row["design_id"], CultureInfo.InvariantCulture)).ToDictionary();

    private void AssertSameTables(string other)
    {
        foreach (var name in Tables)
            Assert.That(File.ReadAllBytes(Path.Combine(other, name)), Is.EqualTo(File.ReadAllBytes(Path.Combine(Target, name))), name);
    }
}
