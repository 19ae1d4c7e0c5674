namespace Commands.Tests;

public sealed class RunCommandTests
{
    private string folder = "";

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("abm-run-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    public void Run_Study_PrintsTheSummaryAndWritesTheTables()
    {
        var screen = Run("model: herd\nscenarios: {calm: {}, storm: {interventions: [{at: 3, set: {growth.rate: 1}}]}}", "--replications", "3");
        Assert.That(screen.ExitCode, Is.EqualTo(0), screen.Error);
        Assert.That(screen.Out, Does.StartWith("pond (herd): 6 runs\n").And.Contain("storm minus calm, run by run").And.Contain("all 3 pairs").And.Contain("Over by week 3, before any intervention: calm 0 of 3, storm 0 of 3."));
        Assert.That(screen.Error, Does.Contain("Results: " + Results));
        Assert.That(File.ReadAllLines(Path.Combine(Results, "runs.csv")), Has.Length.EqualTo(7));
        Assert.That(Directory.EnumerateFiles(Results).Select(file => Path.GetFileName(file)), Is.SupersetOf(new[] { "config.resolved.yaml", "manifest.json", "ticks.csv", "design.csv" }));
    }

    [Test]
    public void Run_Design_RunsEveryRowInEveryScenario()
    {
        var screen = Run("model: herd\nreplications: 2\nscenarios: {calm: {}, storm: {interventions: [{at: 3, set: {growth.rate: 1}}]}}\ndesign: {method: one_at_a_time, factors: {growth.rate: {levels: [0.25, 0.5, 0.75]}, growth.season: {}}}");
        Assert.That(screen.ExitCode, Is.EqualTo(0), screen.Error);
        Assert.That(screen.Out, Does.StartWith("pond (herd): 16 runs (4 rows of the design, 2 replications)\n").And.Contain("storm minus calm, run by run").And.Contain("all 8 pairs").And.Contain("The 4 rows of the design are taken together."));
        var runs = File.ReadAllLines(Path.Combine(Results, "runs.csv"));
        Assert.That(runs.Skip(1).Select(line => string.Join(',', line.Split(',')[..4])).Take(9).Where((_, i) => i is 0 or 3 or 8), Is.EqualTo(new[] { "1,1,calm,1", "4,4,storm,1", "9,1,calm,2" }));
    }

    [Test]
    public void Run_SameStudyAgain_PrintsTheSameTable()
    {
        var first = Run("model: herd");
        var second = Run("model: herd");
        Assert.That((second.ExitCode, second.Out), Is.EqualTo((0, first.Out)));
    }

    [Test]
    public void Run_AnotherStudyInTheDirectory_IsRefusedUnlessForced()
    {
        Run("model: herd");
        var refused = Run("model: herd\nseed: 2");
        Assert.That((refused.ExitCode, refused.Out), Is.EqualTo((2, "")));
        Assert.That(refused.Error, Does.Contain("--force"));
        Assert.That(Run("model: herd\nseed: 2", "--force").ExitCode, Is.EqualTo(0));
    }

    [Test]
    public void Run_ResolvedConfigOfAResult_IsTheSameStudy()
    {
        var first = Run("model: herd", "--set", "growth.rate=1.25");
        var again = Screen.Of("run", Path.Combine(Results, "config.resolved.yaml"), "--out", Results);
        Assert.That((again.ExitCode, again.Out), Is.EqualTo((0, first.Out)));
    }

    [TestCase("run")]
    [TestCase("check")]
    public void Study_SetWinsOverAnIntervention_SaysWhatIsLeftOut(string command)
    {
        var path = Path.Combine(folder, "pond.yaml");
        File.WriteAllText(path, "model: herd\nscenarios: {calm: {}, storm: {interventions: [{at: 3, set: {growth.rate: 1, growth.drift: 2}}]}}");
        string[] options = command == "run" ? ["--out", Results] : [];
        var screen = Screen.Of([command, path, "--set", "growth.rate=0.5", .. options]);
        Assert.That(screen.ExitCode, Is.Zero);
        Assert.That(screen.Error, Does.StartWith("note: growth.rate is held by --set, so that what scenarios.storm.interventions[1] makes of it is left out\n"));
        Assert.That(Screen.Of("check", path, "--set", "herd.animals=9").Error, Is.Empty);
    }

    private string Results => Path.Combine(folder, "results");

    private Screen Run(string text, params string[] options)
    {
        var path = Path.Combine(folder, "pond.yaml");
        File.WriteAllText(path, text);
        return Screen.Of(["run", path, "--out", Results, .. options]);
    }
}
