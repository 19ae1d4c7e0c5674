using System.Globalization;
using Experiments.Config;
using Experiments.Runs;
using Experiments.Tests.Models;

namespace Experiments.Tests.Runs;

/// <summary>Runs whose initial state and parameters come from files: the same bytes however they are carried out, and whatever becomes of the files.</summary>
public sealed class FilledRunsTests : ResultFolder
{
    private const string Study = """
        model: guild
        replications: 3
        ticks: 12
        measures: {every: 4, agents: [skill, coins, friends]}
        parameters: {masters: 3000, apprentices: 3000}
        initial: {members: {file: members.csv, labels: [name]}, ties.friends: ties.csv}
        series: {dues: dues.csv}
        scenarios:
          plain: {}
          taxed: {interventions: [{at: 9, set: {most_dues: 50}}], series: {dues: late.csv}}
        """;

    private string ConfigPath => Path.Combine(Folder, "guild.yaml");

    [SetUp]
    public void WriteFiles()
    {
        File.WriteAllText(ConfigPath, Study);
        var members = Enumerable.Range(0, 2_500).Select(i => string.Create(CultureInfo.InvariantCulture, $"m{i},master,{i % 100 / 100.0},{i % 7},{(i % 2 == 0 ? "TRUE" : "FALSE")},Name {i}\n"));
        Write("members.csv", "id,standing,skill,coins,is_sworn,name\n" + string.Concat(members));
        Write("ties.csv", "source,target\n" + string.Concat(Enumerable.Range(0, 2_499).Select(i => $"m{i},m{i + 1}\n")));
        Write("dues.csv", "tick,value\n0,2\n5,4\n");
        Write("late.csv", "tick,value\n0,2\n5,4\n10,9\n");
    }

    [Test]
    public void Run_Filled_ShowsTheFilesAtTickZero()
    {
        Run(Load());
        var first = Rows("agents").Where(row => row["run_id"] == "1" && row["tick"] == "0").ToList();
        Assert.That(first.Take(2_500).Select(row => row["coins"]), Is.EqualTo(Enumerable.Range(0, 2_500).Select(i => $"{i % 7}")));
        Assert.That(first.Select(row => row["friends"]).Take(3), Is.EqualTo(new[] { "1", "2", "2" }));
        Assert.That(first.Skip(2_500).Select(row => row["friends"]), Has.All.EqualTo("0"));
        Assert.That(Rows("ticks").Where(row => row["run_id"] == "1").Select(row => row["dues"]), Is.EqualTo(new[] { "2", "2", "4", "4" }));
        Assert.That(Rows("ticks").Where(row => row["run_id"] == "2").Select(row => row["dues"]), Is.EqualTo(new[] { "2", "2", "4", "9" }));
    }

    [Test]
    public void Run_OnAnyThreadsAndBranched_GivesTheSameBytes()
    {
        Run(Load(), threads: 1, directory: At("one"));
        Run(Load(), threads: 5, directory: At("five"));
        File.AppendAllText(ConfigPath, "\nbranch: {at: 9}\n");
        Run(Load(), threads: 2, directory: At("branched"));
        Assert.That(Tables("five"), Is.EqualTo(Tables("one")));
        Assert.That(Tables("branched"), Is.EqualTo(Tables("one")));
    }

    [Test]
    public void Run_Series_GivesTheBytesOfTheInterventionsThatSayTheSame()
    {
        Run(Load(), directory: At("series"));
        File.WriteAllText(ConfigPath, Study.Replace("series: {dues: dues.csv}\n", "", StringComparison.Ordinal)
            .Replace("apprentices: 3000}", "apprentices: 3000, dues: 2}", StringComparison.Ordinal)
            .Replace("plain: {}", "plain: {interventions: [{at: 5, set: {dues: 4}}]}", StringComparison.Ordinal)
            .Replace("], series: {dues: late.csv}}", ", {at: 5, set: {dues: 4}}, {at: 10, set: {dues: 9}}]}", StringComparison.Ordinal));
        Run(Load(), directory: At("changes"));
        Assert.That(Tables("changes"), Is.EqualTo(Tables("series")));
    }

    [Test]
    public void Resume_AfterTheFilesAreGone_GoesOnFromTheCopies()
    {
        Run(Load(), directory: At("whole"));
        Run(Load(), cancel: new CancellationToken(canceled: true));
        RemoveFiles();
        var result = StudyRunner.Resume(GuildModel.Models, Overrides.None, new RunOptions { Directory = Target, Threads = 2 }, CancellationToken.None);
        Assert.That(result.ExitCode, Is.Zero, result.Message);
        Assert.That(Tables("result"), Is.EqualTo(Tables("whole")));
    }

    [Test]
    public void VerifyAndReplay_AfterTheFilesAreGone_FindTheSameBytes()
    {
        Run(Load());
        RemoveFiles();
        var verification = Verification.Of(Target, GuildModel.Models, 3, CancellationToken.None);
        Assert.That((verification.ExitCode, verification.Runs, verification.Problems), Is.EqualTo((0, 3, Array.Empty<string>())));
        Assert.That(Replay.Compare(Target, GuildModel.Models, 2, CancellationToken.None).ExitCode, Is.Zero);
    }

    [Test]
    public void Manifest_OfAFilledStudy_HoldsTheCopiesWithTheirHashes()
    {
        var study = Load();
        Run(study);
        var files = ManifestOf()["files"]!.AsArray().ToDictionary(file => (string)file!["path"]!, file => (string)file!["sha256"]!);
        foreach (var input in study.Inputs)
            Assert.That(files[input.Name], Is.EqualTo(input.Sha256), input.Name);
        Assert.That(File.ReadAllBytes(Path.Combine(Target, "inputs", "members.csv")), Is.EqualTo(File.ReadAllBytes(At("members.csv"))));
    }

    [Test]
    public void Resume_AfterACopyWasChanged_SaysWhichAndRunsNothing()
    {
        Run(Load(), cancel: new CancellationToken(canceled: true));
        var copy = Path.Combine(Target, "inputs", "series.dues.csv");
        File.AppendAllText(copy, "6,1\n");
        var refused = StudyRunner.Resume(GuildModel.Models, Overrides.None, new RunOptions { Directory = Target, Threads = 1, Progress = _ => Assert.Fail("a run was carried out") }, CancellationToken.None);
        Assert.That((refused.ExitCode, refused.Message), Is.EqualTo((2, $"{copy} is not what was written: run the config that the study was made from with --out {Target}, which writes that file again and keeps what is stored.")));
    }

    [Test]
    public void Run_WithAnotherFile_IsAnotherStudy()
    {
        Run(Load());
        Write("dues.csv", "tick,value\n0,2\n5,3\n");
        var refused = Run(Load());
        Assert.That(refused.ExitCode, Is.EqualTo(2), refused.Message);
        Assert.That(refused.Message, Does.Contain("holds another study").And.Contain("dues: {file: inputs/series.dues.csv"));
        Assert.That(Run(Load(), force: true).ExitCode, Is.Zero);
    }

    [Test]
    public void Run_ForcedOverAFilledStudy_LeavesNoCopies()
    {
        Run(Load());
        File.WriteAllText(ConfigPath, "model: guild\nticks: 2\n");
        Run(Load(), force: true);
        Assert.That(Directory.Exists(Path.Combine(Target, "inputs")), Is.False);
    }

    [Test]
    public void Run_OfTheResolvedConfig_IsTheSameStudy()
    {
        var study = Load();
        Run(study);
        Assert.That(StudyLoader.Load(Path.Combine(Target, "config.resolved.yaml"), GuildModel.Models, Overrides.None).ResolvedYaml, Is.EqualTo(study.ResolvedYaml));
    }

    private Study Load() => StudyLoader.Load(ConfigPath, GuildModel.Models, Overrides.None);

    private string At(string name) => Path.Combine(Folder, name);

    private void Write(string name, string text) => File.WriteAllText(At(name), text);

    private void RemoveFiles()
    {
        foreach (var file in Directory.GetFiles(Folder, "*.csv"))
            File.Delete(file);
    }

    private Dictionary<string, string> Tables(string directory) => new[] { "runs.csv", "ticks.csv", "agents.csv", "events.csv" }
        .ToDictionary(name => name, name => File.ReadAllText(Path.Combine(Folder, directory, name)));
}
