using System.Text.Json.Nodes;
using Experiments.Cluster;
using Experiments.Config;
using Experiments.Tests.Models;
using Experiments.Tests.Runs;

namespace Experiments.Tests.Cluster;

/// <summary>What a submission in somebody else's directory may not do.</summary>
public sealed class StrangersSubmissionTests : ResultFolder
{
    private string Slurm => Path.Combine(Target, "slurm");

    [SetUp]
    public void SkipWhereThereAreNoLinks()
    {
        if (OperatingSystem.IsWindows())
            Assert.Ignore("skipped: Slurm is not for Windows");
    }

    [Test]
    public void Submit_WhereATemporaryScriptIsALink_WritesTheScriptAndNotWhatItLeadsTo()
    {
        var thesis = Path.Combine(Folder, "thesis");
        File.WriteAllText(thesis, "mine");
        Submit();
        foreach (var name in new[] { "array.sh.partial", "merge.sh", "submission.json.partial" })
        {
            File.Delete(Path.Combine(Slurm, name));
            File.CreateSymbolicLink(Path.Combine(Slurm, name), thesis);
        }
        Assert.That(Submit().ExitCode, Is.Zero);
        Assert.That(File.ReadAllText(thesis), Is.EqualTo("mine"));
        Assert.That(File.ReadAllText(Path.Combine(Slurm, "array.sh")), Does.StartWith("#!/bin/bash"));
    }

    [Test]
    public void Resume_WhereTheFileNamesAProgram_StartsTheOneOfTheCommandLine()
    {
        Submit();
        Change(submission => submission["abm"] = new JsonArray("/tmp/evil.sh"));
        Assert.That(Resume().ExitCode, Is.Zero);
        Assert.That(File.ReadAllText(Path.Combine(Slurm, "array.sh")), Does.Contain("exec abm run-chunk").And.Not.Contain("evil"));
        Assert.That(File.ReadAllText(Path.Combine(Slurm, "submission.json")), Does.Not.Contain("\"abm\""));
    }

    [TestCase("mallory", "mallory on elsewhere wrote it")]
    [TestCase(null, "does not say who wrote it")]
    public void Resume_WhereSomebodyElsesFileHasLinesForTheNodes_IsRefusedUntilItIsAccepted(string? user, string expected)
    {
        Submit("slurm: {setup: [module load dotnet]}");
        Change(submission =>
        {
            if (user is null)
                submission.Remove("made_by");
            else
                (submission["made_by"]!["user"], submission["made_by"]!["host"]) = (user, "elsewhere");
        });
        var refused = Resume(refuses: true);
        Assert.That(refused.ExitCode, Is.EqualTo(2));
        Assert.That(refused.Message, Does.Contain("holds lines for the nodes").And.Contain(expected).And.Contain("--accept-foreign"));
        Assert.That(Resume(refuses: false).ExitCode, Is.Zero);
        Assert.That(Resume(refuses: true).ExitCode, Is.Zero, "what was accepted is one's own");
    }

    [Test]
    public void Resume_OfOnesOwn_KeepsItsLines()
    {
        Submit("slurm: {setup: [module load dotnet]}");
        Assert.That(Resume(refuses: true).ExitCode, Is.Zero);
        Assert.That(File.ReadAllText(Path.Combine(Slurm, "array.sh")), Does.Contain("\nmodule load dotnet\n"));
    }

    [TestCase("setup", "[\"true\\ncurl evil\"]", "goes over more than one line")]
    [TestCase("options", "[{\"name\": \"wrap\", \"value\": \"evil\"}]", "nobody may set")]
    [TestCase("options", "[{\"name\": \"qos\\n#SBATCH --wrap\", \"value\": \"x\"}]", "goes over more than one line")]
    [TestCase("options", "null", "null")]
    [TestCase("array_job", "\"1; evil\"", "job's number")]
    public void Resume_WhereTheFileHoldsWhatNoScriptMay_IsRefused(string key, string json, string expected)
    {
        Submit();
        Change(submission => submission[key] = JsonNode.Parse(json));
        Assert.That(Assert.Throws<ConfigException>(() => Resume())!.Message, Does.Contain(expected).And.Contain("Remove it to submit the study anew"));
    }

    [Test]
    public void Submit_IntoADirectoryWhoseNameHasALineBreak_IsRefused()
    {
        var result = Submitter.Submit(Load(""), Options(Path.Combine(Folder, "a\n#SBATCH --wrap=evil"), refuses: false));
        Assert.That(result.ExitCode, Is.EqualTo(2));
        Assert.That(result.Message, Does.Contain("goes over more than one line"));
    }

    private ClusterResult Submit(string more = "") => Submitter.Submit(Load(more), Options(Target, refuses: false));

    private ClusterResult Resume(bool refuses = false) => Submitter.Resume([VillageModel.Definition], Overrides.None, Options(Target, refuses));

    private static SubmitOptions Options(string directory, bool refuses) => new() { Directory = directory, ThisAbm = ["abm"], IsDryRun = true, RefusesForeign = refuses };

    private Study Load(string more)
    {
        var path = Path.Combine(Folder, "village.yaml");
        File.WriteAllText(path, $"model: village\nreplications: 4\nticks: 5\n{more}\n");
        return StudyLoader.Load(path, [VillageModel.Definition], Overrides.None);
    }

    private void Change(Action<JsonObject> change)
    {
        var path = Path.Combine(Slurm, "submission.json");
        var submission = JsonNode.Parse(File.ReadAllText(path))!.AsObject();
        change(submission);
        File.WriteAllText(path, submission.ToJsonString());
    }
}
