using System.Security.Cryptography;

namespace Experiments.Config;

/// <summary>A file that a study takes data from: its content is part of the study, and a result holds a copy.</summary>
/// <param name="Name">The copy's path in a result.</param>
/// <param name="Source">Where it was read from.</param>
/// <param name="Content">Its bytes.</param>
public sealed record InputFile(string Name, string Source, ReadOnlyMemory<byte> Content)
{
    /// <summary>The folder of a result that holds the copies.</summary>
    public const string FolderName = "inputs";

    /// <summary>SHA-256 of the content, in hexadecimal.</summary>
    public string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(Content.Span));
}

/// <summary>Reads the files that a section of a config names, as a word or as <c>{file: NAME}</c>.</summary>
internal sealed class InputReader(ValueReader read)
{
    /// <summary>Largest file, bytes.</summary>
    private const int MaxBytes = 1 << 28;

    /// <summary>The file, or null after a problem.</summary>
    /// <param name="node">What the config says.</param>
    /// <param name="key">Its full key.</param>
    /// <param name="name">The copy's name, without folder and ending.</param>
    /// <param name="further">Keys that the map may have beside file and sha256.</param>
    public InputFile? Read(Node node, string key, string name, params string[] further)
    {
        if (node is not Mapping map)
            return Read(node, key, name, (Scalar?)null);
        read.RefuseOthers(map, key + ".", ["file", "sha256", .. further]);
        if (map.Find("file") is { } file)
            return Read(file, key + ".file", name, map.Find("sha256") as Scalar);
        read.Add(map.Place, key, "'file' is missing: the name of a CSV file");
        return null;
    }

    private InputFile? Read(Node node, string key, string name, Scalar? sha256)
    {
        if (node is not Scalar { IsEmpty: false, Text: not "" } word)
        {
            read.Add(node.Place, key, $"{node.Kind} is not the name of a CSV file");
            return null;
        }
        var path = Path.Combine(Path.GetDirectoryName(node.Place.Source) ?? "", word.Text);
        using var stream = CsvFile.Open(read, path, node.Place, key);
        if (stream is null)
            return null;
        if (stream.Length > MaxBytes)
        {
            read.Add(node.Place, key, $"{Problem.Quote(path)} has more than {MaxBytes >> 20} MiB");
            return null;
        }
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        var made = new InputFile($"{InputFile.FolderName}/{name}.csv", path, content);
        if (sha256 is null || sha256.Text == made.Sha256)
            return made;
        read.Add(sha256.Place, key.EndsWith(".file", StringComparison.Ordinal) ? key[..^5] + ".sha256" : key, $"{path} is not the file that the config was written for (its hash is {made.Sha256})");
        return null;
    }
}
