using System.Globalization;
using Experiments.Storage;

namespace Experiments.Runs;

/// <summary>How far the study of a directory has come, whoever writes it: looking never disturbs.</summary>
public sealed record StudyStatus
{
    /// <summary>The directory's full path.</summary>
    public required string Directory { get; init; }

    /// <summary>The study's name.</summary>
    public required string Study { get; init; }

    /// <summary>The model's name.</summary>
    public required string Model { get; init; }

    /// <summary>Runs that the study wants, as far as is known.</summary>
    public required int Total { get; init; }

    /// <summary>Runs that are done.</summary>
    public required int Done { get; init; }

    /// <summary>Runs that threw.</summary>
    public required int Failed { get; init; }

    /// <summary>Runs that took longer than a run may; resume tries them again.</summary>
    public required int TimedOut { get; init; }

    /// <summary>Runs that threads are at now.</summary>
    public required int Running { get; init; }

    /// <summary>Estimate of the writer, as of its last word; null where nobody writes or nothing can be told.</summary>
    public TimeSpan? TimeLeft { get; init; }

    /// <summary>The share by which that estimate may be off.</summary>
    public double Uncertainty { get; init; }

    /// <summary>Who writes the directory and since when; null where nobody does.</summary>
    public string? Writer { get; init; }

    /// <summary>What to do next; empty where there is nothing.</summary>
    public required string Advice { get; init; }

    /// <summary>True where every run is done and the tables stand.</summary>
    public required bool IsComplete { get; init; }

    /// <summary>Runs of which nothing is known yet, those that are running apart.</summary>
    public int Missing => Math.Max(0, Total - Done - Failed - TimedOut - Running);

    /// <summary>Looks at a directory.</summary>
    /// <param name="directory">A directory that <c>abm run</c> wrote or writes.</param>
    /// <returns>The status, or null and what stands in its way.</returns>
    public static (StudyStatus? Status, string Complaint) Of(string directory)
    {
        try
        {
            var path = StoredStudy.FullPath(directory);
            var manifest = StoredStudy.RequireManifest(path);
            return (DirectoryLock.Holder(path) is { } writer ? Written(path, manifest, writer) : Resting(path, manifest), "");
        }
        catch (StorageException exception)
        {
            return (null, exception.Message);
        }
        catch (Exception exception) when (StorageException.IsRefusal(exception))
        {
            return (null, $"Cannot read {directory}: {exception.Message}");
        }
    }

    private static StudyStatus Written(string path, Manifest manifest, LockOwner writer)
    {
        var now = ProgressFile.Read(path) ?? new ProgressFile(manifest.Runs.Total, 0, 0, 0, 0, manifest.Started, null);
        return Of(path, manifest, now) with
        {
            Running = now.Running,
            TimeLeft = now.SecondsLeft is { } seconds ? TimeSpan.FromSeconds(Math.Max(0, seconds - (DateTime.UtcNow - now.Updated).TotalSeconds)) : null,
            Uncertainty = now.Uncertainty,
            Writer = writer.Words,
        };
    }

    private static StudyStatus Resting(string path, Manifest manifest)
    {
        var runs = manifest.Runs;
        var asOfManifest = new ProgressFile(runs.Total, runs.Done, runs.Failed, runs.TimedOut, 0, manifest.Started, null);
        if (manifest.Status == Manifest.Complete)
            return Complete(path, manifest, asOfManifest);
        var now = File.Exists(Path.Combine(path, LedgerFile.FileName)) ? Counted(path, asOfManifest) : asOfManifest;
        var shards = ShardsProgress.Of(path);
        if (shards is not null)
            return Of(path, manifest, shards.AddedTo(now)) with { Running = shards.Running, TimeLeft = shards.TimeLeft, Uncertainty = shards.Uncertainty, Advice = shards.Advice(path) };
        var retried = now.Failed > 0 && now.Done + now.Failed == now.Total ? " --retry-failed" : "";
        var tables = now.Done == now.Total ? "Every run is done, but the tables are not written. " : "";
        return Of(path, manifest, now) with { Advice = StoredStudy.ConfigLoss(path) ?? $"{tables}Nobody writes it: abm resume {path}{retried} goes on." };
    }

    /// <summary>Every run is done; whether what was written of them still stands is seen at a glance.</summary>
    private static StudyStatus Complete(string path, Manifest manifest, ProgressFile asOfManifest)
    {
        var damage = StoredStudy.DamageOf(path, manifest, isThorough: false);
        var (loss, remedy) = LedgerLoss(path, asOfManifest);
        var words = damage.Select(one => one.Words).Concat(loss is null ? [] : [loss]).ToList();
        return Of(path, manifest, asOfManifest) with
        {
            IsComplete = damage.Count == 0,
            Advice = words.Count == 0 ? "" : $"{string.Join(", ", words)}. {StoredStudy.Advice(path, damage, remedy, isThorough: false)}",
        };
    }

    /// <summary>What is wrong with a ledger at a glance, and what brings it back; nothing where it is as long as the manifest says.</summary>
    private static (string? Loss, string? Remedy) LedgerLoss(string path, ProgressFile known)
    {
        var remedy = LedgerFile.Again(path, isToBeRemoved: false);
        try
        {
            if (!LedgerFile.IsThere(path))
                return ($"{LedgerFile.FileName} is missing or empty", remedy);
            if (LedgerFile.HasJournal(path))
                Ledger.Count(path);
            var now = Counted(path, known);
            var lacking = known.Done + known.Failed + known.TimedOut - now.Done - now.Failed - now.TimedOut;
            return lacking > 0
                ? (string.Create(CultureInfo.InvariantCulture, $"{lacking} runs are missing in {LedgerFile.FileName}"), $"abm resume {path} makes them again")
                : (null, null);
        }
        catch (StorageException exception) when (exception.IsLedgerLost)
        {
            return (exception.Fact, exception.Remedy);
        }
    }

    private static ProgressFile Counted(string path, ProgressFile known)
    {
        // Where a journal stands, a writer died in the middle of a commit: what it had said last is all that can be told without a change.
        if (LedgerFile.HasJournal(path))
            return ProgressFile.Read(path) ?? known;
        var counts = Ledger.Count(path);
        return known with { Done = counts[RunStatus.Done], Failed = counts[RunStatus.Failed], TimedOut = counts[RunStatus.TimedOut] };
    }

    private static StudyStatus Of(string path, Manifest manifest, ProgressFile now) => new()
    {
        Directory = path,
        Study = manifest.Study,
        Model = manifest.Model,
        Total = now.Total,
        Done = now.Done,
        Failed = now.Failed,
        TimedOut = now.TimedOut,
        Running = 0,
        Advice = "",
        IsComplete = manifest.Status == Manifest.Complete,
    };
}
