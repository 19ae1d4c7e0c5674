using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Experiments.Config;
using Experiments.Storage;

namespace Experiments.Calibration;

/// <summary>The directory of a calibration while this process holds it.</summary>
internal sealed class CalibrationDirectory : IDisposable
{
    public const string StateName = ResultDirectory.CalibrationName;

    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true, NewLine = "\n" };

    private readonly DirectoryLock held;

    private CalibrationDirectory(string path, DirectoryLock held) => (Path, this.held) = (path, held);

    /// <summary>What the directory says of itself at the start.</summary>
    public CalibrationState State { get; private set; } = new();

    /// <summary>Its full path.</summary>
    public string Path { get; }

    /// <summary>Takes the directory.</summary>
    /// <exception cref="StorageException">It is another's, in use, or not to be written.</exception>
    public static CalibrationDirectory Open(string path, Study study, CalibrationPlan plan, bool force)
    {
        CalibrationDirectory? directory = null;
        try
        {
            Directory.CreateDirectory(path);
            directory = new CalibrationDirectory(path, DirectoryLock.Take(path));
            directory.Begin(study, plan, force);
            return directory;
        }
        catch (Exception exception) when (StorageException.IsRefusal(exception))
        {
            directory?.Dispose();
            throw StorageException.CannotStart(path, exception);
        }
        catch (StorageException)
        {
            directory?.Dispose();
            throw;
        }
    }

    /// <summary>The folder of a generation; 0 stands for the draws that are run anew.</summary>
    public string Generation(int number) => System.IO.Path.Combine(
        Path, number == 0 ? "predictive" : string.Create(CultureInfo.InvariantCulture, $"generation-{number:00}"));

    /// <summary>Says in the directory how things stand.</summary>
    /// <exception cref="StorageException">The file system gave way.</exception>
    public void Write(CalibrationState state) =>
        CalibrationTables.WriteFile(System.IO.Path.Combine(Path, StateName), [.. JsonSerializer.SerializeToUtf8Bytes(state, Json), (byte)'\n']);

    public void Dispose() => held.Dispose();

    private void Begin(Study study, CalibrationPlan plan, bool force)
    {
        var identity = IdentityOf(study, plan);
        var found = Read(Path);
        if (found is null && Directory.EnumerateFileSystemEntries(Path).Any(entry => !DirectoryLock.IsOf(System.IO.Path.GetFileName(entry)) && System.IO.Path.GetFileName(entry) != StateName + TableFile.PartialSuffix))
            throw StorageException.BadDirectory($"{Path} is not empty and holds no calibration: choose another directory with --out. Nothing is replaced there, --force or not.");
        if (found is not null && found.Identity != identity && !force)
            throw StorageException.BadDirectory($"{Path} holds another calibration ('{found.Study}', model {found.Model}; another seed, prior, statistic or number of runs is enough): choose another directory with --out, or replace it with --force.");
        if (found is not null && found.Identity != identity)
            Clear();
        State = CalibrationState.Of(study, identity);
        Write(State);
        CalibrationTables.WriteFile(System.IO.Path.Combine(Path, ResultDirectory.ConfigName), Encoding.UTF8.GetBytes(study.ResolvedYaml + plan.ResolvedYaml));
        InputFolder.Write(Path, study);
    }

    private void Clear()
    {
        foreach (var folder in Directory.EnumerateDirectories(Path, "generation-*").Append(Generation(0)).Where(Directory.Exists))
            Directory.Delete(folder, recursive: true);
        foreach (var name in (string[])[CalibrationTables.Posterior, CalibrationTables.Design, CalibrationTables.Summary, CalibrationTables.Fit, CalibrationTables.Generations, CalibrationTables.Surrogate, CalibrationComparison.FileName])
            File.Delete(System.IO.Path.Combine(Path, name));
    }

    private static CalibrationState? Read(string path)
    {
        try
        {
            var state = JsonSerializer.Deserialize<CalibrationState>(File.ReadAllBytes(System.IO.Path.Combine(path, StateName)), Json);
            return state?.WrittenBy == Manifest.Writer ? state : null;
        }
        catch (Exception exception) when (exception is JsonException or FileNotFoundException)
        {
            return null;
        }
    }

    /// <summary>SHA-256 of all that the statistics of a proposal follow from; how the search goes on from them is not part of it.</summary>
    private static string IdentityOf(Study study, CalibrationPlan plan)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"calibration 1\nmodel {study.Model.Name}\nresults {study.Model.ResultsVersion}\n");
        text.Append(CultureInfo.InvariantCulture, $"replications {plan.Replications}\nbatch {plan.Batch}\n");
        foreach (var factor in plan.Factors)
            text.Append(CultureInfo.InvariantCulture, $"{DesignText.Factor(factor)}\n");
        foreach (var target in plan.Targets)
            text.Append(CultureInfo.InvariantCulture, $"{target.Name} {target.Statistic}\n");
        foreach (var line in study.ResolvedYaml.Split('\n').Where(line => !line.StartsWith("replications:", StringComparison.Ordinal)))
            text.Append(line).Append('\n');
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}

/// <summary>How a calibration stands. Whatever depends on clock or machine stands here.</summary>
internal sealed record CalibrationState
{
    public string WrittenBy { get; init; } = "";

    public int FormatVersion { get; init; }

    public string Study { get; init; } = "";

    public string Model { get; init; } = "";

    public int ResultsVersion { get; init; }

    public string AbmVersion { get; init; } = "";

    /// <summary>complete, incomplete or interrupted.</summary>
    public string Status { get; init; } = "";

    public string Identity { get; init; } = "";

    public int Seed { get; init; }

    /// <summary>Why the search ended; empty before.</summary>
    public string End { get; init; } = "";

    public int Generations { get; init; }

    public int FailedRuns { get; init; }

    public int RefusedProposals { get; init; }

    public DateTime Started { get; init; }

    public DateTime? Finished { get; init; }

    public static CalibrationState Of(Study study, string identity) => new()
    {
        WrittenBy = Manifest.Writer,
        FormatVersion = 1,
        Study = study.Name,
        Model = study.Model.Name,
        ResultsVersion = study.Model.ResultsVersion,
        AbmVersion = Build.Version,
        Status = Manifest.Incomplete,
        Identity = identity,
        Seed = study.Seed,
        Started = DateTime.UtcNow,
    };
}
