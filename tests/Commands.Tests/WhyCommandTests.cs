namespace Commands.Tests;

/// <summary>What <c>abm why</c> says and writes, with the elites model itself: small, and set so that plots strike soon.</summary>
public sealed class WhyCommandTests
{
    private string folder = "";

    private string Results => Path.Combine(folder, "results");

    [SetUp]
    public void RunStudy()
    {
        folder = Directory.CreateTempSubdirectory("abm-why-").FullName;
        var path = Path.Combine(folder, "fall.yaml");
        File.WriteAllText(path, "model: elites\nreplications: 2\nticks: 12\nmeasures: {model: [support]}\nparameters: {population.agents: 1000, coup.launch: 0.1, coup.even_odds: 50, coup.luck: 0, coup.threshold: 0.2, coup.sounding: 1}\nscenarios: {lost: {interventions: [{at: 2, set: {settlement.terms: 0.2}}]}}");
        Assert.That(Screen.OfRealModels("run", path, "--out", Results).ExitCode, Is.Zero);
        Assert.That(File.ReadAllText(Path.Combine(Results, "runs.csv")), Does.Contain("coup").IgnoreCase, "else there is nothing to explain");
    }

    [TearDown]
    public void RemoveFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    public void Why_ARun_WritesItsPageAndGoesOnWhereItStopped()
    {
        var file = Path.Combine(folder, "page.md");
        var screen = Screen.OfRealModels("why", Results, "1", "--from", "0", "--into", file, "--threads", "2");
        Assert.That((screen.ExitCode, screen.Out), Is.EqualTo((0, "")), screen.Error);
        var page = File.ReadAllText(file);
        Assert.That(page, Does.StartWith("# Why did run 1 end in ").And.Contain("## How it came about").And.Contain("| founder |").And.Contain("## What would have prevented it").And.Contain("Pearl 2009"));
        Assert.That(Screen.OfRealModels("why", Results, "1", "--from", "0").Out, Is.EqualTo(page));
    }

    [Test]
    public void Why_All_WritesTablesAndSaysWhatWasResampled()
    {
        var screen = Screen.OfRealModels("why", Results, "--all", "--from", "0", "--only-ended", "--levers");
        Assert.That(screen.ExitCode, Is.Zero, screen.Error);
        Assert.That(screen.Out, Does.Contain("runs ended in irregular; causes are out from row 0 on").And.Contain("every run is evidence of its own"));
        Assert.That(File.ReadAllLines(Path.Combine(Results, "why-from-0", "why.csv"))[0], Does.StartWith("scenario,kind,id,parameter,off,meaning,removals,necessary,necessary_low,necessary_high,"));
    }

    [Test]
    public void Why_WithCheckpoints_SaysTheSame()
    {
        string[] question = ["why", Results, "1", "--from", "0"];
        var screen = Screen.OfRealModels([.. question, "--out", Path.Combine(folder, "kept"), "--checkpoint-every", "0.00001"]);
        Assert.That((screen.ExitCode, screen.Out), Is.EqualTo((0, Screen.OfRealModels(question).Out)), screen.Error);
    }

    [TestCase("name a run, or ask of all with --all")]
    [TestCase("a run and --all are two questions: name one", "1", "--all")]
    [TestCase("'x' is not the number of a run", "x")]
    [TestCase("'-1' is not a row of ticks: a whole number, 0 or more", "1", "--from=-1")]
    [TestCase("12 is not a row of ticks before the horizon, 12", "1", "--from", "12")]
    [TestCase("takes the page of one run: name the run", "--all", "--into", "page.md")]
    public void Why_BadQuestion_SaysWhatItTakes(string message, params string[] arguments)
    {
        var screen = Screen.OfRealModels(["why", Results, .. arguments]);
        Assert.That((screen.ExitCode, screen.Error), Is.EqualTo((2, screen.Error)));
        Assert.That(screen.Error, Does.Contain(message));
    }
}
