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

    private const string Damaged = "is not the JSON that was written";

    private const string Generations = "generation-*";

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        NewLine = "\n",
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    private readonly DirectoryLock held;
    private List<StoredFile> source = [];

    private CalibrationDirectory(string path, DirectoryLock held) => (Path, this.held) = (path, held);

    /// <summary>What the directory says of itself at the start.</summary>
    public CalibrationState State { get; private set; } = new();

    /// <summary>Its full path.</summary>
    public string Path { get; }

    /// <summary>Takes the directory.</summary>
    /// <exception cref="StorageException">It is another's, in use, or not to be written.</exception>
    public static CalibrationDirectory Open(string path, Study study, CalibrationPlan plan, CalibrationOptions options)
    {
        CalibrationDirectory? directory = null;
        try
        {
            Directory.CreateDirectory(path);
            directory = new CalibrationDirectory(path, DirectoryLock.Take(path, options.Note));
            directory.Begin(study, plan, options);
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
    /// <exception cref="StorageException">A link is in its place.</exception>
    public string Generation(int number) => ResultFile.PathOf(
        Path, number == 0 ? "predictive" : string.Create(CultureInfo.InvariantCulture, $"generation-{number:00}"));

    /// <summary>Says in the directory how things stand, and that these are the tables, with the config and the data that they come from.</summary>
    /// <exception cref="StorageException">The file system gave way.</exception>
    public void Write(CalibrationState state, IEnumerable<StoredFile> tables) => Write(state with { Files = [.. source, .. tables] });

    /// <summary>Says in the directory how things stand.</summary>
    /// <exception cref="StorageException">The file system gave way.</exception>
    public void Write(CalibrationState state) =>
        CalibrationTables.WriteFile(System.IO.Path.Combine(Path, StateName), [.. JsonSerializer.SerializeToUtf8Bytes(state, Json), (byte)'\n']);

    public void Dispose() => held.Dispose();

    /// <summary>How the calibration in a directory stands, or null and what became of that file.</summary>
    /// <exception cref="IOException">The file system refuses.</exception>
    public static (CalibrationState? State, string Loss) Look(string path)
    {
        try
        {
            var state = JsonSerializer.Deserialize<CalibrationState>(ResultFile.Read(path, StateName), Json);
            return state is null || state.Files.Contains(null!) ? (null, Damaged)
                : state.WrittenBy == Manifest.Writer ? (state, "")
                : (null, "was not written by abm");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return (null, Damaged);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return (null, "is missing");
        }
    }

    private void Begin(Study study, CalibrationPlan plan, CalibrationOptions options)
    {
        var identity = IdentityOf(study, plan);
        var config = Encoding.UTF8.GetBytes(study.ResolvedYaml + plan.ResolvedYaml);
        var (found, loss) = Look(Path);
        if (!IsFree() && !IsOf(identity, config, found, loss, options))
            Clear();
        foreach (var file in Directory.EnumerateFiles(Path).Where(DirectoryInspection.IsTemporary).ToList())
            File.Delete(file);
        State = CalibrationState.Of(study, identity);
        Write(State);
        source = [TableFile.Write(Path, ResultDirectory.ConfigName, config), .. InputFolder.Write(Path, study)];
    }

    /// <summary>True where nothing stands here, or only what a calibration left that died before it said so, and runs of the values of its config.</summary>
    private bool IsFree() => Directory.EnumerateFileSystemEntries(Path).All(entry =>
        DirectoryInspection.IsLeftOver(entry) || System.IO.Path.GetFileName(entry) is StateName + TableFile.PartialSuffix or ConfiguredFit.Folder);

    /// <summary>Whether what stands here is this calibration; false for another that may go.</summary>
    /// <exception cref="StorageException">It is none, or another that may not go.</exception>
    private bool IsOf(string identity, byte[] config, CalibrationState? found, string loss, CalibrationOptions options)
    {
        if (found is { FormatVersion: > CalibrationState.CurrentFormat })
            throw StorageException.BadDirectory($"{Path} was written by a newer abm ({found.AbmVersion}): use that one.");
        if (found is null && IsConfig(config) && Directory.EnumerateDirectories(Path, Generations).Any())
        {
            options.Note?.Invoke($"{StateName} in {Path} {loss}: it is written again.");
            return true;
        }
        if (found is null && loss != Damaged)
            throw StorageException.BadDirectory($"{Path} is not empty and holds no calibration: choose another directory with --out. Nothing is replaced there, --force or not.");
        if (found?.Identity == identity || options.Force)
            return found?.Identity == identity;
        throw StorageException.BadDirectory(found is null
            ? $"{Path} holds another calibration, whose {StateName} {loss}: choose another directory with --out, or replace it with --force."
            : $"{Path} holds another calibration ('{found.Study}', model {found.Model}; another seed, prior, statistic or number of runs is enough): choose another directory with --out, or replace it with --force.");
    }

    private bool IsConfig(byte[] config) =>
        File.Exists(System.IO.Path.Combine(Path, ResultDirectory.ConfigName)) && config.AsSpan().SequenceEqual(ResultFile.Read(Path, ResultDirectory.ConfigName));

    /// <summary>Removes another calibration; whoever dies in between leaves it incomplete, and to be replaced as before.</summary>
    private void Clear()
    {
        foreach (var name in (string[])[CalibrationTables.Posterior, CalibrationTables.Design, CalibrationTables.Summary, CalibrationTables.Fit, CalibrationTables.Generations, CalibrationTables.Surrogate, CalibrationComparison.FileName])
            File.Delete(System.IO.Path.Combine(Path, name));
        foreach (var folder in Directory.EnumerateDirectories(Path, Generations).Append(Generation(0)).Where(Directory.Exists).ToList())
            Directory.Delete(folder, recursive: true);
        InputFolder.Remove(Path);
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
    public const int CurrentFormat = 1;

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

    /// <summary>The tables, with the config and the data that they come from; none before they are all written.</summary>
    public IReadOnlyList<StoredFile> Files { get; init; } = [];

    public static CalibrationState Of(Study study, string identity) => new()
    {
        WrittenBy = Manifest.Writer,
        FormatVersion = CurrentFormat,
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
