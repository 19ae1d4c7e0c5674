using Experiments.Config;
using Experiments.Storage;

namespace Experiments.Runs;

/// <summary>Carries out a study: all its runs, its tables and its summary.</summary>
public static class StudyRunner
{
    /// <summary>Runs a study, or reads its summary where the directory holds it already.</summary>
    /// <param name="study">What to run.</param>
    /// <param name="options">Where and how.</param>
    /// <param name="cancel">Stops it soon; what was over by then is kept and marked as partial.</param>
    /// <returns>What became of it. Failing runs, unusable directories and full disks are told here, not thrown.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number of threads is less than 1.</exception>
    public static StudyResult Run(Study study, RunOptions options, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Threads, 1, nameof(options));
        try
        {
            var path = FullPath(options.Directory);
            var tables = new StudyTables(study);
            var (state, found) = DirectoryInspection.Look(path, Manifest.IdentityOf(study));
            if (DirectoryInspection.Refusal(path, state, found, study, options.Force) is { } refusal)
                throw StorageException.BadDirectory(refusal);
            if (state == DirectoryState.Stored && !options.Force)
                return Stored(path, study, tables, found!);
            using var execution = new StudyExecution(study, options with { Directory = path }, tables);
            var result = execution.Run(cancel);
            return state == DirectoryState.Partial
                ? result with { Message = $"{path} held this study {found!.Status}: it was run again from the start.\n{result.Message}".TrimEnd() }
                : result;
        }
        catch (StorageException exception)
        {
            return new StudyResult { ExitCode = exception.ExitCode, Directory = options.Directory, Message = exception.Message };
        }
    }

    private static string FullPath(string directory)
    {
        try
        {
            return Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory));
        }
        catch (Exception exception) when (StorageException.IsRefusal(exception))
        {
            throw StorageException.BadDirectory($"'{directory}' is no path: {exception.Message}", exception);
        }
    }

    private static StudyResult Stored(string path, Study study, StudyTables tables, Manifest manifest)
    {
        if (StoredResult.Complaint(path, manifest, tables) is { } complaint)
            throw StorageException.BadDirectory($"{path} holds this study, but {complaint}: run it again with --force.");
        return new StudyResult
        {
            ExitCode = 0,
            Directory = path,
            WasStored = true,
            Message = $"{path} holds this study already, complete: nothing was run.",
            Summary = StoredResult.Summarise(path, study, tables),
        };
    }
}
