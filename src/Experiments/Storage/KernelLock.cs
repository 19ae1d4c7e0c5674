namespace Experiments.Storage;

/// <summary>
/// A file that one process at a time can hold open, by the kernel's word: flock on Unix, a share lock on Windows. The
/// kernel lets go of it when the process ends, however it ends, and asks neither a clock nor the number of a process. Nobody
/// reads the file.
/// </summary>
internal sealed class KernelLock : IDisposable
{
    /// <summary>EWOULDBLOCK of flock on Linux and on macOS; a code of Windows where 32 and 33 are.</summary>
    private const int Linux = 11, MacOS = 35, SharingViolation = 32, LockViolation = 33;

    /// <summary>Files that stay open until the process ends: closing one would remove whatever has its name by now.</summary>
    private static readonly List<FileStream> Kept = [];

    private readonly FileStream file;

    private KernelLock(FileStream file, bool excludes) => (this.file, Excludes) = (file, excludes);

    /// <summary>False on a file system without such locks, where everybody gets one.</summary>
    public bool Excludes { get; }

    /// <summary>Takes the lock; null where another process has it.</summary>
    /// <param name="path">The file; made where it is missing, and removed on closing.</param>
    /// <param name="share">Anything but none does as on a file system without such locks.</param>
    /// <exception cref="StorageException">The path is a link, or no regular file.</exception>
    /// <exception cref="IOException">The file system refuses.</exception>
    public static KernelLock? TryTake(string path, FileShare share = FileShare.None)
    {
        if (ResultFile.IsLink(path))
            throw StorageException.BadDirectory($"{path} is a link, which abm never makes there: remove it.");
        // Asked in just this way, the runtime also makes sure that the path still is the file that it locked: whoever held it
        // before removes it on closing, and another process may have made the next one meanwhile.
        if (Open(path, FileMode.OpenOrCreate, share, FileOptions.DeleteOnClose) is not { } file)
            return null;
        if (!file.CanSeek)
        {
            Keep(file);
            throw StorageException.BadDirectory($"{path} is no regular file, and abm makes no other there: remove it.");
        }
        return new KernelLock(file, excludes: !IsFree(path, share));
    }

    /// <summary>Lets go of the file, and removes it.</summary>
    public void Dispose() => file.Dispose();

    /// <summary>Keeps the file until the process ends: by its path another process may have another one.</summary>
    public void Abandon() => Keep(file);

    /// <summary>Whether the file can be had once more, as it cannot where the kernel keeps the lock.</summary>
    private static bool IsFree(string path, FileShare share)
    {
        try
        {
            using var second = Open(path, FileMode.Open, share, FileOptions.None);
            return second is not null;
        }
        catch (FileNotFoundException)
        {
            // Removed by hand: the record of the writer decides.
            return true;
        }
    }

    private static FileStream? Open(string path, FileMode mode, FileShare share, FileOptions options)
    {
        try
        {
            return new FileStream(path, mode, FileAccess.ReadWrite, share, bufferSize: 1, options);
        }
        catch (IOException exception) when (IsBusy(exception))
        {
            return null;
        }
    }

    private static bool IsBusy(IOException exception) => OperatingSystem.IsWindows()
        ? (exception.HResult & 0xFFFF) is SharingViolation or LockViolation
        : exception.HResult == (OperatingSystem.IsLinux() ? Linux : MacOS);

    private static void Keep(FileStream file)
    {
        lock (Kept)
            Kept.Add(file);
    }
}
