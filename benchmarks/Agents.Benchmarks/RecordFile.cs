using System.Globalization;
using System.Text;

namespace Agents.Benchmarks;

/// <summary>
/// The record of a machine, benchmarks/records/processor.md: the goals first, then a section a workload. Each command
/// replaces its own section and its own rows among the goals.
/// </summary>
internal sealed class RecordFile
{
    private const string Heading = "## ";
    private const string Goals = "goals";
    private const string Title = "# Benchmarks, ";
    private static readonly string[] GoalHeads = ["workload", "goal", "measured", "met"];

    private readonly Dictionary<string, string> sections = [];

    /// <summary>The record that a full run writes on this machine.</summary>
    public static string Default => Path.Combine(Repository.Find("benchmarks"), "records", $"{Machine.Slug}.md");

    /// <summary>Why no record can be kept in a file, asked before anything is measured; null where one can.</summary>
    public static string? Complaint(string path)
    {
        try
        {
            var isNew = !File.Exists(path);
            if (!isNew && !File.ReadAllText(path).StartsWith(Title, StringComparison.Ordinal))
                return $"{path} is no record of benchmarks and is left as it is.";
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            File.Open(path, FileMode.OpenOrCreate, FileAccess.Write).Dispose();
            if (isNew)
                File.Delete(path);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return $"The record cannot be written: {exception.Message}";
        }
    }

    /// <summary>Reads a record, or starts one.</summary>
    public static RecordFile Read(string path)
    {
        var record = new RecordFile();
        if (!File.Exists(path))
            return record;
        foreach (var section in File.ReadAllText(path).Split("\n" + Heading)[1..])
            record.sections[section[..section.IndexOf(':', StringComparison.Ordinal)]] = Heading + section.TrimEnd() + "\n";
        return record;
    }

    /// <summary>The goals' table alone.</summary>
    public string GoalTable => MarkdownTable.Of(GoalHeads, GoalRows);

    private IEnumerable<string[]> GoalRows =>
        sections.GetValueOrDefault(Goals, "").Split('\n').Where(line => line.StartsWith('|')).Skip(2).Select(line => line.Split('|', StringSplitOptions.TrimEntries)[1..^1]);

    /// <summary>Replaces what a workload has left before.</summary>
    /// <param name="workload">Its command.</param>
    /// <param name="section">What it leaves now.</param>
    /// <param name="order">All commands, in the order of their sections.</param>
    public void Replace(string workload, Section section, IReadOnlyList<string> order)
    {
        var others = GoalRows.Where(row => row[0] != workload);
        var mine = section.Goals.Select(goal => new[] { workload, goal.Asked, goal.Measured, goal.IsMet switch { true => "yes", false => "no", null => "" } });
        var rows = others.Concat(mine).OrderBy(row => order.ToList().IndexOf(row[0]));
        sections[Goals] = $"{Heading}{Goals}: what the project wants, and what was measured\n\n{MarkdownTable.Of(GoalHeads, rows)}";
        sections[workload] = $"""
            {Heading}{workload}: {section.Title}

            {DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}, {Machine.Description}

            {section.Notes}

            {section.Tables.TrimEnd()}

            """.ReplaceLineEndings("\n");
    }

    /// <summary>Writes the record, its sections in the order of the commands.</summary>
    public void Write(string path, IReadOnlyList<string> order)
    {
        var text = new StringBuilder($"""
            {Title}{Machine.Processor}

            Written by `dotnet run -c Release --project benchmarks/Agents.Benchmarks -- all`; a workload's own command renews its section.
            Only ratios carry over to other machines. A ratio is the median over rounds of the ratio within a round, in which all take turns.

            """.ReplaceLineEndings("\n"));
        foreach (var name in order.Prepend(Goals).Where(sections.ContainsKey))
            text.Append('\n').Append(sections[name]);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        File.WriteAllText(path, text.ToString());
    }
}
