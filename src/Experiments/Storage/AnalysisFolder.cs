using CsvHelper;

namespace Experiments.Storage;

/// <summary>The folder of a result that holds what the last analysis wrote.</summary>
internal static class AnalysisFolder
{
    public const string Name = "analysis";

    /// <summary>Every table that an analysis can have.</summary>
    public static readonly IReadOnlyList<string> TableNames =
    [
        "measures", "outcomes", "responses", "design_points", "main_effects", "heat_map", "differences", "ranking", "incidence", "survival", "sobol", "sobol_pairs", "morris", "first_order", "prim", "prim_limits",
    ];

    private static readonly string[] KnownFiles = [.. TableNames.Select(name => name + ".csv"), DataPackage.FileName];

    /// <summary>Writes all tables, moves them into place when the last is whole, and removes those of an earlier analysis.</summary>
    /// <param name="directory">The directory of the result, which this process only reads: another analysis may write its tables at the same time.</param>
    /// <param name="study">The study's name.</param>
    /// <param name="tables">The tables.</param>
    /// <returns>The folder's path.</returns>
    /// <exception cref="StorageException">The file system refuses.</exception>
    public static string Write(string directory, string study, IEnumerable<AnalysisTable> tables)
    {
        var folder = Path.Combine(directory, Name);
        var files = new List<TableFile>();
        try
        {
            ResultFile.MakeFolder(directory, Name);
            TableFile.RemoveLeft(folder, KnownFiles, areAllLeft: false);
            var written = new List<Table>();
            foreach (var table in tables)
            {
                files.Add(new TableFile(folder, table.Table.FileName, isShared: true));
                Fill(files[^1], table);
                written.Add(table.Table);
            }
            files.Add(new TableFile(folder, DataPackage.FileName, isShared: true));
            files[^1].Append(DataPackage.Of($"{study}-analysis", $"Analysis of study {study}", "Written by abm analyse from runs.csv; see the data package of the study for what was run.", written));
            files.ForEach(file => file.Close());
            files.ForEach(file => file.Move());
            foreach (var name in KnownFiles.Except(files.Select(file => file.Name)))
                File.Delete(Path.Combine(folder, name));
            return folder;
        }
        catch (Exception exception) when (StorageException.IsRefusal(exception))
        {
            throw StorageException.CannotStart(folder, exception);
        }
        finally
        {
            files.ForEach(file => file.Dispose());
            files.ForEach(file => file.Discard());
        }
    }

    /// <summary>Removes what an analysis wrote; a file of anybody else stays, and the folder with it.</summary>
    /// <exception cref="IOException">The file system refuses.</exception>
    /// <exception cref="UnauthorizedAccessException">The file system refuses.</exception>
    public static void Remove(string directory)
    {
        if (ResultFile.FolderToClear(directory, Name) is not { } folder)
            return;
        foreach (var name in KnownFiles)
            File.Delete(Path.Combine(folder, name));
        TableFile.RemoveLeft(folder, KnownFiles, areAllLeft: true);
        if (!Directory.EnumerateFileSystemEntries(folder).Any())
            Directory.Delete(folder);
    }

    private static void Fill(TableFile file, AnalysisTable table)
    {
        file.Append(Csv.Header(table.Table));
        using var csv = Csv.Writer(file.Content);
        foreach (var row in table.Rows)
        {
            for (var column = 0; column < row.Length; column++)
                WriteCell(csv, table.Table.Fields[column].Type, row[column]);
            csv.EndRecord();
        }
        csv.Flush();
    }

    private static void WriteCell(CsvWriter csv, FieldType type, object? cell)
    {
        switch (cell)
        {
            case double value when !double.IsFinite(value):
            case null:
                csv.WriteField(ReadOnlySpan<byte>.Empty);
                break;
            case double value when type == FieldType.Integer:
                csv.WriteField((long)value, default);
                break;
            case double value:
                csv.WriteField(value, default);
                break;
            case int value:
                csv.WriteField(value, default);
                break;
            case bool value:
                csv.WriteField(value);
                break;
            default:
                csv.WriteField((string)cell);
                break;
        }
    }
}
