using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Experiments.Config;

namespace Experiments.Storage;

/// <summary>
/// What a directory holds and how it came about. All that depends on clock or machine stands here or in timings.csv.
/// </summary>
internal sealed record Manifest
{
    public const string FileName = "manifest.json";

    public const string Writer = "abm";

    public const int CurrentFormat = 2;

    public const string Complete = "complete";

    public const string Incomplete = "incomplete";

    public const string Interrupted = "interrupted";

    private const string NotWritten = "is not the JSON that was written";

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>Marks a directory as one of ours.</summary>
    public string WrittenBy { get; init; } = "";

    public int FormatVersion { get; init; }

    public string Study { get; init; } = "";

    public string Model { get; init; } = "";

    public int ResultsVersion { get; init; }

    public string AbmVersion { get; init; } = "";

    /// <summary>What the model was compiled to; null where an older abm wrote it.</summary>
    public ManifestAssembly? ModelAssembly { get; init; }

    /// <summary>complete: every run is done. incomplete: a run failed, timed out or is missing, or a writer is at it or died. interrupted: stopped on request.</summary>
    public string Status { get; init; } = "";

    /// <summary>The same for two studies exactly if they promise the same tables.</summary>
    public string Identity { get; init; } = "";

    public int Seed { get; init; }

    public int Replications { get; init; }

    /// <summary>The stop rule as a config writes it; empty where all design points have the same number of replications.</summary>
    public string StopRule { get; init; } = "";

    /// <summary>The replications of each row of the design, where a stop rule decided; null without one.</summary>
    public ManifestStops? Stops { get; init; }

    public int Ticks { get; init; }

    public IReadOnlyList<ManifestScenario> Scenarios { get; init; } = [];

    public ManifestRuns Runs { get; init; } = new(0, 0, 0, 0, 0);

    /// <summary>The first failures; timings.csv has all of them.</summary>
    public IReadOnlyList<ManifestFailure> Failures { get; init; } = [];

    public DateTime Started { get; init; }

    public DateTime? Finished { get; init; }

    public double? Seconds { get; init; }

    public int Threads { get; init; }

    public bool Force { get; init; }

    /// <summary>The one run that the tables hold, where they are a replay; null for a whole study.</summary>
    public int? OnlyRun { get; init; }

    /// <summary>Whether the tables are packed.</summary>
    public bool Gzip { get; init; }

    public ManifestMachine? Machine { get; init; }

    /// <summary>Null where an older abm wrote it; such a result counts as one's own.</summary>
    public Maker? MadeBy { get; init; }

    /// <summary>True while what another study left is being removed: nothing beside this file belongs to the study yet.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Replacing { get; init; }

    /// <summary>Every other file of the result; before its end those that say what the study is.</summary>
    public IReadOnlyList<StoredFile> Files { get; init; } = [];

    /// <summary>True once tables of runs have been written.</summary>
    [JsonIgnore]
    public bool HasTables => Files.Any(file => DirectoryInspection.TableNames.Contains(file.Path));

    /// <summary>True where nothing is missing that every manifest says.</summary>
    private bool IsWhole =>
        Study.Length > 0 && Model.Length > 0 && Identity.Length > 0 && Replications > 0 && Runs.Total > 0
        && Status is Complete or Incomplete or Interrupted && (Status != Complete || HasTables)
        && !Files.Contains(null!) && !Failures.Contains(null!) && !Scenarios.Contains(null!) && !Scenarios.Any(scenario => scenario.Interventions.Contains(null!));

    /// <summary>What is known of a study before its first run.</summary>
    public static Manifest Of(Study study, int threads, bool force, bool gzip, int? onlyRun = null) => new()
    {
        WrittenBy = Writer,
        FormatVersion = CurrentFormat,
        Study = study.Name,
        Model = study.Model.Name,
        ResultsVersion = study.Model.ResultsVersion,
        AbmVersion = Build.Version,
        ModelAssembly = Build.ModelAssembly(study),
        Status = Incomplete,
        Identity = IdentityOf(study, onlyRun),
        OnlyRun = onlyRun,
        Seed = study.Seed,
        Replications = study.Replications,
        StopRule = study.StopRule?.Text(study) ?? "",
        Ticks = study.Ticks,
        Scenarios = [.. study.Scenarios.Select(scenario => ManifestScenario.Of(scenario, study.Catalogue))],
        Runs = new ManifestRuns(study.Runs, 0, 0, 0, study.Runs),
        Started = DateTime.UtcNow,
        Threads = threads,
        Force = force,
        Gzip = gzip,
        Machine = ManifestMachine.This,
        MadeBy = Maker.This,
    };

    /// <summary>SHA-256 of all that the rows of a run follow from: more replications, and other questions to them, are still the same study.</summary>
    public static string IdentityOf(Study study, int? onlyRun = null) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        $"format {CurrentFormat}\nmodel {study.Model.Name}\nresults {study.Model.ResultsVersion}\n{ResolvedConfig.OfRuns(study.ResolvedYaml)}{(onlyRun is { } run ? $"only run {run}\n" : "")}")));

    /// <summary>Reads the manifest of a directory; null where there is none, or none of ours.</summary>
    /// <exception cref="StorageException">The file system refuses.</exception>
    public static Manifest? Read(string directory) => Look(directory).Manifest;

    /// <summary>The manifest of a directory, or null and what became of it; of one in another format only what it says of that.</summary>
    /// <exception cref="StorageException">The file system refuses.</exception>
    public static (Manifest? Manifest, string Loss) Look(string directory)
    {
        var path = Path.Combine(directory, FileName);
        try
        {
            var bytes = ResultFile.Read(directory, FileName);
            if (bytes.Length == 0)
                return (null, "is empty");
            var head = JsonSerializer.Deserialize<Head>(bytes, Json);
            if (head is not null && head.WrittenBy != Writer)
                return (null, "was not written by abm");
            if (head is not null && head.FormatVersion != CurrentFormat)
                return (new Manifest { WrittenBy = Writer, FormatVersion = head.FormatVersion, AbmVersion = head.AbmVersion }, "");
            return JsonSerializer.Deserialize<Manifest>(bytes, Json) is { IsWhole: true } manifest ? (manifest, "") : (null, NotWritten);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return (null, NotWritten);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return (null, "is missing");
        }
        catch (Exception exception) when (StorageException.IsRefusal(exception))
        {
            throw StorageException.BadDirectory($"Cannot read {path}: {exception.Message}", exception);
        }
    }

    /// <summary>True where it is of as many replications as a study, or of the same stop rule.</summary>
    public bool IsAsLongAs(Study study) => Replications == study.Replications && StopRule == (study.StopRule?.Text(study) ?? "");

    /// <summary>Refuses to go on with what somebody else made.</summary>
    /// <exception cref="StorageException">Somebody else did.</exception>
    public void RequireOwn(string path)
    {
        if (MadeBy is { IsThis: false } other)
            throw StorageException.BadDirectory($"{path} was made by {other.Words}, and you are {Maker.This.Words}: --accept-foreign goes on with it as with your own; abm verify {path} only reads it.");
    }

    public byte[] ToBytes() => [.. JsonSerializer.SerializeToUtf8Bytes(this, Json), (byte)'\n'];

    /// <summary>What a manifest of any format says.</summary>
    private sealed record Head
    {
        public string WrittenBy { get; init; } = "";

        public int FormatVersion { get; init; }

        public string AbmVersion { get; init; } = "";
    }
}

/// <summary>The code of a model.</summary>
/// <param name="Name">The assembly's.</param>
/// <param name="Version">The assembly's own, as its project gives it.</param>
/// <param name="Commit">The commit that it was built from; empty where it was built outside a repository.</param>
/// <param name="Hash">Of its instructions: 32 hexadecimal digits that the compiler derives from all sources and settings.</param>
internal sealed record ManifestAssembly(string Name, string Version, string Commit, string Hash);

/// <summary>Runs by what became of them.</summary>
internal sealed record ManifestRuns(int Total, int Done, int Failed, int TimedOut, int Missing);

/// <summary>What a stop rule decided, in the order of the design's rows.</summary>
/// <param name="Replications">Replications in the tables.</param>
/// <param name="IsPrecise">False for a row that came to the greatest number, or was interrupted, before its interval was narrow enough.</param>
/// <param name="HalfWidth">Half of the widest interval at the last look; null before the first.</param>
internal sealed record ManifestStops(IReadOnlyList<int> Replications, IReadOnlyList<bool> IsPrecise, IReadOnlyList<double?> HalfWidth);

/// <summary>A run that failed.</summary>
internal sealed record ManifestFailure(int RunId, string Scenario, int Seed, int Replication, string Message);

/// <summary>Where it ran.</summary>
internal sealed record ManifestMachine(string OperatingSystem, string Architecture, int CpuCount, string Dotnet)
{
    /// <summary>The machine of this process.</summary>
    public static ManifestMachine This { get; } = new(
        RuntimeInformation.OSDescription, RuntimeInformation.OSArchitecture.ToString(), Environment.ProcessorCount, RuntimeInformation.FrameworkDescription);
}

/// <summary>A scenario and what it changes during a run; its parameters at the start stand in design.csv.</summary>
internal sealed record ManifestScenario(string Scenario, IReadOnlyList<ManifestIntervention> Interventions)
{
    public static ManifestScenario Of(Scenario scenario, ParameterCatalogue catalogue) => new(scenario.Name,
        [.. scenario.Interventions.Select(change => new ManifestIntervention(change.At, change.Until, change.Values.ToDictionary(
            value => catalogue.Parameters[value.Parameter].Key,
            value => value.Value is Enum ? catalogue.Parameters[value.Parameter].Format(value.Value) : value.Value)))]);
}

/// <summary>What an intervention changes.</summary>
internal sealed record ManifestIntervention(int At, int? Until, IReadOnlyDictionary<string, object> Parameters);
