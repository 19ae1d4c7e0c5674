using System.Globalization;
using System.Text.RegularExpressions;

namespace Commands.Tests;

/// <summary>A study on a real Slurm, one of whose nodes dies.</summary>
public sealed partial class SlurmTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private string folder = "";

    private string Results => Path.Combine(folder, "results");

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("abm-cluster-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    public void Submit_WhereANodeDies_GivesTheBytesOfALocalRun()
    {
        using var cluster = SlurmCluster.Start(3);
        var config = Path.Combine(folder, "settlement.yaml");
        File.WriteAllText(config, $"""
            extends: {Path.Combine(Repository.Root, "configs", "elites", "settlement.yaml")}
            replications: 60
            measures:
              every: 20
            slurm:
              tasks: 40
              setup: [umask 022]
              options:
                comment: it's a trial
            """);
        var (code, output, error) = Abm(cluster, "submit", config, "--on", "slurm", "--out", Results, "--tasks", "3", "--", "--time=10");
        Assert.That(code, Is.Zero, error);
        var jobs = JobNumbers.Matches(output).Select(match => match.Groups[1].Value).ToList();
        Assert.That(jobs, Has.Count.EqualTo(2), output);
        Assert.That(cluster.Say("scontrol", "show", "job", jobs[0]), Does.Contain("TimeLimit=00:10:00").And.Contain("Comment=it's a trial"));

        Assert.That(Abm(cluster, "submit", config, "--on", "slurm", "--out", Results).Error, Does.Contain("still in the queue"));
        var (task, node) = ("", "");
        cluster.Await("each task has stored something", () => Tasks(cluster, jobs[0]).Count == 3 && Tasks(cluster, jobs[0]).TrueForAll(one => HasRuns(jobs[0], one.Task, 0)), Patience);
        (task, node) = Tasks(cluster, jobs[0])[1];
        cluster.Kill(node);

        cluster.Await("the merge is over", () => Directory.EnumerateFiles(Path.Combine(Results, "slurm"), "merge-*.log").Any() && cluster.Say("squeue", "--noheader").Length == 0, Patience);
        var log = File.ReadAllText(Path.Combine(Results, "slurm", $"merge-{jobs[1]}.log"));
        Assert.That(File.ReadAllText(Path.Combine(Results, "manifest.json")), Does.Contain("\"complete\""), log);
        Assert.That(cluster.Say("scontrol", "show", "job", $"{jobs[0]}_{task}"), Does.Contain("Restarts=1"), "the task did not start again");
        Assert.That(File.ReadAllText(Path.Combine(Results, "slurm", $"{jobs[0]}_{task}.log")), Does.Match($@"Shard {jobs[0]}-{task}\.1: 40 of 40 runs are stored, [1-9][0-9]* of them before"));

        var local = Path.Combine(folder, "local");
        Assert.That(AbmProcess.Run("run", config, "--out", local).ExitCode, Is.Zero);
        Assert.That(Tables(Results), Is.EqualTo(Tables(local)));
    }

    [GeneratedRegex(@"Job ([0-9]+)(?::| merges)")]
    private static partial Regex JobNumbers { get; }

    /// <summary>True once an attempt has committed more than an empty ledger.</summary>
    private bool HasRuns(string job, string task, int attempt) =>
        new FileInfo(Path.Combine(Results, "shards", string.Create(CultureInfo.InvariantCulture, $"{job}-{task}.{attempt}"), "ledger.db")) is { Exists: true, Length: > 40_000 };

    /// <summary>The running tasks of an array, and their nodes.</summary>
    private static List<(string Task, string Node)> Tasks(SlurmCluster cluster, string job) =>
    [
        .. cluster.Say("squeue", "--noheader", "--states=running", $"--jobs={job}", "--format=%K %N").Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' ')).Where(words => words.Length == 2).Select(words => (words[0], words[1])),
    ];

    private static (int ExitCode, string Out, string Error) Abm(SlurmCluster cluster, params string[] arguments) =>
        AbmProcess.Run(cluster.Join(AbmProcess.Start(arguments)));

    private static Dictionary<string, string> Tables(string directory) => Directory.EnumerateFiles(directory, "*.csv")
        .Where(path => Path.GetFileName(path) != "timings.csv").ToDictionary(path => Path.GetFileName(path), File.ReadAllText);
}
