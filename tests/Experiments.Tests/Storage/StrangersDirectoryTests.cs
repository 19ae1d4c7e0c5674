using Agents;
using Experiments.Analysis.Report;
using Experiments.Calibration;
using Experiments.Cluster;
using Experiments.Config;
using Experiments.Runs;
using Experiments.Storage;
using Experiments.Tests.Models;
using Experiments.Tests.Runs;

namespace Experiments.Tests.Storage;

/// <summary>A result directory that somebody else made, with links, pipes and names in it that lead to what is the user's.</summary>
public sealed class StrangersDirectoryTests : ResultFolder
{
    private static readonly IReadOnlyList<ModelDefinition> Models = [VillageModel.Definition];

    private string Thesis => Path.Combine(Folder, "thesis");

    private string Outside => Path.Combine(Folder, "outside");

    [SetUp]
    public void WriteThesis()
    {
        if (OperatingSystem.IsWindows())
            Assert.Ignore("skipped: links need a right of their own on Windows");
        File.WriteAllText(Thesis, "mine");
        Directory.CreateDirectory(Outside);
        File.WriteAllText(Path.Combine(Outside, "measures.csv"), "mine");
    }

    [Test]
    public void Analyse_WhereATemporaryTableIsALink_WritesATableAndNotWhatItLeadsTo()
    {
        Run(Village());
        Directory.CreateDirectory(Path.Combine(Target, "analysis"));
        Link("analysis/measures.csv.partial", Thesis);
        Link("analysis/outcomes.csv", Thesis);
        Assert.That(Analyse().ExitCode, Is.Zero);
        Assert.That(File.ReadAllText(Thesis), Is.EqualTo("mine"));
        Assert.That(new FileInfo(Path.Combine(Target, "analysis", "outcomes.csv")).LinkTarget, Is.Null);
    }

    [Test]
    public void Analyse_WhereTheFolderIsALink_IsRefusedWithWhatToDo()
    {
        Run(Village());
        Link("analysis", Outside);
        var result = Analyse();
        Assert.That((result.ExitCode, result.Message), Is.EqualTo((2, $"{Path.Combine(Target, "analysis")} is a symbolic link, and none is followed within a result: put what it leads to in its place, or remove it.")));
        Assert.That(Directory.EnumerateFileSystemEntries(Outside).Count(), Is.EqualTo(1));
        File.Delete(Path.Combine(Target, "analysis"));
        Assert.That(Analyse().ExitCode, Is.Zero);
    }

    [TestCase("analysis")]
    [TestCase("inputs")]
    [TestCase("shards")]
    [TestCase("export")]
    public void Run_WithForceWhereAFolderIsALink_RemovesNothingThatItLeadsTo(string folder)
    {
        Run(Village());
        Directory.CreateDirectory(Path.Combine(Outside, "parquet"));
        foreach (var name in new[] { "parameters.csv", "parquet/runs.parquet" })
            File.WriteAllText(Path.Combine(Outside, name), "mine");
        Link(folder, Outside);
        Assert.That(Run(Village(ticks: 31), force: true).ExitCode, Is.Zero);
        Assert.That(Directory.EnumerateFiles(Outside, "*", SearchOption.AllDirectories).Count(), Is.EqualTo(3));
    }

    [Test]
    public void Run_WithForceWhereAShardIsALink_RemovesNothingThatItLeadsTo()
    {
        Run(Village());
        Directory.CreateDirectory(Path.Combine(Target, "shards"));
        Link("shards/1-of-2", Outside);
        Assert.That(Run(Village(ticks: 31), force: true).ExitCode, Is.Zero);
        Assert.That(File.Exists(Path.Combine(Outside, "measures.csv")), Is.True);
    }

    [TestCase("manifest.json")]
    [TestCase("config.resolved.yaml")]
    [TestCase("design.csv")]
    public void Analyse_WhereAFileIsALink_IsRefused(string name)
    {
        Run(Village());
        File.Move(Path.Combine(Target, name), Path.Combine(Outside, name));
        Link(name, Path.Combine(Outside, name));
        Assert.That(Analyse().Message, Does.Contain($"{name} is a symbolic link"));
    }

    [Test]
    public void Run_WhereAScriptIsALinkToOnesOwn_KeepsItAndDoesNotReadIt()
    {
        Directory.CreateDirectory(Target);
        Run(Village(replications: 1));
        File.Delete(Path.Combine(Target, "analysis.R"));
        Link("analysis.R", Thesis);
        Assert.That(Run(Village(replications: 2)).ExitCode, Is.Zero);
        Assert.That(new FileInfo(Path.Combine(Target, "analysis.R")).LinkTarget, Is.EqualTo(Thesis));
        Assert.That(StudyStatus.Of(Target).Status!.IsComplete, Is.True);
    }

    [TestCase("manifest.json", "is empty")]
    [TestCase("config.resolved.yaml", "config.resolved.yaml is not what was written")]
    [CancelAfter(20_000)]
    public void Status_WhereAFileIsAPipe_DoesNotWaitForIt(string name, string expected)
    {
        Run(Village());
        Pipe(name);
        var asked = Task.Run(() => name == Manifest.FileName ? StudyStatus.Of(Target).Complaint : Told(() => StoredStudy.Open(Target, Models)));
        Assert.That(asked.Wait(TimeSpan.FromSeconds(10)), Is.True, "it waits for somebody to write into the pipe");
        Assert.That(asked.Result, Does.Contain(expected));
    }

    [Test]
    public void Status_WhereTheManifestNamesAFileOutside_IsRefused()
    {
        Run(Village());
        var manifest = ManifestOf();
        manifest["files"]![0]!["path"] = "../thesis";
        File.WriteAllText(Path.Combine(Target, "manifest.json"), manifest.ToJsonString());
        Assert.That(StudyStatus.Of(Target).Complaint, Does.Contain("names '../thesis', which is no file within it"));
    }

    [Test]
    public void Read_AFileTooLargeToBeOurs_IsRefusedBeforeItIsRead()
    {
        Directory.CreateDirectory(Target);
        using (var file = File.Create(Path.Combine(Target, "manifest.json")))
            file.SetLength(ResultFile.MostHeld + 1L);
        Assert.That(Told(() => Manifest.Read(Target)), Does.Contain("more than 64 MiB: no abm wrote it"));
    }

    [Test]
    public void RunChunk_WhereTheShardsAreALink_IsRefused()
    {
        Run(Village());
        Link("shards", Outside);
        var result = ChunkRunner.Run(Models, new ChunkOptions { Directory = Target, Chunk = new Chunk(1, 2) }, default);
        Assert.That((result.ExitCode, result.Message), Is.EqualTo((2, $"{Path.Combine(Target, "shards")} is a symbolic link, and none is followed within a result: put what it leads to in its place, or remove it.")));
    }

    [Test]
    public void Run_OnWhatSomebodyElseMade_IsRefusedUntilItIsAccepted()
    {
        Run(Village(replications: 1));
        var manifest = ManifestOf();
        manifest["made_by"]!["user"] = "mallory";
        manifest["made_by"]!["host"] = "elsewhere";
        File.WriteAllText(Path.Combine(Target, "manifest.json"), manifest.ToJsonString());
        var refused = StudyRunner.Run(Village(), Options(refuses: true), default);
        Assert.That(refused.ExitCode, Is.EqualTo(2));
        Assert.That(refused.Message, Does.StartWith($"{Target} was made by mallory on elsewhere, and you are {Environment.UserName} on ").And.Contain("--accept-foreign"));
        Assert.That(StudyRunner.Resume(Models, Overrides.None, Options(refuses: true), default).Message, Is.EqualTo(refused.Message));
        Assert.That(StudyRunner.Run(Village(), Options(refuses: false), default).ExitCode, Is.Zero);
        Assert.That(StudyRunner.Run(Village(), Options(refuses: true), default).ExitCode, Is.Zero, "what was accepted is one's own");
    }

    [TestCase("mallory")]
    [TestCase(null)]
    public void Run_WhereAStrangersLedgerHoldsFormulas_MakesThoseRunsAgain(string? maker)
    {
        var honest = VillageStudy.Of(replications: 3, model: WatchedVillage.Of(_ => { }));
        Run(VillageStudy.Of(replications: 2, model: WatchedVillage.Of(model =>
        {
            if (model.Tick == 3)
                model.Record("alarm", "=HYPERLINK(\"http://example.org\")", -1);
        })));
        Assert.That(File.ReadAllText(Path.Combine(Target, "events.csv")), Does.Contain("=HYPERLINK"));
        var manifest = ManifestOf();
        manifest["made_by"]!["user"] = maker;
        File.WriteAllText(Path.Combine(Target, "manifest.json"), maker is null ? "" : manifest.ToJsonString());
        var notes = new List<string>();
        Assert.That(StudyRunner.Run(honest, Options(refuses: false) with { Note = notes.Add }, default).ExitCode, Is.Zero);
        Assert.That(notes, Has.Some.EqualTo("somebody else stored text with 4 runs, the first of them run 1, that a spreadsheet would take for a formula: those runs are made again."));
        var other = Path.Combine(Folder, "other");
        Run(honest, directory: other);
        foreach (var name in new[] { "runs.csv", "events.csv", "ticks.csv" })
            Assert.That(File.ReadAllBytes(Path.Combine(Target, name)), Is.EqualTo(File.ReadAllBytes(Path.Combine(other, name))), name);
    }

    [TestCase("1,-2.5,-1E-07,\"a, -b\"\n2,,x=y,\n", false)]
    [TestCase("1,2,=1+1\n", true)]
    [TestCase("1,\"-1+cmd|' /C calc'!A0\",3\n", true)]
    [TestCase("@SUM(A1)\n", true)]
    public void FormulaScan_OfTextInPieces_SeesTheCellsOfASpreadsheet(string text, bool expected)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(text);
        for (var cut = 0; cut <= bytes.Length; cut++)
        {
            var scan = new FormulaScan();
            scan.Add(bytes.AsSpan(0, cut));
            scan.Add(bytes.AsSpan(cut));
            Assert.That(scan.HasFound, Is.EqualTo(expected), $"cut at {cut}");
        }
    }

    [TestCase("machine")]
    [TestCase("home")]
    [TestCase("made_by")]
    public void Run_OnWhatTheSameUserMadeOnAnotherNodeOrWithAnOlderAbm_GoesOn(string differing)
    {
        Run(Village(replications: 1));
        var manifest = ManifestOf();
        if (differing == "made_by")
            manifest.AsObject().Remove(differing);
        else
            manifest["made_by"]![differing] = "another";
        File.WriteAllText(Path.Combine(Target, "manifest.json"), manifest.ToJsonString());
        Assert.That(StudyRunner.Run(Village(), Options(refuses: true), default).ExitCode, Is.Zero);
    }

    [Test]
    public void Calibration_WhereAGenerationIsALink_IsRefused()
    {
        Directory.CreateDirectory(Target);
        Link("generation-01", Outside);
        Assert.That(Told(() => ResultFile.MakeFolder(Target, "generation-01")), Does.Contain("is a symbolic link"));
        Assert.That(Told(() => ResultFile.Create(Target, "generation-01/batch-001.csv")), Does.Contain("is a symbolic link"));
        Assert.That(Told(() => FinishedCalibration.Read(Target, Models)), Does.Contain("holds no calibration"));
    }

    private Study Village(int replications = 3, int ticks = 30)
    {
        var path = Path.Combine(Folder, "village.yaml");
        File.WriteAllText(path, FormattableString.Invariant($"model: village\nreplications: {replications}\nticks: {ticks}\n"));
        return StudyLoader.Load(path, Models, Overrides.None);
    }

    private RunOptions Options(bool refuses) => new() { Directory = Target, Threads = 1, RefusesForeign = refuses };

    private AnalysisResult Analyse() => StudyAnalysis.Run(new AnalysisOptions { Directory = Target }, Models);

    private void Link(string name, string target) => File.CreateSymbolicLink(Path.Combine(Target, name), target);

    private void Pipe(string name)
    {
        File.Delete(Path.Combine(Target, name));
        if (ForeignProgram.Start(Target, "mkfifo", name).ExitCode != 0)
            Assert.Ignore("skipped: mkfifo is not installed");
    }

    private static string Told(Action use)
    {
        try
        {
            use();
            return "";
        }
        catch (Exception exception) when (exception is StorageException or ConfigException)
        {
            return exception.Message;
        }
    }
}
