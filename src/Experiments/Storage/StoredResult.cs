using System.Security.Cryptography;
using Agents;
using CsvHelper;
using Experiments.Analysis;
using Experiments.Config;
using Experiments.Runs;

namespace Experiments.Storage;

/// <summary>Reads a stored study back.</summary>
internal static class StoredResult
{
    /// <summary>What is wrong with the files of a complete result, or null.</summary>
    public static string? Complaint(string directory, Manifest manifest, StudyTables tables)
    {
        foreach (var file in manifest.Files)
        {
            var info = new FileInfo(Path.Combine(directory, file.Path));
            if (!info.Exists)
                return $"{file.Path} is missing";
            // The scripts are there to be changed.
            if (file.Path is AnalysisScripts.RName or AnalysisScripts.PythonName)
                continue;
            if (info.Length != file.Bytes || (file.Path == tables.Runs.FileName && Hash(info) != file.Sha256))
                return $"{file.Path} is not what was written";
        }
        return null;
    }

    /// <summary>The summary of the stored table of runs.</summary>
    /// <exception cref="StorageException">The table cannot be read.</exception>
    public static Summary Summarise(string directory, Study study, StudyTables tables)
    {
        var path = Path.Combine(directory, tables.Runs.FileName);
        try
        {
            var builder = new SummaryBuilder(study);
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
            using var csv = Csv.Reader(stream);
            while (csv.Read())
                builder.Add(ReadRun(csv, study, tables));
            return builder.Build();
        }
        catch (Exception exception) when (exception is FormatException or CsvFormatException || StorageException.IsRefusal(exception))
        {
            throw StorageException.BadDirectory($"Cannot read {path}: {exception.Message}", exception);
        }
    }

    private static RunRecord ReadRun(CsvReader csv, Study study, StudyTables tables)
    {
        var runId = csv.Parse<int>(0);
        var (point, replication) = study.Run(runId);
        var record = new RunRecord { RunId = runId, Point = point, Replication = replication };
        if (csv.GetString(5) != "done")
            return record with { Error = "failed" };
        var first = tables.Runs.Fields.Count - study.ModelMeasures.Count;
        return record with
        {
            Outcome = new Outcome(csv.GetString(6), csv.Parse<int>(7), csv.GetString(8) == "TRUE", csv.GetString(9)),
            LastTick = csv.Parse<int>(10),
            EndMeasures = [.. Enumerable.Range(first, study.ModelMeasures.Count).Select(column => ReadValue(csv, column))],
        };
    }

    private static double ReadValue(CsvReader csv, int column) => csv.GetString(column) switch
    {
        "" => double.NaN,
        "TRUE" => 1,
        "FALSE" => 0,
        _ => csv.Parse<double>(column),
    };

    private static string Hash(FileInfo file)
    {
        using var stream = file.OpenRead();
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
