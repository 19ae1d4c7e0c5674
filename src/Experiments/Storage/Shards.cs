using System.Globalization;
using System.Text.RegularExpressions;

namespace Experiments.Storage;

/// <summary>
/// The folder within a result where each task stores its runs in a shard of its own, so that no two processes write one
/// file. A shard's name may end in a point and the number of the attempt: a task that starts again begins a new shard
/// and never waits for the lock of a dead node.
/// </summary>
internal static partial class Shards
{
    private const string FolderName = "shards";

    private const int LongestName = 100;

    /// <summary>Begins the names of copies that are read while a task may be writing.</summary>
    public const string CopyPrefix = ".copy-";

    /// <summary>The folder of a shard.</summary>
    /// <exception cref="StorageException">A link is in its place.</exception>
    public static string PathOf(string directory, string shard) => ResultFile.PathOf(directory, $"{FolderName}/{shard}");

    /// <summary>True for the folder of a shard.</summary>
    public static bool IsShard(string path) => Path.GetFileName(Path.GetDirectoryName(path)) == FolderName;

    /// <summary>True for what can be a shard's name.</summary>
    public static bool IsName(string text) => text.Length <= LongestName && Name().IsMatch(text);

    /// <summary>The names of all shards, in order.</summary>
    /// <exception cref="StorageException">The folder cannot be read.</exception>
    public static IReadOnlyList<string> Of(string directory)
    {
        var folder = ResultFile.PathOf(directory, FolderName);
        try
        {
            return Directory.Exists(folder)
                ? [.. Directory.EnumerateDirectories(folder).Select(path => Path.GetFileName(path)).Where(IsName).Order(StringComparer.Ordinal)]
                : [];
        }
        catch (Exception exception) when (StorageException.IsRefusal(exception))
        {
            throw StorageException.BadDirectory($"Cannot read {folder}: {exception.Message}", exception);
        }
    }

    /// <summary>The other attempts of a shard's task.</summary>
    public static IEnumerable<string> OtherAttempts(string directory, string shard) =>
        TaskOf(shard) is { } task ? Of(directory).Where(other => other != shard && TaskOf(other) == task) : [];

    /// <summary>What stands before the number of the attempt; null for a name without one.</summary>
    public static string? TaskOf(string shard) => Attempt().Match(shard) is { Success: true } match ? shard[..match.Index] : null;

    /// <summary>The task of an array, as the names of its shards give it.</summary>
    public static string TaskOf(string arrayJob, int task) => string.Create(CultureInfo.InvariantCulture, $"{arrayJob}-{task}");

    /// <summary>Removes a shard whose runs are all stored elsewhere, with what a task that died left beside them; anything that no task wrote stays.</summary>
    public static void Remove(string directory, string shard)
    {
        var path = PathOf(directory, shard);
        try
        {
            foreach (var file in Directory.EnumerateFiles(path).Where(DirectoryInspection.IsOfAWriter))
                File.Delete(file);
            // A merge that died left its copy.
            foreach (var copy in Directory.EnumerateDirectories(path, CopyPrefix + "*"))
                Directory.Delete(copy, recursive: true);
            if (!Directory.EnumerateFileSystemEntries(path).Any())
                Directory.Delete(path);
            var folder = Path.GetDirectoryName(path)!;
            if (!Directory.EnumerateFileSystemEntries(folder).Any())
                Directory.Delete(folder);
        }
        catch (Exception exception) when (StorageException.IsRefusal(exception))
        {
            // It only takes room; the next merge finds nothing new in it.
        }
    }

    /// <summary>Removes all shards of a study that is replaced.</summary>
    /// <exception cref="IOException">The file system refuses.</exception>
    public static void RemoveAll(string directory)
    {
        var folder = Path.Combine(directory, FolderName);
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    [GeneratedRegex(@"\A[A-Za-z0-9_][A-Za-z0-9_.-]*\z")]
    private static partial Regex Name();

    [GeneratedRegex(@"\.[0-9]+\z")]
    private static partial Regex Attempt();
}
