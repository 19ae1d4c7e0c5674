using System.Text.Json.Nodes;
using CsvHelper;
using Experiments.Config;
using Experiments.Runs;

namespace Experiments.Tests.Runs;

/// <summary>A folder for results that lives for one test.</summary>
public abstract class ResultFolder
{
    protected string Folder { get; private set; } = "";

    /// <summary>Where the study of a test goes unless it says otherwise.</summary>
    protected string Target => Path.Combine(Folder, "result");

    [SetUp]
    public void MakeFolder() => Folder = Directory.CreateTempSubdirectory("abm-result-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(Folder, recursive: true);

    protected StudyResult Run(Study study, int threads = 2, string? directory = null, bool force = false, Action<Progress>? progress = null, CancellationToken cancel = default) =>
        StudyRunner.Run(study, new RunOptions { Directory = directory ?? Target, Threads = threads, Force = force, Progress = progress }, cancel);

    /// <summary>A table as rows of strings by column.</summary>
    protected List<Dictionary<string, string>> Rows(string table, string? directory = null)
    {
        using var csv = CsvReader.Create(File.ReadAllBytes(Path.Combine(directory ?? Target, table + ".csv")), new CsvReaderOptions { Separator = ',' });
        var rows = new List<Dictionary<string, string>>();
        while (csv.Read())
            rows.Add(Enumerable.Range(0, csv.FieldCount).ToDictionary(column => csv.Headers[column], csv.GetString));
        return rows;
    }

    protected JsonNode ManifestOf(string? directory = null) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(directory ?? Target, "manifest.json")))!;

    protected string[] FilesOf(string? directory = null) =>
        [.. Directory.EnumerateFileSystemEntries(directory ?? Target).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
}
