using static System.FormattableString;

namespace Agents.Benchmarks.Influence;

/// <summary>The command w1: holds the contest at all sizes.</summary>
internal static class InfluenceCommand
{
    private const string Notes = """
        All contestants ran in one process tree, 100 ticks a run, and ended with the same bits. A cell gives the median over
        the turns with the least and the most. "C++ best" is the quickest of three kernels that gather neighbours' flags (scalar
        bytes, AVX-512 gathers of bytes, AVX-512 gathers of bits); the framework pushes changes of flags instead.
        """;

    public static Section Measure(Session session)
    {
        var standings = Compete(session);
        var (large, shared) = (standings.Where(one => one.Agents >= 10_000), standings.Where(one => one.Agents >= 100_000));
        double? best = standings.Any(one => one.BestForm is null) ? null : large.Min(one => one.Ratio(Contest.OneThread, one.BestForm!));
        return new Section("the influence kernel", $"{Reference.About(session.Reference)}\n{Notes}", InfluenceRecord.Table(standings),
        [
            Goal.AtLeast(1.7, best, "times as fast as the best C++ that pulls, 1 thread, least of N = 1e4 to 1e6, on the text that a modeller writes: at least 1.7"),
            Goal.AtLeast(1.9, shared.Min(one => one.Ratio(Contest.TwoThreads, Contest.OneThread)), "2 threads against 1, least of N = 1e5 and 1e6: at least 1.9"),
            Goal.AtMost(0, standings.Max(one => one.BytesPerTick), "bytes allocated per tick: 0"),
        ]);
    }

    private static List<Standing> Compete(Session session)
    {
        (int Agents, int Rounds, double Seconds)[] sizes = session.IsQuick
            ? [(1_000, 3, 0.05), (10_000, 3, 0.05), (100_000, 3, 0), (1_000_000, 1, 0)]
            : [(1_000, 9, 0.1), (10_000, 9, 0.1), (100_000, 9, 0), (1_000_000, 4, 0)];
        using var contest = new Contest(session.Reference);
        contest.Run(10_000, 1, 0.3);
        var standings = new List<Standing>();
        foreach (var (agents, rounds, seconds) in sizes)
        {
            Console.WriteLine(Invariant($"N={agents}: {rounds} rounds"));
            standings.Add(contest.Run(agents, rounds, seconds));
        }
        return standings;
    }
}
