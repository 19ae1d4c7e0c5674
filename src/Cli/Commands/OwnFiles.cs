using Experiments.Config;

namespace Cli.Commands;

/// <summary>Files that a command writes for its user: whole or not at all, and never over others without being asked to.</summary>
internal static class OwnFiles
{
    private const string PartialSuffix = ".partial";

    /// <param name="option">The option that names them, for messages.</param>
    /// <param name="force">Whether others are replaced.</param>
    /// <param name="files">What they hold.</param>
    /// <exception cref="ConfigException">Another file is there, or one cannot be written; all are looked at before the first is.</exception>
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
        if (path.Trim().Length == 0 || path.Contains('\0', StringComparison.Ordinal))
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
        var partial = path + PartialSuffix;
        try
        {
            try
            {
                File.WriteAllBytes(partial, bytes);
                File.Move(partial, path, overwrite: true);
            }
            catch
            {
                if (File.Exists(partial))
                    File.Delete(partial);
                throw;
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw Refusal(option, $"{Problem.Quote(path)} cannot be written: {exception.Message}");
        }
    }

    private static ConfigException Refusal(string option, string message) => new(new Problem(option, 0, 0, "", message));
}
