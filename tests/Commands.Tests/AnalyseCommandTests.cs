namespace Commands.Tests;

public sealed class AnalyseCommandTests
{
    private string folder = "";

    private string Results => Path.Combine(folder, "results");

    [SetUp]
    public void RunStudy()
    {
        folder = Directory.CreateTempSubdirectory("abm-analyse-").FullName;
        var path = Path.Combine(folder, "pond.yaml");
        File.WriteAllText(path, "model: herd\nreplications: 4\nscenarios: {calm: {}, storm: {interventions: [{at: 3, set: {growth.rate: 1}}]}}");
        Assert.That(Screen.Of("run", path, "--out", Results).ExitCode, Is.Zero);
    }

    [TearDown]
    public void RemoveFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    public void Analyse_Result_PrintsTablesAndWritesThem()
    {
        var screen = Screen.Of("analyse", Results);
        Assert.That(screen.ExitCode, Is.Zero, screen.Error);
        Assert.That(screen.Out, Does.StartWith("pond (herd): 8 runs\n").And.Contain("At the last row of each run").And.Contain("storm minus calm, run by run"));
        Assert.That(screen.Error, Is.EqualTo($"Tables: {Path.Combine(Results, "analysis")}\n"));
        Assert.That(File.ReadAllLines(Path.Combine(Results, "analysis", "measures.csv"))[0], Does.StartWith("scenario,measure,unit,statistic,runs,replications,value,low,high"));
        Assert.That(Screen.Of("analyse", Results).Out, Is.EqualTo(screen.Out));
    }

    [Test]
    public void Analyse_SaltelliDesign_PrintsIndicesAndSaysWhatHasNotConverged()
    {
        var path = Path.Combine(folder, "sweep.yaml");
        File.WriteAllText(path, "model: herd\ndesign: {method: saltelli, points: 4, factors: {growth.rate: {min: 0, max: 1}, herd.animals: {min: 2, max: 9}}}");
        var directory = Path.Combine(folder, "sweep");
        Assert.That(Screen.Of("run", path, "--out", directory).ExitCode, Is.Zero);
        var screen = Screen.Of("analyse", directory);
        Assert.That(screen.ExitCode, Is.Zero, screen.Error);
        Assert.That(screen.Out, Does.Contain("shares of its variance (95 % interval) from 4 base samples").And.Contain("not converged").And.Contain("over all 16 rows of the design together"));
        Assert.That(File.Exists(Path.Combine(directory, "analysis", "sobol.csv")), Is.True);
    }

    [Test]
    public void Analyse_Sample_PrintsWhatAnswersHangOn()
    {
        var path = Path.Combine(folder, "sample.yaml");
        File.WriteAllText(path, "model: herd\nreplications: 2\ndesign: {method: latin_hypercube, points: 60, factors: {growth.rate: {min: 0, max: 1}, herd.animals: {min: 2, max: 9}}}");
        var directory = Path.Combine(folder, "sample");
        Assert.That(Screen.Of("run", path, "--out", directory).ExitCode, Is.Zero);
        var screen = Screen.Of("analyse", directory);
        Assert.That(screen.ExitCode, Is.Zero, screen.Error);
        Assert.That(screen.Out, Does.Contain("shares of the variance of its expected value (95 % interval) from 60 rows in 6 classes, each over up to 2 replications; of the variance between rows ")
            .And.Contain("highest less lowest").And.Contain("Factors that depend on one another in the sample share what they explain"));
        Assert.That(File.Exists(Path.Combine(directory, "analysis", "first_order.csv")), Is.True);
    }

    [Test]
    public void Analyse_ShortDesign_PrintsItRowByRowAndLeavesOutWhatIsAnotherScenarios()
    {
        var path = Path.Combine(folder, "rows.yaml");
        File.WriteAllText(path, """
            model: herd
            scenarios: {calm: {}, storm: {interventions: [{at: 3, set: {growth.rate: 1}}]}}
            design: {method: full_factorial, factors: {herd.animals: {levels: [2, 9]}, 'scenarios.storm.interventions[1].at': {levels: [2, 4]}}}
            """);
        var directory = Path.Combine(folder, "rows");
        Assert.That(Screen.Of("run", path, "--out", directory).ExitCode, Is.Zero);
        var rows = Screen.Of("analyse", directory).Out.Split('\n').SkipWhile(line => !line.StartsWith("By row of the design", StringComparison.Ordinal))
            .Where(line => line.StartsWith("| calm", StringComparison.Ordinal) || line.StartsWith("| storm", StringComparison.Ordinal))
            .Select(line => line.Split('|').Skip(1).Take(3).Select(cell => cell.Trim())).Take(8);
        Assert.That(rows, Is.EqualTo(new string[][]
        {
            ["calm", "2", ""], ["storm", "2", "2"], ["calm", "2", ""], ["storm", "2", "4"],
            ["calm", "9", ""], ["storm", "9", "2"], ["calm", "9", ""], ["storm", "9", "4"],
        }));
    }

    [Test]
    public void Analyse_Factorial_PrintsMainEffectsByTheirSizeAndAMapOfTwoFactors()
    {
        var path = Path.Combine(folder, "levels.yaml");
        File.WriteAllText(path, "model: herd\nreplications: 3\ndesign: {method: full_factorial, factors: {growth.rate: {levels: [0, 1]}, herd.animals: {levels: [2, 5, 9]}}}");
        var directory = Path.Combine(folder, "levels");
        Assert.That(Screen.Of("run", path, "--out", directory).ExitCode, Is.Zero);
        var screen = Screen.Of("analyse", directory);
        Assert.That(screen.ExitCode, Is.Zero, screen.Error);
        Assert.That(screen.Out, Does.Contain("Main effects on ").And.Contain("by herd.animals (rows) and growth.rate (columns)").And.Contain("(baseline)"));
        var turned = Screen.Of("analyse", directory, "--heat", "growth.rate, herd.animals");
        Assert.That(turned.Out, Does.Contain("by growth.rate (rows) and herd.animals (columns)"));
        var refused = Screen.Of("analyse", directory, "--heat", "growth.rate,herd.animal");
        Assert.That((refused.ExitCode, refused.Error), Is.EqualTo((2, "--heat: the design has no factor 'herd.animal'; did you mean 'herd.animals'?; its factors are herd.animals, growth.rate\n")));
    }

    [Test]
    public void Analyse_ThenVerify_TheResultIsWhatWasWritten()
    {
        Screen.Of("analyse", Results);
        Assert.That(Screen.Of("verify", Results).ExitCode, Is.Zero, "an analysis is no part of the result that the manifest vouches for");
    }

    [TestCase("--until", "soon", "--until: 'soon' is not a row of ticks")]
    [TestCase("--measure", "wolves", "--measure: the study has no measure 'wolves'")]
    [TestCase("--outcome", "wolves", "--outcome: the study has no outcome 'wolves'")]
    [TestCase("--prim", "wolves>3", "--prim: the study has no design")]
    public void Analyse_BadOption_IsRefused(string option, string value, string complaint)
    {
        var screen = Screen.Of("analyse", Results, option, value);
        Assert.That((screen.ExitCode, screen.Out), Is.EqualTo((2, "")));
        Assert.That(screen.Error, Does.StartWith(complaint));
    }

    [Test]
    public void Analyse_NoResult_IsRefused()
    {
        var screen = Screen.Of("analyse", Path.Combine(folder, "nowhere"));
        Assert.That((screen.ExitCode, screen.Out), Is.EqualTo((2, "")));
        Assert.That(screen.Error, Does.Contain("nowhere"));
    }
}
