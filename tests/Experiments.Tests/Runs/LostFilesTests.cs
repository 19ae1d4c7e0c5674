using System.Security.Cryptography;
using System.Text;
using Experiments.Config;
using Experiments.Runs;
using Experiments.Tests.Models;

namespace Experiments.Tests.Runs;

/// <summary>A result that has lost a file says what is lost and what brings it back, and that does.</summary>
public sealed class LostFilesTests : ResultFolder
{
    private const string Hypercube = "design: {method: latin_hypercube, points: 3, factors: {pressure: {min: 0.01, max: 0.04}}}";

    private static readonly string[] Tables = ["design.csv", "runs.csv", "ticks.csv", "events.csv", "config.resolved.yaml"];

    private string Undisturbed => Path.Combine(Folder, "undisturbed");

    [TestCase(null, "is missing")]
    [TestCase("", "is empty")]
    [TestCase("{\"written_by\": \"ab", "is not the JSON that was written")]
    [TestCase("\0\0\0\0", "is not the JSON that was written")]
    public void Resume_AfterTheManifestWasLost_WritesItAgain(string? left, string words)
    {
        var study = Village("replications: 4");
        Run(study);
        Lose("manifest.json", left);
        Assert.That(StudyStatus.Of(Target).Complaint, Is.EqualTo($"manifest.json in {Target} {words}, but ledger.db holds the runs: abm resume {Target} writes it again."));
        var notes = new List<string>();
        Assert.That(Resume(progress: _ => Assert.Fail("a run was carried out"), note: notes.Add).ExitCode, Is.Zero);
        Assert.That(notes, Has.One.Contains("it is written again, with the tables, from the ledger"));
        RequireWhole(study);
    }

    [Test]
    public void Run_AfterTheManifestWasLost_WritesItAgain()
    {
        var study = Village("replications: 4");
        Run(study);
        Lose("manifest.json", "");
        Assert.That(Run(study, progress: _ => Assert.Fail("a run was carried out")).ExitCode, Is.Zero);
        RequireWhole(study);
    }

    [Test]
    public void Resume_OfHalfAStudyWithoutItsManifest_KeepsTheRunsThatAreOver()
    {
        var study = Village("replications: 2000");
        using var cancel = new CancellationTokenSource();
        Run(study, progress: _ => cancel.Cancel(), cancel: cancel.Token);
        var kept = Rows("runs").Count;
        Lose("manifest.json", null);
        File.Delete(Path.Combine(Target, "ticks.csv"));
        Assert.That(Resume().Message, Does.Contain($"{kept} runs were done before and are kept"));
        RequireWhole(study);
    }

    [Test]
    public void Resume_OfAPackedResultWithoutItsManifest_KeepsItPacked()
    {
        StudyRunner.Run(Village("replications: 3"), new RunOptions { Directory = Target, Gzip = true }, CancellationToken.None);
        Lose("manifest.json", null);
        Assert.That(Resume().ExitCode, Is.Zero);
        Assert.That(FilesOf(), Does.Contain("ticks.csv.gz").And.Not.Contain("ticks.csv"));
    }

    [Test]
    public void Run_OfAnotherStudyOverRunsWithoutAManifest_IsRefusedUnlessForced()
    {
        Run(Village("replications: 3"));
        Lose("manifest.json", null);
        var other = Village("replications: 3\nseed: 9");
        RequireUntouched(() => Run(other), $"{Target} holds the runs of another study, whose manifest.json is missing: choose another directory with --out, or replace that study with --force.");
        Assert.That(Run(other, force: true).ExitCode, Is.Zero);
    }

    [Test]
    public void Resume_WithoutManifestAndLedger_SaysThatNothingCanBeGoneOnWith()
    {
        Run(Village("replications: 3"));
        Lose("manifest.json", null);
        Lose("ledger.db", "not a ledger any more");
        Assert.That(Resume().Message, Does.Contain("holds no result of a study that could be gone on with: manifest.json is missing, and ledger.db cannot be read. Run its config with --out and another directory"));
        Assert.That(Run(Village("replications: 3")).Message, Does.Contain("neither manifest.json nor ledger.db can be read: choose another directory with --out"));
        Assert.That(Run(Village("replications: 3"), directory: Undisturbed).ExitCode, Is.Zero);
    }

    /// <summary>The second has as many bytes as before.</summary>
    [TestCase(false)]
    [TestCase(true)]
    public void Run_WhereTheResolvedConfigWasLost_WritesItAgain(bool isOnlyChanged)
    {
        var study = Village("replications: 3");
        Run(study);
        var path = Path.Combine(Target, "config.resolved.yaml");
        Lose("config.resolved.yaml", isOnlyChanged ? File.ReadAllText(path).Replace("seed: 1", "seed: 2", StringComparison.Ordinal) : null);
        var advice = $"run the config that the study was made from with --out {Target}, which writes that file again and keeps what is stored.";
        Assert.That(StudyStatus.Of(Target).Status!.Advice, Does.EndWith(advice));
        Assert.That(Verify().Advice, Does.EndWith(advice));
        Assert.That(Resume().Message, Does.EndWith(advice));
        Assert.That(Replay.Compare(Target, [VillageModel.Definition], 1, CancellationToken.None).Message, Does.EndWith(advice));
        Assert.That(Run(study, progress: _ => Assert.Fail("a run was carried out")).ExitCode, Is.Zero);
        RequireWhole(study);
    }

    [TestCase(false, false)]
    [TestCase(true, false)]
    [TestCase(false, true)]
    public void Resume_WhereAComputedDesignWasLost_ComputesTheSame(bool isOnlyChanged, bool withManifest)
    {
        var study = Village($"replications: 2\n{Hypercube}");
        Run(study);
        Lose("design.csv", isOnlyChanged ? "design_id,scenario,design_row\n" : null);
        if (withManifest)
            Lose("manifest.json", null);
        else
            Assert.That(StudyStatus.Of(Target).Status!.Advice, Does.Contain($"abm resume {Target} writes the files again"));
        Assert.That(Resume(progress: _ => Assert.Fail("a run was carried out")).ExitCode, Is.Zero);
        RequireWhole(study);
    }

    [Test]
    public void Run_WhereADesignFromAFileWasLost_WritesItAgain()
    {
        File.WriteAllText(Path.Combine(Folder, "points.csv"), "pressure\n0.01\n0.03\n");
        var study = Village("replications: 2\ndesign: {method: csv, file: points.csv}");
        Run(study);
        Lose("design.csv", null);
        Assert.That(Resume().Message, Does.Contain($"design.csv is missing in {Target}, and its rows stand in no other file there: run the config that the study was made from with --out {Target}"));
        Assert.That(Run(study).ExitCode, Is.Zero);
        RequireWhole(study);
    }

    [Test]
    public void Run_WhereTablesAreMissing_WritesThemAgain()
    {
        var study = Village("replications: 3");
        Run(study);
        foreach (var name in new[] { "ticks.csv", "runs.csv", "analysis.R", "datapackage.json" })
            Lose(name, null);
        Assert.That(StudyStatus.Of(Target).Status!.IsComplete, Is.False);
        Assert.That(Run(study, progress: _ => Assert.Fail("a run was carried out")).ExitCode, Is.Zero);
        RequireWhole(study);
    }

    [TestCase("truncated")]
    [TestCase("no database")]
    [TestCase("empty")]
    [TestCase("a lost page")]
    public void Verify_OfADamagedLedger_ChecksTheTablesAndSaysWhatIsLost(string damage)
    {
        var study = Village("replications: 40");
        Run(study);
        var ledger = Path.Combine(Target, "ledger.db");
        var bytes = File.ReadAllBytes(ledger);
        if (damage == "a lost page")
            bytes.AsSpan(bytes.Length - 4096, 64).Clear();
        File.WriteAllBytes(ledger, damage switch { "truncated" => bytes[..5000], "empty" => [], "no database" => Encoding.ASCII.GetBytes(new string('x', 5000)), _ => bytes });
        var remedy = damage switch
        {
            "empty" => $"abm resume {Target} makes all runs again",
            "no database" => $"remove {ledger}, then abm resume {Target} makes all runs again",
            _ => $"abm resume {Target} keeps what is whole of it and makes the other runs again",
        };
        var whole = Verify();
        Assert.That((whole.ExitCode, whole.Files, whole.Runs), Is.EqualTo((1, 7, 0)));
        Assert.That(whole.Advice, Is.EqualTo($"The tables are whole, only the ledger is lost: the result can be read, but no run of it can be analysed, replayed or added to; {remedy}."));
        Lose("events.csv", null);
        var damaged = Verify();
        Assert.That((damaged.ExitCode, damaged.Files), Is.EqualTo((1, 6)));
        Assert.That(damaged.Problems[0], Is.EqualTo("events.csv is missing"));
        Assert.That(damaged.Advice, Does.Contain("the ledger was the only other copy").And.EndWith($"{remedy}."));
        if (damage == "no database")
        {
            Assert.That(Resume().Message, Does.Contain(remedy));
            File.Delete(ledger);
        }
        Assert.That(Resume().ExitCode, Is.Zero);
        RequireWhole(study);
    }

    [Test]
    public void Resume_OfACompleteResultWithDamagedRows_MakesThoseRunsAgain()
    {
        var study = Village("replications: 3");
        Run(study);
        ChangeInLedger("\n2,3,", 6);
        var verification = Verify();
        Assert.That((verification.ExitCode, verification.Stored, verification.Advice), Is.EqualTo((1, 5, $"abm resume {Target} makes those runs again.")));
        var notes = new List<string>();
        Assert.That(Resume(note: notes.Add).ExitCode, Is.Zero);
        Assert.That(notes, Has.One.Contains("the first of them run 2"));
        RequireWhole(study);
    }

    [Test]
    public void Refusals_OfAWholeResult_LeaveEveryByteAsItWas()
    {
        var study = Village($"replications: 3\n{Hypercube}");
        Run(study);
        RequireUntouched(() => Run(Village($"replications: 3\nseed: 2\n{Hypercube}")), "another study");
        Replace("manifest.json", "\"format_version\": 2", "\"format_version\": 9");
        RequireUntouched(() => Run(study), "newer abm");
        Replace("manifest.json", "\"format_version\": 9", "\"format_version\": 2");
        ChangeInLedger(typeof(Agents.Model).Module.ModuleVersionId.ToString("N"), 0);
        RequireUntouched(() => Resume(replications: "4"), "another build");
        ChangeInLedger("identity", 8);
        RequireUntouched(() => Resume(replications: "4"), "the runs of another study than the config beside it");
    }

    [Test]
    public void Refusals_OfAChangedDesignOrADamagedLedger_LeaveEveryByteAsItWas()
    {
        Run(Village($"replications: 3\n{Hypercube}"));
        Lose("manifest.json", null);
        var design = File.ReadAllText(Path.Combine(Target, "design.csv"));
        var value = design.Split('\n')[1].Split(',')[3];
        Lose("design.csv", design.Replace($",{value},", ",0.0123,", StringComparison.Ordinal));
        RequireUntouched(() => Resume(), $"Where design.csv was changed, remove it, and abm resume {Target} computes it again");
        File.Delete(Path.Combine(Target, "design.csv"));
        Assert.That(Resume().ExitCode, Is.Zero);
        Lose("ledger.db", new string('x', 5000));
        RequireUntouched(() => Resume(replications: "4"), "is damaged");
    }

    private Study Village(string text)
    {
        var path = Path.Combine(Folder, "village.yaml");
        File.WriteAllText(path, $"model: village\nscenarios: {{siege: {{}}, relief: {{interventions: [{{at: 10, set: {{guards: 20}}}}]}}}}\n{text}\n");
        return StudyLoader.Load(path, [VillageModel.Definition], Overrides.None);
    }

    private StudyResult Resume(string? replications = null, Action<Progress>? progress = null, Action<string>? note = null) => StudyRunner.Resume(
        [VillageModel.Definition], Overrides.None with { Replications = replications }, new RunOptions { Directory = Target, Threads = 2, Progress = progress, Note = note }, CancellationToken.None);

    private Verification Verify() => Verification.Of(Target, [VillageModel.Definition], 2, CancellationToken.None);

    /// <summary>Removes a file, or leaves something else in its place.</summary>
    private void Lose(string name, string? left)
    {
        var path = Path.Combine(Target, name);
        if (left is null)
            File.Delete(path);
        else
            File.WriteAllText(path, left);
    }

    private void Replace(string name, string old, string @new)
    {
        var path = Path.Combine(Target, name);
        var text = File.ReadAllText(path);
        Assert.That(text, Does.Contain(old));
        File.WriteAllText(path, text.Replace(old, @new, StringComparison.Ordinal));
    }

    /// <summary>Changes a byte after each place that holds a text: SQLite leaves stale copies of rows behind.</summary>
    private void ChangeInLedger(string text, int offset)
    {
        var path = Path.Combine(Target, "ledger.db");
        var bytes = File.ReadAllBytes(path);
        var found = 0;
        for (var at = 0; bytes.AsSpan(at).IndexOf(Encoding.UTF8.GetBytes(text)) is >= 0 and var next; at += next + 1, found++)
            bytes[at + next + offset] ^= 1;
        Assert.That(found, Is.Positive);
        File.WriteAllBytes(path, bytes);
    }

    private void RequireUntouched(Func<StudyResult> refused, string message)
    {
        var before = Bytes();
        var result = refused();
        Assert.That(result.ExitCode, Is.EqualTo(2));
        Assert.That(result.Message, Does.Contain(message));
        Assert.That(Bytes(), Is.EqualTo(before));
    }

    private string[] Bytes() => [.. FilesOf().Select(name => $"{name} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(Path.Combine(Target, name))))}")];

    /// <summary>The result is complete, verified, and has the bytes of one that nothing disturbed.</summary>
    private void RequireWhole(Study study)
    {
        Run(study, directory: Undisturbed, force: true);
        foreach (var name in Tables)
            Assert.That(File.ReadAllBytes(Path.Combine(Target, name)), Is.EqualTo(File.ReadAllBytes(Path.Combine(Undisturbed, name))), name);
        Assert.That(FilesOf(), Is.EqualTo(FilesOf(Undisturbed)));
        Assert.That(StudyStatus.Of(Target).Status, Has.Property("IsComplete").True.And.Property("Advice").Empty);
        Assert.That(Verify(), Has.Property("ExitCode").Zero);
    }
}
