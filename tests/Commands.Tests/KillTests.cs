using System.Diagnostics;
using System.Text.RegularExpressions;
using Experiments.Runs;

namespace Commands.Tests;

/// <summary>A sweep that is killed again and again ends with the bytes of one that nothing disturbed.</summary>
[Category(Faults.Category)]
public sealed partial class KillTests
{
    private static readonly int Kills = Faults.Tries(8, 20);

    private static readonly string[] Tables = ["design.csv", "runs.csv", "ticks.csv", "events.csv", "agents.csv"];

    private readonly string folder = Directory.CreateTempSubdirectory("abm-kill-").FullName;

    [OneTimeTearDown]
    public void Clear() => Directory.Delete(folder, recursive: true);

    [Test]
    public void Resume_AfterManyKills_EndsWithTheSameBytes()
    {
        if (OperatingSystem.IsWindows())
            Assert.Ignore("skipped: kill -9 needs a Unix");
        var (config, disturbed, undisturbed) = (Config(), Path.Combine(folder, "disturbed"), Path.Combine(folder, "undisturbed"));
        var moments = new Random(9);
        var clock = Stopwatch.StartNew();
        var (killed, kept) = (0, new List<int>());
        for (var i = 0; i < Kills; i++)
        {
            // A study that was killed before its manifest stood is begun by the command that began it.
            string[] command = File.Exists(Path.Combine(disturbed, "manifest.json")) ? ["resume", disturbed] : ["run", config, "--out", disturbed];
            using var process = Process.Start(AbmProcess.Start([.. command, "--threads", "2"]))!;
            var output = process.StandardOutput.ReadToEndAsync();
            var error = process.StandardError.ReadToEndAsync();
            // However long a busy machine takes to start a process, the kill comes while it writes.
            AbmProcess.Await(process, () => AbmProcess.IsWriter(process, disturbed));
            // Every other kill comes after a run was committed, however slow the machine is.
            if (i % 2 == 1)
                AbmProcess.Await(process, () => Done(disturbed) > kept[^1]);
            if (!process.WaitForExit(TimeSpan.FromMilliseconds(moments.Next(0, 250))))
                killed++;
            process.Kill();
            process.WaitForExit();
            kept.Add(StudyStatus.Of(disturbed).Status?.Done ?? 0);
        }
        TestContext.Out.WriteLine($"{killed} kills in {clock.Elapsed.TotalSeconds:0.0} s; runs kept after each: {string.Join(' ', kept)}");
        Assert.That(kept, Is.Ordered, "runs were lost");
        Assert.That(killed, Is.GreaterThan(Kills / 2), "the sweep is too short to be killed");
        Assert.That(kept.Distinct().Count(), Is.GreaterThan(Kills / 4), "too few kills came after a commit");
        Faults.Try("kill -9 at a random moment", "run, resume", () =>
        {
            AbmProcess.Finish("resume", disturbed);
            AbmProcess.Finish("run", config, "--out", undisturbed);
            foreach (var name in Tables)
                Assert.That(File.ReadAllBytes(Path.Combine(disturbed, name)), Is.EqualTo(File.ReadAllBytes(Path.Combine(undisturbed, name))), name);
            Assert.That(Directory.GetFiles(disturbed).Select(Path.GetFileName), Is.EquivalentTo(Directory.GetFiles(undisturbed).Select(Path.GetFileName)), "something was left behind");
            return Fate.Mended;
        }, killed);
    }

    /// <summary>Runs that the writer says it has committed; its word may be that of a writer before it.</summary>
    private static int Done(string directory) =>
        DoneText().Match(AbmProcess.TryRead(Path.Combine(directory, ".progress.json"))) is { Success: true } match
            ? int.Parse(match.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)
            : 0;

    private string Config()
    {
        var path = Path.Combine(folder, "sweep.yaml");
        File.WriteAllText(path, $$"""
            extends: {{Path.Combine(Repository.Root, "configs", "elites", "settlement.yaml")}}
            replications: {{Faults.Tries(900, 1200)}}
            ticks: 60
            measures: {agents: [elite_loyalty], every: 20}
            parameters: {population.agents: 1000}
            """);
        return path;
    }

    [GeneratedRegex("\"Done\":([0-9]+)")]
    private static partial Regex DoneText();
}
