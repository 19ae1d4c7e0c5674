namespace Commands.Tests;

/// <summary>The commands that hand results and clients to other programs.</summary>
public sealed class ExportCommandTests
{
    private string folder = "";

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("abm-export-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(folder, recursive: true);

    private string Results => Path.Combine(folder, "results");

    [Test]
    public void Export_OfAStudy_NamesItsTablesAndTheFolder()
    {
        Run();
        var screen = Screen.Of("export", Results, "--to", "parquet");
        Assert.That((screen.ExitCode, screen.Error), Is.EqualTo((0, $"Tables: {Results}/export/parquet\n")));
        Assert.That(screen.Out, Does.StartWith("design: 1 rows\nruns: 3 rows\nticks: "));
        var elsewhere = Path.Combine(folder, "elsewhere");
        Assert.That(Screen.Of("export", Results, "--to", "stata", "--out", elsewhere).ExitCode, Is.Zero);
        Assert.That(File.Exists(Path.Combine(elsewhere, "names.csv")) && File.Exists(Path.Combine(elsewhere, "runs.csv")), Is.True);
    }

    [TestCase("--to parket", "--to: there is no format 'parket'; did you mean 'parquet'?; the formats are parquet, stata")]
    [TestCase("", "--to")]
    [TestCase("--to stata --out ", "--out: '' is not the name of a directory")]
    [TestCase("--to parquet", "holds no result of a study")]
    public void Export_OfWhatCannotBe_ExitsWith2AndSaysWhy(string options, string expected)
    {
        var screen = Screen.Of(["export", folder, .. options.Length > 0 ? options.Split(' ') : []]);
        Assert.That(screen.ExitCode, Is.EqualTo(2));
        Assert.That(screen.Error, Does.Contain(expected));
    }

    [TestCase("python", "abm.py", "def run(")]
    [TestCase("R", "abm.R", "abm_run <- function(")]
    public void Client_OfALanguage_IsOneFileThatNothingElseIsLostFor(string language, string name, string expected)
    {
        var path = Path.Combine(folder, name);
        Assert.That(Screen.Of("client", language, "--out", path).ExitCode, Is.Zero);
        Assert.That(File.ReadAllText(path), Does.Contain(expected));
        Assert.That(Screen.Of("client", language, "--out", path).ExitCode, Is.Zero, "the same file again");
        File.WriteAllText(path, "mine");
        var refused = Screen.Of("client", language, "--out", path);
        Assert.That((refused.ExitCode, File.ReadAllText(path)), Is.EqualTo((2, "mine")));
        Assert.That(refused.Error, Does.Contain("is there already: --force replaces it"));
        Assert.That(Screen.Of("client", language, "--out", path, "--force").ExitCode, Is.Zero);
        Assert.That(File.ReadAllText(path), Does.Contain(expected));
        Assert.That(Directory.GetFiles(folder), Is.EqualTo(new[] { path }));
    }

    [TestCase("pyton", "there is no client for 'pyton'; did you mean 'python'?; there are python and r")]
    [TestCase("r --out /nowhere/abm.R", "'/nowhere/abm.R' cannot be written")]
    public void Client_ThatCannotBeWritten_ExitsWith2AndSaysWhy(string arguments, string expected)
    {
        var screen = Screen.Of(["client", .. arguments.Split(' ')]);
        Assert.That(screen.ExitCode, Is.EqualTo(2));
        Assert.That(screen.Error, Does.Contain(expected));
    }

    private void Run()
    {
        var path = Path.Combine(folder, "pond.yaml");
        File.WriteAllText(path, "model: herd\nreplications: 3");
        Assert.That(Screen.Of("run", path, "--out", Results).ExitCode, Is.Zero);
    }
}
