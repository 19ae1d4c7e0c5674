using System.Diagnostics;
using System.Globalization;

namespace Commands.Tests;

/// <summary>A run of the real model that is killed again and again loses no more than the time between two checkpoints.</summary>
public sealed class LongRunKillTests
{
    private const int Ticks = 1500;

    private static readonly string[] Tables = ["design.csv", "runs.csv", "ticks.csv", "events.csv", "agents.csv", "spells.csv"];

    private readonly string folder = Directory.CreateTempSubdirectory("abm-long-").FullName;

    [OneTimeTearDown]
    public void Clear() => Directory.Delete(folder, recursive: true);

    [Test]
    public void Resume_AfterKillsWithinOneRun_GoesOnFromItsCheckpointsToTheSameBytes()
    {
        if (OperatingSystem.IsWindows())
            Assert.Ignore("skipped: kill -9 needs a Unix");
        var (config, disturbed, undisturbed) = (Config(), Path.Combine(folder, "disturbed"), Path.Combine(folder, "undisturbed"));
        var moments = new Random(4);
        Kill(moments, disturbed, "run", config, "--out", disturbed, "--threads", "2");
        Kill(moments, disturbed, "resume", disturbed, "--threads", "1");
        var error = AbmProcess.Finish("resume", disturbed, "--threads", "2");
        Assert.That(error, Does.Contain("1 run went on from its last checkpoint."));
        AbmProcess.Finish("run", config, "--out", undisturbed, "--threads", "1");
        Assert.That(File.ReadLines(Path.Combine(undisturbed, "ticks.csv")).Count(), Is.EqualTo(Ticks / 10 + 2), "the run came to its end too soon");
        foreach (var name in Tables)
            Assert.That(File.ReadAllBytes(Path.Combine(disturbed, name)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(undisturbed, name))), Is.True, name);
        Assert.That(Directory.GetFiles(disturbed).Select(Path.GetFileName), Is.EquivalentTo(Directory.GetFiles(undisturbed).Select(Path.GetFileName)), "something was left behind");
    }

    /// <summary>Kills it at a random moment after the ledger has grown by a checkpoint.</summary>
    private static void Kill(Random moments, string directory, params string[] command)
    {
        var ledger = new FileInfo(Path.Combine(directory, "ledger.db"));
        var (before, clock) = (ledger.Exists ? ledger.LastWriteTimeUtc : default, Stopwatch.StartNew());
        using var process = Process.Start(AbmProcess.Start([.. command, "--checkpoint-every", (0.1 / 60).ToString(CultureInfo.InvariantCulture)]))!;
        _ = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        do
        {
            Thread.Sleep(5);
            ledger.Refresh();
        }
        while (!process.HasExited && clock.Elapsed < TimeSpan.FromSeconds(60) && !(ledger is { Exists: true, Length: > 100_000 } && ledger.LastWriteTimeUtc > before));
        Assert.That(process.WaitForExit(TimeSpan.FromMilliseconds(moments.Next(20, 150))), Is.False, "the run is too short to be killed: " + (process.HasExited ? error.Result : ""));
        process.Kill();
        process.WaitForExit();
    }

    private string Config()
    {
        var path = Path.Combine(folder, "long.yaml");
        File.WriteAllText(path, $$"""
            extends: {{Path.Combine(Repository.Root, "configs", "elites", "baseline.yaml")}}
            replications: 1
            ticks: {{Ticks}}
            measures: {agents: [elite_loyalty, mass_grievance], every: 10}
            parameters: {population.agents: 2000, coup.enabled: false, right.enabled: false, succession.enabled: false, protest.enabled: false}
            scenarios: {war: {interventions: [{at: 20, until: 400, to: {settlement.terms: 0.2} }]} }
            """);
        return path;
    }
}
