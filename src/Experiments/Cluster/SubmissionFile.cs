namespace Experiments.Cluster;

/// <summary>Writes a small file so that nobody ever sees half of it.</summary>
internal static class SubmissionFile
{
    private const UnixFileMode Executable =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    /// <summary>Writes it under another name first.</summary>
    /// <exception cref="IOException">The file system refuses.</exception>
    public static void Write(string path, string text, bool isScript)
    {
        var partial = path + ".partial";
        File.WriteAllText(partial, text);
        if (isScript && !OperatingSystem.IsWindows())
            File.SetUnixFileMode(partial, Executable);
        File.Move(partial, path, overwrite: true);
    }
}
