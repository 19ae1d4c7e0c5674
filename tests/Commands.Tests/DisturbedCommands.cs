using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Commands.Tests;

/// <summary>Commands that write a directory, each with what stands there before, so that a disturbed one can be compared with one that nothing disturbed.</summary>
[Platform("Linux")]
[Category(Faults.Category)]
public abstract partial class DisturbedCommands
{
    /// <summary>How the rows of the table say what was disturbed.</summary>
    protected const string All = "run, --force, resume, calibrate, judge, analyse, export, merge, submit";

    protected static readonly string[] Commands = ["create", "force", "grow", "calibrate", "calibrate --force", "judge", "analyse", "export", "merge", "submit"];

    private readonly Dictionary<string, Dictionary<string, string>> undisturbed = [];

    private string folder = "";

    protected string Results => Path.Combine(folder, "results");

    private string Trace => Path.Combine(folder, "trace");

    [OneTimeSetUp]
    public void WriteConfigs()
    {
        RequireStrace();
        folder = Directory.CreateTempSubdirectory("abm-disturbed-").FullName;
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
    public void Clear()
    {
        if (folder.Length > 0)
            Directory.Delete(folder, recursive: true);
    }

    /// <summary>What a command leaves that nothing disturbs.</summary>
    protected Dictionary<string, string> Undisturbed(string command)
    {
        if (!undisturbed.TryGetValue(command, out var tables))
        {
            Prepare(command);
            AbmProcess.Finish(Line(command));
            undisturbed.Add(command, tables = Tables());
        }
        return tables;
    }

    /// <summary>The calls that a command makes which nothing disturbs.</summary>
    /// <param name="command">The command.</param>
    /// <param name="calls">Their names, separated by commas.</param>
    /// <returns>Each by its name, its number among those of its name in its thread, and the paths in it.</returns>
    private protected List<SystemCall> Traced(string command, string calls)
    {
        Prepare(command);
        var (code, _, error) = UnderStrace(command, "-y", "-e", $"trace={calls}");
        Assert.That(code, Is.Zero, error);
        undisturbed.TryAdd(command, Tables());
        var numbers = new Dictionary<(string Thread, string Name, bool IsHere), int>();
        var made = new List<SystemCall>();
        foreach (var line in File.ReadLines(Trace))
        {
            if (Call().Match(line) is not { Success: true } match)
                continue;
            var paths = Quoted().Matches(line).Select(one => one.Groups[1].Value).Where(path => path.StartsWith(Results, StringComparison.Ordinal) && !RandomName().IsMatch(path)).ToList();
            var (thread, name) = (match.Groups[1].Value, match.Groups[2].Value);
            var number = numbers[(thread, name, true)] = numbers.GetValueOrDefault((thread, name, true)) + (paths.Count > 0 ? 1 : 0);
            var among = numbers[(thread, name, false)] = numbers.GetValueOrDefault((thread, name, false)) + 1;
            if (line.Contains(Results, StringComparison.Ordinal))
                made.Add(new SystemCall(name, among, paths.Count > 0 ? number : 0, paths, line));
        }
        return made;
    }

    /// <summary>Starts a command from what stands before it, with something done to its system calls.</summary>
    /// <returns>How it ended, and whether that was done.</returns>
    protected (int ExitCode, string Error, bool IsDisturbed) Disturb(string command, string injection, IEnumerable<string>? paths = null)
    {
        Prepare(command);
        var call = injection[..injection.IndexOf(':', StringComparison.Ordinal)];
        var (code, _, error) = UnderStrace(command, [.. (paths ?? []).SelectMany(path => new[] { "-P", path }), "-e", $"trace={call}", "-e", $"inject={injection}"]);
        return (code, error, File.ReadAllText(Trace).Contains("(INJECTED)", StringComparison.Ordinal));
    }

    /// <summary>The same command once more leaves what an undisturbed one does.</summary>
    protected void RequireTakenUp(string command, string disturbance)
    {
        var (code, _, error) = AbmProcess.Run(Line(command));
        Assert.That(code, Is.Zero, $"{command}, after {disturbance}: {error}");
        RequireRight(command, disturbance);
    }

    /// <summary>What stands there is what an undisturbed command leaves.</summary>
    protected void RequireRight(string command, string disturbance) =>
        Assert.That(Tables(), Is.EqualTo(Undisturbed(command)), $"{command}, after {disturbance}");

    private (int ExitCode, string Out, string Error) UnderStrace(string command, params string[] options)
    {
        var start = AbmProcess.Start(Line(command));
        // Patient, and told from a kill by 124.
        string[] words = ["-k", "10", "300", "strace", "-f", "-qq", "-o", Trace, .. options, start.FileName, .. start.ArgumentList];
        return AbmProcess.Run(new ProcessStartInfo("timeout", words) { RedirectStandardOutput = true, RedirectStandardError = true });
    }

    private void Prepare(string command)
    {
        if (Directory.Exists(Results))
            Directory.Delete(Results, recursive: true);
        var before = Path.Combine(folder, "before-" + command);
        if (!Directory.Exists(before))
        {
            foreach (var line in Before(command))
                AbmProcess.Finish(line);
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

    private string[][] Before(string command) => command switch
    {
        "force" => [["run", Config("other"), "--out", Results], ["analyse", Results]],
        "grow" or "analyse" or "export" => [["run", Config("this"), "--out", Results]],
        "calibrate --force" => [["calibrate", Config("other-search"), "--out", Results]],
        "merge" => [["submit", Config("this"), "--on", "slurm", "--dry-run", "--out", Results], ["run-chunk", Results, "--chunk", "1/2"], ["run-chunk", Results, "--chunk", "2/2"]],
        _ => [],
    };

    private string[] Line(string command) => command switch
    {
        "create" => ["run", Config("this"), "--out", Results],
        "force" => ["run", Config("this"), "--force", "--out", Results],
        "grow" => ["resume", Results, "--replications", "3"],
        "calibrate" => ["calibrate", Config("search"), "--out", Results],
        "calibrate --force" => ["calibrate", Config("search"), "--force", "--out", Results],
        "judge" => ["judge", Config("hypothesis"), "--out", Results],
        "analyse" or "merge" => [command, Results],
        "export" => ["export", Results, "--to", "parquet"],
        _ => ["submit", Config("this"), "--on", "slurm", "--dry-run", "--out", Results],
    };

    /// <summary>The hash of every reproducible file; nothing else may be left.</summary>
    private Dictionary<string, string> Tables() => Directory.GetFiles(Results, "*", SearchOption.AllDirectories)
        .Where(path => Path.GetFileName(path) is not ("ledger.db" or "timings.csv" or "timings.parquet" or "manifest.json" or "calibration.json"))
        .ToDictionary(path => Path.GetRelativePath(Results, path), path => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path))));

    private static void RequireStrace()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("strace", ["-f", "-qq", "-o", "/dev/null", "true"]) { RedirectStandardError = true })!;
            process.WaitForExit();
            if (process.ExitCode != 0)
                Assert.Ignore("skipped: strace may not trace here");
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Ignore("skipped: there is no strace");
        }
    }

    private string Config(string name) => Path.Combine(folder, name + ".yaml");

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(folder, name), text);

    [GeneratedRegex(@"^([0-9]+) +([a-z0-9]+)\(")]
    private static partial Regex Call();

    /// <summary>A path in a call, as a word or as what a descriptor stands for.</summary>
    [GeneratedRegex("[\"<](/[^\">]+)[\">]")]
    private static partial Regex Quoted();

    [GeneratedRegex("[0-9a-f]{32}")]
    private static partial Regex RandomName();

    /// <summary>A system call that names a file of a result.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Number">Its number among all of its name in its thread.</param>
    /// <param name="NumberHere">Its number among those of its name in its thread that name a file which has the same name each time; 0 where it does not.</param>
    /// <param name="Paths">Those files.</param>
    /// <param name="Words">All of it.</param>
    private protected sealed record SystemCall(string Name, int Number, int NumberHere, IReadOnlyList<string> Paths, string Words);
}
