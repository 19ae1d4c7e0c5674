using System.Globalization;
using Experiments.Config;
using Experiments.Storage;

namespace Experiments.Runs;

/// <summary>Carries out a study: all its runs, its tables and its summary.</summary>
public static class StudyRunner
{
    /// <summary>
    /// Runs what is missing of a study: all of it in a new directory, the rest where an execution ended early or more
    /// replications are wanted, and nothing where the directory holds it already.
    /// </summary>
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
        return Told(options, path => Run(study, options with { Directory = path }, isResumed: false, cancel));
    }

    /// <summary>
    /// Goes on with the study of a directory, after whatever stopped it. A result that is complete but damaged is
    /// written again from its ledger.
    /// </summary>
    /// <param name="models">The models that a config can name.</param>
    /// <param name="overrides">What the command line says differently; only the number of replications may differ.</param>
    /// <param name="options">Where and how.</param>
    /// <param name="cancel">Stops it soon; what was over by then is kept and marked as partial.</param>
    /// <returns>What became of it.</returns>
    /// <exception cref="ConfigException">The directory's config cannot be read.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of threads is less than 1.</exception>
    public static StudyResult Resume(IReadOnlyList<Agents.ModelDefinition> models, Overrides overrides, RunOptions options, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Threads, 1, nameof(options));
        return Told(options, path => Run(StoredStudy.Load(path, models, overrides), options with { Directory = path }, isResumed: true, cancel));
    }

    private static StudyResult Run(Study study, RunOptions options, bool isResumed, CancellationToken cancel)
    {
        var path = options.Directory;
        var (state, found) = DirectoryInspection.Look(path, Manifest.IdentityOf(study));
        if (DirectoryInspection.Refusal(path, state, found, study, options.Force) is { } refusal)
            throw StorageException.BadDirectory(refusal);
        var hasNoLedger = !File.Exists(Path.Combine(path, LedgerFile.FileName));
        var gzip = options.Gzip || (state is DirectoryState.Stored or DirectoryState.Partial && !options.Force && found!.Gzip);
        if (state == DirectoryState.Stored && !options.Force && found!.IsAsLongAs(study) && found.Gzip == gzip)
        {
            var complaint = StoredStudy.Complaint(path, found, isThorough: isResumed);
            if (complaint is null && !(isResumed && hasNoLedger))
            {
                StoredStudy.Restate(path, study, found);
                return Stored(path, study, hasNoLedger);
            }
            if (complaint is not null && !isResumed)
                throw StorageException.BadDirectory($"{path} holds this study, but {complaint}: abm resume {path} writes the tables again from the ledger.");
            if (complaint is not null && !hasNoLedger)
                options.Note?.Invoke($"{complaint}: the tables are written again from the ledger.");
        }
        if (state is DirectoryState.Stored or DirectoryState.Partial && !options.Force && hasNoLedger)
            options.Note?.Invoke($"{LedgerFile.FileName} is missing in {path}: all runs are made again.");
        if (!options.Force && Shards.Of(path) is { Count: > 0 } shards)
            options.Note?.Invoke(string.Create(CultureInfo.InvariantCulture, $"{shards.Count} shards of a cluster are in {path}: their runs are made again here; abm merge {path} takes them over instead."));
        var memory = MemoryNeed.Of(study, options.Threads);
        if (memory.Refusal is { } tooLarge)
            throw StorageException.BadDirectory(tooLarge);
        if (memory.Note is { } note)
            options.Note?.Invoke(note);
        using var execution = new StudyExecution(study, options, memory.AtOnce, gzip);
        return execution.Run(cancel);
    }

    private static StudyResult Stored(string path, Study study, bool hasNoLedger) => new()
    {
        ExitCode = 0,
        Directory = path,
        WasStored = true,
        Message = $"{path} holds this study already, complete: nothing was run.{(hasNoLedger ? $" There is no summary without {LedgerFile.FileName}, which is missing: abm resume {path} makes all runs again." : "")}",
        Summary = StoredStudy.Summarise(path, study),
    };

    private static StudyResult Told(RunOptions options, Func<string, StudyResult> run)
    {
        try
        {
            return run(StoredStudy.FullPath(options.Directory));
        }
        catch (StorageException exception)
        {
            return new StudyResult { ExitCode = exception.ExitCode, Directory = options.Directory, Message = exception.Message };
        }
    }
}
