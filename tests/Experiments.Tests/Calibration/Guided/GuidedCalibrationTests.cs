using Experiments.Calibration;
using Experiments.Config;
using Experiments.Tests.Config;
using Experiments.Tests.Models;

namespace Experiments.Tests.Calibration.Guided;

/// <summary>A guided calibration of runs, with its files.</summary>
public sealed class GuidedCalibrationTests : ConfigFolder
{
    /// <summary>
    /// Unrest after 10 weeks has the mean 10 x pressure and a deviation of 1.826 x pressure: half of the villages fall where pressure is 0.1.
    /// </summary>
    private const string Guided =
        """
        model: village
        seed: 3
        ticks: 10
        scenarios: {siege: {}, relief: {interventions: [{at: 5, set: {pressure: 0}}]}}
        calibration:
          method: guided
          initial: 20
          proposals: 60
          explore: 0.1
          particles: 40
          replications: 10
          batch: 20
          predictive: 25
          targets:
            falls: {share: falls, scenario: siege, observed: {count: 50, of: 100}}
            alarms: {events: alarm, scenario: siege, observed: {count: 90, exposure: 100}}
            relative: {ratio: [{rate: falls, scenario: siege}, {events: alarm, scenario: relief}], value: 0.1, sampling: [0.02, 0.5]}
            fallen: {ratio: [{events: fall, scenario: siege}, {events: alarm, scenario: siege}], observed: {count: 5, of: 9}}
          parameters:
            pressure: {min: 0.05, max: 0.15}
            harvest: {levels: [poor, very_good]}
        """;

    private static readonly string[] Tables = ["posterior.csv", "posterior_design.csv", "posterior_summary.csv", "fit.csv", "surrogate.csv", "config.resolved.yaml"];

    [Test]
    public void Run_OnAShareWhoseAnswerIsKnown_FindsIt()
    {
        var result = Calibrate(Guided, "found");
        Assert.That(result.ExitCode, Is.Zero, result.Message);
        // Twenty in 400 villages fall more or less as pressure differs by 0.001; the data leave a deviation of about 0.0025.
        Assert.That(result.Parameters[0].Mean, Is.EqualTo(0.1).Within(0.004));
        Assert.That(result.Parameters[0].Deviation, Is.InRange(0.001, 0.006));
        Assert.That(result.Parameters[1].Contraction, Is.LessThan(0.2), "the harvest changes nothing");
        Assert.That(result.Fits[0].PredictiveMean, Is.EqualTo(0.5).Within(0.1));
        Assert.That(result.Fits[0].PredictiveInterval.Low, Is.GreaterThan(0.3));
        Assert.That(result.Guided!.Rounds[^1].Total, Is.EqualTo(100));
        Assert.That(File.ReadAllLines(Path.Combine(Folder, "found", "posterior_design.csv")), Has.Length.EqualTo(26));
        Assert.That(
            File.ReadAllLines(Path.Combine(Folder, "found", "generation-02", "batch-001.csv"))[0],
            Is.EqualTo("proposal,failed_runs,pressure,harvest,falls,alarms,relative,fallen,falls.count,falls.of,alarms.count,alarms.of,relative.over.count,relative.over.of,relative.under.count,relative.under.of,fallen.count,fallen.of"));
    }

    [Test]
    public void Run_OnAnyNumberOfThreadsAndInterrupted_GivesTheSameBytes()
    {
        Calibrate(Guided, "one", threads: 1);
        foreach (var most in new[] { 1, 3, 5 })
        {
            using var cancel = new CancellationTokenSource();
            var told = 0;
            var result = Calibrate(Guided, "pieces", threads: 3, cancel: cancel.Token, progress: _ =>
            {
                if (++told == most)
                    cancel.Cancel();
            });
            Assert.That((result.IsInterrupted, result.ExitCode), Is.EqualTo((true, 1)), result.Message);
        }
        Calibrate(Guided, "pieces", threads: 3);
        AssertSame("one", "pieces");
        var runs = 0;
        Calibrate(Guided, "pieces", progress: _ => runs++);
        Assert.That(runs, Is.Zero, "all that is done is kept");
        AssertSame("one", "pieces");
    }

    [Test]
    public void Run_WithMoreProposals_GoesOn()
    {
        var longer = Guided.Replace("proposals: 60", "proposals: 80", StringComparison.Ordinal);
        Calibrate(longer, "whole");
        Calibrate(Guided, "more");
        Calibrate(longer, "more");
        AssertSame("whole", "more");
    }

    [Test]
    public void Run_WhereMoreCountThanCould_SaysWhichTarget()
    {
        var result = Calibrate(Guided.Replace("[{events: fall, scenario: siege}, {events: alarm, scenario: siege}]", "[{events: alarm, scenario: siege}, {events: fall, scenario: siege}]", StringComparison.Ordinal), "odd");
        Assert.That(result.ExitCode, Is.EqualTo(2));
        Assert.That(result.Message, Does.Contain("target fallen is so many of so many, but its runs gave "));
    }

    [Test]
    public void Load_ResolvedCalibration_GivesTheSameTextAgain()
    {
        var study = Load(Guided, VillageModel.Definition);
        var path = Write(study.ResolvedYaml + study.Calibration!.ResolvedYaml, "again.yaml");
        Assert.That(StudyLoader.Load(path, [VillageModel.Definition], Overrides.None).Calibration!.ResolvedYaml, Is.EqualTo(study.Calibration.ResolvedYaml));
        Assert.That(study.Calibration.ResolvedYaml, Does.Contain("alarms: {events: alarm, scenario: siege, observed: {count: 90, exposure: 100}}").And.Contain("value: 0.1, sampling: [0.02, 0.5]}"));
    }

    [TestCase("alarms: {events: alarm, scenario: siege, value: 1, tolerance: 1}", "targets.alarms: method guided needs data with a likelihood: write observed or sampling")]
    [TestCase("alarms: {mean: unrest, scenario: siege, value: 1, sampling: [0.5, 2]}", "targets.alarms: method guided needs counts: a share, a rate, events or periods, or the ratio of two of them")]
    [TestCase("alarms: {difference: [{share: falls, scenario: siege}, {share: falls, scenario: relief}], value: 1, sampling: [0.5, 2]}", "targets.alarms: method guided needs counts")]
    [TestCase("alarms: {events: alarm, scenario: siege, observed: {count: 5, of: 9}}", "targets.alarms.observed: so many of so many belongs to a share, to periods, or to a ratio of two shares, events or rates of one scenario")]
    [TestCase("alarms: {share: falls, scenario: siege, observed: {count: 5, exposure: 9}}", "targets.alarms.observed: a count over an exposure belongs to a rate, or to events")]
    [TestCase("alarms: {ratio: [{share: falls, scenario: siege}, {share: falls, scenario: relief}], observed: {count: 5, of: 9}}", "targets.alarms.observed: so many of so many belongs to")]
    [TestCase("alarms: {events: alarm, scenario: siege, value: 3, observed: {count: 5, exposure: 9}}", "targets.alarms.value: follows from what was observed: leave it out")]
    [TestCase("alarms: {events: alarm, scenario: siege, observed: {count: 5}}", "targets.alarms.observed: has count (a whole number) and one of exposure")]
    [TestCase("alarms: {events: alarm, scenario: siege, observed: {count: 5, of: 4}}", "targets.alarms.observed.of: 4 is out of range; allowed is an integer from 5 to")]
    [TestCase("alarms: {events: alarm, scenario: siege, observed: {count: 5, exposure: 0}}", "targets.alarms.observed.exposure: '0' is out of range; allowed is a number more than 0")]
    [TestCase("alarms: {events: alarm, scenario: siege, value: 1, sampling: [2, 3]}", "targets.alarms.sampling[1]: '2' is out of range; allowed is a number below the value, 1")]
    [TestCase("alarms: {events: alarm, scenario: siege, value: 1, sampling: [0, 3]}", "targets.alarms.sampling: begins at 0 or below, where there is no logarithm")]
    [TestCase("alarms: {events: alarm, scenario: siege, value: 0, sampling: [-1, 3]}", "targets.alarms.sampling: a sampling interval on the scale of logarithms needs a value more than 0")]
    public void Load_WrongTarget_NamesPlaceKeyAndWhatIsAllowed(string target, string expected)
    {
        var text = Guided.Replace("alarms: {events: alarm, scenario: siege, observed: {count: 90, exposure: 100}}", target, StringComparison.Ordinal);
        var exception = Assert.Throws<ConfigException>(() => Load(text, VillageModel.Definition));
        Assert.That(exception!.Message, Does.Contain(expected).And.Contain("pond.yaml:16:"));
    }

    [TestCase("initial: 20", "initial: 70", "calibration.initial: 70 are more than all 60 proposals")]
    [TestCase("explore: 0.1", "explore: 1", "calibration.explore: '1' is out of range; allowed is a number of 0 or more, and less than 1")]
    [TestCase("explore: 0.1", "quantile: 0.1", "calibration.quantile: unknown key")]
    public void Load_WrongSearch_NamesPlaceKeyAndWhatIsAllowed(string right, string wrong, string expected)
    {
        var exception = Assert.Throws<ConfigException>(() => Load(Guided.Replace(right, wrong, StringComparison.Ordinal), VillageModel.Definition));
        Assert.That(exception!.Message, Does.Contain(expected));
    }

    private Study Load(string text, Agents.ModelDefinition model) => StudyLoader.Load(Write(text), [model], Overrides.None);

    private CalibrationResult Calibrate(string text, string folder, int threads = 2, Action<CalibrationProgress>? progress = null, CancellationToken cancel = default) =>
        CalibrationRunner.Run(
            Load(text, VillageModel.Definition),
            new CalibrationOptions { Directory = Path.Combine(Folder, folder), Threads = threads, Progress = progress },
            cancel);

    private void AssertSame(string one, string other)
    {
        foreach (var name in Tables)
            Assert.That(File.ReadAllText(Path.Combine(Folder, other, name)), Is.EqualTo(File.ReadAllText(Path.Combine(Folder, one, name))), name);
    }
}
