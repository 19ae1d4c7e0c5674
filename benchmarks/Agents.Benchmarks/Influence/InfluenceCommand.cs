using System.Globalization;

namespace Agents.Benchmarks.Influence;

/// <summary>The command w1: runs the contest at all sizes, prints the table and writes the record.</summary>
internal static class InfluenceCommand
{
    public static int Run(string[] options)
    {
        var isQuick = options.Contains("--quick");
        if (options.FirstOrDefault(option => option != "--quick") is { } unknown)
        {
            Console.Error.WriteLine($"w1 knows no option '{unknown}'; it takes --quick.");
            return 2;
        }
        var folder = Repository.Find("benchmarks");
        var reference = Reference.Build(Path.Combine(folder, "reference"), Path.Combine(folder, "reference", "bin"), out var complaint);
        if (reference is null)
            Console.WriteLine($"skipped: the C++ reference cannot be built ({complaint})");
        var standings = Compete(reference, isQuick);
        var table = InfluenceRecord.Table(standings);
        Console.Write($"\n{table}");
        if (!isQuick)
            Write(Path.Combine(folder, "records", $"{Machine.Slug}.md"), table, reference);
        return 0;
    }

    private static List<Standing> Compete(Reference? reference, bool isQuick)
    {
        (int Agents, int Rounds, double Seconds)[] sizes = isQuick
            ? [(1_000, 3, 0.05), (10_000, 3, 0.05), (100_000, 3, 0), (1_000_000, 1, 0)]
            : [(1_000, 9, 0.1), (10_000, 9, 0.1), (100_000, 9, 0), (1_000_000, 4, 0)];
        using var contest = new Contest(reference);
        contest.Run(10_000, 1, 0.3);
        var standings = new List<Standing>();
        foreach (var (agents, rounds, seconds) in sizes)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"N={agents}: {rounds} rounds"));
            standings.Add(contest.Run(agents, rounds, seconds));
        }
        return standings;
    }

    private static void Write(string path, string table, Reference? reference)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, $"""
            # W1, the influence kernel

            {DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}, {Machine.Description}
            Reference: {reference?.Compiler ?? "none"}, -O3 -march=native -ffp-contract=off.
            All contestants ran in one process tree, taking turns, 100 ticks a run, and ended with the same bits. A cell gives
            the median over the turns with the least and the most; a ratio is the median over the rounds of the ratio within
            a round. "C++ best" is the quickest of three kernels that gather neighbours' flags (scalar bytes, AVX-512 gathers of
            bytes, AVX-512 gathers of bits); the framework pushes changes of flags instead.

            {table.TrimEnd()}

            """.ReplaceLineEndings("\n"));
        Console.WriteLine($"\nrecord: {path}");
    }
}
