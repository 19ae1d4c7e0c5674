using System.Security.Cryptography;
using System.Text;
using Agents;
using Experiments.Analysis;
using Experiments.Config;
using Experiments.Statistics;
using Experiments.Storage;

namespace Experiments.Runs;

/// <summary>A result that nobody writes: its study, its manifest and the records of its runs.</summary>
internal sealed class StoredStudy : IDisposable
{
    private readonly Ledger ledger;
    private readonly ResultDirectory? held;

    private StoredStudy(string path, Study study, Manifest manifest, Ledger ledger, ResultDirectory? held)
    {
        (Path, Study, Manifest, this.ledger, this.held) = (path, study, manifest, ledger, held);
        Plan = RunPlan.Of(study, ledger);
    }

    /// <summary>Its full path.</summary>
    public string Path { get; }

    /// <summary>The study, with the design that was written.</summary>
    public Study Study { get; }

    /// <summary>What the directory says of itself.</summary>
    public Manifest Manifest { get; }

    /// <summary>The rows of its runs.</summary>
    public Ledger Ledger => ledger;

    /// <summary>The runs that it wants in its tables.</summary>
    public RunPlan Plan { get; }

    /// <summary>The runs that are in its tables, in the order of run_id; those that are not done too.</summary>
    /// <exception cref="StorageException">The ledger cannot be read.</exception>
    public IEnumerable<RunRecord> Records => ledger.Records().Where(record => Plan.Contains(record.RunId));

    /// <summary>The same, with what statistics ask of those that are done.</summary>
    /// <param name="parts">The statistics.</param>
    /// <exception cref="StorageException">The ledger cannot be read.</exception>
    public IEnumerable<(RunRecord Record, SeenRun? Run)> Seen(IReadOnlyCollection<RunStatistic> parts) =>
        SeenRunReader.Read(ledger, Study, parts).Where(run => Plan.Contains(run.Record.RunId));

    /// <summary>Opens a result, and keeps others from writing it for as long.</summary>
    /// <param name="directory">The directory.</param>
    /// <param name="models">The models that a config can name.</param>
    /// <exception cref="StorageException">It holds no result, or a process writes it, or it cannot be read.</exception>
    /// <exception cref="ConfigException">Its config cannot be read.</exception>
    public static StoredStudy Open(string directory, IReadOnlyList<ModelDefinition> models)
    {
        var path = FullPath(directory);
        var study = Load(path, models, Overrides.None);
        var held = Hold(path);
        try
        {
            return new StoredStudy(path, study, Manifest.Read(path)!, Ledger.Read(path, study), held);
        }
        catch
        {
            held?.Dispose();
            throw;
        }
    }

    /// <summary>The study of a directory, with the design that was written there.</summary>
    /// <exception cref="StorageException">It holds no study.</exception>
    /// <exception cref="ConfigException">Its config cannot be read.</exception>
    public static Study Load(string path, IReadOnlyList<ModelDefinition> models, Overrides overrides)
    {
        RequireManifest(path);
        return StudyLoader.LoadStored(path, models, overrides);
    }

    /// <summary>What a directory says of itself.</summary>
    /// <exception cref="StorageException">It holds no study, or one in another format.</exception>
    public static Manifest RequireManifest(string path)
    {
        if (!Directory.Exists(path))
            throw StorageException.BadDirectory($"There is no directory {path}.");
        if (File.Exists(System.IO.Path.Combine(path, ResultDirectory.CalibrationName)))
            throw StorageException.BadDirectory($"{path} holds a calibration, not a study: abm calibrate {System.IO.Path.Combine(path, ResultDirectory.ConfigName)} --out {path} goes on with it, or shows it where it is over.");
        if (Manifest.Read(path) is not { } manifest)
            throw StorageException.BadDirectory($"{path} holds no result of a study, or one that was stopped before its first run: run its config with --out {path}.");
        return manifest.FormatVersion == Manifest.CurrentFormat
            ? manifest
            : throw StorageException.BadDirectory($"{path} was written in another format ({manifest.FormatVersion}; this is {Manifest.CurrentFormat}), by abm {manifest.AbmVersion}: use that one.");
    }

    /// <summary>What is wrong with the files of a result, or null: every hash, or at a glance sizes and the table of runs.</summary>
    /// <exception cref="StorageException">A file cannot be read.</exception>
    public static string? Complaint(string directory, Manifest manifest, bool isThorough) => manifest.Files
        .Select(file => isThorough || file.Path.StartsWith("runs.csv", StringComparison.Ordinal) ? Complaint(directory, file) : ComplaintAtAGlance(directory, file))
        .FirstOrDefault(complaint => complaint is not null);

    /// <summary>What is wrong with a file of a result, or null.</summary>
    /// <exception cref="StorageException">It cannot be read.</exception>
    public static string? Complaint(string directory, StoredFile file) =>
        ComplaintAtAGlance(directory, file) ?? (!IsScript(file) && TableFile.Read(directory, file.Path).Sha256 != file.Sha256 ? $"{file.Path} is not what was written" : null);

    private static string? ComplaintAtAGlance(string directory, StoredFile file)
    {
        var info = new FileInfo(System.IO.Path.Combine(directory, file.Path));
        if (!info.Exists)
            return $"{file.Path} is missing";
        return !IsScript(file) && info.Length != file.Bytes ? $"{file.Path} is not what was written" : null;
    }

    /// <summary>The scripts are there to be changed.</summary>
    private static bool IsScript(StoredFile file) => file.Path is AnalysisScripts.RName or AnalysisScripts.PythonName;

    /// <summary>The summary of a result; null where its ledger is gone.</summary>
    /// <exception cref="StorageException">The ledger cannot be read.</exception>
    public static Summary? Summarise(string path, Study study)
    {
        if (!File.Exists(System.IO.Path.Combine(path, LedgerFile.FileName)))
            return null;
        using var ledger = Ledger.Read(path, study);
        return SummaryBuilder.Of(study, ledger, RunPlan.Of(study, ledger));
    }

    /// <summary>Writes down what a complete study asks of its runs, where that has changed: the runs do not depend on it.</summary>
    /// <exception cref="StorageException">The directory is in use, or the file system gave way.</exception>
    public static void Restate(string path, Study study, Manifest manifest)
    {
        if (TableFile.Read(path, ResultDirectory.ConfigName).Sha256 == Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(study.ResolvedYaml))))
            return;
        using var held = ResultDirectory.Take(path);
        var config = TableFile.Write(path, ResultDirectory.ConfigName, Encoding.UTF8.GetBytes(study.ResolvedYaml));
        var files = manifest.Files.Select(file => file.Path == ResultDirectory.ConfigName ? config : file);
        TableFile.Write(path, Manifest.FileName, (manifest with { Files = [.. files] }).ToBytes());
    }

    /// <exception cref="StorageException">It is no path.</exception>
    public static string FullPath(string directory)
    {
        try
        {
            return System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(directory));
        }
        catch (Exception exception) when (StorageException.IsRefusal(exception))
        {
            throw StorageException.BadDirectory($"'{directory}' is no path: {exception.Message}", exception);
        }
    }

    public void Dispose()
    {
        ledger.Dispose();
        held?.Dispose();
    }

    /// <summary>Takes the lock where the directory can be written; where it cannot, nobody else writes there either.</summary>
    public static ResultDirectory? Hold(string path)
    {
        try
        {
            return ResultDirectory.Take(path);
        }
        catch (StorageException exception) when (exception.InnerException is UnauthorizedAccessException or IOException)
        {
            return null;
        }
    }
}
