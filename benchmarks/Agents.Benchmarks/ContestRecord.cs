using System.Globalization;

namespace Agents.Benchmarks;

/// <summary>Writes the record of a workload.</summary>
internal static class ContestRecord
{
    /// <summary>Writes benchmarks/records/processor-workload.md and says so.</summary>
    /// <param name="workload">Its command, such as w2.</param>
    /// <param name="title">What it is.</param>
    /// <param name="notes">What a reader must know to judge the table.</param>
    /// <param name="table">The outcome as Markdown.</param>
    /// <param name="reference">The C++ that took part, if any.</param>
    public static void Write(string workload, string title, string notes, string table, Reference? reference)
    {
        var path = Path.Combine(Repository.Find("benchmarks"), "records", $"{Machine.Slug}-{workload}.md");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, $"""
            # {title}

            {DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}, {Machine.Description}
            Reference: {reference?.Compiler ?? "none"}, -O3 -march=native -ffp-contract=off.
            {notes}

            {table.TrimEnd()}

            """.ReplaceLineEndings("\n"));
        Console.WriteLine($"\nrecord: {path}");
    }
}
