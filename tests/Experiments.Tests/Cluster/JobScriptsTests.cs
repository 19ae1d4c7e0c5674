using System.Diagnostics;
using Experiments.Cluster;

namespace Experiments.Tests.Cluster;

/// <summary>The text of the scripts that Slurm runs.</summary>
public sealed class JobScriptsTests
{
    private static readonly Submission Plain = new() { Study = "pond", Runs = 24, Tasks = 3, Abm = ["/opt/abm/abm"] };

    [Test]
    public void Array_PlainStudy_ReadsAsItStandsHere() =>
        Assert.That(new JobScripts(Plain with { Options = [new("partition", "short"), new("exclusive", null)], Setup = ["module load dotnet"], PassedOn = ["--qos", "low"] }, "/data/pond").Array(), Is.EqualTo("""
            #!/bin/bash
            # The runs of pond, 24 in 3 tasks: written by abm, and written again by each abm submit or abm resume --on slurm.
            # Each task does its share of the runs that runs.txt lists and stores them in a shard of its own.
            #SBATCH --job-name=pond
            #SBATCH --array=1-3
            #SBATCH --output=/data/pond/slurm/%A_%a.log
            # A task whose node is lost starts again elsewhere; it goes on after the runs that it had stored.
            #SBATCH --requeue
            # USR1, 60 seconds before the time limit: the task stores what it has and ends.
            #SBATCH --signal=B:USR1@60
            # From the config's slurm section:
            #SBATCH --partition=short
            #SBATCH --exclusive
            # Given to sbatch as well, where it wins: --qos low

            module load dotnet

            # exec, so that signals reach abm itself. The shard's name is new for each attempt: no attempt waits for the lock of a dead one.
            exec /opt/abm/abm run-chunk /data/pond \
              --chunk "$SLURM_ARRAY_TASK_ID/3" --runs /data/pond/slurm/runs.txt \
              --shard "$SLURM_ARRAY_JOB_ID-$SLURM_ARRAY_TASK_ID.${SLURM_RESTART_COUNT:-0}" --threads "${SLURM_CPUS_PER_TASK:-1}"

            """));

    [Test]
    public void Merge_PlainStudy_ReadsAsItStandsHere() =>
        Assert.That(new JobScripts(Plain, "/data/pond").Merge(), Is.EqualTo("""
            #!/bin/bash
            # Puts the shards of pond together when the array is over, whatever became of its tasks, and says what is missing.
            #SBATCH --job-name=pond-merge
            #SBATCH --output=/data/pond/slurm/merge-%j.log
            #SBATCH --requeue

            exec /opt/abm/abm merge /data/pond --submit-next

            """));

    [TestCase(5, "5")]
    [TestCase(0.25, "0.25")]
    public void Array_WithCheckpoints_AsksEachTaskForThem(double minutes, string expected) =>
        Assert.That(new JobScripts(Plain with { CheckpointEvery = minutes, RunTimeLimit = 90 }, "/data/pond").Array(), Does.Contain($" --run-time-limit 90 --checkpoint-every {expected}\n"));

    [Test]
    public void Array_OddNames_ReachAbmAsOneWordEach()
    {
        if (OperatingSystem.IsWindows())
            Assert.Ignore("skipped: needs bash");
        var folder = Directory.CreateTempSubdirectory("abm o'dd $HOME %x ").FullName;
        var echo = Path.Combine(folder, "echo it.sh");
        File.WriteAllText(echo, "#!/bin/bash\nprintf '%s\\n' \"$@\"\n");
        var script = Path.Combine(folder, "array.sh");
        File.WriteAllText(script, new JobScripts(Plain with { Abm = ["bash", echo] }, folder).Array());
        var start = new ProcessStartInfo("bash", [script]) { RedirectStandardOutput = true };
        start.Environment["SLURM_ARRAY_TASK_ID"] = "2";
        start.Environment["SLURM_ARRAY_JOB_ID"] = "71";
        start.Environment["SLURM_RESTART_COUNT"] = "1";
        using var process = Process.Start(start)!;
        var words = process.StandardOutput.ReadToEnd().TrimEnd('\n').Split('\n');
        Directory.Delete(folder, recursive: true);
        Assert.That(words, Is.EqualTo(new[]
        {
            "run-chunk", folder, "--chunk", "2/3", "--runs", Path.Combine(folder, "slurm", "runs.txt"), "--shard", "71-2.1", "--threads", "1",
        }));
    }

    [TestCase("a \"b\" c\\d", "\"a \\\"b\\\" c\\\\d\"")]
    [TestCase("it's # $HOME", "\"it's # $HOME\"")]
    [TestCase("n[1-3]", "\"n[1-3]\"")]
    [TestCase("04:00:00", "04:00:00")]
    [TestCase("", "\"\"")]
    public void ForDirective_Value_IsOneWordForSbatch(string value, string expected) =>
        Assert.That(Quoting.ForDirective(value), Is.EqualTo(expected));
}
