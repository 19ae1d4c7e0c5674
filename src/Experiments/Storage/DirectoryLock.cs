namespace Experiments.Storage;

/// <summary>
/// Keeps two processes from writing one directory at once: a file that only one of them can create, whatever the file
/// system thinks of flock. It names host, process, its start and since when, so that the lock of a process that died on
/// this host is seen to be stale and taken over.
/// </summary>
internal sealed class DirectoryLock : IDisposable
{
    public const string FileName = ".lock";

    private const int Attempts = 10;

    private readonly string path;
    private readonly LockOwner owner;

    private DirectoryLock(string path, LockOwner owner) => (this.path, this.owner) = (path, owner);

    /// <exception cref="StorageException">Another process holds the lock, or may hold it.</exception>
    /// <exception cref="IOException">The file system refuses.</exception>
    public static DirectoryLock Take(string directory)
    {
        var path = Path.Combine(directory, FileName);
        var own = LockOwner.New();
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            if (TryCreate(path, own))
                return new DirectoryLock(path, own);
            RemoveIfStale(directory, path, own.Token);
        }
        throw StorageException.BadDirectory($"{directory} is in use: other processes take it again and again.");
    }

    /// <summary>Who writes a directory now, or null.</summary>
    /// <exception cref="IOException">The file system refuses.</exception>
    public static LockOwner? Holder(string directory) =>
        LockOwner.Read(Path.Combine(directory, FileName)) is { IsDead: false } owner ? owner : null;

    /// <summary>Makes sure that the lock is still this one: nobody may have removed it by hand.</summary>
    /// <exception cref="StorageException">It is not.</exception>
    public void RequireHeld()
    {
        var found = Found();
        if (found?.Token != owner.Token)
        {
            throw StorageException.BadDirectory(
                $"The lock {path} was taken away{(found is null ? "" : $" by {found.Words}")}: this process stops writing there. What it had stored is kept.");
        }
    }

    public void Dispose()
    {
        try
        {
            if (LockOwner.Read(path)?.Token == owner.Token)
                File.Delete(path);
        }
        catch (Exception exception) when (StorageException.IsRefusal(exception))
        {
            // A lost file system deletes nothing; a lock that stays is stale as soon as this process has ended.
        }
    }

    /// <summary>Written under a name of its own first, so that nobody ever reads half of it; the move fails where the lock exists.</summary>
    private static bool TryCreate(string path, LockOwner owner)
    {
        var own = $"{path}.{owner.Token}";
        File.WriteAllBytes(own, owner.ToBytes());
        try
        {
            File.Move(own, path, overwrite: false);
            return true;
        }
        catch (IOException)
        {
            // Another's, or gone by now: the next look tells.
            File.Delete(own);
            return false;
        }
    }

    private static void RemoveIfStale(string directory, string path, string token)
    {
        var seen = LockOwner.Read(path);
        if (seen is null)
        {
            if (File.Exists(path))
                throw StorageException.BadDirectory($"{directory} is locked by a file that names no process: remove {FileName} there if nothing is writing.");
            return;
        }
        if (!seen.IsDead)
            throw StorageException.BadDirectory($"{directory} is in use by {seen.Words}: {seen.Advice}.");
        var aside = $"{path}.{token}";
        try
        {
            File.Move(path, aside, overwrite: true);
            // Another process may have been quicker, so that this is its lock: it gets it back, and finds out if it cannot.
            if (LockOwner.Read(aside)?.Token != seen.Token && !File.Exists(path))
                File.Move(aside, path, overwrite: false);
            else
                File.Delete(aside);
        }
        catch (FileNotFoundException)
        {
            // Taken over by another process: the next attempt sees which.
        }
    }

    private LockOwner? Found()
    {
        try
        {
            return LockOwner.Read(path);
        }
        catch (Exception exception) when (StorageException.IsRefusal(exception))
        {
            throw StorageException.Lost(path, exception);
        }
    }
}
