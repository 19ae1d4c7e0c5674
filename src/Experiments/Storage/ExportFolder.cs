namespace Experiments.Storage;

/// <summary>The folder of a result that holds its tables in other forms, one folder for each form.</summary>
internal static class ExportFolder
{
    public const string Name = "export";

    /// <summary>Stands before the names of the analysis' tables.</summary>
    public const string AnalysisPrefix = "analysis_";

    public const string ParquetEnding = ".parquet";

    public const string StataEnding = ".csv";

    /// <summary>The table of names of an export for Stata.</summary>
    public const string NamesName = "names";

    private static readonly (string Form, string Ending)[] Forms = [("parquet", ParquetEnding), ("stata", StataEnding)];

    /// <summary>Every file that an export can write.</summary>
    public static IReadOnlyList<string> KnownFiles(string ending) =>
        [.. DirectoryInspection.Tables.Prepend("design.csv").Select(Path.GetFileNameWithoutExtension)
            .Concat(AnalysisFolder.TableNames.Select(name => AnalysisPrefix + name))
            .Append(NamesName).Select(name => name + ending)];

    /// <summary>Removes what exports of a result wrote into its own directory; a file of anybody else stays, and its folder with it.</summary>
    /// <exception cref="IOException">The file system refuses.</exception>
    /// <exception cref="UnauthorizedAccessException">The file system refuses.</exception>
    public static void Remove(string directory)
    {
        foreach (var (form, ending) in Forms)
        {
            if (ResultFile.FolderToClear(directory, $"{Name}/{form}") is not { } folder)
                continue;
            foreach (var name in KnownFiles(ending))
                File.Delete(Path.Combine(folder, name));
            TableFile.RemoveLeft(folder, KnownFiles(ending), areAllLeft: true);
            RemoveIfEmpty(folder);
        }
        RemoveIfEmpty(ResultFile.FolderToClear(directory, Name));
    }

    private static void RemoveIfEmpty(string? folder)
    {
        if (folder is not null && !Directory.EnumerateFileSystemEntries(folder).Any())
            Directory.Delete(folder);
    }
}
