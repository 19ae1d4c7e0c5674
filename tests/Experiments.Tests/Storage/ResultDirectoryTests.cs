using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Experiments.Storage;
using Experiments.Tests.Models;
using Experiments.Tests.Runs;

namespace Experiments.Tests.Storage;

public sealed class ResultDirectoryTests : ResultFolder
{
    [Test]
    public void Run_SameStudyComplete_RunsNothing()
    {
        Run(VillageStudy.Of());
        var written = File.GetLastWriteTimeUtc(Path.Combine(Target, "manifest.json"));
        var again = Run(VillageStudy.Of(), progress: _ => Assert.Fail("a run was carried out"));
        Assert.That((again.ExitCode, again.WasStored), Is.EqualTo((0, true)));
        Assert.That(again.Summary!.Scenarios[0].Runs, Is.EqualTo(5));
        Assert.That(File.GetLastWriteTimeUtc(Path.Combine(Target, "manifest.json")), Is.EqualTo(written));
    }

    [Test]
    public void Run_OverAnotherStudy_IsRefusedAndNothingChanges()
    {
        Run(VillageStudy.Of());
        var before = File.ReadAllBytes(Path.Combine(Target, "runs.csv"));
        var result = Run(VillageStudy.Of(ticks: 31));
        Assert.That(result.ExitCode, Is.EqualTo(2));
        Assert.That(result.Message, Does.Contain("another study").And.Contain("'ticks: 30' there, 'ticks: 31' here").And.Contain("--force"));
        Assert.That(File.ReadAllBytes(Path.Combine(Target, "runs.csv")), Is.EqualTo(before));
    }

    [Test]
    public void Run_OverAnotherStudyWithForce_RemovesTheFiguresOfTheOldOne()
    {
        Run(VillageStudy.Of());
        foreach (var name in new[] { "outcomes.png", "measures.png", "mine.png" })
            File.WriteAllText(Path.Combine(Target, name), "drawn from the old tables");
        Run(VillageStudy.Of(ticks: 31), force: true);
        Assert.That(FilesOf().Where(name => name.EndsWith(".png", StringComparison.Ordinal)), Is.EqualTo(new[] { "mine.png" }));
    }

    [Test]
    public void Run_OverTheStudyOfAnotherResultsVersion_NamesBothVersions()
    {
        Run(VillageStudy.Of());
        var path = Path.Combine(Target, "manifest.json");
        File.WriteAllText(path, Regex.Replace(File.ReadAllText(path), "(\"identity\": \")....", "${1}0000").Replace("\"results_version\": 1", "\"results_version\": 0", StringComparison.Ordinal));
        Assert.That(Refused(Target), Does.Contain("its results version 0 there, 1 here"));
    }

    [Test]
    public void Run_OverAnotherStudyWithForce_ReplacesItAndKeepsForeignFiles()
    {
        Run(VillageStudy.Of(agents: true));
        File.WriteAllText(Path.Combine(Target, "notes.txt"), "mine");
        var result = Run(VillageStudy.Of(replications: 2), force: true);
        Assert.That(result.ExitCode, Is.Zero);
        Assert.That(Rows("runs"), Has.Count.EqualTo(4));
        Assert.That(FilesOf(), Does.Contain("notes.txt").And.Not.Contain("agents.csv"));
    }

    /// <summary>Its list of runs would be taken for that of the new study.</summary>
    [Test]
    public void Run_OverAStudyThatWasSubmitted_TakesItsScriptsAway()
    {
        Run(VillageStudy.Of());
        var folder = Path.Combine(Target, "slurm");
        Directory.CreateDirectory(folder);
        foreach (var name in new[] { "submission.json", "array.sh", "merge.sh", "runs.txt", "runs.txt.partial", "123_4.log", "merge-124.log" })
            File.WriteAllText(Path.Combine(folder, name), "of the old study");
        File.WriteAllText(Path.Combine(folder, "notes.log"), "mine");
        Run(VillageStudy.Of(ticks: 31), force: true);
        Assert.That(FilesOf(folder), Is.EqualTo(new[] { "notes.log" }));
        File.Delete(Path.Combine(folder, "notes.log"));
        Run(VillageStudy.Of(ticks: 32), force: true);
        Assert.That(Directory.Exists(folder), Is.False);
    }

    [TestCase(false)]
    [TestCase(true)]
    public void Run_IntoAFolderOfSomethingElse_IsRefusedEvenWithForce(bool force)
    {
        Directory.CreateDirectory(Target);
        File.WriteAllText(Path.Combine(Target, "runs.csv"), "mine");
        File.WriteAllText(Path.Combine(Target, "manifest.json"), """{"name": "of another program"}""");
        var result = Run(VillageStudy.Of(), force: force);
        Assert.That(result.ExitCode, Is.EqualTo(2));
        Assert.That(FilesOf(), Is.EqualTo(new[] { "manifest.json", "runs.csv" }));
        Assert.That(File.ReadAllText(Path.Combine(Target, "runs.csv")), Is.EqualTo("mine"));
    }

    [Test]
    public void Run_OverAnInterruptedResultOfTheSameStudy_GoesOn()
    {
        Run(VillageStudy.Of(), cancel: new CancellationToken(canceled: true));
        var result = Run(VillageStudy.Of());
        Assert.That(result.ExitCode, Is.Zero);
        Assert.That(Rows("runs"), Has.Count.EqualTo(10));
    }

    [Test]
    public void Run_CompleteButChanged_IsRefused()
    {
        Run(VillageStudy.Of());
        var path = Path.Combine(Target, "runs.csv");
        File.WriteAllText(path, File.ReadAllText(path).Replace("siege", "seige", StringComparison.Ordinal));
        var result = Run(VillageStudy.Of());
        Assert.That((result.ExitCode, result.Message), Is.EqualTo((2, $"{Target} holds this study, but runs.csv is not what was written: abm resume {Target} writes the files again from the ledger.")));
    }

    [Test]
    public void Run_WhereAWriterDied_SweepsUpAndRuns()
    {
        Directory.CreateDirectory(Target);
        File.WriteAllText(Path.Combine(Target, "runs.csv.partial"), "half");
        File.WriteAllText(Path.Combine(Target, ".spill-3.partial"), "half");
        File.WriteAllText(Path.Combine(Target, ".lock"), "");
        File.WriteAllText(Path.Combine(Target, ".lock.0123"), "half");
        File.WriteAllBytes(Path.Combine(Target, ".lock.owner"), (LockOwner.New() with { Process = int.MaxValue - 1 }).ToBytes());
        Assert.That(Run(VillageStudy.Of()).ExitCode, Is.Zero);
        Assert.That(FilesOf().Where(name => name.StartsWith('.')), Is.Empty);
    }

    [Test]
    [Platform("Linux")]
    public void Run_WhereTheLocksProcessIsDeadButNotReaped_TakesTheDirectoryOver()
    {
        Directory.CreateDirectory(Target);
        // Its child ends soon, and the program that takes the shell's place never asks for it.
        using var parent = Process.Start(new ProcessStartInfo("sh", ["-c", "sleep 0.3 & echo $!; exec sleep 60"]) { RedirectStandardOutput = true })!;
        try
        {
            var dead = int.Parse(parent.StandardOutput.ReadLine()!, CultureInfo.InvariantCulture);
            Assert.That(() => File.ReadAllText($"/proc/{dead}/stat"), Does.Contain(") Z ").After(5000, 20));
            var started = long.Parse(File.ReadAllText($"/proc/{dead}/stat").Split(' ')[21], CultureInfo.InvariantCulture);
            File.WriteAllBytes(Path.Combine(Target, ".lock.owner"), (LockOwner.New() with { Process = dead, Started = started }).ToBytes());
            Assert.That(DirectoryLock.Holder(Target), Is.Null);
            Assert.That(Run(VillageStudy.Of()), Has.Property("ExitCode").Zero);
        }
        finally
        {
            parent.Kill();
        }
    }

    [Test]
    public void Run_LockedByAProcessElsewhere_IsRefusedByName()
    {
        Directory.CreateDirectory(Target);
        var path = Path.Combine(Target, ".lock.owner");
        var owner = LockOwner.New() with { Host = "node-17", Boot = "another", Process = 4711, Since = new DateTime(2024, 1, 1, 0, 0, 1, DateTimeKind.Utc) };
        File.WriteAllBytes(path, owner.ToBytes());
        using var beating = new Timer(_ => owner.Show(path, Environment.TickCount64), null, 100, 100);
        var result = Run(VillageStudy.Of());
        Assert.That(result.ExitCode, Is.EqualTo(2));
        Assert.That(result.Message, Does.Contain("process 4711 on node-17 since 2024-01-01 00:00:01 UTC").And.Contain("end it where it runs"));
        Assert.That(FilesOf(), Is.EqualTo(new[] { ".lock.owner" }));
    }

    [Test]
    public void Run_WhileAnotherWritesThere_IsRefused()
    {
        var second = default(Experiments.Runs.StudyResult);
        var study = VillageStudy.Of(replications: 20);
        var first = Run(study, progress: _ => second ??= Run(study));
        Assert.That(first.ExitCode, Is.Zero);
        Assert.That(second!.ExitCode, Is.EqualTo(2));
        Assert.That(second.Message, Does.Contain("in use").And.Contain($"process {Environment.ProcessId}"));
    }

    [Test]
    public void Run_WhereThePathIsAFile_IsRefusedBeforeAnythingRuns()
    {
        File.WriteAllText(Target, "a file");
        Assert.That(Refused(Target), Does.Contain("is a file"));
        Assert.That(Refused(Path.Combine(Target, "below")), Does.Contain("Cannot write to"));
    }

    [Test]
    public void Run_WhereNothingCanBeWritten_IsRefused()
    {
        if (!OperatingSystem.IsLinux())
            Assert.Ignore("skipped: there is no /proc");
        Assert.That(Refused("/proc/results"), Does.Contain("Cannot write to /proc/results"));
        Assert.That(Refused(""), Does.Contain("is no path"));
    }

    private string Refused(string directory)
    {
        var result = Run(VillageStudy.Of(), directory: directory, progress: _ => Assert.Fail("a run was carried out"));
        Assert.That(result.ExitCode, Is.EqualTo(2));
        return result.Message;
    }
}
