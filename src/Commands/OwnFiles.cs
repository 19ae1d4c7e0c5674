using System.Globalization;
using Experiments.Config;

namespace Commands;

/// <summary>Files that a command writes for its user: whole or not at all, and never over others without being asked to.</summary>
internal static class OwnFiles
{
    /// <param name="option">The option that names them, for messages.</param>
    /// <param name="force">Whether others are replaced.</param>
    /// <param name="files">What they hold.</param>
    /// <exception cref="ConfigException">Another file is there, or one cannot be written; all are looked at before the first is.</exception>
    /// <exception cref="IOException">The disk is full.</exception>
    public static void Write(string option, bool force, params IReadOnlyList<(string Path, byte[] Bytes)> files)
    {
        foreach (var (path, _) in files)
            RequireName(option, path);
        foreach (var (path, bytes) in files)
            RequireFree(option, path, bytes, force);
        foreach (var (path, bytes) in files)
            Write(option, path, bytes);
    }

    /// <summary>Says, before long work, whether a file could have that name.</summary>
    /// <exception cref="ConfigException">It is none, or a folder's.</exception>
    public static void RequireName(string option, string path)
    {
        // A name with a line break in it would end a comment of the config that it stands in.
        if (path.Trim().Length == 0 || path.Any(char.IsControl))
            throw Refusal(option, $"{Problem.Quote(path)} is not the name of a file");
        if (Directory.Exists(path))
            throw Refusal(option, $"{Problem.Quote(path)} is a folder: name a file");
    }

    private static void RequireFree(string option, string path, byte[] bytes, bool force)
    {
        if (!force && Path.Exists(path) && !IsThere(path, bytes))
            throw Refusal(option, $"{Problem.Quote(path)} is there already: --force replaces it");
    }

    private static bool IsThere(string path, byte[] bytes) =>
        File.Exists(path) && new FileInfo(path).Length == bytes.Length && File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes);

    private static void Write(string option, string path, byte[] bytes)
    {
        try
        {
            // A link that the user made is the user's: what it leads to is written.
            var target = new FileInfo(path).LinkTarget is null ? path : File.ResolveLinkTarget(path, returnFinalTarget: true)!.FullName;
            // A device or a pipe takes what it is given; an empty file loses nothing by it.
            if (new FileInfo(target) is { Exists: true, Length: 0 })
                File.WriteAllBytes(target, bytes);
            else
                Replace(target, bytes);
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or NotSupportedException || (exception is IOException && !IsFull(exception)))
        {
            throw Refusal(option, $"{Problem.Quote(path)} cannot be written: {exception.Message}");
        }
    }

    private static void Replace(string path, byte[] bytes)
    {
        var partial = string.Create(CultureInfo.InvariantCulture, $"{path}.{Environment.ProcessId}.partial");
        try
        {
            using (var file = new FileStream(partial, FileMode.CreateNew, FileAccess.Write))
                file.Write(bytes);
            File.Move(partial, path, overwrite: true);
        }
        catch
        {
            if (File.Exists(partial))
                File.Delete(partial);
            throw;
        }
    }

    /// <summary>ENOSPC and EDQUOT; on Windows ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL.</summary>
    public static bool IsFull(Exception exception) =>
        OperatingSystem.IsWindows() ? (exception.HResult & 0xFFFF) is 112 or 39 : exception.HResult is 28 or 122 or 69;

    private static ConfigException Refusal(string option, string message) => new(new Problem(option, 0, 0, "", message));
}
