using System.Text.Json;
using System.Text.Json.Serialization;
using Experiments.Config;
using Experiments.Storage;

namespace Experiments.Cluster;

/// <summary>
/// How a study was handed to Slurm; stands in the result's <c>slurm/submission.json</c>, so that what is missing is
/// submitted again in the same way.
/// </summary>
internal sealed record Submission
{
    /// <summary>The folder within a result that holds scripts and logs.</summary>
    public const string FolderName = SubmissionFolder.Name;

    private const string FileName = SubmissionFolder.SubmissionName;

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

    /// <summary>The words that start abm on a node. Each command says them anew: a program that a file names may be anybody's.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Abm { get; init; } = [];

    /// <summary>Who submitted; null in a file of an older abm.</summary>
    public Maker? MadeBy { get; init; }

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

    /// <summary>Minutes after which the state of a run is kept; null for never.</summary>
    public double? CheckpointEvery { get; init; }

    /// <summary>The array's job number; null before it was submitted.</summary>
    public string? ArrayJob { get; init; }

    /// <summary>The merge's job number; null before it was submitted.</summary>
    public string? MergeJob { get; init; }

    /// <summary>The folder of scripts and logs.</summary>
    public static string FolderOf(string directory) => Path.Combine(directory, FolderName);

    /// <summary>The submission that a result remembers, or null.</summary>
    /// <exception cref="ConfigException">The file cannot be read.</exception>
    public static Submission? Read(string directory)
    {
        var path = Path.Combine(FolderOf(directory), FileName);
        try
        {
            var submission = JsonSerializer.Deserialize<Submission>(ResultFile.Read(directory, $"{FolderName}/{FileName}"), Json) ?? throw new JsonException("It is null.");
            return submission.Complaint is { } complaint ? throw new JsonException(complaint) : submission;
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

    /// <summary>Refuses to have the nodes run lines, or sbatch heed options, that somebody else wrote.</summary>
    /// <exception cref="StorageException">Somebody else did, or an abm that did not say who.</exception>
    public void RequireOwn(string directory)
    {
        if (MadeBy is not { IsThis: true } && Setup.Count + Options.Count + PassedOn.Count > 0)
        {
            throw StorageException.BadDirectory(
                $"{Path.Combine(FolderOf(directory), FileName)} holds lines for the nodes and options for sbatch, and {(MadeBy is { } other ? $"{other.Words} wrote it" : "does not say who wrote it")}: look at it and say --accept-foreign, or hand the config in again with abm submit --on slurm --out {directory}.");
        }
    }

    /// <summary>Remembers it.</summary>
    /// <exception cref="StorageException">A link is in its place.</exception>
    /// <exception cref="IOException">The file system refuses.</exception>
    public void Write(string directory) => SubmissionFile.Write(directory, FileName, JsonSerializer.Serialize(this, Json) + "\n", isScript: false);

    /// <summary>What in a file would reach a script or a command that must not, or null.</summary>
    private string? Complaint
    {
        get
        {
            var options = Options.SelectMany(option => new[] { option?.Name, option?.Value ?? "" });
            if (options.Concat(Setup).Concat(PassedOn).Append(Study).Any(text => text is null || text.Any(char.IsControl)))
                return "A text in it goes over more than one line.";
            if (Options.Any(option => !SlurmReader.IsOptionName(option.Name) || SlurmSettings.Reserved.ContainsKey(option.Name)))
                return "It holds an option of sbatch that nobody may set.";
            return new[] { ArrayJob, MergeJob }.Any(job => job is not null && !job.All(char.IsAsciiDigit)) ? "A job's number is none." : null;
        }
    }
}
