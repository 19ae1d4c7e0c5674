using Experiments.Config;
using Experiments.Storage;

namespace Experiments.Cluster;

/// <summary>Opens a ledger that another process writes or wrote, alive or dead, and leaves it as it is.</summary>
internal sealed class LedgerReader : IDisposable
{
    private readonly string? copy;

    private LedgerReader(Ledger ledger, string? copy) => (Ledger, this.copy) = (ledger, copy);

    /// <summary>Its runs.</summary>
    public Ledger Ledger { get; }

    /// <summary>True where its writer ended in order, so that nobody writes it any more.</summary>
    public bool IsClosed => copy is null;

    /// <summary>Opens the ledger in a folder; null where its writer died before it had stored anything.</summary>
    /// <exception cref="StorageException">It is damaged, or of another study.</exception>
    public static LedgerReader? Open(string path, Study study)
    {
        if (!File.Exists(Path.Combine(path, LedgerFile.FileName)))
            return null;
        // A lock that is left tells of a dead process or of one on a node that only seems dead: a copy disturbs neither,
        // and takes back in the copy what was not committed.
        if (!File.Exists(Path.Combine(path, DirectoryLock.FileName)) && !File.Exists(Path.Combine(path, LedgerFile.JournalName)))
            return new LedgerReader(Ledger.Read(path, study), copy: null);
        var copy = Copy(path);
        try
        {
            LedgerFile.TakeBack(copy);
            return new LedgerReader(Ledger.Read(copy, study), copy);
        }
        catch (StorageException exception) when (exception.IsLedgerLost)
        {
            // Told of the ledger that stays: nobody could do anything about the copy.
            Remove(copy);
            throw StorageException.LostLedger(exception.Fact.Replace(copy, path, StringComparison.Ordinal), LedgerFile.Again(path, isToBeRemoved: true), cause: exception);
        }
        catch
        {
            Remove(copy);
            throw;
        }
    }

    public void Dispose()
    {
        Ledger.Dispose();
        if (copy is not null)
            Remove(copy);
    }

    private static string Copy(string path)
    {
        var copy = Path.Combine(path, $"{Shards.CopyPrefix}{Environment.MachineName}-{Environment.ProcessId}");
        try
        {
            Directory.CreateDirectory(copy);
            foreach (var name in new[] { LedgerFile.JournalName, LedgerFile.FileName })
            {
                if (File.Exists(Path.Combine(path, name)))
                    File.Copy(Path.Combine(path, name), Path.Combine(copy, name), overwrite: true);
            }
            return copy;
        }
        catch (Exception exception) when (StorageException.IsRefusal(exception))
        {
            Remove(copy);
            throw StorageException.CannotStart(path, exception);
        }
    }

    private static void Remove(string copy)
    {
        try
        {
            Directory.Delete(copy, recursive: true);
        }
        catch (Exception exception) when (StorageException.IsRefusal(exception))
        {
            // It only takes room.
        }
    }
}
