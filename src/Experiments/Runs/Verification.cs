using System.Globalization;
using System.Security.Cryptography;
using Agents;
using Experiments.Config;
using Experiments.Storage;

namespace Experiments.Runs;

/// <summary>Whether a result is what was written, and what its study gives again.</summary>
public sealed record Verification
{
    /// <summary>0 all is well; 1 something is wrong; 2 the directory cannot be looked at.</summary>
    public required int ExitCode { get; init; }

    /// <summary>Files whose hash was compared with the manifest.</summary>
    public int Files { get; init; }

    /// <summary>Runs that were carried out again and compared byte by byte.</summary>
    public int Runs { get; init; }

    /// <summary>What is wrong, one sentence each.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>What to do about it; empty where there is nothing.</summary>
    public string Advice { get; init; } = "";

    /// <summary>Verifies a result.</summary>
    /// <param name="directory">The directory.</param>
    /// <param name="models">The models that a config can name.</param>
    /// <param name="runs">Runs to carry out again, 0 or more; each call draws others.</param>
    /// <param name="cancel">Stops it soon.</param>
    /// <exception cref="ConfigException">The directory's config cannot be read.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static Verification Of(string directory, IReadOnlyList<ModelDefinition> models, int runs, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(runs);
        try
        {
            var path = StoredStudy.FullPath(directory);
            var manifest = StoredStudy.RequireManifest(path);
            if (manifest.Files.Count == 0)
                return new Verification { ExitCode = 1, Problems = [$"{path} has no tables yet."], Advice = $"abm resume {path} goes on; abm status {path} says how far it is." };
            var damaged = manifest.Files.Select(file => StoredStudy.Complaint(path, file)).OfType<string>().ToList();
            var (checkedRuns, problems) = OfRuns(path, models, runs, cancel);
            return new Verification
            {
                ExitCode = damaged.Count + problems.Count > 0 ? 1 : 0,
                Files = manifest.Files.Count,
                Runs = checkedRuns,
                Problems = [.. damaged, .. problems],
                Advice = problems.Count == 0 && damaged.Count > 0 ? $"The ledger is whole: abm resume {path} writes the files again from it." : "",
            };
        }
        catch (StorageException exception)
        {
            return new Verification { ExitCode = 2, Problems = [exception.Message] };
        }
    }

    private static (int Checked, List<string> Problems) OfRuns(string path, IReadOnlyList<ModelDefinition> models, int runs, CancellationToken cancel)
    {
        try
        {
            using var stored = StoredStudy.Open(path, models);
            var ledger = stored.Ledger;
            var done = ledger.Keys().Select(run => run.RunId).Where(runId => ledger.StatusOf(runId) == RunStatus.Done).ToArray();
            RandomNumberGenerator.Shuffle<int>(done);
            var chosen = done.Take(runs).Order().ToList();
            return (chosen.Count, [.. chosen.SelectMany(runId => Problem(stored, runId, cancel))]);
        }
        catch (StorageException exception)
        {
            return (0, [exception.Message]);
        }
    }

    private static IEnumerable<string> Problem(StoredStudy stored, int runId, CancellationToken cancel)
    {
        var record = stored.Ledger.Record(runId)!;
        if (RunRows.DigestOf(stored.Study, record, stored.Ledger.PartsOf(runId)) != record.Digest)
        {
            yield return string.Create(CultureInfo.InvariantCulture,
                $"The stored rows of run {runId} are not what was written: remove {LedgerFile.FileName}, and abm resume {stored.Path} makes all runs again.");
        }
        var again = Replay.Once(stored.Study, runId, cancel);
        if (again.Digest != record.Digest)
        {
            yield return string.Create(CultureInfo.InvariantCulture,
                $"Run {runId} gives other rows than those stored{(again.Message.Length > 0 ? $" ({again.Message})" : "")}: this build or machine is not the one that made them (abm {stored.Manifest.AbmVersion}, results version {stored.Manifest.ResultsVersion}); run the study again in another directory and compare.");
        }
    }
}
