using Experiments.Config;

namespace Cli.Commands;

/// <summary>A file that a command writes for its user: whole or not at all, and never over another one without being asked to.</summary>
internal static class OwnFile
{
    private const string PartialSuffix = ".partial";

    /// <exception cref="ConfigException">Another file is there, or it cannot be written.</exception>
    public static void Write(string path, ReadOnlySpan<byte> bytes, bool force)
    {
        if (path.Trim().Length == 0 || path.Contains('\0', StringComparison.Ordinal))
            throw Refusal($"{Problem.Quote(path)} is not the name of a file");
        try
        {
            if (!force && Path.Exists(path) && !(File.Exists(path) && File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes)))
                throw Refusal($"{Problem.Quote(path)} is there already: --force replaces it");
            try
            {
                File.WriteAllBytes(path + PartialSuffix, bytes);
                File.Move(path + PartialSuffix, path, overwrite: true);
            }
            finally
            {
                File.Delete(path + PartialSuffix);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw Refusal($"{Problem.Quote(path)} cannot be written: {exception.Message}");
        }
    }

    private static ConfigException Refusal(string message) => new(new Problem("--out", 0, 0, "", message));
}
