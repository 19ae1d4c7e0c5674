using System.ComponentModel;
using System.Diagnostics;

namespace Cli.Tests;

/// <summary>
/// A command that is killed at any system call by which a directory changes leaves a state that the same command takes up, to
/// the bytes of one that nothing disturbed. The suite kills at a few calls, the explicit test at all.
/// </summary>
[Platform("Linux")]
public sealed class KilledAnywhereTests
{
    private static readonly string[] Calls = ["rename", "unlink", "mkdir", "rmdir", "fsync"];

    /// <summary>Each with what stands there before, and the command.</summary>
    private static readonly string[] Cases = ["create", "force", "grow", "calibrate", "calibrate --force", "judge", "merge", "submit"];

    private readonly string folder = Directory.CreateTempSubdirectory("abm-killed-").FullName;

    private string Results => Path.Combine(folder, "results");

    [OneTimeSetUp]
    public void WriteConfigs()
    {
        const string Study = "model: boltzmann\nreplications: 2\nticks: 3\nparameters: {agents: 20}\ndesign: {method: full_factorial, factors: {agents: {levels: [20, 30]}}}\n";
        const string Search = "model: boltzmann\nticks: 2\nparameters: {agents: 20}\ncalibration: {method: rejection, particles: 2, quantile: 0.5, batch: 4, predictive: 2, targets: {size: {mean: share_poor, at: 1, value: 0.3, tolerance: 0.5}}, parameters: {mean_wealth: {min: 1, max: 9}}}\n";
        Write("this.yaml", Study);
        Write("other.yaml", Study + "seed: 7\n");
        Write("search.yaml", Search);
        Write("other-search.yaml", Search + "seed: 7\n");
        Write("hypothesis.yaml", """
            model: boltzmann
            ticks: 3
            replications: 2
            parameters: {agents: 20}
            scenarios: {poor: {parameters: {mean_wealth: 2}}, rich: {parameters: {mean_wealth: 8}}}
            hypothesis: {id: P1, statement: Less wealth makes more poor., source: assumed, kind: construction, fails_if: It does not., contrasts: {gain: {weights: {poor: 1, rich: -1}, mean: share_poor, at: 1, predict: positive, relevant: 0.1}}}
            """);
    }

    [OneTimeTearDown]
    public void Clear() => Directory.Delete(folder, recursive: true);

    [TestCase("force", "rename", 2)]
    [TestCase("force", "unlink", 9)]
    [TestCase("calibrate", "rename", 1)]
    public void Command_KilledAtACall_IsTakenUpByTheSameCommand(string name, string call, int number)
    {
        RequireStrace();
        var expected = Undisturbed(name);
        Assert.That(IsKilled(name, call, number), Is.True, "the command was over before");
        RequireTakenUp(name, $"{call} {number}", expected);
    }

    [TestCaseSource(nameof(Cases))]
    [Explicit("some minutes for each case")]
    public void Command_KilledAtEachCall_IsTakenUpByTheSameCommand(string name)
    {
        RequireStrace();
        var (expected, kills) = (Undisturbed(name), 0);
        foreach (var call in Calls)
        {
            for (var number = 1; IsKilled(name, call, number); number++, kills++)
                RequireTakenUp(name, $"{call} {number}", expected);
        }
        TestContext.Out.WriteLine($"{name}: {kills} kills, all taken up");
        Assert.That(kills, Is.Positive);
    }

    private Dictionary<string, string> Undisturbed(string name)
    {
        Prepare(name);
        Require(AbmProcess.Run(Line(name)));
        return Tables();
    }

    private bool IsKilled(string name, string call, int number)
    {
        Prepare(name);
        var start = AbmProcess.Start(Line(name));
        var traced = new ProcessStartInfo("strace") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var word in (string[])["-f", "-qq", "-o", "/dev/null", "-e", $"trace={call}", "-e", $"inject={call}:signal=SIGKILL:when={number}", start.FileName, .. start.ArgumentList])
            traced.ArgumentList.Add(word);
        var (code, _, error) = AbmProcess.Run(traced);
        Assert.That(code, Is.Zero.Or.EqualTo(137), $"{name}, {call} {number}: {error}");
        return code == 137;
    }

    private void RequireTakenUp(string name, string kill, Dictionary<string, string> expected)
    {
        var (code, _, error) = AbmProcess.Run(Line(name));
        Assert.That(code, Is.Zero, $"{name}, killed at {kill}: {error}");
        Assert.That(Tables(), Is.EqualTo(expected), $"{name}, killed at {kill}");
    }

    private void Prepare(string name)
    {
        if (Directory.Exists(Results))
            Directory.Delete(Results, recursive: true);
        var before = Path.Combine(folder, "before-" + name);
        if (!Directory.Exists(before))
        {
            foreach (var line in Before(name))
                Require(AbmProcess.Run(line));
            if (Directory.Exists(Results))
                Directory.Move(Results, before);
            else
                Directory.CreateDirectory(before);
        }
        foreach (var path in Directory.GetFiles(before, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(Results, Path.GetRelativePath(before, path));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(path, copy);
        }
    }

    private string[][] Before(string name) => name switch
    {
        "force" => [["run", Config("other"), "--out", Results], ["analyse", Results]],
        "grow" => [["run", Config("this"), "--out", Results]],
        "calibrate --force" => [["calibrate", Config("other-search"), "--out", Results]],
        "merge" => [["submit", Config("this"), "--on", "slurm", "--dry-run", "--out", Results], ["run-chunk", Results, "--chunk", "1/2"], ["run-chunk", Results, "--chunk", "2/2"]],
        _ => [],
    };

    private string[] Line(string name) => name switch
    {
        "create" => ["run", Config("this"), "--out", Results],
        "force" => ["run", Config("this"), "--force", "--out", Results],
        "grow" => ["resume", Results, "--replications", "3"],
        "calibrate" => ["calibrate", Config("search"), "--out", Results],
        "calibrate --force" => ["calibrate", Config("search"), "--force", "--out", Results],
        "judge" => ["judge", Config("hypothesis"), "--out", Results],
        "merge" => ["merge", Results],
        _ => ["submit", Config("this"), "--on", "slurm", "--dry-run", "--out", Results],
    };

    /// <summary>Every reproducible file, with its content; nothing else may be left.</summary>
    private Dictionary<string, string> Tables() => Directory.GetFiles(Results, "*", SearchOption.AllDirectories)
        .Where(path => Path.GetFileName(path) is not ("ledger.db" or "timings.csv" or "manifest.json" or "calibration.json"))
        .ToDictionary(path => Path.GetRelativePath(Results, path), File.ReadAllText);

    private static void RequireStrace()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("strace", ["-f", "-qq", "-o", "/dev/null", "true"]) { RedirectStandardError = true })!;
            process.WaitForExit();
            if (process.ExitCode != 0)
                Assert.Ignore("skipped: strace may not trace here");
        }
        catch (Win32Exception)
        {
            Assert.Ignore("skipped: there is no strace");
        }
    }

    private static void Require((int Code, string Out, string Error) ended) => Assert.That(ended.Code, Is.Zero, ended.Error);

    private string Config(string name) => Path.Combine(folder, name + ".yaml");

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(folder, name), text);
}
