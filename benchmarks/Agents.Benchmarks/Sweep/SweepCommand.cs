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

    private const string Notes = """
        Mean loyalty, mean grievance and the share of defected agents at every tick, to CSV. All contestants wrote the same table.
        The C++ and the simple C# write that one table; a study writes all of its tables, its ledger, scripts and manifest, and
        brings them to the disk. A warm turn repeats the whole study within a process for half a second and counts its median; a
        whole process does it once, start-up included. "C++ best" is the quicker of two kernels that gather neighbours' flags
        (scalar bytes, AVX-512 gathers).
        """;

    public static Section Measure(Session session)
    {
        using var contest = Compete(session);
        double? best = contest.Has(SweepContest.Best) ? contest.Ratio(SweepContest.Study, SweepContest.Best) : null;
        var goal = Goal.AtLeast(1, best, "times as fast as the best C++, CSV included, 2 threads, both warm: at least 1");
        if (contest.Has(SweepContest.BestProcess))
            goal = goal with { Measured = Format($"{goal.Measured}; whole processes, start-up included, {contest.Ratio(SweepContest.StudyProcess, SweepContest.BestProcess):0.00}") };
        return new Section("a sweep of the influence kernel", $"{Reference.About(session.Reference)}\n{Notes}", Table(contest),
            [goal]);
    }

    private static SweepContest Compete(Session session)
    {
        // The first contest warms up the compiler and is forgotten.
        using (var warmUp = new SweepContest(session))
            warmUp.Round(1);
        var contest = new SweepContest(session);
        var rounds = session.IsQuick ? 3 : 15;
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

    private static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
