using System.Diagnostics;
using System.Globalization;

namespace Commands.Tests;

/// <summary>A signal ends a command soon, whatever it is at, and what is stored by then is gone on with.</summary>
[Category(Faults.Category)]
public sealed class SignalTests
{
    /// <summary>Two seconds are promised; a machine that is busy with other tests takes longer to notice anything.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    private string folder = "";

    [SetUp]
    public void MakeFolder()
    {
        if (OperatingSystem.IsWindows())
            Assert.Ignore("skipped: signals need a Unix");
        folder = Directory.CreateTempSubdirectory("abm-signal-").FullName;
    }

    [TearDown]
    public void RemoveFolder() => Directory.Delete(folder, recursive: true);

    /// <summary>Minutes of work for each of them.</summary>
    [TestCase("check", "model: elites\ndesign: {method: random, points: 3000000, factors: {coup.launch: {min: 0.2, max: 0.6}}}")]
    [TestCase("run", "model: boltzmann\ndesign: {method: latin_hypercube, points: 3000, maximin: 5000, factors: {mean_wealth: {min: 1, max: 1000}, agents: {min: 10, max: 1000}}}")]
    public void Abm_SignalWhileAConfigIsRead_EndsSoon(string command, string text)
    {
        var (code, _) = Signalled("-TERM", process => process.UserProcessorTime > TimeSpan.FromSeconds(0.7), command, Config(text));
        Assert.That(code, Is.EqualTo(143));
    }

    /// <summary>Neither the making of so large a model nor a tick of it looks at anything but itself.</summary>
    [TestCase("-TERM", 143)]
    [TestCase("-INT", 130)]
    public void Abm_SignalInALargeModel_EndsSoonAndCanBeResumed(string signal, int expected)
    {
        var config = Config("model: elites\nticks: 100\nparameters: {population.agents: 400000}\nmeasures: {model: []}");
        var (code, error) = Signalled(signal, _ => File.Exists(Out("ledger.db")) && File.Exists(Out("manifest.json")), "run", config, "--out", Out(), "--threads", "1");
        Assert.That(code, Is.EqualTo(expected), error);
        Assert.That(Run("status", Out()).Out + Run("status", Out()).Error, Does.Contain("abm resume " + Out()));
    }

    /// <summary>The tables are left to resume where they take longer than the moment that is left.</summary>
    [Test]
    public void Abm_SignalWhileTablesAreWritten_LeavesThemToResume()
    {
        var config = Config("model: boltzmann\nreplications: 1500\nticks: 400\nparameters: {agents: 10}");
        var (code, error) = Signalled("-TERM", _ => File.Exists(Out("ticks.csv.partial")) || File.Exists(Out("runs.csv")), "run", config, "--out", Out());
        Assert.That(code, Is.EqualTo(143).Or.EqualTo(0), error);
        Assert.That(Run("resume", Out()).ExitCode, Is.Zero);
        Assert.That(Run("run", config, "--out", Out("undisturbed")).ExitCode, Is.Zero);
        foreach (var name in new[] { "runs.csv", "ticks.csv" })
            Assert.That(File.ReadAllBytes(Out(name)), Is.EqualTo(File.ReadAllBytes(Out(Path.Combine("undisturbed", name)))), name);
    }

    [Test]
    public void Abm_SignalWhileAResultIsAnalysed_EndsSoon()
    {
        var config = Config("model: boltzmann\nticks: 2\nparameters: {agents: 10}\ndesign: {method: random, points: 15000, factors: {mean_wealth: {min: 1, max: 1000}}}");
        Assert.That(Run("run", config, "--out", Out()).ExitCode, Is.Zero);
        var (code, error) = Signalled("-TERM", process => process.UserProcessorTime > TimeSpan.FromSeconds(0.7), "analyse", Out());
        Assert.That(code, Is.EqualTo(143), error);
        Assert.That(Run("analyse", Out()).ExitCode, Is.Zero);
    }

    [Test]
    public void Abm_SignalWhileCalibrating_EndsSoonAndGoesOn()
    {
        var config = Config("""
            model: boltzmann
            ticks: 3000
            parameters: {agents: 2000}
            calibration: {method: rejection, particles: 10, quantile: 0.5, batch: 5, predictive: 2, targets: {g: {mean: gini, value: 0.5, tolerance: 0.1}}, parameters: {mean_wealth: {min: 1, max: 100}}}
            """);
        var (code, error) = Signalled("-TERM", _ => Directory.Exists(Out()) && Directory.EnumerateFiles(Out(), "ledger.db", SearchOption.AllDirectories).Any(), "calibrate", config, "--out", Out());
        Assert.That(code, Is.EqualTo(143), error);
        Assert.That(Directory.EnumerateFileSystemEntries(Out()), Is.Not.Empty);
    }

    [Test]
    public void Abm_SignalWhileJudging_EndsSoon()
    {
        var config = Path.Combine(Repository.Root, "configs", "elites", "hypotheses", "H01.yaml");
        var (code, error) = Signalled("-TERM", _ => Directory.Exists(Out()) && Directory.EnumerateFiles(Out(), "ledger.db", SearchOption.AllDirectories).Any(), "judge", config, "--out", Out(), "--replications", "5000");
        Assert.That(code, Is.EqualTo(143), error);
    }

    /// <summary>For fifteen seconds whoever takes a directory looks whether its last writer, on another machine, still writes.</summary>
    [TestCase("run")]
    [TestCase("calibrate")]
    [TestCase("judge")]
    [TestCase("submit")]
    [TestCase("merge")]
    [TestCase("run-chunk")]
    public void Abm_SignalWhileAWriterElsewhereIsWatchedFor_HasSaidWhyItWaitsAndEndsSoon(string command)
    {
        var config = Config("model: boltzmann\nticks: 2\nparameters: {agents: 10}\n" + command switch
        {
            "calibrate" => "calibration: {method: rejection, particles: 2, quantile: 0.5, batch: 4, predictive: 2, targets: {g: {mean: gini, value: 0.5, tolerance: 0.1}}, parameters: {mean_wealth: {min: 1, max: 100}}}\n",
            "judge" => "hypothesis: {id: P1, statement: It is so., source: assumed, kind: construction, fails_if: It is not., contrasts: {g: {weights: {baseline: 1}, mean: gini, predict: positive, relevant: 0.1}}}\n",
            _ => "",
        });
        if (command is "merge" or "run-chunk")
            Assert.That(Screen.OfRealModels("submit", config, "--on", "slurm", "--dry-run", "--out", Out()).ExitCode, Is.Zero);
        var taken = command == "run-chunk" ? Out(Path.Combine("shards", "1-of-1")) : Out();
        Directory.CreateDirectory(taken);
        File.WriteAllText(Path.Combine(taken, ".lock.owner"), "far-away\nof-another-boot\npid:[1]\n17\n5\n2026-01-01T00:00:00.0000000Z\ntoken\n0000000000000000000\n");
        string[] line = command switch
        {
            "merge" => [command, Out()],
            "run-chunk" => [command, Out(), "--chunk", "1/1"],
            "submit" => [command, config, "--on", "slurm", "--dry-run", "--out", Out()],
            _ => [command, config, "--out", Out()],
        };
        var kernel = new FileInfo(Path.Combine(taken, ".lock"));
        var (code, error) = Signalled("-TERM", _ => { kernel.Refresh(); return kernel.Exists && DateTime.UtcNow - kernel.CreationTimeUtc > TimeSpan.FromSeconds(0.5); }, line);
        Assert.That(code, Is.EqualTo(143), error);
        Assert.That(error, Does.StartWith($"note: {taken}").And.Contain("names process 17 on far-away since 2026-01-01 00:00:00 UTC: whether that one still writes is watched for 15 seconds."));
    }

    /// <summary>Sends a signal once there is a sign that a command is where it is to be met; gives how it ended and what it said.</summary>
    private static (int ExitCode, string Error) Signalled(string signal, Func<Process, bool> isThere, params string[] arguments)
    {
        using var process = Process.Start(AbmProcess.Start(arguments))!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        while (!process.HasExited && !isThere(process))
        {
            Thread.Sleep(10);
            process.Refresh();
        }
        Assert.That(process.HasExited, Is.False, () => $"abm was over before the signal came: {error.Result}");
        Process.Start("kill", [signal, process.Id.ToString(CultureInfo.InvariantCulture)]).WaitForExit();
        var clock = Stopwatch.StartNew();
        var hasEnded = process.WaitForExit(Patience);
        TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{clock.Elapsed.TotalSeconds:0.00} s from the signal to the end"));
        if (!hasEnded)
            process.Kill();
        Faults.Try("SIGTERM or SIGINT", "check, run, analyse, calibrate, judge", () =>
        {
            Assert.That(hasEnded, Is.True, "abm goes on after the signal");
            return Fate.Mended;
        });
        _ = output.Result;
        return (process.ExitCode, error.Result);
    }

    private static (int ExitCode, string Out, string Error) Run(params string[] arguments) => AbmProcess.Run(arguments);

    private string Out(string name = "") => name.Length == 0 ? Path.Combine(folder, "out") : Path.Combine(folder, "out", name);

    private string Config(string text)
    {
        var path = Path.Combine(folder, "signal.yaml");
        File.WriteAllText(path, text);
        return path;
    }
}
