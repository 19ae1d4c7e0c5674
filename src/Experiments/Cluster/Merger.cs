using System.Globalization;
using Agents;
using Experiments.Config;
using Experiments.Runs;
using Experiments.Storage;

namespace Experiments.Cluster;

/// <summary>Puts the shards of a study together, whatever became of the tasks that wrote them.</summary>
public static class Merger
{
    /// <summary>Run ids, or tasks, that a message names one by one.</summary>
    private const int MostNamed = 20;

    /// <summary>Copies all shards into the study's ledger; writes the tables where nothing is missing, and else says what is.</summary>
    /// <param name="models">The models that a config can name.</param>
    /// <param name="options">Where, and how a next round would be submitted.</param>
    /// <param name="submitsNext">Submits the next round of a study with a stop rule, where this round is whole.</param>
    /// <returns>What became of it; a damaged shard is told, and the others are merged.</returns>
    /// <exception cref="ConfigException">The directory's config cannot be read, two shards contradict each other, or Slurm refuses.</exception>
    public static StudyResult Merge(IReadOnlyList<ModelDefinition> models, SubmitOptions options, bool submitsNext)
    {
        ArgumentNullException.ThrowIfNull(options);
        try
        {
            var path = StoredStudy.FullPath(options.Directory);
            var study = StoredStudy.LoadToMend(path, models, Overrides.None);
            var lines = new List<string>();
            var (import, missing, isRoundWhole) = Import(study, path, options, lines.Add);
            lines.AddRange(Lines(import));
            if (missing.Count == 0)
                return Exported(study, path, options, import, lines);
            if (!isRoundWhole)
                return Told(1, path, lines.Append(MissingText(path, missing, study.Runs)));
            if (!submitsNext)
                return Told(1, path, lines.Append(Text($"This round is whole; the next one has {missing.Count} runs. abm resume {path} --on slurm submits them, abm resume {path} does them here.")));
            var next = Submitter.Resume(models, Overrides.None, options);
            return Told(next.ExitCode, path, lines.Append("This round is whole; the next one is submitted.").Append(next.Message));
        }
        catch (StorageException exception)
        {
            return new StudyResult { ExitCode = exception.ExitCode, Directory = options.Directory, Message = exception.Message };
        }
    }

    private static (ShardImport Import, List<int> Missing, bool IsRoundWhole) Import(Study study, string path, SubmitOptions options, Action<string> note)
    {
        using var directory = ResultDirectory.Take(path, options.Note);
        using var ledger = Ledger.Open(path, study, options.AcceptBuild, note);
        var import = new ShardImport(study, path, ledger);
        import.Run();
        List<int> missing = [.. ClusterStart.MissingRuns(study, ledger, retryFailed: false)];
        return (import, missing, IsWhole(study, path, ledger));
    }

    private static List<string> Lines(ShardImport import) => [Text($"{import.Count} shards held {import.NewRuns} new runs."), .. import.Complaints];

    private static bool IsWhole(Study study, string path, Ledger ledger) =>
        JobScripts.ReadRuns(path, study.Runs) is { } round && round.All(run => ledger.StatusOf(run) is not (null or RunStatus.TimedOut));

    /// <summary>The end of a local execution, with nothing left to carry out.</summary>
    private static StudyResult Exported(Study study, string path, SubmitOptions options, ShardImport import, List<string> lines)
    {
        var gzip = DirectoryInspection.Look(path, Manifest.IdentityOf(study)).Manifest?.Gzip == true;
        var run = new RunOptions { Directory = path, Threads = 1, AcceptBuild = options.AcceptBuild, Note = options.Note };
        using var execution = new StudyExecution(study, run, atOnce: 1, gzip);
        var result = execution.Run(new CancellationToken(canceled: true));
        if (result.ExitCode == 0)
            import.RemoveLeft();
        return result with { Message = string.Join('\n', lines.Append(result.Message)).TrimEnd() };
    }

    private static string MissingText(string path, List<int> missing, int total)
    {
        var named = RunIds.Format(missing.Take(MostNamed)) + (missing.Count > MostNamed ? " ..." : "");
        return Text($"{missing.Count} of {total} runs are missing: {named}. abm resume {path} --on slurm submits only these; abm resume {path} does them here.");
    }

    private static StudyResult Told(int code, string path, IEnumerable<string> lines) =>
        new() { ExitCode = code, Directory = path, Message = string.Join('\n', lines) };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
