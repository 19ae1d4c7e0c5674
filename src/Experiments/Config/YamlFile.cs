using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Experiments.Config;

/// <summary>
/// Reads a YAML or JSON file into nodes that know where they stand. The size of the file and the depth of its nesting
/// are bounded, and aliases are refused, so that no file can make it eat memory or stack.
/// </summary>
internal sealed class YamlFile
{
    /// <summary>Largest config that is read, bytes.</summary>
    public const int MaxBytes = 4 << 20;

    private const int MaxDepth = 32;

    private readonly string path;
    private readonly Parser parser;

    // The way to the present node; it is put together for a message only, because long keys with much below them would fill memory.
    private readonly Stack<string> way = new();
    private Place last;

    private YamlFile(string path, string text) =>
        (this.path, parser, last) = (path, new Parser(new StringReader(text)), new Place(path, 1, 1));

    /// <summary>The map that a file holds.</summary>
    /// <exception cref="ConfigException">It cannot be read, is not text, not YAML, or not one map.</exception>
    public static Mapping Read(string path) => Parse(ReadText(path), path);

    /// <summary>The map that a text holds.</summary>
    /// <param name="text">The text.</param>
    /// <param name="source">Where it stands, for messages.</param>
    /// <exception cref="ConfigException">It is not YAML, or not one map.</exception>
    public static Mapping Parse(string text, string source)
    {
        var file = new YamlFile(source, text);
        try
        {
            return file.ReadDocument();
        }
        catch (YamlException exception)
        {
            throw new ConfigException(YamlFault.Of(text, file.At(exception.Start), exception.Message));
        }
        catch (Exception exception) when (exception is not (ConfigException or OutOfMemoryException))
        {
            // On some damaged texts the parser breaks instead of complaining, each time in another way.
            throw new ConfigException(YamlFault.Of(text, file.last, ""));
        }
    }

    /// <summary>Why there is no file to read, or null.</summary>
    public static string? Absence(string path)
    {
        if (Directory.Exists(path))
            return "this is a folder, not a config file";
        return File.Exists(path) ? null : $"there is no such file{NearestFile(path)}";
    }

    private static string ReadText(string path)
    {
        byte[] bytes;
        try
        {
            bytes = ReadBytes(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw Refusal(path, $"the file cannot be read: {exception.Message}");
        }
        var zero = Array.IndexOf(bytes, (byte)0);
        if (zero >= 0)
            throw Refusal(path, $"this is a binary file (byte {zero + 1} is zero), not UTF-8 text");
        try
        {
            var text = new UTF8Encoding(false, true).GetString(bytes).TrimStart('\uFEFF');
            return text.Trim().Length > 0 ? text : throw Refusal(path, "the file is empty; a config names at least a model");
        }
        catch (DecoderFallbackException exception)
        {
            throw Refusal(path, $"this is not UTF-8 text (byte {exception.Index + 1} fits no character)");
        }
    }

    private static byte[] ReadBytes(string path)
    {
        if (Absence(path) is { } absence)
            throw Refusal(path, absence);
        if (HasNoLength(path))
            return [];
        using var stream = File.OpenRead(path);
        // What a shell hands over under /dev is a link to a pipe: the length is the link's.
        var length = stream.CanSeek ? stream.Length : 0;
        if (length > MaxBytes)
            throw TooLarge(path, FormattableString.Invariant($"it has {length / 1048576.0:0.0} MiB, and at most {MaxBytes >> 20} are read"));
        // A pipe or a device has no length, so the reading itself is bounded too.
        var bytes = new byte[(length > 0 ? length : MaxBytes) + 1];
        var count = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return count < bytes.Length ? bytes[..count] : throw TooLarge(path, length > 0 ? "it grows while it is read" : $"more than {MaxBytes >> 20} MiB");
    }

    /// <summary>
    /// True for an empty file, and for a pipe in a folder, which nobody may ever write: to open it would be to wait for ever. What a
    /// shell hands over under /dev is written by somebody.
    /// </summary>
    public static bool HasNoLength(string path) =>
        new FileInfo(path).Length == 0
        && !(Path.GetFullPath(path) is var full && (full.StartsWith("/dev/", StringComparison.Ordinal) || full.StartsWith("/proc/", StringComparison.Ordinal)));

    private static ConfigException TooLarge(string path, string size) => Refusal(path, $"the file is too large for a config: {size}");

    private static string NearestFile(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        if (folder is null || !Directory.Exists(folder))
            return "";
        if (Path.GetExtension(path).Length == 0 && File.Exists(path + ".yaml"))
            return $"; did you mean '{Path.GetFileName(path)}.yaml'?";
        var names = Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal);
        return Spelling.Hint(Path.GetFileName(path), names);
    }

    private static ConfigException Refusal(string path, string message) => new(new Place(path, 0, 0), "", message);

    private Mapping ReadDocument()
    {
        parser.Consume<StreamStart>();
        if (parser.Accept<StreamEnd>(out _))
            throw Refusal(path, "the file is empty; a config names at least a model");
        parser.Consume<DocumentStart>();
        var node = ReadNode(0);
        parser.Consume<DocumentEnd>();
        if (!parser.Accept<StreamEnd>(out var second))
            throw new ConfigException(At(parser.Current!.Start), "", "a config is one document, and here a second one begins");
        return node as Mapping ?? throw new ConfigException(node.Place, "", $"a config is a map of keys to values, not {node.Kind}");
    }

    /// <summary>The full key of the present node.</summary>
    private string Key => string.Concat(way.Reverse()).TrimStart('.');

    private Node ReadNode(string step, int depth)
    {
        way.Push(step);
        var node = ReadNode(depth);
        way.Pop();
        return node;
    }

    private Node ReadNode(int depth)
    {
        var item = parser.Consume<ParsingEvent>();
        var place = last = At(item.Start);
        if (depth > MaxDepth)
            throw new ConfigException(place, Key, $"the document is nested deeper than {MaxDepth} levels");
        if (item is AnchorAlias)
            throw new ConfigException(place, Key, "aliases (*name) are not supported; write the value itself");
        if (item is NodeEvent { Anchor.IsEmpty: false })
            throw new ConfigException(place, Key, "anchors (&name) are not supported; write each value where it belongs");
        if (item is NodeEvent { Tag.IsEmpty: false } tagged)
            throw new ConfigException(place, Key, $"tags ({Problem.Quote(tagged.Tag.Value)}) are not supported; write the plain value");
        return item switch
        {
            YamlDotNet.Core.Events.Scalar scalar => new Scalar(place, scalar.Value, scalar.Style == ScalarStyle.Plain),
            SequenceStart => ReadSequence(place, depth),
            _ => ReadMapping(place, depth),
        };
    }

    private Sequence ReadSequence(Place place, int depth)
    {
        var items = new List<Node>();
        while (!parser.TryConsume<SequenceEnd>(out _))
            items.Add(ReadNode($"[{items.Count + 1}]", depth + 1));
        return new Sequence(place, items);
    }

    private Mapping ReadMapping(Place place, int depth)
    {
        var entries = new List<Entry>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            if (ReadNode(depth + 1) is not Scalar name)
                throw new ConfigException(At(parser.Current!.Start), Key, "a key is a single word, not a list or a map");
            if (!lines.TryAdd(name.Text, name.Place.Line))
                throw new ConfigException(name.Place, $"{Key}.{name.Text}".TrimStart('.'), $"duplicate key: it stands in line {lines[name.Text]} already");
            entries.Add(new Entry(name.Text, name.Place, ReadNode($".{name.Text}", depth + 1)));
        }
        return new Mapping(place, entries);
    }

    private Place At(Mark mark) => new(path, (int)mark.Line, (int)mark.Column);
}
