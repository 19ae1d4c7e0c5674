using Agents;
using Agents.Data;
using Experiments.Config;
using Experiments.Design;
using Experiments.Runs;
using Experiments.Tests.Models;

namespace Experiments.Tests.Runs;

/// <summary>A study that branches gives what it gives without, byte for byte.</summary>
public sealed class BranchedRunsTests : ResultFolder
{
    private static readonly string[] Tables = ["design.csv", "runs.csv", "ticks.csv", "events.csv", "agents.csv"];

    [TestCase(1, 12)]
    [TestCase(5, 12)]
    [TestCase(1, 1)]
    [TestCase(2, 29)]
    public void Run_Branched_GivesTheBytesOfTheWholeRuns(int threads, int at)
    {
        // A ramp that all share runs through the branch; some villages fall before it and some after.
        var ramp = VillageStudy.Between(0, 20, ("pressure", 0.1));
        AssertSame(VillageStudy.Of(replications: 12, agents: true, scenarios:
        [
            ("siege", [ramp]),
            ("relief", [ramp, VillageStudy.At(29, ("guards", 20))]),
            ("harvest", [ramp, VillageStudy.At(at, ("harvest", Harvest.Poor), ("guards", 3))]),
        ]), at, threads);
    }

    [TestCase(3)]
    [TestCase(10)]
    public void Run_OneReplicationFails_FailsAlike(int at)
    {
        var study = VillageStudy.Of(replications: 5, agents: true, brokenReplication: 3);
        AssertSame(study, at, threads: 2, exitCode: 1);
        Assert.That(Rows("timings").Count(row => row["error"].EndsWith("the well ran dry", StringComparison.Ordinal)), Is.EqualTo(2));
    }

    [Test]
    public void Run_SomeRowsOnly_CollectsTheSame() => AssertSame(VillageStudy.Of(replications: 4, every: 4), at: 10);

    [Test]
    public void Run_AllOverBeforeTheBranch_EndsAlike() =>
        AssertSame(VillageStudy.Of(scenarios: [("a", [VillageStudy.At(0, ("pressure", 0.5))]), ("b", [VillageStudy.At(0, ("pressure", 0.5)), VillageStudy.At(20, ("guards", 1))])]), at: 20);

    [Test]
    public void Run_ARowThatNoTableHolds_FailsOfThatAndNotOfWhatCameLater()
    {
        var model = Reporting(ModelReporter.Number<VillageModel>("depth", "Depth of the well.", "m", village => village.Tick == 2 ? double.PositiveInfinity : 1));
        AssertSame(VillageStudy.Of(replications: 2, brokenReplication: 1, model: model), at: 8, exitCode: 1);
        Assert.That(Rows("timings").Select(row => row["error"]), Is.All.EndsWith("The measure depth is infinite; a value that cannot be given is NaN."));
    }

    [Test]
    public void Run_RowsOfADesign_BranchRowByRow()
    {
        var pressure = VillageStudy.Catalogue.Find("pressure")!;
        var cells = new PointMatrix(3, 1);
        for (var row = 0; row < cells.Rows; row++)
            cells[row, 0] = 0.01 + 0.02 * row;
        var design = new StudyDesign { Method = DesignMethod.List, Factors = [new DesignFactor { Key = pressure.Key, Target = FactorTarget.Start, Parameter = pressure }], Cells = cells };
        AssertSame(VillageStudy.Of(replications: 4, agents: true) with { Design = design }, at: 10, threads: 5);
    }

    [Test]
    public void Run_InterruptedWithinAGroup_GoesOnToTheSameBytes()
    {
        var study = VillageStudy.Of(replications: 6, agents: true) with { BranchAt = 10 };
        using var cancel = new CancellationTokenSource();
        var interrupted = Run(study, threads: 1, progress: _ => cancel.Cancel(), cancel: cancel.Token);
        Assert.That(interrupted.IsInterrupted, Is.True);
        Assert.That(Run(study).ExitCode, Is.Zero);
        AssertSameAsWhole(study);
    }

    [TestCase(60_000, true)]
    [TestCase(450_000, false)]
    public void Run_ManyRowsOrALargeState_GoThroughTemporaryFiles(int villagers, bool agents)
    {
        var study = VillageStudy.Of(replications: 1, ticks: 12, agents: agents);
        var values = study.Scenarios[0].Values.ToArray();
        values[VillageStudy.Catalogue.Find("villagers")!.Index] = villagers;
        AssertSame(study with { Every = 12, Scenarios = [.. study.Scenarios.Select(scenario => scenario with { Values = values })] }, at: 10);
        Assert.That(FilesOf(), Has.None.Contains("spill"));
    }

    [Test]
    public void Run_TimeLimitInTheCommonSteps_TimesAllOut()
    {
        var study = VillageStudy.Of(replications: 2) with { BranchAt = 10 };
        StudyRunner.Run(study, new RunOptions { Directory = Target, Threads = 1, RunTimeLimit = TimeSpan.Zero }, default);
        Assert.That(Rows("runs").Select(row => row["status"]), Is.EqualTo(Enumerable.Repeat("timed_out", 4)));
    }

    [Test]
    public void Run_Branched_TellsWhatWasSaved()
    {
        Assert.That(Run(VillageStudy.Of() with { BranchAt = 10 }).Message, Does.Match(@"^The scenarios branched at row 10, which saved (about [0-9]+\.[0-9] s of computing|nothing: .*)\.$"));
        Assert.That(Run(VillageStudy.Of(), directory: Path.Combine(Folder, "whole")).Message, Is.Empty);
    }

    private static ModelDefinition<VillageParameters> Reporting(ModelReporter reporter) => new()
    {
        Name = "village",
        Summary = "A village with a well.",
        TickUnit = "week",
        DefaultTicks = 30,
        ResultsVersion = 1,
        ModelReporters = [reporter],
        Outcomes = VillageModel.Definition.Outcomes,
        Events = VillageModel.Definition.Events,
        Make = (parameters, seed) => new VillageModel(parameters, seed),
        Agents = parameters => parameters.Villagers + 1,
    };

    private void AssertSame(Study study, int at, int threads = 2, int exitCode = 0)
    {
        Assert.That(Run(study with { BranchAt = at }, threads).ExitCode, Is.EqualTo(exitCode));
        AssertSameAsWhole(study);
    }

    private void AssertSameAsWhole(Study study)
    {
        var whole = Path.Combine(Folder, "whole");
        Run(study with { BranchAt = null }, directory: whole);
        foreach (var name in Tables.Where(name => File.Exists(Path.Combine(whole, name))))
            Assert.That(File.ReadAllBytes(Path.Combine(Target, name)), Is.EqualTo(File.ReadAllBytes(Path.Combine(whole, name))), name);
    }
}
