using System.Diagnostics;

namespace Commands.Tests;

/// <summary>What is asked of Slurm, seen by programs that stand in for it.</summary>
public sealed class SubmitTests
{
    private string folder = "";

    private string Results => Path.Combine(folder, "results");

    private string Programs => Path.Combine(folder, "bin");

    [SetUp]
    public void MakeFolder()
    {
        if (OperatingSystem.IsWindows())
            Assert.Ignore("skipped: Slurm is not for Windows");
        folder = Directory.CreateTempSubdirectory("abm-submit-").FullName;
        Directory.CreateDirectory(Programs);
        File.WriteAllText(Path.Combine(folder, "grid.yaml"), "model: schelling\nreplications: 12\nticks: 5\nslurm: {partition: short}\n");
    }

    [TearDown]
    public void RemoveFolder()
    {
        if (folder.Length > 0)
            Directory.Delete(folder, recursive: true);
    }

    [Test]
    public void Submit_Study_HandsInAnArrayWithinTheLimitAndAMergeAfterIt()
    {
        StandIn();
        var (code, output, error) = Submit("--tasks", "9", "--", "--qos", "low");
        Assert.That(code, Is.Zero, error);
        Assert.That(output, Does.Contain("Job 101: an array of 4 tasks (the controller allows arrays of 4, not 9) for 12 runs. Job 102 merges them"));
        Assert.That(File.ReadAllLines(Path.Combine(folder, "sbatch.log")), Is.EqualTo(new[]
        {
            $"--parsable --qos low {Results}/slurm/array.sh",
            $"--parsable --qos low --dependency=afterany:101 {Results}/slurm/merge.sh",
        }));
        var script = File.ReadAllText(Path.Combine(Results, "slurm", "array.sh"));
        Assert.That(script, Does.Contain("#SBATCH --array=1-4\n").And.Contain("#SBATCH --partition=short\n").And.Match(@"exec \S*dotnet \S*abm\.dll run-chunk "));
    }

    [Test]
    public void Submit_WhileJobsAreInTheQueue_IsRefusedAndResumeSubmitsTheRestInTheSameWayAfterwards()
    {
        StandIn();
        Submit("--tasks", "2", "--abm", "/opt/abm", "--", "--qos", "low");
        Program("squeue", "echo 105 101");
        Assert.That(Submit().Error, Is.EqualTo("Job 101 of this study is still in the queue: wait for it, or end it with scancel 101.\n"));
        Program("squeue", "true");
        Assert.That(AbmProcess.Run("run-chunk", Results, "--chunk", "1/2").ExitCode, Is.Zero);
        var (code, output, error) = Abm("resume", Results, "--on", "slurm", "--abm", "/opt/abm", "--", "--nice");
        Assert.That(code, Is.Zero, error);
        Assert.That(output, Does.StartWith("6 runs of earlier tasks were merged first.\nJob 103: an array of 2 tasks for 6 runs."));
        Assert.That(File.ReadAllText(Path.Combine(Results, "slurm", "runs.txt")), Is.EqualTo("2 4 6 8 10 12\n"));
        Assert.That(File.ReadAllText(Path.Combine(folder, "sbatch.log")), Does.Contain($"--parsable --qos low --nice {Results}/slurm/array.sh"));
        Assert.That(File.ReadAllText(Path.Combine(Results, "slurm", "array.sh")), Does.Contain("exec /opt/abm run-chunk ").And.Contain("#SBATCH --partition=short\n"));
    }

    [Test]
    public void Submit_RefusedBySbatch_SaysWhyAndExitsWith2()
    {
        StandIn();
        Program("sbatch", "echo 'sbatch: error: invalid partition specified: short' >&2; echo 'sbatch: error: Batch job submission failed: Invalid partition name specified' >&2; exit 1");
        var (code, output, error) = Submit();
        Assert.That((code, output), Is.EqualTo((2, "")));
        Assert.That(error, Is.EqualTo("sbatch: invalid partition specified: short; Batch job submission failed: Invalid partition name specified\n"));
    }

    [Test]
    public void Submit_WhereThereIsNoSlurm_SaysSoAndExitsWith2()
    {
        var (code, output, error) = Submit();
        Assert.That((code, output), Is.EqualTo((2, "")));
        Assert.That(Directory.Exists(Results), Is.False);
        Assert.That(error, Does.StartWith("scontrol: is not found: this machine has no Slurm, or its commands are not on the PATH. With --dry-run"));
    }

    [Test]
    public void Submit_DryRunWhereThereIsNoSlurm_ShowsTheScripts()
    {
        var (code, output, error) = Submit("--dry-run");
        Assert.That(code, Is.Zero, error);
        Assert.That(output, Does.Contain("#SBATCH --array=1-1\n").And.Contain("# Nothing was submitted."));
    }

    [TestCase("-USR1", 0)]
    [TestCase("-TERM", 143)]
    public void RunChunk_Signal_StoresWhatIsOverAndGoesOnLater(string signal, int expected)
    {
        File.WriteAllText(Path.Combine(folder, "grid.yaml"), "model: schelling\nreplications: 400\nticks: 200\nmeasures: {every: 50}\n");
        Assert.That(Submit("--dry-run").ExitCode, Is.Zero);
        using var process = Process.Start(AbmProcess.Start("run-chunk", Results, "--chunk", "1/1", "--threads", "1"))!;
        var error = process.StandardError.ReadToEndAsync();
        var ledger = new FileInfo(Path.Combine(Results, "shards", "1-of-1", "ledger.db"));
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < TimeSpan.FromSeconds(60) && !(ledger.Exists && ledger.Length > 30_000); ledger.Refresh())
            Thread.Sleep(20);
        using (var kill = Process.Start("kill", [signal, $"{process.Id}"]))
            kill.WaitForExit();
        var hasEnded = process.WaitForExit(TimeSpan.FromSeconds(30));
        if (!hasEnded)
            process.Kill();
        Assert.That(hasEnded, Is.True, "abm goes on after the signal");
        Assert.That(process.ExitCode, Is.EqualTo(expected), error.Result);
        Assert.That(error.Result, Does.Match(@"Shard 1-of-1: [1-9][0-9]* of 400 runs are stored\.\nStopped before the other [0-9]+"));
        Assert.That(File.Exists(Path.Combine(Results, "shards", "1-of-1", ".lock")), Is.False);
    }

    [TestCase("submit grid.yaml", "abm submit: say where to: --on slurm")]
    [TestCase("submit grid.yaml --on slrum", "--on: there is no scheduler 'slrum'; did you mean 'slurm'?")]
    [TestCase("submit grid.yaml --on slurm --tasks 0", "--tasks: '0' is not an integer from 1 to 1000000")]
    [TestCase("submit grid.yaml --on slurm --tsks 3", "abm submit: there is no option '--tsks'; did you mean '--tasks'?")]
    [TestCase("submit grid.yaml --on slurm low", "-- low: is no option of sbatch")]
    [TestCase("submit grid.yaml --on slurm -- --array=3", "-- --array=3: cannot be set")]
    [TestCase("resume nowhere --tasks 3", "--tasks: says how to use a cluster, and none is named: say --on slurm too")]
    [TestCase("resume nowhere -- --qos=low", "--: says how to use a cluster, and none is named")]
    [TestCase("resume nowhere --on slurm", "There is no directory ")]
    [TestCase("resume nowhere --on slurm --threads 4", "--threads: cannot be had together with --on: give each task its threads with -- --cpus-per-task=N")]
    [TestCase("resume nowhere --on slurm --max-failures 4", "--max-failures: cannot be had together with --on")]
    [TestCase("resume nowhere --on slurm --gzip", "--gzip: cannot be had together with --on")]
    [TestCase("run grid.yaml -- --qos=low", "abm run: there is no option '--qos=low'")]
    [TestCase("run-chunk nowhere", "abm run-chunk: Option '--chunk' is required.")]
    [TestCase("run-chunk nowhere --chunk 4/3", "--chunk: '4/3' is no share: write k/K, such as 3/40")]
    [TestCase("run-chunk nowhere --chunk 1/3 --shard ../x", "--shard: '../x' is not the name of a shard")]
    [TestCase("run-chunk nowhere --chunk 1/3", "There is no directory ")]
    [TestCase("merge nowhere", "There is no directory ")]
    public void Abm_BadInput_ExitsWith2AndSaysWhatIsWrong(string arguments, string expected)
    {
        var words = arguments.Split(' ').Select(word => word == "grid.yaml" ? Path.Combine(folder, word) : word);
        var screen = Screen.OfRealModels([.. words]);
        Assert.That(screen.Error, Does.StartWith(expected));
        Assert.That((screen.ExitCode, screen.Out), Is.EqualTo((2, "")));
    }

    /// <summary>A controller that allows arrays of four, an empty queue, and an sbatch that counts from 101.</summary>
    private void StandIn()
    {
        Program("scontrol", "echo 'MaxArraySize            = 5'; echo 'MaxJobCount             = 10000'");
        Program("squeue", "true");
        Program("sbatch", $"test -z \"$SLURM_JOB_ID\" || exit 9; echo \"$*\" >> '{folder}/sbatch.log'; echo $((100 + $(wc -l < '{folder}/sbatch.log')))");
    }

    private void Program(string name, string script)
    {
        var path = Path.Combine(Programs, name);
        File.WriteAllText(path, $"#!/bin/sh\nPATH=/usr/bin:/bin\n{script}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private (int ExitCode, string Out, string Error) Submit(params string[] more) =>
        Abm(["submit", Path.Combine(folder, "grid.yaml"), "--on", "slurm", "--out", Results, .. more]);

    private (int ExitCode, string Out, string Error) Abm(params string[] arguments)
    {
        var start = AbmProcess.Start(arguments);
        // Nothing but the stand-ins is on the path.
        start.FileName = Environment.ProcessPath is { } path && Path.GetFileName(path) == "dotnet" ? path : Dotnet();
        start.Environment["PATH"] = Programs;
        start.Environment["SLURM_JOB_ID"] = "99";
        return AbmProcess.Run(start);
    }

    private static string Dotnet() =>
        Environment.GetEnvironmentVariable("PATH")!.Split(':').Select(one => Path.Combine(one, "dotnet")).First(File.Exists);
}
