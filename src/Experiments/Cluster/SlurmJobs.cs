using Experiments.Config;
using Experiments.Storage;

namespace Experiments.Cluster;

/// <summary>The two jobs of a submission: an array that does the runs, and a merge that waits for it.</summary>
internal sealed class SlurmJobs(Submission submission, string directory)
{
    private readonly string folder = Submission.FolderOf(directory);

    private string ArrayScript => Path.Combine(folder, JobScripts.ArrayName);

    private string MergeScript => Path.Combine(folder, JobScripts.MergeName);

    /// <summary>Both scripts, and the commands that would hand them to Slurm.</summary>
    public string Preview()
    {
        var scripts = new JobScripts(submission, directory);
        return $"""
            # {ArrayScript}
            {scripts.Array()}
            # {MergeScript}
            {scripts.Merge()}
            # Nothing was submitted. These commands do it, JOB being the number that the first one answers:
            {Typed([.. submission.PassedOn, ArrayScript])}
            {Typed([.. submission.PassedOn, Dependency("JOB"), MergeScript])}
            """;
    }

    /// <summary>Writes the scripts, the list of runs, and how they came about.</summary>
    /// <param name="runs">The runs that the array is to do.</param>
    /// <exception cref="StorageException">The folder cannot be written, or the disk is full.</exception>
    public void Write(IReadOnlyList<int> runs)
    {
        var scripts = new JobScripts(submission, directory);
        try
        {
            Put(JobScripts.RunsName, RunIds.Format(runs) + "\n", isScript: false);
            Put(JobScripts.ArrayName, scripts.Array(), isScript: true);
            Put(JobScripts.MergeName, scripts.Merge(), isScript: true);
            submission.Write(directory);
        }
        catch (Exception exception) when (StorageException.IsRefusal(exception))
        {
            throw StorageException.CannotStart(folder, exception);
        }
    }

    /// <summary>Submits both, and remembers their numbers.</summary>
    /// <exception cref="ConfigException">Slurm is not there, or refuses.</exception>
    public Submission Submit()
    {
        var array = Slurm.Submit([.. submission.PassedOn, ArrayScript]);
        var sent = submission with { ArrayJob = array };
        try
        {
            sent = sent with { MergeJob = Slurm.Submit([.. submission.PassedOn, Dependency(array), MergeScript]) };
        }
        finally
        {
            // Also where the merge was refused: the array is on its way, and nobody must submit it twice.
            sent.Write(directory);
        }
        return sent;
    }

    private void Put(string name, string text, bool isScript) => SubmissionFile.Write(directory, name, text, isScript);

    private static string Dependency(string job) => $"--dependency=afterany:{job}";

    private static string Typed(IEnumerable<string> arguments) =>
        string.Join(' ', ["sbatch", .. arguments.Select(Quoting.ForShell)]);
}
