using System.ComponentModel;
using System.Globalization;
using System.Text;

namespace Experiments.Storage;

/// <summary>Who holds a directory, as its lock file says.</summary>
/// <param name="Host">The machine's name.</param>
/// <param name="Process">The process's number there.</param>
/// <param name="Started">When that process began: its number may be another's by now.</param>
/// <param name="Since">When it took the directory.</param>
/// <param name="Token">A word of its own, so that no two locks are ever alike.</param>
internal sealed record LockOwner(string Host, int Process, DateTime Started, DateTime Since, string Token)
{
    /// <summary>The system tells a process's start to a hundredth of a second, and not always the same one.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(2);

    /// <summary>This process, now.</summary>
    public static LockOwner New()
    {
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        return new LockOwner(Environment.MachineName, process.Id, process.StartTime.ToUniversalTime(), DateTime.UtcNow, Guid.NewGuid().ToString("N"));
    }

    /// <summary>For a message.</summary>
    public string Words => string.Create(CultureInfo.InvariantCulture, $"process {Process} on {Host} since {Since:yyyy-MM-dd HH:mm:ss} UTC");

    /// <summary>True when the process is known to be gone: it was on this machine, and is not there or is another's number now.</summary>
    public bool IsDead
    {
        get
        {
            if (Host != Environment.MachineName)
                return false;
            try
            {
                using var process = System.Diagnostics.Process.GetProcessById(Process);
                return (process.StartTime.ToUniversalTime() - Started).Duration() > Tolerance || IsZombie(Process);
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

    /// <summary>What to do about a lock that this process does not hold.</summary>
    public string Advice => Host == Environment.MachineName
        ? "wait for it, or end it"
        : $"wait for it, or remove {DirectoryLock.FileName} there if that process is gone";

    /// <summary>Reads a lock file; null where there is none, or none that names a process.</summary>
    /// <exception cref="IOException">The file system refuses.</exception>
    public static LockOwner? Read(string path)
    {
        try
        {
            // Whoever reads must neither hold the file nor keep it from being removed.
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(file, Encoding.UTF8);
            return Parse(reader.ReadToEnd().Split('\n'));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    public byte[] ToBytes() => Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Host}\n{Process}\n{Started:O}\n{Since:O}\n{Token}\n"));

    /// <summary>True for a process that has ended and whose parent has not asked for its exit code, as happens in containers.</summary>
    private static bool IsZombie(int process)
    {
        if (!OperatingSystem.IsLinux())
            return false;
        try
        {
            var stat = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/stat"));
            // The state follows the name, which stands in parentheses and may hold some itself.
            return stat.AsSpan(stat.LastIndexOf(')') + 1).TrimStart() is ['Z' or 'X', ..];
        }
        catch (Exception exception) when (StorageException.IsRefusal(exception))
        {
            return false;
        }
    }

    private static LockOwner? Parse(string[] lines) =>
        lines.Length >= 5
        && int.TryParse(lines[1], NumberStyles.None, CultureInfo.InvariantCulture, out var process)
        && Time(lines[2]) is { } started
        && Time(lines[3]) is { } since
            ? new LockOwner(lines[0], process, started, since, lines[4])
            : null;

    private static DateTime? Time(string text) =>
        DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time) ? time : null;
}
