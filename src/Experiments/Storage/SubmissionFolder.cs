using System.Text.RegularExpressions;

namespace Experiments.Storage;

/// <summary>The folder of a result that holds the scripts and logs of its jobs on a cluster.</summary>
internal static partial class SubmissionFolder
{
    public const string Name = "slurm";

    /// <summary>How the study was handed over.</summary>
    public const string SubmissionName = "submission.json";

    /// <summary>The script of the array.</summary>
    public const string ArrayName = "array.sh";

    /// <summary>The script of the merge.</summary>
    public const string MergeName = "merge.sh";

    /// <summary>The list of the runs that the array is to do.</summary>
    public const string RunsName = "runs.txt";

    private static readonly string[] KnownFiles = [SubmissionName, ArrayName, MergeName, RunsName];

    /// <summary>Removes what a submission wrote, and the logs of its jobs; a file of anybody else stays, and the folder with it.</summary>
    /// <exception cref="IOException">The file system refuses.</exception>
    public static void Remove(string directory)
    {
        if (ResultFile.FolderToClear(directory, Name) is not { } folder)
            return;
        foreach (var file in Directory.EnumerateFiles(folder).Where(file => IsOfASubmission(Path.GetFileName(file))).ToList())
            File.Delete(file);
        if (!Directory.EnumerateFileSystemEntries(folder).Any())
            Directory.Delete(folder);
    }

    private static bool IsOfASubmission(string name) =>
        KnownFiles.Any(known => name == known || name == known + TableFile.PartialSuffix) || Log().IsMatch(name);

    [GeneratedRegex(@"\A([0-9]+_[0-9]+|merge-[0-9]+)\.log\z")]
    private static partial Regex Log();
}
