using System.Globalization;
using System.Text;
using Experiments.Storage;

namespace Experiments.Cluster;

/// <summary>
/// Writes the two scripts of a submission. They are made to be read: whoever wonders what runs on the nodes, or wants to
/// change it, needs no other document.
/// </summary>
internal sealed class JobScripts(Submission submission, string directory)
{
    /// <summary>The array's script within the folder.</summary>
    public const string ArrayName = SubmissionFolder.ArrayName;

    /// <summary>The merge's script within the folder.</summary>
    public const string MergeName = SubmissionFolder.MergeName;

    /// <summary>The list of the runs that the array is to do.</summary>
    public const string RunsName = SubmissionFolder.RunsName;

    /// <summary>Seconds before the time limit at which a task is told to end; Slurm may tell it up to a minute earlier.</summary>
    private const int Warning = 60;

    private readonly string folder = Submission.FolderOf(directory);

    /// <summary>The runs that the last submission was to do; null where there was none.</summary>
    public static IReadOnlyList<int>? ReadRuns(string directory, int most)
    {
        var file = ResultFile.PathOf(directory, $"{Submission.FolderName}/{RunsName}");
        return File.Exists(file) ? RunIds.Read(file, most) : null;
    }

    /// <summary>The job that does the runs.</summary>
    public string Array()
    {
        var text = new StringBuilder("#!/bin/bash\n");
        Line(text, $"# The runs of {submission.Study}, {submission.Runs} in {submission.Tasks} tasks: written by abm, and written again by each abm submit or abm resume --on slurm.");
        Line(text, $"# Each task does its share of the runs that {RunsName} lists and stores them in a shard of its own.");
        Directive(text, "job-name", submission.Study);
        Directive(text, "array", string.Create(CultureInfo.InvariantCulture, $"1-{submission.Tasks}"));
        Directive(text, "output", LogPath("%A_%a.log"));
        Line(text, $"# A task whose node is lost starts again elsewhere; it goes on after the runs that it had stored.");
        Directive(text, "requeue", null);
        Line(text, $"# USR1, {Warning} seconds before the time limit: the task stores what it has and ends.");
        Directive(text, "signal", string.Create(CultureInfo.InvariantCulture, $"B:USR1@{Warning}"));
        Common(text);
        Line(text, $"");
        Line(text, $"# exec, so that signals reach abm itself. The shard's name is new for each attempt: no attempt waits for the lock of a dead one.");
        Line(text, $"{Command("exec", "run-chunk")} \\");
        Line(text, $"  --chunk \"$SLURM_ARRAY_TASK_ID/{submission.Tasks}\" --runs {Quoting.ForShell(Path.Combine(folder, RunsName))} \\");
        Line(text, $"  --shard \"$SLURM_ARRAY_JOB_ID-$SLURM_ARRAY_TASK_ID.${{SLURM_RESTART_COUNT:-0}}\" --threads \"${{SLURM_CPUS_PER_TASK:-1}}\"{Limit()}{Checkpoints()}{(submission.RetryFailed ? " --retry-failed" : "")}{Build()}");
        return text.ToString();
    }

    /// <summary>The job that puts the shards together.</summary>
    public string Merge()
    {
        var text = new StringBuilder("#!/bin/bash\n");
        Line(text, $"# Puts the shards of {submission.Study} together when the array is over, whatever became of its tasks, and says what is missing.");
        Directive(text, "job-name", submission.Study + "-merge");
        Directive(text, "output", LogPath("merge-%j.log"));
        Directive(text, "requeue", null);
        Common(text);
        Line(text, $"");
        Line(text, $"{Command("exec", "merge")} --submit-next{Build()}");
        return text.ToString();
    }

    private void Common(StringBuilder text)
    {
        if (submission.Options.Count > 0)
            Line(text, $"# From the config's slurm section:");
        foreach (var option in submission.Options)
            Directive(text, option.Name, option.Value);
        if (submission.PassedOn.Count > 0)
            Line(text, $"# Given to sbatch as well, where it wins: {string.Join(' ', submission.PassedOn.Select(Quoting.ForShell))}");
        if (submission.Setup.Count > 0)
            Line(text, $"");
        foreach (var line in submission.Setup)
            Line(text, $"{line}");
    }

    private string Limit() => submission.RunTimeLimit is { } seconds ? string.Create(CultureInfo.InvariantCulture, $" --run-time-limit {seconds}") : "";

    private string Checkpoints() => submission.CheckpointEvery is { } minutes ? string.Create(CultureInfo.InvariantCulture, $" --checkpoint-every {(decimal)minutes}") : "";

    private string Build() => submission.AcceptBuild ? " --accept-build" : "";

    private string Command(string first, string name) =>
        string.Join(' ', [first, .. submission.Abm.Select(Quoting.ForShell), name, Quoting.ForShell(directory)]);

    /// <summary>In a name of a log, sbatch takes what follows a percent sign for a pattern.</summary>
    private string LogPath(string pattern) => $"{folder.Replace("%", "%%", StringComparison.Ordinal)}/{pattern}";

    private static void Directive(StringBuilder text, string name, string? value) =>
        Line(text, $"#SBATCH --{name}{(value is null ? "" : "=" + Quoting.ForDirective(value))}");

    private static void Line(StringBuilder text, FormattableString line) =>
        text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
