using System.Globalization;
using System.Text.RegularExpressions;

namespace Experiments.Config;

/// <summary>Reads the <c>slurm:</c> section. What sbatch alone can judge, such as the name of a partition, is left to it.</summary>
internal sealed partial class SlurmReader(ValueReader read)
{
    private const string Section = "slurm";
    private const int MaxTasks = 1_000_000;
    private const int MaxCpus = 1024;

    /// <summary>Keys of the section that stand for one option of sbatch, and that option.</summary>
    private static readonly (string Key, string Option)[] Named =
        [("partition", "partition"), ("account", "account"), ("time", "time"), ("memory", "mem"), ("cpus", "cpus-per-task")];

    private static readonly string[] Keys = [.. Named.Select(pair => pair.Key), "tasks", "modules", "setup", "options"];

    /// <summary>The settings; what is wrong is noted and left out.</summary>
    public SlurmSettings Read(Node? node)
    {
        if (read.Map(node, Section) is not { Entries.Count: > 0 } map)
            return SlurmSettings.None;
        read.RefuseOthers(map, Section + ".", Keys);
        return new SlurmSettings
        {
            Tasks = map.Find("tasks") is { } tasks ? read.Integer(tasks, $"{Section}.tasks", 1, MaxTasks) : null,
            Options = [.. NamedOptions(map), .. OtherOptions(map.Find("options"))],
            Setup = [.. Lines(map, "modules").Select(Load), .. Lines(map, "setup")],
        };
    }

    private IEnumerable<SlurmOption> NamedOptions(Mapping map)
    {
        foreach (var (key, option) in Named)
        {
            if (map.Find(key) is not { } node)
                continue;
            var value = key switch
            {
                "time" => Matching(node, key, TimeText(), "a time limit: write minutes, HH:MM:SS or D-HH:MM:SS"),
                "memory" => Matching(node, key, MemoryText(), "an amount of memory: write a whole number and K, M, G or T, such as 4G"),
                "cpus" => read.Integer(node, $"{Section}.{key}", 1, MaxCpus)?.ToString(CultureInfo.InvariantCulture),
                _ => Word(node, $"{Section}.{key}"),
            };
            if (value is not null)
                yield return new SlurmOption(option, value);
        }
    }

    private IEnumerable<SlurmOption> OtherOptions(Node? node)
    {
        foreach (var entry in read.Map(node, $"{Section}.options")?.Entries ?? [])
        {
            var key = $"{Section}.options.{entry.Key}";
            if (Complaint(entry.Key) is { } complaint)
                read.Add(entry.KeyPlace, key, complaint);
            else if (entry.Value is Scalar { IsPlain: true, Text: "true" })
                yield return new SlurmOption(entry.Key, null);
            else if (Word(entry.Value, key) is { } value)
                yield return new SlurmOption(entry.Key, value);
        }
    }

    /// <summary>True for what can be the long name of an option of sbatch.</summary>
    public static bool IsOptionName(string name) => OptionName().IsMatch(name);

    private static string? Complaint(string name)
    {
        if (!IsOptionName(name))
            return "is not the long name of an option of sbatch: write it without hyphens in front, such as qos";
        if (Named.FirstOrDefault(pair => pair.Option == name) is { Key: { } key })
            return $"has a key of its own: write {Section}.{key}";
        return SlurmSettings.Reserved.TryGetValue(name, out var reason) ? $"cannot be set: {reason}" : null;
    }

    private IEnumerable<string> Lines(Mapping map, string name)
    {
        foreach (var item in read.List(map.Find(name), $"{Section}.{name}"))
        {
            if (Word(item, $"{Section}.{name}") is { } line)
                yield return line;
        }
    }

    private string? Matching(Node node, string key, Regex form, string expected)
    {
        if (node is Scalar scalar && form.IsMatch(scalar.Text))
            return scalar.Text;
        read.Add(node.Place, $"{Section}.{key}", $"{node.Kind} is not {expected}");
        return null;
    }

    /// <summary>Text of one line: a line break would end the option and begin a command of its own.</summary>
    private string? Word(Node node, string key)
    {
        if (node is Scalar { IsEmpty: false, Text: not "" } word && !word.Text.Any(char.IsControl))
            return word.Text;
        read.Add(node.Place, key, node is Scalar { IsEmpty: false } ? "is empty or goes over more than one line" : $"{node.Kind} is not a value");
        return null;
    }

    private static string Load(string module) => ModuleCommand().IsMatch(module) ? module : $"module load {module}";

    [GeneratedRegex(@"\A([0-9]+(:[0-9]{1,2}){0,2}|[0-9]+-[0-9]{1,2}(:[0-9]{1,2}){0,2}|UNLIMITED|INFINITE)\z")]
    private static partial Regex TimeText();

    [GeneratedRegex(@"\A[0-9]+[KMGT]?\z")]
    private static partial Regex MemoryText();

    [GeneratedRegex(@"\A[a-z][a-z0-9]*(-[a-z0-9]+)*\z")]
    private static partial Regex OptionName();

    [GeneratedRegex(@"\A(module|ml)\s")]
    private static partial Regex ModuleCommand();
}
