using Experiments.Config;
using Experiments.Runs;
using Experiments.Storage;
using Experiments.Tests.Models;

namespace Experiments.Tests.Runs;

/// <summary>Nothing is computed from a file that a hand has changed, and its hash is never written down as if it were right.</summary>
public sealed class ChangedFilesTests : ResultFolder
{
    private const string Filled = "replications: 2\nseries: {guards: guards.csv}\ndesign: {method: latin_hypercube, points: 3, factors: {pressure: {min: 0.01, max: 0.04}}}";

    private static readonly string[] Source = ["config.resolved.yaml", "design.csv", "inputs/series.guards.csv"];

    private string Undisturbed => Path.Combine(Folder, "undisturbed");

    [Test]
    public void Run_WithForceOverTheSameStudy_KeepsItsRuns()
    {
        Run(VillageStudy.Of());
        Assert.That(Run(VillageStudy.Of(), force: true, progress: _ => Assert.Fail("a run was carried out")).WasStored, Is.True);
        var more = Run(VillageStudy.Of(replications: 7), force: true);
        Assert.That(more.Message, Does.Contain("10 runs were done before and are kept."));
    }

    /// <summary>Of the same length, in a result that is complete, and in one of which no run has been made.</summary>
    [TestCaseSource(nameof(Source))]
    public void Replay_WhereWhatTheStudyIsWasChanged_RefusesUntilItIsWrittenAgain(string name)
    {
        var study = Village(Filled);
        Run(study, directory: Undisturbed);
        foreach (var cancel in new[] { true, false })
        {
            Run(study, cancel: new CancellationToken(cancel));
            Change(name);
            var path = Path.Combine(Target, name);
            var replay = Replay.Write(Target, [VillageModel.Definition], 1, Overrides.None, new RunOptions { Directory = Path.Combine(Folder, "one") }, CancellationToken.None);
            Assert.That((replay.ExitCode, replay.Message), Is.EqualTo((2, replay.Message)));
            Assert.That(replay.Message, Does.StartWith($"{path} is not what was written: "));
            Assert.That(name == "design.csv" ? Resume().ExitCode : Run(study).ExitCode, Is.Zero);
            RequireSame();
        }
    }

    [Test]
    public void Resume_WithMoreReplicationsOverAnEditedDesign_WritesTheRightOneAgain()
    {
        Run(Village(Filled));
        Run(Village(Filled.Replace("replications: 2", "replications: 3", StringComparison.Ordinal)), directory: Undisturbed);
        Change("design.csv");
        Assert.That(Resume(replications: "3").ExitCode, Is.Zero);
        RequireSame();
    }

    [Test]
    public void Resume_WhereDataBesideTheConfigWasChanged_SaysWhatBringsItBack()
    {
        Run(Village(Filled));
        Change("inputs/series.guards.csv");
        Assert.That(Resume().Message, Is.EqualTo($"{Path.Combine(Target, "inputs/series.guards.csv")} is not what was written: run the config that the study was made from with --out {Target}, which writes that file again and keeps what is stored."));
        Assert.That(Verify().Advice, Does.Contain("run the config that the study was made from"));
        Assert.That(Run(Village(Filled), progress: _ => Assert.Fail("a run was carried out")).ExitCode, Is.Zero);
        Assert.That(Verify().ExitCode, Is.Zero);
    }

    [Test]
    public void Resume_OfACompleteResultWhoseLedgerHasLostRuns_MakesThemAgain()
    {
        var study = Village(Filled);
        Run(study);
        Run(study, directory: Undisturbed);
        File.Delete(Path.Combine(Target, "ledger.db"));
        using (var ledger = Ledger.Open(Target, study, acceptBuild: false))
            ledger.Commit();
        Assert.That(Resume().ExitCode, Is.Zero);
        Assert.That(StudyStatus.Of(Target).Status!.IsComplete, Is.True);
        using var again = Ledger.Read(Target, study);
        Assert.That(again.Count(RunStatus.Done), Is.EqualTo(6));
    }

    /// <summary>What SQLite leaves where its writer dies after the last commit: nobody may take it for half a commit.</summary>
    [Test]
    public void Run_WhereTheLastWriterDiedAtItsEnd_LeavesNothingOfIt()
    {
        var study = Village(Filled);
        Run(study);
        Run(study, directory: Undisturbed);
        File.WriteAllBytes(Path.Combine(Target, "ledger.db-journal"), new byte[512]);
        File.WriteAllText(Path.Combine(Target, ".progress.json"), "{}");
        Assert.That(Run(study, progress: _ => Assert.Fail("a run was carried out")).ExitCode, Is.Zero);
        Assert.That(FilesOf(), Is.EqualTo(FilesOf(Undisturbed)));
    }

    [TestCase("null")]
    [TestCase("{\"Total\":-1}")]
    [TestCase("{\"Total\":3,\"Done\":1,\"SecondsLeft\":1e300}")]
    [TestCase("{\"Total\":\"three\"}")]
    public void Read_AProgressFileThatNobodyWrote_IsNone(string text)
    {
        File.WriteAllText(Path.Combine(Folder, ".progress.json"), text);
        Assert.That(ProgressFile.Read(Folder), Is.Null);
    }

    [Test]
    public void Lost_ForWantOfPermission_DoesNotAskForRoom()
    {
        Assert.That(StorageException.Lost("x", new UnauthorizedAccessException("Access is denied.")).Message, Does.Contain("get the right to write there back").And.Not.Contain("make room"));
        if (!OperatingSystem.IsWindows())
            Assert.That(StorageException.Lost("x", new IOException("No space left on device", 28)).Message, Does.Contain("make room"));
    }

    private Study Village(string text)
    {
        File.WriteAllText(Path.Combine(Folder, "guards.csv"), "tick,value\n0,7\n20,3\n");
        var path = Path.Combine(Folder, "village.yaml");
        File.WriteAllText(path, $"model: village\n{text}\n");
        return StudyLoader.Load(path, [VillageModel.Definition], Overrides.None);
    }

    private StudyResult Resume(string? replications = null) => StudyRunner.Resume(
        [VillageModel.Definition], Overrides.None with { Replications = replications }, new RunOptions { Directory = Target, Threads = 2 }, CancellationToken.None);

    private Verification Verify() => Verification.Of(Target, [VillageModel.Definition], 0, CancellationToken.None);

    /// <summary>Another digit in place of the last one.</summary>
    private void Change(string name)
    {
        var path = Path.Combine(Target, name);
        var text = File.ReadAllText(path).ToCharArray();
        var last = Array.FindLastIndex(text, char.IsAsciiDigit);
        text[last] = text[last] == '5' ? '6' : '5';
        File.WriteAllText(path, new string(text));
    }

    private void RequireSame()
    {
        foreach (var name in new[] { "runs.csv", "ticks.csv" }.Concat(Source))
            Assert.That(File.ReadAllText(Path.Combine(Target, name)), Is.EqualTo(File.ReadAllText(Path.Combine(Undisturbed, name))), name);
        Assert.That(Verify().ExitCode, Is.Zero);
    }
}
