using System.Text.Json;

namespace Experiments.Storage;

/// <summary>
/// How far a writer has come, for whoever asks while it writes: replaced as a whole about once a second, and gone when
/// the writer ends in order.
/// </summary>
/// <param name="Total">Runs that the study wants, as far as is known.</param>
/// <param name="Done">Runs that are done.</param>
/// <param name="Failed">Runs that threw.</param>
/// <param name="TimedOut">Runs that took longer than a run may.</param>
/// <param name="Running">Runs that threads are at.</param>
/// <param name="Updated">When this was so.</param>
/// <param name="SecondsLeft">Estimate at the mean rate of this execution; null until enough of its runs are over to tell.</param>
/// <param name="Uncertainty">The share by which that may be off.</param>
internal sealed record ProgressFile(int Total, int Done, int Failed, int TimedOut, int Running, DateTime Updated, double? SecondsLeft, double Uncertainty = 0)
{
    public const string FileName = ".progress.json";

    /// <summary>False for numbers that no writer says, and that would not be a time.</summary>
    private bool IsSound =>
        Math.Min(Math.Min(Total, Done), Math.Min(Failed, TimedOut)) >= 0 && Running >= 0 && Uncertainty >= 0 && SecondsLeft is null or (>= 0 and < int.MaxValue);

    /// <summary>What a writer knows of itself.</summary>
    public static ProgressFile Of(int total, TimeSpan? timeLeft, double uncertainty, Ledger ledger, int running) => new(
        total, ledger.Count(RunStatus.Done), ledger.Count(RunStatus.Failed), ledger.Count(RunStatus.TimedOut), running, DateTime.UtcNow, timeLeft?.TotalSeconds, uncertainty);

    /// <summary>Replaces the file. It is a courtesy: where it cannot be written, nothing is said.</summary>
    public void Write(string directory)
    {
        var path = Path.Combine(directory, FileName);
        try
        {
            using (var file = ResultFile.Create(directory, FileName + TableFile.PartialSuffix))
                file.Write(JsonSerializer.SerializeToUtf8Bytes(this));
            File.Move(path + TableFile.PartialSuffix, path, overwrite: true);
        }
        catch (Exception exception) when (StorageException.IsRefusal(exception))
        {
            // The ledger will tell if the file system is lost.
        }
    }

    /// <summary>Reads the file; null where there is none that can be read.</summary>
    public static ProgressFile? Read(string directory)
    {
        try
        {
            return JsonSerializer.Deserialize<ProgressFile>(ResultFile.Read(directory, FileName)) is { IsSound: true } read ? read : null;
        }
        catch (Exception exception) when (exception is JsonException or StorageException || StorageException.IsRefusal(exception))
        {
            return null;
        }
    }
}
