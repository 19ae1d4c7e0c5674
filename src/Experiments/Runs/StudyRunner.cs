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
        return Told(options, path => Run(StoredStudy.LoadToMend(path, models, overrides), options with { Directory = path }, isResumed: true, cancel));
    }

    /// <summary>Reads what the runs of a study tell that was just carried out; where some turn out damaged, they are made again first.</summary>
    /// <param name="study">The study.</param>
    /// <param name="options">Where and how it was run.</param>
    /// <param name="read">Reads its ledger, and may be called again.</param>
    /// <param name="cancel">Stops it soon.</param>
    /// <exception cref="StorageException">The ledger cannot be read, even so.</exception>
    internal static T Read<T>(Study study, RunOptions options, Func<T> read, CancellationToken cancel)
    {
        try
        {
            return read();
        }
        catch (StorageException exception) when (exception.IsDamage || exception.IsLedgerLost)
        {
            Told(options, path => Run(study, options with { Directory = path, Force = false }, isResumed: true, cancel));
            return read();
        }
    }

    private static StudyResult Run(Study study, RunOptions options, bool isResumed, CancellationToken cancel)
    {
        var path = options.Directory;
        var (state, found) = DirectoryInspection.Look(path, Manifest.IdentityOf(study));
        if (options.RefusesForeign && state is DirectoryState.Stored or DirectoryState.Partial)
            found!.RequireOwn(path);
        if (isResumed && state == DirectoryState.OtherStudy)
            StoredStudy.RequireIdentity(path, found ?? Manifest.Of(study, options.Threads, force: false, gzip: false) with { Identity = "" }, study);
        if (DirectoryInspection.Refusal(path, state, found, study, options.Force) is { } refusal)
            throw StorageException.BadDirectory(refusal);
        var hasNoLedger = !LedgerFile.IsThere(path);
        var gzip = options.Gzip || (state is DirectoryState.Stored or DirectoryState.Partial && found!.Gzip);
        if (state == DirectoryState.Stored && found!.IsAsLongAs(study) && found.Gzip == gzip)
        {
            var damage = StoredStudy.DamageOf(path, found, isThorough: true);
            // A journal is what a writer leaves that dies between its last table and its end: it is taken away by going through to the end.
            if (damage.Count == 0 && !File.Exists(Path.Combine(path, LedgerFile.JournalName)) && !(isResumed && (hasNoLedger || HasDamagedRuns(path, study, found))) && Stored(path, study, hasNoLedger, found, options.Note) is { } stored)
                return stored;
            // What is there and was changed may be somebody's work; what only this study tells is put right.
            if (!isResumed && damage.Find(one => !one.IsMissing && !ResultDirectory.IsOfTheStudy(one.File)) is { } changed)
                throw StorageException.BadDirectory($"{path} holds this study, but {changed.Words}: abm resume {path} writes the files again{(hasNoLedger ? " and makes all runs again, because ledger.db is missing" : " from the ledger")}.");
            if (damage.Count > 0 && !hasNoLedger)
                options.Note?.Invoke($"{string.Join(", ", damage.Select(one => one.Words))}: to be written again from the ledger.");
        }
        if (state == DirectoryState.BeingReplaced)
            options.Note?.Invoke($"{path} was about to be replaced by this study: the rest of the other one is removed.");
        // Another writer may have put it there just now.
        if (state == DirectoryState.Partial && found!.WrittenBy.Length == 0 && Manifest.Look(path).Loss is { Length: > 0 } loss)
            options.Note?.Invoke($"{Manifest.FileName} in {path} {loss}: it is written again, with the tables, from the ledger.");
        if (state is DirectoryState.Stored or DirectoryState.Partial && hasNoLedger)
            options.Note?.Invoke($"{LedgerFile.FileName} is missing in {path}: all runs are made again.");
        if (state is not DirectoryState.OtherStudy and not DirectoryState.BeingReplaced && Shards.Of(path) is { Count: > 0 } shards)
            options.Note?.Invoke(string.Create(CultureInfo.InvariantCulture, $"{shards.Count} shards of a cluster are in {path}: their runs are made again here; abm merge {path} takes them over instead."));
        var memory = MemoryNeed.Of(study, options.Threads);
        if (memory.Refusal is { } tooLarge)
            throw StorageException.BadDirectory(tooLarge);
        if (memory.Note is { } note)
            options.Note?.Invoke(note);
        using var execution = new StudyExecution(study, options, memory.AtOnce, gzip);
        return execution.Run(cancel);
    }

    /// <summary>Whether the ledger of a result has rows that are to be made again, or has to be put right.</summary>
    private static bool HasDamagedRuns(string path, Study study, Manifest manifest)
    {
        try
        {
            using var ledger = Ledger.Read(path, study);
            return ledger.Fault() is not null || ledger.DamagedRuns().Any() || RunPlan.Of(study, ledger).Known(ledger) < manifest.Runs.Total;
        }
        catch (StorageException exception) when (exception.IsLedgerLost || exception.IsDamage)
        {
            return true;
        }
    }

    /// <summary>What a complete result holds; null where its ledger does not tell any more.</summary>
    private static StudyResult? Stored(string path, Study study, bool hasNoLedger, Manifest manifest, Action<string>? note)
    {
        try
        {
            var summary = StoredStudy.Summarise(path, study, manifest);
            StoredStudy.Restate(path, study, manifest, note);
            return new StudyResult
            {
                ExitCode = 0,
                Directory = path,
                WasStored = true,
                Message = $"{path} holds this study already, complete: nothing was run.{(hasNoLedger ? $" There is no summary without {LedgerFile.FileName}, which is missing: abm resume {path} makes all runs again." : "")}",
                Summary = summary,
            };
        }
        catch (StorageException exception) when (exception.IsLedgerLost || exception.IsDamage)
        {
            return null;
        }
    }

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
        catch (ModelFaultException exception)
        {
            return new StudyResult
            {
                ExitCode = 1,
                Directory = options.Directory,
                Message = $"{exception.Message}. The study was stopped; runs that were over are kept. Declare it, or mend the model; then abm resume {options.Directory} --accept-build goes on.",
            };
        }
    }
}
