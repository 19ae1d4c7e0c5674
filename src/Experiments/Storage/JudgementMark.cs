using System.Text;
using System.Text.Json;

namespace Experiments.Storage;

/// <summary>
/// Says of a directory in which studies are judged together which command it belongs to. It stands there from before the first
/// run on, so that neither of the two commands takes up what the other one left, whole or not.
/// </summary>
/// <param name="WrittenBy">The program.</param>
/// <param name="Command">Which of its commands.</param>
internal sealed record JudgementMark(string WrittenBy, string Command)
{
    public const string FileName = "judgement.json";

    /// <summary>The command that judges hypotheses.</summary>
    public const string Judge = "judge";

    /// <summary>The command that plays the statements of a model.</summary>
    public const string Claims = "claims";

    /// <summary>The table of that one.</summary>
    public const string ClaimsName = "claims.csv";

    /// <summary>How their tables begin: before there was a mark, they alone told.</summary>
    private const string Verdicts = "id,kind,statement,contrast,effect,", Effects = "id,statement,statistic,world,setting,";

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        NewLine = "\n",
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>The command that a directory belongs to; null for one of anything else.</summary>
    /// <exception cref="StorageException">A link is in the place of a file.</exception>
    public static string? CommandOf(string directory)
    {
        try
        {
            return Read(directory) is { WrittenBy: Manifest.Writer } mark ? mark.Command
                : Begins(directory, ClaimsName, Effects) ? Claims
                : Begins(directory, ResultDirectory.JudgementName, Verdicts) ? Judge
                : null;
        }
        catch (Exception exception) when (StorageException.IsRefusal(exception))
        {
            return null;
        }
    }

    /// <summary>What a directory of a command holds, in words.</summary>
    public static string Words(string command) => command switch
    {
        Judge => "judgements of hypotheses",
        Claims => "what abm claims shows of a model",
        _ => $"what abm {command} wrote",
    };

    /// <summary>Marks a directory.</summary>
    /// <exception cref="StorageException">The file system gave way.</exception>
    public static void Write(string directory, string command) =>
        TableFile.Write(directory, FileName, [.. JsonSerializer.SerializeToUtf8Bytes(new JudgementMark(Manifest.Writer, command), Json), (byte)'\n']);

    private static JudgementMark? Read(string directory)
    {
        if (!File.Exists(Path.Combine(directory, FileName)))
            return null;
        try
        {
            return JsonSerializer.Deserialize<JudgementMark>(ResultFile.Read(directory, FileName), Json);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static bool Begins(string directory, string name, string text)
    {
        if (!File.Exists(Path.Combine(directory, name)))
            return false;
        using var file = ResultFile.Open(directory, name);
        var bytes = new byte[text.Length];
        return file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) == bytes.Length && bytes.AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(text));
    }
}
