using System.Globalization;
using Agents;
using Experiments.Config;
using Experiments.Runs;
using Experiments.Storage;

namespace Experiments.Cluster;

/// <summary>Carries out one share of a study's runs into a shard of its own.</summary>
public static class ChunkRunner
{
    /// <summary>Does the runs of a share that no earlier attempt of the same task has stored.</summary>
    /// <param name="models">The models that a config can name.</param>
    /// <param name="options">Which share, of what, and where to.</param>
    /// <param name="cancel">Stops it soon: runs that are over are stored, those that were begun are dropped.</param>
    /// <returns>What became of it; a run that fails is stored as such.</returns>
    /// <exception cref="ConfigException">The directory's config or the list of runs cannot be read.</exception>
    public static ClusterResult Run(IReadOnlyList<ModelDefinition> models, ChunkOptions options, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(options);
        try
        {
            var path = StoredStudy.FullPath(options.Directory);
            var study = StoredStudy.Load(path, models, Overrides.None);
            var shard = options.Shard ?? string.Create(CultureInfo.InvariantCulture, $"{options.Chunk.Number}-of-{options.Chunk.Count}");
            return Run(study, path, shard, options, cancel);
        }
        catch (StorageException exception)
        {
            return new ClusterResult(exception.ExitCode, exception.Message);
        }
        catch (ModelFaultException exception)
        {
            return new ClusterResult(1, $"{exception.Message}. The share was stopped; no run of it gives more until the model is mended.");
        }
    }

    private static ClusterResult Run(Study study, string path, string shard, ChunkOptions options, CancellationToken cancel)
    {
        var share = Share(study, path, options);
        var memory = MemoryNeed.Of(study, options.Threads);
        if (memory.Refusal is { } tooLarge)
            throw StorageException.BadDirectory(tooLarge);
        using var directory = ResultDirectory.Take(Shards.PathOf(path, shard), options.Note);
        using var ledger = Ledger.Open(directory.Path, study, options.AcceptBuild);
        var kept = Kept(study, path, shard, share, options.RetryFailed, ledger);
        var todo = share.Where(run => !kept.Contains(run) && !IsOver(ledger.StatusOf(run))).ToList();
        var before = share.Count - todo.Count;
        var execution = new ChunkExecution(study, options, directory, ledger, memory.AtOnce);
        execution.Run(todo, cancel);
        return Told(shard, share.Count, before, todo.Count(run => ledger.StatusOf(run) is not null), execution);
    }

    /// <summary>The runs of the share, done or not: the same for each attempt.</summary>
    private static List<int> Share(Study study, string path, ChunkOptions options)
    {
        if (options.RunsFile is { } file)
            return [.. options.Chunk.Of(RunIds.Read(file, study.Runs), Chunk.Together(study))];
        using var merged = LedgerReader.Open(path, study) ?? throw StorageException.BadDirectory($"{path} holds no started study: abm submit --dry-run starts one.");
        return [.. options.Chunk.Of([.. RunPlan.Of(study, merged.Ledger).Runs], Chunk.Together(study))];
    }

    /// <summary>
    /// Runs of the share that need not be done: merged already, or stored by another attempt. The checkpoints of those that it
    /// was at are taken over.
    /// </summary>
    private static HashSet<int> Kept(Study study, string path, string shard, List<int> share, bool retryFailed, Ledger own)
    {
        var kept = new HashSet<int>();
        foreach (var folder in Shards.OtherAttempts(path, shard).Select(other => Shards.PathOf(path, other)).Prepend(path))
        {
            try
            {
                using var reader = LedgerReader.Open(folder, study);
                if (reader is null)
                    continue;
                own.TakeCheckpoints(reader.Ledger, share.Contains);
                kept.UnionWith(share.Where(run => IsOver(reader.Ledger.StatusOf(run)) && (folder != path || !retryFailed || reader.Ledger.StatusOf(run) == RunStatus.Done)));
            }
            catch (StorageException)
            {
                // What cannot be read is done again; the merge tells what is wrong with it.
            }
        }
        return kept;
    }

    private static bool IsOver(RunStatus? status) => status is RunStatus.Done or RunStatus.Failed;

    private static ClusterResult Told(string shard, int share, int before, int now, ChunkExecution execution)
    {
        var text = new List<string> { Text($"Shard {shard}: {before + now} of {share} runs are stored{(before > 0 ? Text($", {before} of them before") : "")}.") };
        text.AddRange(execution.Messages);
        if (execution.Failed > 0)
            text.Add(Text($"{execution.Failed} runs failed; abm merge says which."));
        if (before + now < share)
            text.Add(Text($"Stopped before the other {share - before - now}: the same command goes on, and abm merge says what is missing."));
        return new ClusterResult(before + now < share || execution.Failed > 0 ? 1 : 0, string.Join('\n', text));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
