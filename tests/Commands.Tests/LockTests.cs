using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Win32Exception = System.ComponentModel.Win32Exception;

namespace Commands.Tests;

/// <summary>
/// Two processes never write one directory, whatever is done to clocks, numbers of processes and system calls. A writer
/// that is stopped is as alive as any: so a test has all the time that a busy machine takes.
/// </summary>
[Platform("Linux")]
[Category(Faults.Category)]
public sealed class LockTests
{
    private static readonly string[] Tables = ["design.csv", "runs.csv", "ticks.csv", "events.csv"];

    private static readonly string[] Steps = ["-3600s", "-5s", "-1s", "+1s", "+5s", "+3600s", "+40d", "-3y"];

    private readonly List<Process> started = [];
    private string folder = "";

    private string Results => Path.Combine(folder, "results");

    private string Config => Path.Combine(folder, "sweep.yaml");

    [SetUp]
    public void MakeFolder()
    {
        folder = Directory.CreateTempSubdirectory("abm-lock-").FullName;
        File.WriteAllText(Config, "model: boltzmann\nreplications: 1000\nticks: 20\nmeasures: {every: 2}\nparameters: {agents: 100}\n");
    }

    [TearDown]
    public void RemoveFolder()
    {
        foreach (var process in started.Where(process => !process.HasExited))
            process.Kill();
        started.ForEach(process => process.Dispose());
        started.Clear();
        Directory.Delete(folder, recursive: true);
    }

    [Test]
    public void TheWallClockIsStepped_StatusAndASecondRunLeaveTheWriterAlone()
    {
        var writer = Stopped();
        for (var look = 0; look < 2; look++)
        {
            var status = Other(["faketime", "-f", "+5s"], "status", Results);
            Assert.That(status.ExitCode, Is.EqualTo(1), status.Error);
            Assert.That(status.Out, Does.Contain($"written by: process {writer.Id} on"));
        }
        var second = Other(["faketime", "-f", "+5s"], "run", Config, "--out", Results);
        IsRefused(second, writer);
        GoesOnAsIfAlone(writer);
    }

    /// <summary>Under a writer, a reader and a second writer, each with a step of its own.</summary>
    [Test]
    public void TheWallClockIsSteppedAtAnyMoment_TheWriterGoesOnAndNobodyElseGetsIn()
    {
        var (library, clock, dice) = (FakeTime(), Path.Combine(folder, "clock"), new Random(Faults.IsWhole ? Environment.TickCount : 7));
        for (var number = 0; number < Faults.Tries(2, 50); number++)
        {
            string[] steps = [.. Enumerable.Range(0, 3).Select(_ => Steps[dice.Next(Steps.Length)])];
            Faults.Try("the wall clock stepped at a random moment", "run, status, a second run", () =>
            {
                started.ForEach(process => process.Kill());
                started.ForEach(process => process.WaitForExit());
                if (Directory.Exists(Results))
                    Directory.Delete(Results, recursive: true);
                File.WriteAllText(clock, "+0");
                var writer = Start(["env", library, $"FAKETIME_TIMESTAMP_FILE={clock}", "FAKETIME_NO_CACHE=1", "FAKETIME_DONT_FAKE_MONOTONIC=1", "DONT_FAKE_MONOTONIC=1"], "run", Config, "--out", Results);
                AbmProcess.Await(writer, () => File.Exists(Path.Combine(Results, "manifest.json")) && AbmProcess.IsWriter(writer, Results));
                Thread.Sleep(dice.Next(300));
                File.WriteAllText(clock, steps[0]);
                var status = Other(["faketime", "-f", steps[1]], "status", Results);
                Assert.That(status.ExitCode, Is.InRange(0, 1), status.Error);
                var second = Other(["faketime", "-f", steps[2]], "run", Config, "--out", Results);
                Assert.That(second.ExitCode == 0 || second.Error.Contains($"is in use by process {writer.Id} on", StringComparison.Ordinal), Is.True, $"{string.Join(' ', steps)}: {second.Error}");
                writer.WaitForExit();
                Assert.That(writer.ExitCode, Is.Zero, string.Join(' ', steps));
                IsAsIfAlone();
                return Fate.AsUndisturbed;
            });
        }
    }

    [Test]
    public void InAnotherPidNamespace_ASecondRunIsRefused()
    {
        var writer = Stopped();
        var second = Other(["unshare", "--fork", "--pid", "--mount-proc"], "run", Config, "--out", Results);
        if (second.Error.Contains("not permitted", StringComparison.Ordinal))
            Assert.Ignore("unshare needs more rights than this user has");
        IsRefused(second, writer);
        GoesOnAsIfAlone(writer);
    }

    [Test]
    public void OnAFileSystemWithoutLocks_ASecondRunIsRefused()
    {
        const string Without = "DOTNET_SYSTEM_IO_DISABLEFILELOCKING=1";
        var writer = Stopped("env", Without);
        var second = Other(["env", Without], "run", Config, "--out", Results);
        IsRefused(second, writer);
        GoesOnAsIfAlone(writer);
    }

    [Test]
    public void TwoStartersHeldUpInTheirSystemCalls_OneOfThemRuns()
    {
        // The first has the lock and is slow to give its name; the second comes right then.
        var first = Start(["strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=rename", "-e", "inject=rename:delay_enter=1500000:when=1"], "run", Config, "--out", Results);
        AbmProcess.Await(first, () => File.Exists(Path.Combine(Results, ".lock")));
        var second = Other(["strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=rename", "-e", "inject=rename:delay_exit=1500000:when=1"], "run", Config, "--out", Results);
        first.WaitForExit();
        // Where the machine is so busy that the first was over by then, the second finds all done.
        Assert.That((first.ExitCode, second.ExitCode), Is.EqualTo((0, 2)).Or.EqualTo((0, 0)), second.Error);
        IsAsIfAlone();
    }

    [Test]
    public void FourStartersAtOnce_NoneBreaksWhatAnotherDoes()
    {
        var four = Enumerable.Range(0, 4).Select(_ => Start([], "run", Config, "--out", Results)).ToList();
        four.ForEach(process => process.WaitForExit());
        var codes = four.Select(process => process.ExitCode).ToList();
        Assert.That(codes, Has.Some.Zero);
        Assert.That(codes, Has.All.AnyOf(0, 2));
        IsAsIfAlone();
    }

    [Test]
    public void AfterAKill_ResumeGoesOnAtOnce()
    {
        var writer = Stopped();
        writer.Kill();
        writer.WaitForExit();
        Assert.That(File.Exists(Path.Combine(Results, ".lock.owner")), Is.True, "nothing was left to judge");
        var resumed = Other([], File.Exists(Path.Combine(Results, "manifest.json")) ? ["resume", Results] : ["run", Config, "--out", Results]);
        Assert.That(resumed.ExitCode, Is.Zero, resumed.Error);
        Assert.That(resumed.Error, Does.Not.Contain("watched"));
        IsAsIfAlone();
    }

    [Test]
    public void CommandsThatOnlyRead_LeaveTheDirectoryAsItIs()
    {
        File.WriteAllText(Config, "model: herd\nreplications: 3\n");
        Assert.That(Screen.Of("run", Config, "--out", Results).ExitCode, Is.Zero);
        string[][] commands = [["status", Results], ["verify", Results], ["replay", Results, "1"], ["analyse", Results], ["export", Results, "--to", "parquet"]];
        // The first time two of them make their folders.
        foreach (var command in commands)
            Assert.That(Screen.Of(command).ExitCode, Is.Zero, command[0]);
        var before = DateTime.UnixEpoch;
        Directory.SetLastWriteTimeUtc(Results, before);
        foreach (var command in commands)
        {
            Assert.That(Screen.Of(command).ExitCode, Is.Zero, command[0]);
            Assert.That(Directory.GetLastWriteTimeUtc(Results), Is.EqualTo(before), $"abm {command[0]} made or removed a file there");
        }
    }

    /// <summary>The setting by which faketime gets into a process, for one whose clock is to be changed as it runs.</summary>
    private static string FakeTime()
    {
        try
        {
            return "LD_PRELOAD=" + AbmProcess.Run(new ProcessStartInfo("faketime", ["-f", "+0", "printenv", "LD_PRELOAD"]) { RedirectStandardOutput = true, RedirectStandardError = true }).Out.Trim();
        }
        catch (Win32Exception)
        {
            Assert.Ignore("skipped: faketime is not installed");
            throw;
        }
    }

    /// <summary>A writer that has the directory, stopped.</summary>
    private Process Stopped(params string[] before)
    {
        var writer = Start(before, "run", Config, "--out", Results, "--threads", "1");
        AbmProcess.Await(writer, () => File.Exists(Path.Combine(Results, "manifest.json")) && AbmProcess.IsWriter(writer, Results));
        Signal(writer, "STOP");
        Assert.That(writer.HasExited, Is.False, "the sweep is too short to be stopped");
        return writer;
    }

    private static void IsRefused((int ExitCode, string Out, string Error) second, Process writer)
    {
        Assert.That(second.ExitCode, Is.EqualTo(2), second.Error);
        Assert.That(second.Error, Does.Contain($"is in use by process {writer.Id} on"));
    }

    private void GoesOnAsIfAlone(Process writer)
    {
        Signal(writer, "CONT");
        writer.WaitForExit();
        Assert.That(writer.ExitCode, Is.Zero, "the writer was disturbed");
        IsAsIfAlone();
    }

    /// <summary>The tables are those of a study that had its directory for itself.</summary>
    private void IsAsIfAlone()
    {
        var alone = Path.Combine(folder, "alone");
        Assert.That(Screen.OfRealModels("run", Config, "--out", alone).ExitCode, Is.Zero);
        Assert.That(Tables.Select(name => Hash(Results, name)), Is.EqualTo(Tables.Select(name => Hash(alone, name))));
        Assert.That(Directory.EnumerateFiles(Results).Select(Path.GetFileName), Is.EquivalentTo(Directory.EnumerateFiles(alone).Select(Path.GetFileName)), "something was left behind");
    }

    private static string Hash(string directory, string name) =>
        File.Exists(Path.Combine(directory, name)) ? Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(Path.Combine(directory, name)))) : "";

    private static void Signal(Process process, string name) =>
        Process.Start("kill", [$"-{name}", process.Id.ToString(CultureInfo.InvariantCulture)])!.WaitForExit();

    private static (int ExitCode, string Out, string Error) Other(string[] before, params string[] arguments) => AbmProcess.Run(Info(before, arguments));

    /// <summary>A process whose words nobody waits for.</summary>
    private Process Start(string[] before, params string[] arguments)
    {
        try
        {
            var process = Process.Start(Info(before, arguments))!;
            started.Add(process);
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            return process;
        }
        catch (Win32Exception)
        {
            Assert.Ignore($"skipped: {before[0]} is not installed");
            throw;
        }
    }

    /// <summary>The command, started by another program that changes what it sees of the system.</summary>
    private static ProcessStartInfo Info(string[] before, params string[] arguments)
    {
        var abm = AbmProcess.Start(arguments);
        if (before.Length == 0)
            return abm;
        var start = new ProcessStartInfo(before[0], [.. before[1..], abm.FileName, .. abm.ArgumentList]) { RedirectStandardOutput = true, RedirectStandardError = true };
        return start;
    }
}
