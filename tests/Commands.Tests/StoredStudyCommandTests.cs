namespace Commands.Tests;

/// <summary>The commands over a directory that holds a study.</summary>
public sealed class StoredStudyCommandTests
{
    private string folder = "";

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("abm-stored-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(folder, recursive: true);

    private string Results => Path.Combine(folder, "results");

    [Test]
    public void Status_OfACompleteStudy_CountsItsRuns()
    {
        Run("model: herd\nreplications: 3");
        var screen = Screen.Of("status", Results);
        Assert.That((screen.ExitCode, screen.Out), Is.EqualTo((0, "study: pond (model herd)\nruns: 3\ndone: 3\nrunning: 0\nfailed: 0\ntimed out: 0\nmissing: 0\n")));
    }

    [Test]
    public void Verify_OfACompleteStudy_SaysWhatItChecked()
    {
        Run("model: herd\nreplications: 3");
        var screen = Screen.Of("verify", Results, "--runs", "2");
        Assert.That((screen.ExitCode, screen.Out), Is.EqualTo((0, "7 files are what was written; the scripts, which are yours to change, were not compared.\nThe rows of 3 runs in the ledger are what was stored; 2 runs, carried out again, gave the same bytes, of 3 that are done; --runs 3 compares all. 4 tables are what the ledger gives.\n")));
        File.Delete(Path.Combine(Results, "ticks.csv"));
        screen = Screen.Of("verify", Results);
        Assert.That((screen.ExitCode, screen.Error), Is.EqualTo((1, $"ticks.csv is missing\nThe ledger is whole: abm resume {Results} writes the files again from the ledger.\n")));
        Assert.That(Screen.Of("resume", Results).ExitCode, Is.Zero);
        Assert.That(Screen.Of("verify", Results).ExitCode, Is.Zero);
    }

    [Test]
    public void Resume_WithMoreReplications_PrintsTheWholeSummary()
    {
        Run("model: herd\nreplications: 3");
        var screen = Screen.Of("resume", Results, "--replications", "5");
        Assert.That(screen.ExitCode, Is.Zero);
        Assert.That(screen.Out, Does.StartWith("pond (herd): 5 runs"));
        Assert.That(screen.Error, Does.Contain("3 runs were done before and are kept."));
    }

    [Test]
    public void Replay_OfARun_ComparesIt()
    {
        Run("model: herd\nreplications: 3");
        var screen = Screen.Of("replay", Results, "2");
        Assert.That((screen.ExitCode, screen.Error), Is.EqualTo((0, "")));
        Assert.That(screen.Out, Does.Contain("run 2 (").And.Contain("The same bytes as stored"));
    }

    [TestCase("resume", "DIR", "holds no result of a study")]
    [TestCase("verify", "DIR", "holds no result of a study")]
    [TestCase("status", "DIR", "holds no result of a study")]
    [TestCase("replay", "DIR 1", "holds no result of a study")]
    [TestCase("replay", "DIR 0", "run_id: '0' is not the number of a run")]
    [TestCase("replay", "DIR 1 --agents all", "--agents: name a directory for the tables with --out")]
    [TestCase("replay", "DIR 1 --every 2", "--every: name a directory for the tables with --out")]
    [TestCase("verify", "DIR --runs -1", "'-1'")]
    [TestCase("resume", "DIR --run-time-limit 0", "--run-time-limit: '0' is not a number of seconds above 0")]
    [TestCase("resume", "DIR --checkpoint-every 0", "--checkpoint-every: '0' is not a number of minutes above 0")]
    [TestCase("resume", "DIR --checkpoint-every often", "--checkpoint-every: 'often' is not a number of minutes above 0")]
    [TestCase("resume", "DIR --max-failures 0", "--max-failures: '0' is not an integer from 1 to 2147483647")]
    public void Command_OfNoStudy_SaysWhatIsWrongAndExitsWith2(string command, string arguments, string expected)
    {
        var screen = Screen.Of([command, .. arguments.Replace("DIR", folder, StringComparison.Ordinal).Split(' ')]);
        Assert.That(screen.Error, Does.Contain(expected));
        Assert.That(screen.ExitCode, Is.EqualTo(2));
    }

    private void Run(string text)
    {
        var path = Path.Combine(folder, "pond.yaml");
        File.WriteAllText(path, text);
        Assert.That(Screen.Of("run", path, "--out", Results).ExitCode, Is.Zero);
    }
}
