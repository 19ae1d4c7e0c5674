using System.Globalization;
using Agents;
using Experiments.Config;
using Experiments.Storage;

namespace Experiments.Runs;

/// <summary>Carries out one run of a stored study again.</summary>
public static class Replay
{
    /// <summary>Compares a run with what is stored of it.</summary>
    /// <param name="directory">The directory of the study.</param>
    /// <param name="models">The models that a config can name.</param>
    /// <param name="runId">The run, from 1.</param>
    /// <param name="cancel">Stops it soon.</param>
    /// <returns>Exit code 0 where it gives the same bytes again, 1 where not or where it fails.</returns>
    /// <exception cref="ConfigException">The directory's config cannot be read.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static StudyResult Compare(string directory, IReadOnlyList<ModelDefinition> models, int runId, CancellationToken cancel)
    {
        try
        {
            using var stored = StoredStudy.Open(directory, models);
            RequireRun(stored.Study, runId);
            var again = Once(stored.Study, runId, cancel);
            var (code, words) = Verdict(stored, again, stored.Ledger.WholeRecord(runId));
            return new StudyResult { ExitCode = code, Directory = stored.Path, Message = $"{Head(stored.Study, again)}\n{words}" };
        }
        catch (StorageException exception)
        {
            return new StudyResult { ExitCode = exception.ExitCode, Directory = directory, Message = exception.Message };
        }
        catch (ModelFaultException exception)
        {
            return new StudyResult { ExitCode = 1, Directory = directory, Message = $"{exception.Message}." };
        }
    }

    /// <summary>Writes the tables of one run into a directory of its own, with agents where they are asked for.</summary>
    /// <param name="directory">The directory of the study.</param>
    /// <param name="models">The models that a config can name.</param>
    /// <param name="runId">The run, from 1.</param>
    /// <param name="overrides">Other measures than those of the study.</param>
    /// <param name="options">Where and how.</param>
    /// <param name="cancel">Stops it soon.</param>
    /// <exception cref="ConfigException">The directory's config cannot be read, or the model has no such measure.</exception>
    public static StudyResult Write(string directory, IReadOnlyList<ModelDefinition> models, int runId, Overrides overrides, RunOptions options, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(options);
        try
        {
            var study = StoredStudy.Load(StoredStudy.FullPath(directory), models, overrides);
            RequireRun(study, runId);
            using var execution = new StudyExecution(
                study, options with { Directory = StoredStudy.FullPath(options.Directory) }, 1, options.Gzip, runId);
            return execution.Run(cancel);
        }
        catch (StorageException exception)
        {
            return new StudyResult { ExitCode = exception.ExitCode, Directory = options.Directory, Message = exception.Message };
        }
        catch (ModelFaultException exception)
        {
            return new StudyResult { ExitCode = 1, Directory = options.Directory, Message = $"{exception.Message}." };
        }
    }

    /// <summary>The record of a run that is carried out again and whose rows are dropped.</summary>
    internal static RunRecord Once(Study study, int runId, CancellationToken cancel)
    {
        var tables = new StudyTables(study);
        using var rows = new RunRows(study, tables, () => Path.Combine(Path.GetTempPath(), $"abm-{Guid.NewGuid():N}{TableFile.PartialSuffix}"), () => true);
        return SingleRun.Execute(study, runId, null, null, rows, cancel);
    }

    private static (int Code, string Words) Verdict(StoredStudy study, RunRecord again, RunRecord? stored)
    {
        if (stored is null)
            return (again.IsDone ? 0 : 1, "Nothing is stored of it yet.");
        if (again.Digest == stored.Digest && again.Message == stored.Message)
            return (again.IsDone ? 0 : 1, again.IsDone ? "The same bytes as stored, in every table." : "The same as stored.");
        return (1, stored.IsDone ? $"Not the bytes that are stored: {study.WhyOtherRows}." : $"Stored is: {stored.StatusWord}: {stored.Message}");
    }

    private static string Head(Study study, RunRecord run) => string.Create(CultureInfo.InvariantCulture,
        $"run {run.RunId} ({run.Scenario}, seed {study.Seed}, replication {run.Replication}): {(run.IsDone ? $"done at tick {run.LastTick}{(run.Outcome.Code is { Length: > 0 } code ? $", {code}" : "")}" : $"{run.StatusWord}: {run.Message}")}, {run.Duration.TotalSeconds:0.###} s");

    private static void RequireRun(Study study, int runId)
    {
        if (runId < 1 || runId > study.Runs)
            throw StorageException.BadDirectory(string.Create(CultureInfo.InvariantCulture, $"There is no run {runId}: the study has runs 1 to {study.Runs}."));
    }
}
