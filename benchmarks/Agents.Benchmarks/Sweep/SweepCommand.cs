using System.Globalization;
using System.Text;

namespace Agents.Benchmarks.Sweep;

/// <summary>The command w5: runs the contest, prints the table and writes the record.</summary>
internal static class SweepCommand
{
    private static readonly string[] Contestants =
    [
        SweepContest.Plain, SweepContest.Best, SweepContest.Simple, SweepContest.Study,
        SweepContest.PlainProcess, SweepContest.BestProcess, SweepContest.StudyProcess,
    ];

    private static readonly (string Contestant, string Other)[] Comparisons =
    [
        (SweepContest.Study, SweepContest.Plain),
        (SweepContest.Study, SweepContest.Best),
        (SweepContest.Study, SweepContest.Simple),
        (SweepContest.StudyProcess, SweepContest.PlainProcess),
        (SweepContest.StudyProcess, SweepContest.BestProcess),
    ];

    public static int Run(string[] options)
    {
        var isQuick = options.Contains("--quick");
        if (options.FirstOrDefault(option => option != "--quick") is { } unknown)
        {
            Console.Error.WriteLine($"w5 knows no option '{unknown}'; it takes --quick.");
            return 2;
        }
        var folder = Repository.Find("benchmarks");
        var reference = Reference.Build(Path.Combine(folder, "reference"), Path.Combine(folder, "reference", "bin"), out var complaint);
        if (reference is null)
            Console.WriteLine($"skipped: the C++ reference cannot be built ({complaint})");
        using var contest = Compete(reference, isQuick);
        var table = Table(contest);
        Console.Write($"\n{table}");
        if (!isQuick)
            Write(Path.Combine(folder, "records", $"{Machine.Slug}-w5.md"), table, reference);
        return 0;
    }

    private static SweepContest Compete(Reference? reference, bool isQuick)
    {
        // The first contest warms up the compiler and is forgotten.
        using (var warmUp = new SweepContest(reference))
            warmUp.Round(1);
        var contest = new SweepContest(reference);
        var rounds = isQuick ? 3 : 15;
        Console.WriteLine(Format($"{rounds} rounds"));
        for (var round = 0; round < rounds; round++)
            contest.Round(0.5);
        return contest;
    }

    private static string Table(SweepContest contest)
    {
        var text = new StringBuilder("| 64 runs, 2,000 agents, 200 ticks, 2 threads | runs/s, median (least to most) | ms a study |\n| --- | --- | --- |\n");
        foreach (var contestant in Contestants)
        {
            if (!contest.Has(contestant))
            {
                text.Append(Format($"| {contestant} | skipped | |\n"));
                continue;
            }
            var (median, least, most) = contest.Of(contestant);
            text.Append(Format($"| {contestant} | {Workload.Runs / median:0} ({Workload.Runs / most:0} to {Workload.Runs / least:0}) | {1000 * median:0.0} |\n"));
        }
        text.Append("\n| times as fast | |\n| --- | --- |\n");
        foreach (var (contestant, other) in Comparisons)
            text.Append(Format($"| {contestant} against {other} | {(contest.Has(other) ? Format($"{contest.Ratio(contestant, other):0.00}") : "skipped")} |\n"));
        text.Append(Format($"| greatest relative difference between two contestants' cells | {contest.Difference:G2} |\n"));
        return text.ToString();
    }

    private static void Write(string path, string table, Reference? reference)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, $"""
            # W5, a sweep of the influence kernel

            {DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}, {Machine.Description}
            Reference: {reference?.Compiler ?? "none"}, -O3 -march=native -ffp-contract=off.
            Mean loyalty, mean grievance and the share of defected agents at every tick, to CSV. All contestants took turns and
            wrote the same table. The C++ and the simple C# write that one table; a study writes all of its tables, its ledger,
            scripts and manifest, and brings them to the disk. A warm turn repeats the whole study within a process for half a
            second and counts its median; a whole process does it once, start-up included. "C++ best" is the quicker of two
            kernels that gather neighbours' flags (scalar bytes, AVX-512 gathers). A ratio is the median over the rounds of the
            ratio within a round.

            {table.TrimEnd()}

            """.ReplaceLineEndings("\n"));
        Console.WriteLine($"\nrecord: {path}");
    }

    private static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
