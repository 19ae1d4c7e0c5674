using System.ComponentModel;
using System.Globalization;
using System.Text;

namespace Experiments.Storage;

/// <summary>
/// Keeps two processes from writing one directory at once: a file that only one of them can create. It names host,
/// process and start time, so that the lock of a process that died on this host is seen to be stale and taken over.
/// </summary>
internal sealed class DirectoryLock : IDisposable
{
    public const string FileName = ".lock";

    private readonly FileStream stream;
    private readonly string path;

    private DirectoryLock(FileStream stream, string path)
    {
        (this.stream, this.path) = (stream, path);
        try
        {
            stream.SetLength(0);
            stream.Write(Encoding.UTF8.GetBytes(Owner.This.ToString()));
            stream.Flush();
        }
        catch (IOException)
        {
            Dispose();
            throw;
        }
    }

    /// <exception cref="StorageException">Another process holds the lock, or may hold it.</exception>
    /// <exception cref="IOException">The file system refuses.</exception>
    public static DirectoryLock Take(string directory)
    {
        var path = Path.Combine(directory, FileName);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return new DirectoryLock(new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read, 0), path);
            }
            catch (IOException) when (File.Exists(path))
            {
            }
            try
            {
                // Only one process can hold it for itself alone, and none while its owner lives on this host.
                var stale = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, 0);
                return new DirectoryLock(RequireStale(stale, directory), path);
            }
            catch (FileNotFoundException) when (attempt < 10)
            {
                // Its owner has just ended: try again from the start.
            }
            catch (IOException exception)
            {
                throw StorageException.BadDirectory($"{directory} is in use: another process is writing there{Described(path)}.", exception);
            }
        }
    }

    public void Dispose()
    {
        // Removed while it is still held, so that nobody takes over a file that is about to go.
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (StorageException.IsRefusal(exception))
        {
            // Windows deletes no open file, and a lost file system none at all; a lock that stays is stale by then.
        }
        stream.Dispose();
        if (OperatingSystem.IsWindows())
            File.Delete(path);
    }

    private static FileStream RequireStale(FileStream held, string directory)
    {
        var owner = Owner.Read(held);
        if (owner is { IsDead: true })
            return held;
        held.Dispose();
        throw StorageException.BadDirectory(owner is null
            ? $"{directory} is locked by a file that names no process: remove {FileName} there if nothing is writing."
            : $"{directory} is in use by {owner.Words}: wait for it, or remove {FileName} there if that process is gone.");
    }

    private static string Described(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return Owner.Read(file) is { } owner ? $" ({owner.Words})" : "";
        }
        catch (Exception exception) when (StorageException.IsRefusal(exception))
        {
            return "";
        }
    }

    private sealed record Owner(string Host, int Process, DateTime Started)
    {
        /// <summary>The system tells a process's start to a hundredth of a second, and not always the same one.</summary>
        private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(2);

        public static Owner This
        {
            get
            {
                using var process = System.Diagnostics.Process.GetCurrentProcess();
                return new Owner(Environment.MachineName, process.Id, process.StartTime.ToUniversalTime());
            }
        }

        public string Words => $"process {Process} on {Host}";

        public bool IsDead
        {
            get
            {
                if (Host != Environment.MachineName)
                    return false;
                try
                {
                    using var process = System.Diagnostics.Process.GetProcessById(Process);
                    return (process.StartTime.ToUniversalTime() - Started).Duration() > Tolerance;
                }
                catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
                {
                    return true;
                }
                catch (Win32Exception)
                {
                    return false;
                }
            }
        }

        public static Owner? Read(Stream stream)
        {
            using var reader = new StreamReader(stream, Encoding.UTF8, false, 256, leaveOpen: true);
            var lines = reader.ReadToEnd().Split('\n');
            return lines.Length >= 3
                && int.TryParse(lines[1], NumberStyles.None, CultureInfo.InvariantCulture, out var process)
                && DateTime.TryParse(lines[2], CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var started)
                ? new Owner(lines[0], process, started)
                : null;
        }

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Host}\n{Process}\n{Started:O}\n");
    }
}
