using System.Text;
using Experiments.Config;
using Experiments.Runs;
using Experiments.Tests.Models;

namespace Experiments.Tests.Runs;

/// <summary>A study that goes on after whatever stopped it ends with the bytes of one that nothing stopped.</summary>
public sealed class ResumeTests : ResultFolder
{
    private static readonly string[] Tables = ["design.csv", "runs.csv", "ticks.csv", "events.csv", "config.resolved.yaml"];

    private string Undisturbed => Path.Combine(Folder, "undisturbed");

    [Test]
    public void Resume_AfterAnInterruption_EndsWithTheSameBytes()
    {
        var study = Village("replications: 2000");
        using var cancel = new CancellationTokenSource();
        var stopped = Run(study, progress: _ => cancel.Cancel(), cancel: cancel.Token);
        Assert.That(stopped.Message, Does.Contain($"abm resume {Target} goes on from there"));
        var kept = Rows("runs").Count;
        var result = Resume();
        Assert.That(result.ExitCode, Is.Zero);
        Assert.That(result.Message, Does.Contain($"{kept} runs were done before and are kept"));
        RequireSameAs(study);
    }

    [Test]
    public void Resume_Complete_RunsNothing()
    {
        Run(Village("replications: 3"));
        Assert.That(Resume(progress: _ => Assert.Fail("a run was carried out")).WasStored, Is.True);
    }

    [Test]
    public void Resume_WithMoreReplications_KeepsTheOldOnes()
    {
        Run(Village("replications: 5"));
        var started = Rows("timings").Select(row => row["started"]).ToList();
        Assert.That(Resume(replications: "12").ExitCode, Is.Zero);
        Assert.That(Rows("timings").Take(started.Count).Select(row => row["started"]), Is.EqualTo(started));
        RequireSameAs(Village("replications: 12"));
        Assert.That(Run(Village("replications: 5")).ExitCode, Is.Zero, "fewer than are stored");
        RequireSameAs(Village("replications: 5"));
    }

    [Test]
    public void Resume_WithAFailedRun_TriesItAgainOnlyOnRequest()
    {
        Run(Village("replications: 3\nparameters: {broken_replication: 2}"));
        var again = Resume();
        Assert.That((again.ExitCode, again.Failures.Count), Is.EqualTo((1, 2)));
        Assert.That(again.Message, Does.Contain("--retry-failed"));
        var before = Rows("timings").Select(row => row["started"]).ToList();
        Resume(retryFailed: true);
        var after = Rows("timings").Select(row => row["started"]).ToList();
        Assert.That(after.Zip(before, (now, then) => now == then), Is.EqualTo(new[] { true, true, false, false, true, true }));
    }

    [Test]
    public void Run_WithMaxFailures_StopsAndIsIncomplete()
    {
        var result = StudyRunner.Run(
            Village("replications: 5000\nparameters: {broken_replication: 2}"), new RunOptions { Directory = Target, Threads = 1, MaxFailures = 1 }, CancellationToken.None);
        Assert.That((result.ExitCode, result.IsInterrupted), Is.EqualTo((1, false)));
        Assert.That(result.Message, Does.Contain("Stopped after 1 failures: 2 of 10000 runs are done"));
        Assert.That((string?)ManifestOf()["status"], Is.EqualTo("incomplete"));
        Assert.That(Rows("runs").Select(row => row["status"]), Is.EqualTo(new[] { "done", "done", "failed" }));
    }

    [Test]
    public void Resume_AfterRunsTimedOut_TriesThemAgain()
    {
        var study = Village("replications: 2");
        var limited = StudyRunner.Run(study, new RunOptions { Directory = Target, Threads = 2, RunTimeLimit = TimeSpan.FromTicks(1) }, CancellationToken.None);
        Assert.That(limited.ExitCode, Is.EqualTo(1));
        Assert.That(Rows("runs").Select(row => row["status"]), Is.All.EqualTo("timed_out"));
        Assert.That(Rows("ticks"), Is.Empty);
        Assert.That((int?)ManifestOf()["runs"]!["timed_out"], Is.EqualTo(4));
        Assert.That(Resume().ExitCode, Is.Zero);
        RequireSameAs(study);
    }

    [Test]
    public void Resume_OfATruncatedLedger_KeepsWhatIsWholeAndMakesTheRestAgain()
    {
        var study = Village("replications: 40");
        Run(study);
        var ledger = Path.Combine(Target, "ledger.db");
        using (var file = new FileStream(ledger, FileMode.Open))
            file.SetLength(file.Length / 2);
        var before = Rows("timings").Select(row => row["started"]).ToList();
        var notes = new List<string>();
        Assert.That(Resume(replications: "41", note: notes.Add).ExitCode, Is.Zero);
        Assert.That(notes, Has.One.Match("ledger.db is damaged .*: [0-9]+ runs of it are whole and are kept; [0-9]+ others are made again"));
        Assert.That(Rows("timings").Take(before.Count).Select(row => row["started"]).Intersect(before), Is.Not.Empty);
        RequireSameAs(Village("replications: 41"));
    }

    [Test]
    public void Resume_OfALedgerWithAFlippedByte_MakesThatRunAgainAndNotWrongTables()
    {
        var study = Village("replications: 3");
        Run(study);
        // SQLite leaves stale copies of rows behind in its pages, so that each one is changed.
        Patch("ledger.db", bytes =>
        {
            for (var at = 0; bytes.AsSpan(at).IndexOf("\n2,3,"u8) is >= 0 and var found; at += found + 1)
                bytes[at + found + 6] ^= 1;
        });
        var notes = new List<string>();
        Assert.That(Resume(replications: "4", note: notes.Add).ExitCode, Is.Zero);
        Assert.That(notes, Has.One.Contains("the stored rows of 1 runs, the first of them run 2, are not what was written"));
        RequireSameAs(Village("replications: 4"));
    }

    [Test]
    public void Resume_OfACompleteResultWithoutItsLedger_MakesTheRunsAgain()
    {
        var study = Village("replications: 3");
        Run(study);
        File.Delete(Path.Combine(Target, "ledger.db"));
        Assert.That(Run(study).Message, Does.Contain("nothing was run. There is no summary without ledger.db").And.Contain("makes all runs again"));
        var notes = new List<string>();
        Assert.That(Resume(note: notes.Add).Summary, Is.Not.Null);
        Assert.That(notes, Has.One.Contains("ledger.db is missing"));
        RequireSameAs(study);
    }

    [Test]
    public void Resume_WithFewerReplications_SaysWhatIsLeftOut()
    {
        Run(Village("replications: 5"));
        Assert.That(Resume(replications: "2").Message, Does.Contain("replications after 2").And.Contain("--replications 5 brings them back"));
        RequireSameAs(Village("replications: 2"));
        Assert.That(Resume(replications: "5").Message, Does.Not.Contain("left out"));
    }

    [Test]
    public void Resume_WhereDesignCsvWasEditedWithoutADesign_PutsItRight()
    {
        var study = Village("replications: 2");
        Run(study);
        Patch("design.csv", bytes => bytes[^3] ^= 1);
        Assert.That(Resume().ExitCode, Is.Zero);
        RequireSameAs(study);
    }

    [Test]
    public void Status_OfALedgerThatTheDiskHadNoRoomFor_CountsNoRuns()
    {
        Run(Village("replications: 3\nparameters: {broken_replication: 2}"));
        File.WriteAllBytes(Path.Combine(Target, "ledger.db"), []);
        var (status, complaint) = StudyStatus.Of(Target);
        Assert.That(complaint, Is.Empty);
        Assert.That((status!.Done, status.Missing, status.IsComplete), Is.EqualTo((0, status.Total, false)));
    }

    [Test]
    public void Resume_OfADeletedLedger_SaysThatAllIsMadeAgain()
    {
        Run(Village("replications: 3\nparameters: {broken_replication: 2}"));
        File.Delete(Path.Combine(Target, "ledger.db"));
        var notes = new List<string>();
        Resume(note: notes.Add);
        Assert.That(notes, Has.One.Contains("ledger.db is missing"));
    }

    [Test]
    public void Resume_OfAFileThatIsNoLedger_IsRefused()
    {
        Run(Village("replications: 3"));
        File.WriteAllText(Path.Combine(Target, "ledger.db"), new string('x', 5000));
        var result = Resume(replications: "4");
        Assert.That(result.ExitCode, Is.EqualTo(2));
        Assert.That(result.Message, Does.Contain("ledger.db is damaged"));
    }

    [Test]
    public void Resume_OfALedgerOfAnotherFormat_IsRefused()
    {
        Run(Village("replications: 3"));
        // The format stands in bytes 60 to 63 of a SQLite file, its greatest byte first.
        Patch("ledger.db", bytes => bytes[63] = 1);
        Assert.That(Resume(replications: "4").Message, Does.Contain("another abm (format 1;"));
        Patch("ledger.db", bytes => bytes[63] = 99);
        var result = Resume(replications: "4");
        Assert.That(result.ExitCode, Is.EqualTo(2));
        Assert.That(result.Message, Does.Contain("another abm (format 99"));
    }

    [Test]
    public void Resume_OfALedgerOfAnotherBuild_IsRefusedUnlessAccepted()
    {
        Run(Village("replications: 3"));
        var module = typeof(Agents.Model).Module.ModuleVersionId.ToString("N");
        Patch("ledger.db", bytes => bytes[bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(module))] ^= 1);
        var refused = Resume(replications: "4");
        Assert.That(refused.ExitCode, Is.EqualTo(2));
        Assert.That(refused.Message, Does.Contain("another build").And.Contain("--accept-build"));
        Assert.That(Resume(replications: "4", acceptBuild: true).ExitCode, Is.Zero);
        Assert.That(Resume(replications: "5").ExitCode, Is.Zero, "once accepted, it is accepted");
    }

    [Test]
    public void Resume_WhereATableWasDamaged_WritesItAgain()
    {
        var study = Village("replications: 3");
        Run(study);
        Patch("ticks.csv", bytes => bytes[^3] ^= 1);
        Assert.That(Resume().ExitCode, Is.Zero);
        RequireSameAs(study);
    }

    [Test]
    public void Resume_OfADirectoryWithoutAStudy_IsRefused()
    {
        Directory.CreateDirectory(Target);
        Assert.That(Resume().Message, Does.Contain("holds no result of a study"));
        Assert.That(Resume(directory: Path.Combine(Folder, "nowhere")).Message, Does.Contain("There is no directory"));
    }

    [Test]
    public void Resume_AfterGzip_KeepsTheTablesPacked()
    {
        StudyRunner.Run(Village("replications: 3"), new RunOptions { Directory = Target, Gzip = true }, CancellationToken.None);
        Assert.That(Resume(replications: "4").ExitCode, Is.Zero);
        Assert.That(FilesOf().Where(name => name.Contains(".csv", StringComparison.Ordinal)),
            Is.EqualTo(new[] { "design.csv", "events.csv.gz", "runs.csv.gz", "ticks.csv.gz", "timings.csv.gz" }));
        Assert.That(File.ReadAllText(Path.Combine(Target, "datapackage.json")), Does.Contain("\"path\": \"ticks.csv.gz\""));
        Run(Village("replications: 4"), directory: Undisturbed);
        using var packed = new System.IO.Compression.GZipStream(File.OpenRead(Path.Combine(Target, "ticks.csv.gz")), System.IO.Compression.CompressionMode.Decompress);
        using var text = new StreamReader(packed);
        Assert.That(text.ReadToEnd(), Is.EqualTo(File.ReadAllText(Path.Combine(Undisturbed, "ticks.csv"))));
    }

    private Study Village(string text)
    {
        var path = Path.Combine(Folder, "village.yaml");
        File.WriteAllText(path, $"model: village\nscenarios: {{siege: {{}}, relief: {{interventions: [{{at: 10, set: {{pressure: 0.001, guards: 20}}}}]}}}}\n{text}\n");
        return StudyLoader.Load(path, [VillageModel.Definition], Overrides.None);
    }

    private StudyResult Resume(
        string? replications = null, bool retryFailed = false, bool acceptBuild = false, string? directory = null, Action<Progress>? progress = null, Action<string>? note = null) =>
        StudyRunner.Resume(
            [VillageModel.Definition], Overrides.None with { Replications = replications },
            new RunOptions { Directory = directory ?? Target, Threads = 2, RetryFailed = retryFailed, AcceptBuild = acceptBuild, Progress = progress, Note = note }, CancellationToken.None);

    private void RequireSameAs(Study study)
    {
        Run(study, directory: Undisturbed, force: true);
        foreach (var name in Tables)
            Assert.That(File.ReadAllBytes(Path.Combine(Target, name)), Is.EqualTo(File.ReadAllBytes(Path.Combine(Undisturbed, name))), name);
    }

    private void Patch(string name, Action<byte[]> change)
    {
        var path = Path.Combine(Target, name);
        var bytes = File.ReadAllBytes(path);
        change(bytes);
        File.WriteAllBytes(path, bytes);
    }
}
