using System.Text;
using Experiments.Storage;

namespace Experiments.Cluster;

/// <summary>Writes a small file of a submission's folder so that nobody ever sees half of it.</summary>
internal static class SubmissionFile
{
    private const UnixFileMode Executable =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    /// <summary>Writes it under another name first.</summary>
    /// <param name="directory">The result.</param>
    /// <param name="name">The file's name in the folder of the submission.</param>
    /// <param name="text">What it is to hold.</param>
    /// <param name="isScript">Whether it can be run.</param>
    /// <exception cref="StorageException">A link is in the place of the folder.</exception>
    /// <exception cref="IOException">The file system refuses.</exception>
    public static void Write(string directory, string name, string text, bool isScript)
    {
        var folder = ResultFile.MakeFolder(directory, Submission.FolderName);
        var partial = name + TableFile.PartialSuffix;
        try
        {
            using (var file = ResultFile.Create(folder, partial))
            {
                file.Write(Encoding.UTF8.GetBytes(text));
                if (isScript && !OperatingSystem.IsWindows())
                    File.SetUnixFileMode(file.SafeFileHandle, Executable);
            }
            File.Move(Path.Combine(folder, partial), Path.Combine(folder, name), overwrite: true);
        }
        catch
        {
            ResultFile.Delete(folder, partial);
            throw;
        }
    }
}
