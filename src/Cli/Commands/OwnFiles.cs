using Experiments.Config;

namespace Cli.Commands;

/// <summary>Files that a command writes for its user: whole or not at all, and never over others without being asked to.</summary>
internal static class OwnFiles
{
    private const string PartialSuffix = ".partial";

    /// <exception cref="ConfigException">Another file is there, or one cannot be written; all are looked at before the first is.</exception>
    public static void Write(bool force, params IReadOnlyList<(string Path, byte[] Bytes)> files)
    {
        foreach (var (path, bytes) in files)
            RequireFree(path, bytes, force);
        foreach (var (path, bytes) in files)
            Write(path, bytes);
    }

    private static void RequireFree(string path, byte[] bytes, bool force)
    {
        if (path.Trim().Length == 0 || path.Contains('\0', StringComparison.Ordinal))
            throw Refusal($"{Problem.Quote(path)} is not the name of a file");
        if (!force && Path.Exists(path) && !IsThere(path, bytes))
            throw Refusal($"{Problem.Quote(path)} is there already: --force replaces it");
    }

    private static bool IsThere(string path, byte[] bytes) =>
        File.Exists(path) && new FileInfo(path).Length == bytes.Length && File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes);

    private static void Write(string path, byte[] bytes)
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
            throw Refusal($"{Problem.Quote(path)} cannot be written: {exception.Message}");
        }
    }

    private static ConfigException Refusal(string message) => new(new Problem("--out", 0, 0, "", message));
}
