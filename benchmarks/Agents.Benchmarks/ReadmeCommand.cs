namespace Agents.Benchmarks;

/// <summary>The command readme: copies the goals of a record to where the README names that record.</summary>
internal static class ReadmeCommand
{
    private const string Start = "<!-- goals of ";
    private const string End = "<!-- end of goals -->";

    public static int Run(string[] options)
    {
        var path = options is ["--to", var file] ? file : Path.Combine(Repository.Find("."), "README.md");
        if (!File.Exists(path) || !File.Exists(RecordFile.Default))
        {
            Console.Error.WriteLine($"{path} and {RecordFile.Default} must both exist.");
            return Suite.BadInput;
        }
        var text = File.ReadAllText(path);
        var (from, to) = (text.IndexOf(Start, StringComparison.Ordinal), text.IndexOf(End, StringComparison.Ordinal));
        if (from < 0 || to < from)
        {
            Console.Error.WriteLine($"{path} has no block from '{Start}RECORD -->' to '{End}'.");
            return Suite.BadInput;
        }
        var record = Path.GetRelativePath(Repository.Find("."), RecordFile.Default).Replace('\\', '/');
        File.WriteAllText(path, $"{text[..from]}{Start}{record} -->\n{RecordFile.Read(RecordFile.Default).GoalTable}{text[to..]}");
        return 0;
    }
}
