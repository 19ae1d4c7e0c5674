using System.Globalization;
using Agents;
using Experiments.Config;
using Experiments.Runs;
using Experiments.Storage;

namespace Experiments.Cluster;

/// <summary>Hands the missing runs of a study to Slurm.</summary>
public static class Submitter
{
    /// <summary>Starts the result of a study, or takes the one that is there, and submits what is missing of it.</summary>
    /// <param name="study">The study.</param>
    /// <param name="options">Where and how.</param>
    /// <returns>What became of it, and what to do next.</returns>
    /// <exception cref="ConfigException">An option cannot be used, or Slurm refuses.</exception>
    public static ClusterResult Submit(Study study, SubmitOptions options)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(options);
        return Told(options, path => Submit(study, path, new Submission
        {
            Study = study.Name,
            Runs = 0,
            Tasks = 0,
            TasksAsked = options.Tasks ?? study.Slurm.Tasks,
            Abm = options.Abm ?? options.ThisAbm,
            MadeBy = Maker.This,
            Options = study.Slurm.Options,
            Setup = study.Slurm.Setup,
            PassedOn = options.PassedOn,
            RetryFailed = options.RetryFailed,
            AcceptBuild = options.AcceptBuild,
            RunTimeLimit = options.RunTimeLimit?.TotalSeconds,
            CheckpointEvery = options.CheckpointEvery?.TotalMinutes,
        }, options));
    }

    /// <summary>Submits what is missing of the study in a directory, in the way of its last submission.</summary>
    /// <param name="models">The models that a config can name.</param>
    /// <param name="overrides">What the command line says differently; only the number of replications may differ.</param>
    /// <param name="options">Where, and what is to be different this time.</param>
    /// <returns>What became of it, and what to do next.</returns>
    /// <exception cref="ConfigException">An option or the directory's config cannot be used, or Slurm refuses.</exception>
    public static ClusterResult Resume(IReadOnlyList<ModelDefinition> models, Overrides overrides, SubmitOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Told(options, path =>
        {
            var study = StoredStudy.LoadToMend(path, models, overrides);
            var last = Submission.Read(path);
            if (options.RefusesForeign)
            {
                Manifest.Read(path)?.RequireOwn(path);
                last?.RequireOwn(path);
            }
            return Submit(study, path, new Submission
            {
                Study = study.Name,
                Runs = 0,
                Tasks = 0,
                TasksAsked = options.Tasks ?? last?.TasksAsked,
                Abm = options.Abm ?? options.ThisAbm,
                MadeBy = Maker.This,
                Options = last?.Options ?? [],
                Setup = last?.Setup ?? [],
                PassedOn = [.. last?.PassedOn ?? [], .. options.PassedOn],
                RetryFailed = options.RetryFailed,
                AcceptBuild = options.AcceptBuild || last?.AcceptBuild == true,
                RunTimeLimit = options.RunTimeLimit?.TotalSeconds ?? last?.RunTimeLimit,
                CheckpointEvery = options.CheckpointEvery?.TotalMinutes ?? last?.CheckpointEvery,
            }, options);
        });
    }

    private static ClusterResult Submit(Study study, string path, Submission asked, SubmitOptions options)
    {
        PassedOnOptions.Check(options.PassedOn);
        PassedOnOptions.Check(asked.PassedOn);
        if (asked.Abm.Append(path).FirstOrDefault(name => name.Any(char.IsControl)) is { } broken)
            throw StorageException.BadDirectory($"'{broken}' goes over more than one line, or holds another letter that no script can: a job script has to name it, so give it another name.");
        // Asked before anything is written.
        var limit = options.IsDryRun ? int.MaxValue : Slurm.MaxTasks();
        if (!options.IsDryRun)
            RefuseWhileQueued(path);
        var start = ClusterStart.Of(study, path, options);
        if (start.Missing.Count == 0)
            return new ClusterResult(0, start.Message + $"Every run is over already: nothing was submitted. abm resume {path} writes the tables where they are missing.");
        var submission = asked with { Runs = start.Missing.Count, Tasks = TaskCount.Of(asked.TasksAsked, Groups(study, start.Missing), limit) };
        var jobs = new SlurmJobs(submission, path);
        jobs.Write(start.Missing);
        if (options.IsDryRun)
            return new ClusterResult(0, start.Message + jobs.Preview());
        return new ClusterResult(0, start.Message + Sent(jobs.Submit(), path, limit));
    }

    /// <summary>Pieces of work that cannot be divided between tasks.</summary>
    private static int Groups(Study study, IReadOnlyList<int> runs) => RunPlan.Groups(study, runs).Count();

    private static string Sent(Submission sent, string path, int limit)
    {
        var capped = sent.TasksAsked > limit ? Text($" (the controller allows arrays of {limit}, not {sent.TasksAsked})") : "";
        return Text($"""
            Job {sent.ArrayJob}: an array of {sent.Tasks} tasks{capped} for {sent.Runs} runs. Job {sent.MergeJob} merges them when all are over, whatever became of them.
            squeue -j {sent.ArrayJob},{sent.MergeJob} shows them, scancel {sent.ArrayJob} stops the runs; the scripts and logs are in {Submission.FolderOf(path)}.
            After job {sent.MergeJob} the tables are in {path}, or merge-{sent.MergeJob}.log says what is missing; abm resume {path} --on slurm then submits only that.
            """);
    }

    /// <summary>Two submissions of one study would do the same runs twice.</summary>
    private static void RefuseWhileQueued(string path)
    {
        if (Submission.Read(path) is not { ArrayJob: { } array } last)
            return;
        var self = Environment.GetEnvironmentVariable("SLURM_JOB_ID");
        var queued = Slurm.StillQueued(new[] { array, last.MergeJob }.OfType<string>().Where(job => job != self));
        if (queued.Count > 0)
            throw StorageException.BadDirectory($"{(queued.Count == 1 ? "Job" : "Jobs")} {string.Join(" and ", queued)} of this study {(queued.Count == 1 ? "is" : "are")} still in the queue: wait for it, or end it with scancel {string.Join(' ', queued)}.");
    }

    private static ClusterResult Told(SubmitOptions options, Func<string, ClusterResult> submit)
    {
        try
        {
            return submit(StoredStudy.FullPath(options.Directory));
        }
        catch (StorageException exception)
        {
            return new ClusterResult(exception.ExitCode, exception.Message);
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
