using System.Globalization;

namespace Experiments.Storage;

/// <summary>
/// Keeps two processes from writing one directory at once. The kernel's lock of one file decides; a second file, the record,
/// names the writer for everybody who only reads, and beats as long as it lives. The record decides where the kernel
/// cannot: beside a network file system whose locks do not reach another machine, and where there are no such locks.
/// </summary>
internal sealed class DirectoryLock : IDisposable
{
    /// <summary>What the kernel locks.</summary>
    public const string FileName = ".lock";

    /// <summary>Names the writer.</summary>
    public const string RecordName = ".lock.owner";

    private const int Attempts = 10;

    private const int BeatStack = 1 << 18;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly KernelLock kernel;
    private readonly string path;
    private readonly LockOwner owner;
    private readonly ManualResetEventSlim end = new();
    private readonly Thread beating;

    private DirectoryLock(KernelLock kernel, string path, LockOwner owner, TimeSpan beat)
    {
        (this.kernel, this.path, this.owner) = (kernel, path, owner);
        // A thread of its own: those of the pool may all be at work for longer than others wait for a beat.
        beating = new Thread(() => Beat(beat), BeatStack) { IsBackground = true, Name = "beat of a lock" };
        beating.Start();
    }

    /// <summary>Takes a directory.</summary>
    /// <param name="directory">The directory, which is there.</param>
    /// <param name="note">Told where taking it needs a while, because its last writer cannot be seen from here.</param>
    /// <param name="settings">For tests.</param>
    /// <exception cref="StorageException">Another process writes it.</exception>
    /// <exception cref="IOException">The file system refuses.</exception>
    public static DirectoryLock Take(string directory, Action<string>? note = null, LockSettings? settings = null)
    {
        settings ??= new LockSettings();
        var kernel = TakeKernel(directory, settings);
        try
        {
            var path = Path.Combine(directory, RecordName);
            var owner = kernel.Excludes && !IsShared(directory)
                ? Replace(directory, path, note, settings)
                : Create(directory, path, kernel.Excludes, note, settings);
            return new DirectoryLock(kernel, path, owner, settings.Beat);
        }
        catch
        {
            kernel.Dispose();
            throw;
        }
    }

    /// <summary>Who writes a directory now, or null. For words: nothing is taken, made or removed.</summary>
    /// <exception cref="IOException">The file system refuses.</exception>
    public static LockOwner? Holder(string directory, LockSettings? settings = null)
    {
        var path = Path.Combine(directory, RecordName);
        var seen = LockOwner.Read(path);
        if (seen is null || seen.IsHere)
            return seen?.IsRunning == true ? seen : null;
        return seen.Watch(path, (settings ?? new LockSettings()).Glance);
    }

    /// <summary>Whether a directory may be written now, without the time that it takes to be sure.</summary>
    /// <exception cref="IOException">The file system refuses.</exception>
    public static bool MayBeHeld(string directory) => LockOwner.Read(Path.Combine(directory, RecordName)) is { IsGone: false };

    /// <summary>True for the name of a file that a lock has, or that a holder which was killed has left.</summary>
    public static bool IsOf(string name) => name == FileName || name.StartsWith(FileName + ".", StringComparison.Ordinal);

    /// <summary>True for the name of a record that was not finished.</summary>
    public static bool IsTemporary(string name) => IsOf(name) && name is not (FileName or RecordName);

    /// <summary>Makes sure that the record still is this one: on a file system without locks another process may have taken its place.</summary>
    /// <exception cref="StorageException">It is not.</exception>
    public void RequireHeld()
    {
        var found = Found();
        if (found?.Token == owner.Token)
            return;
        if (found is null && IsEmptied(Path.GetDirectoryName(path)!))
            throw StorageException.Lost(path, new DirectoryNotFoundException("nothing of what was written is there any more"));
        throw StorageException.BadDirectory(
            $"The lock {path} was taken away{(found is null ? "" : $" by {found.Words}")}: this process stops writing there. What it had stored is kept.");
    }

    public void Dispose()
    {
        end.Set();
        beating.Join();
        end.Dispose();
        try
        {
            if (LockOwner.Read(path)?.Token != owner.Token)
            {
                kernel.Abandon();
                return;
            }
            File.Delete(path);
        }
        catch (Exception exception) when (StorageException.IsRefusal(exception))
        {
            // A lost file system deletes nothing; a record that stays counts for nothing once the kernel's lock is free.
        }
        kernel.Dispose();
    }

    /// <summary>A lock that is being left, or was just taken, has no record yet: it is waited for, a little.</summary>
    private static KernelLock TakeKernel(string directory, LockSettings settings)
    {
        var path = Path.Combine(directory, FileName);
        for (var left = settings.Patience / Pause; ; left--)
        {
            if (KernelLock.TryTake(path, settings.Share) is { } kernel)
                return kernel;
            var owner = LockOwner.Read(Path.Combine(directory, RecordName));
            if (owner is { IsGone: false })
                throw InUse(directory, owner);
            if (left <= 0)
                throw StorageException.BadDirectory($"{directory} is in use by a process that has not given its name yet: try again, or see who it is with abm status {directory}.");
            Thread.Sleep(Pause);
        }
    }

    /// <summary>
    /// True where other machines may write the directory too, which a kernel's lock does not always reach. What the runtime does
    /// not know may be shared: a file system that a program serves (sshfs), where the lock of a file ends at the mount.
    /// </summary>
    private static bool IsShared(string directory)
    {
        try
        {
            // On Windows a lock is the server's.
            return !OperatingSystem.IsWindows() && new DriveInfo(directory).DriveType is (DriveType.Network or DriveType.Unknown);
        }
        catch (Exception exception) when (StorageException.IsRefusal(exception))
        {
            return false;
        }
    }

    /// <summary>Puts down this process as the writer, where the kernel says that there is no other on this machine.</summary>
    private static LockOwner Replace(string directory, string path, Action<string>? note, LockSettings settings)
    {
        // A process that is seen to have ended is no matter. Any other should have kept the kernel's lock, but for a hand that
        // removed the file, another machine, or another mount of the same network file system in a container beside this one.
        if (LockOwner.Read(path) is { IsGone: false } seen)
            RequireStill(directory, path, seen, note, settings);
        foreach (var left in Directory.EnumerateFiles(directory).Where(file => IsTemporary(Path.GetFileName(file))))
            File.Delete(left);
        var owner = LockOwner.New();
        var own = Path.Combine(directory, $"{FileName}.{owner.Token}");
        File.WriteAllBytes(own, owner.ToBytes());
        File.Move(own, path, overwrite: true);
        return owner;
    }

    /// <summary>Puts down this process as the writer, where that takes that only one process can make the record.</summary>
    private static LockOwner Create(string directory, string path, bool isLocked, Action<string>? note, LockSettings settings)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            var owner = LockOwner.New();
            if (TryCreate(path, owner))
            {
                // Another process may have watched the record before this one, and be about to remove what it found.
                Thread.Sleep(settings.Settle);
                if (LockOwner.Read(path) is not { } found)
                    continue;
                return found.Token == owner.Token ? owner : throw InUse(directory, found);
            }
            var seen = LockOwner.Read(path);
            if (seen?.IsRunning == true)
                throw InUse(directory, seen);
            if (seen is null)
                Thread.Sleep(settings.Settle);
            else if (!isLocked || !seen.IsGone)
                RequireStill(directory, path, seen, note, settings);
            if (LockOwner.Read(path)?.Token == seen?.Token)
                File.Delete(path);
        }
        throw StorageException.BadDirectory($"{directory} is in use: other processes take it again and again.");
    }

    /// <summary>Makes sure that whoever a record names writes no more, by looking at it for a while.</summary>
    private static void RequireStill(string directory, string path, LockOwner seen, Action<string>? note, LockSettings settings)
    {
        note?.Invoke(string.Create(CultureInfo.InvariantCulture, $"{path} names {seen.Words}: whether that one still writes is watched for {settings.Watch.TotalSeconds:0} seconds."));
        if (seen.Watch(path, settings.Watch) is { } alive)
            throw InUse(directory, alive);
    }

    private static bool TryCreate(string path, LockOwner owner)
    {
        FileStream file;
        try
        {
            file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        }
        catch (IOException) when (File.Exists(path))
        {
            return false;
        }
        // A full disk takes the name of a record and not its words: that is no record of another.
        using (file)
            file.Write(owner.ToBytes());
        return true;
    }

    private static StorageException InUse(string directory, LockOwner owner) => StorageException.BadDirectory($"{directory} is in use by {owner.Words}: {owner.Advice}.");

    private void Beat(TimeSpan pause)
    {
        for (var beats = 1L; !end.Wait(pause); beats++)
        {
            try
            {
                if (!owner.Show(path, beats))
                    return;
            }
            catch (Exception exception) when (StorageException.IsRefusal(exception))
            {
                // The next one may come through; whoever writes rows learns that the file system is lost.
            }
        }
    }

    /// <summary>True where a file system was unmounted beneath the directory, so that its path is nothing any more, or what lay below.</summary>
    private static bool IsEmptied(string directory) => !Directory.Exists(directory) || !Directory.EnumerateFileSystemEntries(directory).Any();

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
