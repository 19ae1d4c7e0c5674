using Experiments.Calibration;
using Experiments.Config;
using Experiments.Tests.Config;
using Experiments.Tests.Models;

namespace Experiments.Tests.Calibration;

public sealed class CalibrationRunnerTests : ConfigFolder
{
    private const string Smc =
        """
        model: village
        seed: 3
        ticks: 10
        scenarios: {siege: {}, relief: {interventions: [{at: 5, set: {pressure: 0}}]}}
        calibration:
          method: smc
          particles: 40
          generations: 4
          replications: 6
          batch: 30
          predictive: 20
          targets:
            unrest: {mean: unrest, scenario: siege, value: 0.4, tolerance: 0.04}
            early: {ratio: [{mean: unrest, at: 5, scenario: siege}, {mean: unrest, scenario: relief}], value: 1, interval: [0.9, 1.1]}
            alarms: {events: alarm, scenario: siege, value: 0.1, tolerance: 0.2}
          parameters:
            pressure: {min: 0, max: 0.1}
        """;

    /// <summary>No siege sees an alarm where there is little pressure, and the ratio over none does not exist.</summary>
    private const string Missing =
        """
        model: village
        seed: 3
        ticks: 10
        calibration:
          method: smc
          particles: 30
          generations: 5
          replications: 4
          batch: 30
          predictive: 20
          targets:
            odd: {ratio: [{share: falls}, {events: alarm}], value: -1, tolerance: 0.002}
          parameters:
            pressure: {min: 0, max: 0.1}
        """;

    private static readonly string[] Tables = ["posterior.csv", "posterior_design.csv", "posterior_summary.csv", "fit.csv", "generations.csv", "config.resolved.yaml"];

    [TestCase(true)]
    [TestCase(false)]
    public void Run_OnATargetWhoseAnswerIsKnown_FindsIt(bool isSequential)
    {
        // Unrest after 10 weeks has the mean 10 x pressure: the answer is 0.04.
        var text = isSequential ? Smc : Smc.Replace("smc", "rejection", StringComparison.Ordinal).Replace("  generations: 4\n", "  quantile: 0.1\n", StringComparison.Ordinal);
        var result = Calibrate(text, "found");
        Assert.That(result.ExitCode, Is.Zero, result.Message);
        var pressure = result.Parameters.Single();
        Assert.That(pressure.Mean, Is.EqualTo(0.04).Within(0.004));
        Assert.That(pressure.Contraction, Is.GreaterThan(0.9));
        Assert.That(result.Fits.Select(fit => (fit.Target.Name, fit.IsInside)), Is.EqualTo(new[] { ("unrest", true), ("early", true), ("alarms", true) }));
        // The scenarios of a particle share their random numbers, so that they are the same village until week 5.
        Assert.That(result.Fits[1].PredictiveInterval.Low, Is.EqualTo(1).Within(1e-12));
        Assert.That(result.Fits[1].PredictiveInterval.High, Is.EqualTo(1).Within(1e-12));
        Assert.That(Directory.GetDirectories(Path.Combine(Folder, "found", "generation-01")), Is.Empty, "the runs of a batch are removed");
    }

    /// <summary>It is 0 at the least, 500 tolerances off: farther than a hundred, and nearer than what does not exist.</summary>
    [Test]
    public void Run_OnATargetFarFromWhatExists_DoesNotSettleWhereItDoesNotExist()
    {
        var result = Calibrate(Missing, "missing");
        Assert.That(result.Search!.Generations[0].Incomplete, Is.Positive);
        Assert.That(result.Search.Generations[^1].Incomplete, Is.Zero);
        Assert.That(result.Parameters.Single().Mean, Is.GreaterThan(0.04));
        var generations = File.ReadAllLines(Path.Combine(Folder, "missing", "generations.csv"));
        Assert.That(generations[0], Is.EqualTo("generation,tolerance,proposals,accepted,incomplete,effective_sample_size"));
        Assert.That(generations[1].Split(',')[4], Is.EqualTo($"{result.Search.Generations[0].Incomplete}"));
        Assert.That(File.ReadAllLines(Path.Combine(Folder, "missing", "fit.csv"))[1].Split(',')[5], Is.EqualTo("0"));
        File.Delete(Path.Combine(Folder, "missing", "generation-01", "batch-001.csv"));
        Calibrate(Missing, "missing");
        Calibrate(Missing, "fresh");
        AssertSame("fresh", "missing");
    }

    [Test]
    public void Run_OnAnyNumberOfThreads_GivesTheSameBytes()
    {
        Calibrate(Smc, "one", threads: 1);
        Calibrate(Smc, "five", threads: 5);
        AssertSame("one", "five");
    }

    [Test]
    public void Run_InterruptedAgainAndAgain_GivesTheSameBytes()
    {
        Calibrate(Smc, "whole");
        // The first is stopped in the middle of a batch, the next ones later and later.
        foreach (var most in new[] { 1, 4, 8 })
        {
            using var cancel = new CancellationTokenSource();
            var told = 0;
            var result = Calibrate(Smc, "pieces", cancel: cancel.Token, progress: _ =>
            {
                if (++told == most)
                    cancel.Cancel();
            });
            Assert.That((result.IsInterrupted, result.ExitCode), Is.EqualTo((true, 1)), result.Message);
        }
        var done = 0;
        Assert.That(Calibrate(Smc, "pieces", progress: _ => done++).ExitCode, Is.Zero);
        Assert.That(done, Is.GreaterThan(0));
        AssertSame("whole", "pieces");
    }

    [Test]
    public void Run_Again_RunsNothingAndGivesTheSameBytes()
    {
        Calibrate(Smc, "whole");
        var runs = 0;
        Calibrate(Smc, "again");
        Calibrate(Smc, "again", progress: _ => runs++);
        Assert.That(runs, Is.Zero);
        AssertSame("whole", "again");
    }

    [Test]
    public void Run_WithFurtherGenerations_GoesOn()
    {
        var longer = Smc.Replace("generations: 4", "generations: 5", StringComparison.Ordinal);
        Calibrate(longer, "whole");
        Calibrate(Smc, "more");
        Calibrate(longer, "more");
        AssertSame("whole", "more");
    }

    [Test]
    public void Run_WhereAnotherCalibrationIs_RefusesUnlessForced()
    {
        Calibrate(Smc, "taken");
        var other = Smc.Replace("seed: 3", "seed: 4", StringComparison.Ordinal);
        var refused = Calibrate(other, "taken");
        Assert.That((refused.ExitCode, refused.Message), Is.EqualTo((2, refused.Message)));
        Assert.That(refused.Message, Does.Contain("holds another calibration ('pond', model village").And.Contain("--force"));
        Assert.That(Calibrate(other, "taken", force: true).ExitCode, Is.Zero);
        Calibrate(other, "fresh");
        AssertSame("fresh", "taken");
    }

    [Test]
    public void Run_WhereFilesOfSomebodyElseAre_Refuses()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Folder, "theirs")).FullName;
        File.WriteAllText(Path.Combine(folder, "thesis.txt"), "years of work");
        Assert.That(Calibrate(Smc, "theirs", force: true).Message, Does.Contain("is not empty and holds no calibration"));
        Assert.That(Directory.GetFileSystemEntries(folder), Has.Length.EqualTo(1));
    }

    [TestCase("edited")]
    [TestCase("without its hash")]
    public void Run_OverABatchThatIsNotWhatWasWritten_TellsAndRunsItAgain(string batch)
    {
        Calibrate(Smc, "whole");
        Calibrate(Smc, "edited");
        var path = Path.Combine(Folder, "edited", "generation-01", "batch-001.csv");
        if (batch == "edited")
            File.WriteAllText(path, File.ReadAllText(path).Replace("0.4", "0.1", StringComparison.Ordinal));
        else
            File.Delete(path + ".sha256");
        var (notes, runs) = (new List<string>(), 0);
        Assert.That(Calibrate(Smc, "edited", progress: _ => runs++, note: notes.Add).ExitCode, Is.Zero);
        Assert.That(notes, Is.EqualTo(new[] { $"{path} is not what was written: its runs are made again." }));
        Assert.That(runs, Is.Positive);
        AssertSame("whole", "edited");
    }

    [TestCase("{\"written_by\": \"abm\", \"files\": [null]}")]
    [TestCase("{\"written")]
    public void Run_OverADamagedState_GoesOnOrIsReplacedWithForce(string state)
    {
        Calibrate(Smc, "whole");
        Calibrate(Smc, "hurt");
        File.WriteAllText(Path.Combine(Folder, "hurt", "calibration.json"), state);
        var other = Smc.Replace("seed: 3", "seed: 4", StringComparison.Ordinal);
        Assert.That(Calibrate(other, "hurt"), Has.Property("ExitCode").EqualTo(2).And.Property("Message").Contains("holds another calibration, whose calibration.json is not the JSON that was written"));
        var notes = new List<string>();
        Assert.That(Calibrate(Smc, "hurt", progress: _ => Assert.Fail("a run was carried out"), note: notes.Add).ExitCode, Is.Zero);
        Assert.That(notes, Has.One.Contains("it is written again"));
        AssertSame("whole", "hurt");
        File.WriteAllText(Path.Combine(Folder, "hurt", "calibration.json"), state);
        Assert.That(Calibrate(other, "hurt", force: true).ExitCode, Is.Zero);
    }

    /// <summary>The runs of a batch were being removed when somebody died, and its statistics were edited since.</summary>
    [Test]
    public void Run_OverWhatIsLeftOfABatchAndOfAStart_GoesOn()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Folder, "left")).FullName;
        File.WriteAllText(Path.Combine(folder, ".lock.0123"), "");
        File.WriteAllText(Path.Combine(folder, "calibration.json.partial"), "{");
        Directory.CreateDirectory(Path.Combine(folder, "inputs"));
        Assert.That(Calibrate(Smc, "left").ExitCode, Is.Zero);
        var runs = Directory.CreateDirectory(Path.Combine(folder, "generation-01", "batch-001")).FullName;
        File.WriteAllText(Path.Combine(runs, "timings.csv"), "half");
        File.Delete(runs + ".csv");
        Assert.That(Calibrate(Smc, "left").ExitCode, Is.Zero);
        Calibrate(Smc, "whole");
        AssertSame("whole", "left");
    }

    [Test]
    public void Run_WithFailingRuns_AcceptsNoProposalOfThem()
    {
        var result = Calibrate(Smc.Replace("ticks: 10", "ticks: 10\nparameters: {broken_replication: 2}", StringComparison.Ordinal), "broken");
        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Message, Does.Contain("No posterior sample").And.Contain("runs failed"));
    }

    [Test]
    public void Load_ResolvedCalibration_GivesTheSameTextAgain()
    {
        Calibrate(Smc, "found");
        var path = Path.Combine(Folder, "found", "config.resolved.yaml");
        var study = StudyLoader.Load(path, [VillageModel.Definition], Overrides.None);
        Assert.That(study.ResolvedYaml + study.Calibration!.ResolvedYaml, Is.EqualTo(File.ReadAllText(path)));
    }

    [Test]
    public void Load_ResolvedCalibrationOfASeriesWhoseFileIsGone_ReadsTheCopy()
    {
        Write("tick,value\n0,7\n5,3\n", "guards.csv");
        Calibrate(Smc.Replace("ticks: 10", "ticks: 10\nseries: {guards: guards.csv}", StringComparison.Ordinal), "found");
        File.Delete(Path.Combine(Folder, "guards.csv"));
        var study = StudyLoader.Load(Path.Combine(Folder, "found", "config.resolved.yaml"), [VillageModel.Definition], Overrides.None);
        Assert.That(study.Scenarios.Select(scenario => scenario.Series.Single().ValueAt(6)), Is.EqualTo(new object[] { 3, 3 }));
    }

    [Test]
    public void Run_StoppedWithinARun_GoesOnFromItsCheckpointToTheSameBytes()
    {
        var text = Smc.Replace("particles: 40", "particles: 10", StringComparison.Ordinal).Replace("generations: 4", "generations: 2", StringComparison.Ordinal).Replace("batch: 30", "batch: 10", StringComparison.Ordinal)
            .Replace("replications: 6", "replications: 2", StringComparison.Ordinal).Replace("predictive: 20", "predictive: 5", StringComparison.Ordinal);
        Calibrate(text, "whole");
        var (seen, rows) = (new List<int>(), 0);
        using var stop = new CancellationTokenSource();
        var watched = WatchedVillage.Of(model =>
        {
            seen.Add(model.Tick);
            if (model.Tick == 5 && ++rows == 30)
                stop.Cancel();
        }) with
        { Spells = null };
        CalibrationResult Go(CancellationToken cancel) => CalibrationRunner.Run(
            StudyLoader.Load(Write(text), [watched], Overrides.None),
            new CalibrationOptions { Directory = Path.Combine(Folder, "pieces"), Threads = 1, CheckpointEvery = TimeSpan.FromTicks(1) },
            cancel);
        Assert.That(Go(stop.Token).IsInterrupted, Is.True);
        seen.Clear();
        Assert.That(Go(default).ExitCode, Is.Zero);
        Assert.That(seen[0], Is.EqualTo(5), "the steps before the checkpoint were repeated");
        AssertSame("whole", "pieces");
    }

    private CalibrationResult Calibrate(
        string text, string folder, int threads = 2, bool force = false, Action<CalibrationProgress>? progress = null, Action<string>? note = null, CancellationToken cancel = default) =>
        CalibrationRunner.Run(
            StudyLoader.Load(Write(text), [VillageModel.Definition], Overrides.None),
            new CalibrationOptions { Directory = Path.Combine(Folder, folder), Threads = threads, Force = force, Progress = progress, Note = note },
            cancel);

    private void AssertSame(string one, string other)
    {
        foreach (var name in Tables)
            Assert.That(File.ReadAllText(Path.Combine(Folder, other, name)), Is.EqualTo(File.ReadAllText(Path.Combine(Folder, one, name))), name);
    }
}
