using System.Text.Json;
using System.Text.Json.Serialization;
using Experiments.Config;

namespace Experiments.Cluster;

/// <summary>
/// How a study was handed to Slurm; stands in the result's <c>slurm/submission.json</c>, so that what is missing is
/// submitted again in the same way.
/// </summary>
internal sealed record Submission
{
    /// <summary>The folder within a result that holds scripts and logs.</summary>
    public const string FolderName = "slurm";

    private const string FileName = "submission.json";

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        NewLine = "\n",
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    /// <summary>The study's name.</summary>
    public required string Study { get; init; }

    /// <summary>Runs that the array is to do.</summary>
    public required int Runs { get; init; }

    /// <summary>Tasks of the array.</summary>
    public required int Tasks { get; init; }

    /// <summary>Tasks that were asked for; null where their number follows from that of the runs.</summary>
    public int? TasksAsked { get; init; }

    /// <summary>The words that start abm on a node.</summary>
    public required IReadOnlyList<string> Abm { get; init; }

    /// <summary>Options of sbatch from the config.</summary>
    public IReadOnlyList<SlurmOption> Options { get; init; } = [];

    /// <summary>Lines before the first run.</summary>
    public IReadOnlyList<string> Setup { get; init; } = [];

    /// <summary>Options of sbatch from the command line, word by word: they win over the config.</summary>
    public IReadOnlyList<string> PassedOn { get; init; } = [];

    /// <summary>Whether runs of different builds may stand side by side.</summary>
    public bool AcceptBuild { get; init; }

    /// <summary>Whether runs that failed before are done again.</summary>
    public bool RetryFailed { get; init; }

    /// <summary>Seconds after which a run is given up; null for as long as it takes.</summary>
    public double? RunTimeLimit { get; init; }

    /// <summary>The array's job number; null before it was submitted.</summary>
    public string? ArrayJob { get; init; }

    /// <summary>The merge's job number; null before it was submitted.</summary>
    public string? MergeJob { get; init; }

    private bool IsWhole => !Abm.Concat(Setup).Concat(PassedOn).Contains(null!) && !Options.Contains(null!);

    /// <summary>The folder of scripts and logs.</summary>
    public static string FolderOf(string directory) => Path.Combine(directory, FolderName);

    /// <summary>The submission that a result remembers, or null.</summary>
    /// <exception cref="ConfigException">The file cannot be read.</exception>
    public static Submission? Read(string directory)
    {
        var path = Path.Combine(FolderOf(directory), FileName);
        try
        {
            return JsonSerializer.Deserialize<Submission>(File.ReadAllBytes(path), Json) is { IsWhole: true } read ? read : throw new JsonException("It is not what abm wrote.");
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new ConfigException(new Problem(path, 0, 0, "", $"cannot be read: {exception.Message} Remove it to submit the study anew"));
        }
    }

    /// <summary>Remembers it.</summary>
    /// <exception cref="IOException">The file system refuses.</exception>
    public void Write(string directory) =>
        SubmissionFile.Write(Path.Combine(FolderOf(directory), FileName), JsonSerializer.Serialize(this, Json) + "\n", isScript: false);
}
