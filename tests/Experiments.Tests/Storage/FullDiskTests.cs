using System.ComponentModel;
using System.Diagnostics;
using Experiments.Causes;
using Experiments.Config;
using Experiments.Export;
using Experiments.Runs;
using Experiments.Tests.Models;
using Experiments.Tests.Runs;

namespace Experiments.Tests.Storage;

/// <summary>A disk that is full in the middle of a study.</summary>
public sealed class FullDiskTests : ResultFolder
{
    private string disk = "";

    [SetUp]
    public void MountSmallDisk()
    {
        disk = Path.Combine(Folder, "disk");
        Directory.CreateDirectory(disk);
        if (!OperatingSystem.IsLinux() || !Start("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", disk))
            Assert.Ignore("skipped: no small disk can be mounted here");
    }

    [TearDown]
    public void Unmount() => Start("umount", disk);

    [Test]
    public void Run_OnAFullDisk_SaysSoAndLeavesNoHalfTable()
    {
        var directory = Path.Combine(disk, "result");
        var result = Run(VillageStudy.Of(replications: 500), directory: directory);
        Assert.That((result.ExitCode, result.Summary), Is.EqualTo((3, (Experiments.Analysis.Summary?)null)));
        Assert.That(result.Message, Does.Contain("Could not write").And.EndWith("make room, then the same command goes on.").And.Match("full|space"));
        Assert.That(FilesOf(directory).Except(["ledger.db", "ledger.db-journal"]), Is.EqualTo(new[] { "config.resolved.yaml", "design.csv", "manifest.json" }));
        Assert.That((string?)ManifestOf(directory)["status"], Is.EqualTo("incomplete"));
    }

    [Test]
    public void Run_WhereRoomWasMade_GoesOn()
    {
        var directory = Path.Combine(disk, "result");
        var study = VillageStudy.Of(replications: 60);
        Run(study);
        var ballast = Path.Combine(disk, "ballast");
        Directory.CreateDirectory(directory);
        File.WriteAllBytes(ballast, new byte[150_000]);
        Assert.That(Run(study, directory: directory).ExitCode, Is.EqualTo(3));
        File.Delete(ballast);
        Assert.That(Start("mount", "-o", "remount,size=4m", disk), Is.True);
        Assert.That(Run(study, directory: directory).ExitCode, Is.Zero);
        foreach (var name in new[] { "runs.csv", "ticks.csv", "events.csv" })
            Assert.That(File.ReadAllBytes(Path.Combine(directory, name)), Is.EqualTo(File.ReadAllBytes(Path.Combine(Target, name))), name);
    }

    [Test]
    public void Run_WhereSpilledRowsFindNoRoom_IsNotAFailedRun()
    {
        var result = Run(VillageStudy.Of(replications: 1, ticks: 200_000, scenarios: [("calm", [VillageStudy.At(0, ("pressure", 0.0))])]), directory: Path.Combine(disk, "result"));
        Assert.That((result.ExitCode, result.Failures.Count), Is.EqualTo((3, 0)));
    }

    /// <summary>No other command goes on with the worlds of a question.</summary>
    [Test]
    public void Why_OnAFullDisk_AdvisesItself()
    {
        var config = Path.Combine(Folder, "verdict.yaml");
        File.WriteAllText(config, "model: verdict\nreplications: 200\nparameters: {rule: luck}\n");
        Run(StudyLoader.Load(config, [VerdictModel.Definition], Overrides.None));
        WhyResult Ask(string worlds) => Why.Run(new WhyOptions { Directory = Target, Execution = new RunOptions { Directory = worlds, Threads = 2 } }, [VerdictModel.Definition], CancellationToken.None);
        var full = Ask(Path.Combine(disk, "worlds"));
        Assert.That((full.ExitCode, full.Message), Is.EqualTo((3, full.Message)));
        Assert.That(full.Message, Does.Contain("Could not write").And.EndWith("make room, then the same command goes on.").And.Not.Contain("abm resume"));
        Assert.That(Start("mount", "-o", "remount,size=16m", disk), Is.True);
        Assert.That(Ask(Path.Combine(disk, "worlds")).ExitCode, Is.Zero, "the advice works");
    }

    [Test]
    public void Export_OnAFullDisk_SaysSoAndLeavesNothing()
    {
        Run(VillageStudy.Of(replications: 500));
        var folder = Path.Combine(disk, "parquet");
        var result = StudyExport.Run(new ExportOptions { Directory = Target, Format = ExportFormat.Parquet, Folder = folder });
        Assert.That((result.ExitCode, result.Folder), Is.EqualTo((3, (string?)null)));
        Assert.That(result.Message, Does.StartWith($"Could not write {folder}").And.Contain("make room").And.Not.Contain("abm resume"));
        Assert.That(FilesOf(folder), Is.Empty);
    }

    private static bool Start(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
