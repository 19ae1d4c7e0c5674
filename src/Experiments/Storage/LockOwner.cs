using System.ComponentModel;
using System.Globalization;
using System.Text;

namespace Experiments.Storage;

/// <summary>Who writes a directory, as that process has put it down there. Everybody may read it; it is no lock itself.</summary>
/// <param name="Host">The machine's name.</param>
/// <param name="Boot">The kernel's name for the time since it was started; empty where it has none.</param>
/// <param name="Namespace">The namespace of the process's number; empty where there are none.</param>
/// <param name="Process">The process's number there.</param>
/// <param name="Started">When that process began, by a clock that nobody sets: its number may be another's by now.</param>
/// <param name="Since">When it took the directory: for words only.</param>
/// <param name="Token">A word of its own, so that no two records are ever alike.</param>
/// <param name="Beats">Grows as long as the process lives.</param>
internal sealed record LockOwner(string Host, string Boot, string Namespace, int Process, long Started, DateTime Since, string Token, long Beats)
{
    /// <summary>Digits of the last line, so that a beat never changes the size of the file.</summary>
    private const int Digits = 19;

    private const int LongestRecord = 4096;

    private const int Lines = 8;

    /// <summary>The field of /proc/PID/stat that tells when a process began, counted from its state, which is the third.</summary>
    private const int StartField = 19;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    private static readonly (string Boot, string Namespace, long Started) Own = (
        OperatingSystem.IsLinux() ? TextOf("/proc/sys/kernel/random/boot_id").Trim() : "", OwnNamespace(), StartOf(Environment.ProcessId) ?? 0);

    /// <summary>This process, now.</summary>
    public static LockOwner New() =>
        new(Environment.MachineName, Own.Boot, Own.Namespace, Environment.ProcessId, Own.Started, DateTime.UtcNow, Guid.NewGuid().ToString("N"), 0);

    /// <summary>For a message.</summary>
    public string Words => string.Create(CultureInfo.InvariantCulture, $"process {Process} on {Host} since {Since:yyyy-MM-dd HH:mm:ss} UTC");

    /// <summary>What to do about a directory that it writes.</summary>
    public string Advice => IsHere ? "wait for it, or end it" : "wait for it, or end it where it runs";

    /// <summary>True where this process can see whether that one lives: the same kernel, not started again since, and the same numbers.</summary>
    public bool IsHere => OperatingSystem.IsLinux()
        ? Boot.Length > 0 && Namespace.Length > 0 && (Boot, Namespace) == (Own.Boot, Own.Namespace)
        : Host == Environment.MachineName && Boot.Length == 0;

    /// <summary>True where this process can see that one, and it lives.</summary>
    public bool IsRunning => IsHere && StartOf(Process) == Started;

    /// <summary>True where this process can see that that one has ended.</summary>
    public bool IsGone => IsHere && !IsRunning;

    /// <summary>Reads a record; null where there is none, or none that names a process.</summary>
    /// <exception cref="IOException">The file system refuses.</exception>
    public static LockOwner? Read(string path)
    {
        try
        {
            // One without length may be a pipe, which keeps whoever opens it.
            if (new FileInfo(path) is not { Exists: true, Length: > 0 and <= LongestRecord, LinkTarget: null })
                return null;
            using var file = Open(path, FileAccess.Read);
            return Parse(TextOf(file));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Watches whether its writer goes on. It counts its own looks, so that no clock can hurry it, nor a pause of this process.</summary>
    /// <returns>The record as it is now, where it has moved; null where it stood still, or went away.</returns>
    /// <exception cref="IOException">The file system refuses.</exception>
    public LockOwner? Watch(string path, TimeSpan time)
    {
        for (var look = 0; look < time / Look; look++)
        {
            Thread.Sleep(Look);
            var now = Read(path);
            if (now != this)
                return now;
        }
        return null;
    }

    /// <summary>Shows in the record that its process lives. In place, so that a full disk does not stop it.</summary>
    /// <returns>False where the record is another's by now, or gone.</returns>
    /// <exception cref="IOException">The file system refuses.</exception>
    public bool Show(string path, long beats)
    {
        try
        {
            using var file = Open(path, FileAccess.ReadWrite);
            if (Parse(TextOf(file))?.Token != Token)
                return false;
            RandomAccess.Write(file.SafeFileHandle, Encoding.UTF8.GetBytes(TextOf(beats)), file.Length - Digits - 1);
            return true;
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
    }

    public byte[] ToBytes() => Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture, $"{Host}\n{Boot}\n{Namespace}\n{Process}\n{Started}\n{Since:O}\n{Token}\n{TextOf(Beats)}\n"));

    private static string TextOf(long beats) => beats.ToString($"D{Digits}", CultureInfo.InvariantCulture);

    /// <summary>Whoever reads must neither hold the file nor keep it from being replaced.</summary>
    private static FileStream Open(string path, FileAccess access) => new(path, FileMode.Open, access, FileShare.ReadWrite | FileShare.Delete);

    private static string TextOf(FileStream file)
    {
        var bytes = new byte[LongestRecord];
        return Encoding.UTF8.GetString(bytes, 0, file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
    }

    private static LockOwner? Parse(string text) =>
        text.Split('\n') is { Length: > Lines } lines
        && !text.Any(one => char.IsControl(one) && one != '\n')
        && int.TryParse(lines[3], NumberStyles.None, CultureInfo.InvariantCulture, out var process)
        && long.TryParse(lines[4], NumberStyles.None, CultureInfo.InvariantCulture, out var started)
        && DateTime.TryParse(lines[5], CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var since)
        && long.TryParse(lines[7], NumberStyles.None, CultureInfo.InvariantCulture, out var beats)
            ? new LockOwner(lines[0], lines[1], lines[2], process, started, since, lines[6], beats)
            : null;

    /// <summary>When a process began; null where there is none of that number, or one that has ended and waits for its parent.</summary>
    private static long? StartOf(int process)
    {
        if (!OperatingSystem.IsLinux())
            return StartBySystem(process);
        // The state follows the name, which stands in parentheses and may hold some itself.
        var stat = TextOf(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/stat"));
        var fields = stat[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length > StartField && fields[0] is not ("Z" or "X") && long.TryParse(fields[StartField], CultureInfo.InvariantCulture, out var started) ? started : null;
    }

    /// <summary>Where the system keeps the moment itself; on Linux that is made of the clock of the wall, and moves with it.</summary>
    private static long? StartBySystem(int process)
    {
        try
        {
            using var found = System.Diagnostics.Process.GetProcessById(process);
            return found.StartTime.ToUniversalTime().Ticks;
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or Win32Exception)
        {
            return null;
        }
    }

    private static string OwnNamespace()
    {
        try
        {
            return OperatingSystem.IsLinux() ? new FileInfo("/proc/self/ns/pid").LinkTarget ?? "" : "";
        }
        catch (Exception exception) when (StorageException.IsRefusal(exception))
        {
            return "";
        }
    }

    private static string TextOf(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception exception) when (StorageException.IsRefusal(exception))
        {
            return "";
        }
    }
}
