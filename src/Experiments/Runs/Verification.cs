using System.Globalization;
using System.Security.Cryptography;
using Agents;
using Experiments.Config;
using Experiments.Storage;

namespace Experiments.Runs;

/// <summary>Whether a result is what was written, and what its study gives again.</summary>
public sealed record Verification
{
    /// <summary>0 all is well; 1 something is lost, changed or comes out otherwise; 2 the directory holds no study, or is in use.</summary>
    public required int ExitCode { get; init; }

    /// <summary>Files whose hash was compared with the manifest and is the same.</summary>
    public int Files { get; init; }

    /// <summary>Runs whose rows in the ledger are those that were stored.</summary>
    public int Stored { get; init; }

    /// <summary>Runs that are done, of which some are carried out again.</summary>
    public int Done { get; init; }

    /// <summary>Runs that were carried out again and gave the same bytes.</summary>
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
            StoredStudy.RequireUnwritten(path);
            var manifest = StoredStudy.RequireManifest(path);
            var damage = StoredStudy.DamageOf(path, manifest, isThorough: true);
            var seen = new Verification { ExitCode = 0, Files = manifest.Files.Count(file => !file.IsScript) - damage.Count(one => !AnalysisScripts.IsScript(one.File)) };
            // A study that is not the one that was run has no rows to compare.
            if (!damage.Any(one => ResultDirectory.IsOfTheStudy(one.File)))
                seen = seen.WithRuns(path, models, runs, manifest, damage, cancel);
            return seen.WithFiles(path, manifest, damage);
        }
        catch (StorageException exception)
        {
            return new Verification { ExitCode = 2, Problems = [exception.Message] };
        }
    }

    private Verification WithFiles(string path, Manifest manifest, List<Damage> damage)
    {
        List<string> problems = [.. damage.Select(one => one.Words), .. Problems];
        if (!manifest.HasTables)
            problems.Add($"{path} has no tables yet.");
        var advice = Advice.Length > 0 ? Advice
            : damage.Count > 0 ? $"{(Problems.Count == 0 && Stored > 0 ? "The ledger is whole: " : "")}{StoredStudy.Advice(path, damage, isLedgerLost: false)}"
            : !manifest.HasTables ? $"abm resume {path} goes on; abm status {path} says how far it is."
            : "";
        return this with { ExitCode = problems.Count > 0 ? 1 : 0, Problems = problems, Advice = advice };
    }

    private Verification WithRuns(string path, IReadOnlyList<ModelDefinition> models, int runs, Manifest manifest, List<Damage> damage, CancellationToken cancel)
    {
        try
        {
            using var stored = StoredStudy.Open(path, models);
            var damaged = stored.Ledger.DamagedRuns().ToHashSet();
            var done = stored.Records.Where(record => record.IsDone).Select(record => record.RunId).ToArray();
            var chosen = done.Where(runId => !damaged.Contains(runId)).ToArray();
            RandomNumberGenerator.Shuffle<int>(chosen);
            chosen = [.. chosen.Take(runs).Order()];
            var problems = chosen.Select(runId => Problem(stored, runId, cancel)).OfType<string>().ToList();
            return this with
            {
                Stored = stored.Ledger.Keys().Count() - damaged.Count,
                Done = done.Length,
                Runs = chosen.Length - problems.Count,
                Problems = [.. Words(damaged), .. problems],
                Advice = damaged.Count > 0 ? $"abm resume {path} makes those runs again." : "",
            };
        }
        catch (StorageException exception) when (exception.IsLedgerLost)
        {
            return this with { Problems = [$"{exception.Fact}."], Advice = manifest.HasTables ? StoredStudy.Advice(path, damage, isLedgerLost: true) : $"{LedgerFile.Again(path, isToBeRemoved: LedgerFile.IsThere(path))}." };
        }
        catch (StorageException exception) when (!exception.IsLost)
        {
            return this with { Problems = [exception.Message] };
        }
        catch (ModelFaultException exception)
        {
            return this with { Problems = [$"{exception.Message}."] };
        }
    }

    private static IEnumerable<string> Words(HashSet<int> damaged)
    {
        if (damaged.Count > 0)
            yield return Text($"The rows that are stored of {damaged.Count} runs, the first of them run {damaged.Min()}, are not what was written.");
    }

    private static string? Problem(StoredStudy stored, int runId, CancellationToken cancel)
    {
        var again = Replay.Once(stored.Study, runId, cancel);
        return again.Digest == stored.Ledger.Record(runId)!.Digest
            ? null
            : Text($"Run {runId} gives other rows than those stored{(again.Message.Length > 0 ? $" ({again.Message})" : "")}: {stored.WhyOtherRows}.");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
