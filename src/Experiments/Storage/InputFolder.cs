using Experiments.Config;

namespace Experiments.Storage;

/// <summary>The folder of a result with copies of the files that its study takes data from: what the user's own become does not matter to it.</summary>
internal static class InputFolder
{
    /// <summary>Writes the copies; nothing where a study has no files.</summary>
    /// <returns>What was written.</returns>
    /// <exception cref="StorageException">The file system gave way.</exception>
    public static IReadOnlyList<StoredFile> Write(string directory, Study study)
    {
        if (study.Inputs.Count > 0)
            ResultFile.MakeFolder(directory, InputFile.FolderName);
        return [.. study.Inputs.Select(input => TableFile.Write(directory, input.Name, input.Content.Span))];
    }

    /// <summary>Removes the copies; a file of anybody else stays, and the folder with it.</summary>
    /// <exception cref="IOException">The file system refuses.</exception>
    public static void Remove(string directory)
    {
        if (ResultFile.FolderToClear(directory, InputFile.FolderName) is not { } folder)
            return;
        foreach (var file in Directory.EnumerateFiles(folder).Where(IsCopy).ToList())
            File.Delete(file);
        if (!Directory.EnumerateFileSystemEntries(folder).Any())
            Directory.Delete(folder);
    }

    private static bool IsCopy(string path) => path.EndsWith(".csv", StringComparison.Ordinal) || path.EndsWith(".csv" + TableFile.PartialSuffix, StringComparison.Ordinal);
}
