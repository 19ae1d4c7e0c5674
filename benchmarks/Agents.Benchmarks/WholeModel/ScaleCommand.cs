using static System.FormattableString;

namespace Agents.Benchmarks.WholeModel;

/// <summary>The command scale: what an agent-tick and an agent of the elites model cost from ten thousand agents on.</summary>
internal static class ScaleCommand
{
    private const int Ticks = 104;
    private const int BuildTicks = 50;

    private const string Notes = """
        configs/elites/w7.yaml at other sizes, 104 ticks (the draw falls into the middle). Bytes of columns: what all columns of all populations
        take, pending values and ids included. Bytes in all: what the garbage collector holds more after the model was made than
        before; "fewest ties" is the same with every kind of tie at its least (configs' ties.*). Building is set against 50 ticks of
        the same run. Runs of different sizes are other societies: the elite keeps its share. Sweeps are `abm run` as a process.
        """;

    private static readonly string[] FewestTies =
        ["ties.acquaintances=2", "ties.weak_ties=0", "ties.household_size=1", "ties.trust_ties=2", "ties.cross_ties=0", "ties.channels_followed=1"];

    private sealed record Point(int Agents, WholeModelRun OneThread, WholeModelRun TwoThreads, double Least, double Most, double Columns, double All, double FewestTies)
    {
        public double BuildPerTicks => OneThread.Build / OneThread.Steps * OneThread.Ticks / BuildTicks;
    }

    public static Section Measure(Session session)
    {
        int[] sizes = session.IsQuick ? [10_000, 100_000, 1_000_000] : [10_000, 100_000, 1_000_000, 10_000_000];
        WholeModelRun.WarmUp();
        var points = sizes.TakeWhile(Fits).Select(agents => Measure(agents, session.IsQuick)).ToList();
        var sweeps = Sweeps(session).ToList();
        var (first, million) = (points[0], points.Find(point => point.Agents == 1_000_000));
        return new Section("the elites model from ten thousand agents on", Notes, $"{Table(points)}\n{AbmSweep.Table(sweeps)}",
        [
            Goal.AtMost(2, million?.OneThread.NanosecondsPerAgentTick / first.OneThread.NanosecondsPerAgentTick, "time of an agent-tick at 1e6 agents against 1e4: at most 2"),
            Goal.AtMost(1, points.Max(point => point.BuildPerTicks), "time to build against 50 ticks, worst size: at most 1"),
            Goal.AtMost(100, points.Max(point => point.Columns), "bytes an agent, links aside: at most 100"),
            Goal.AtMost(24, points.Find(point => point.Agents == 10_000_000) is { } largest ? largest.All * largest.Agents / (1 << 30) : null, "GiB that 1e7 agents take: at most 24"),
            Goal.AtLeast(0.9, sweeps.Where(sweep => sweep.Threads > 1).Min(sweep => sweep.Cost.BusyShare(sweep.Threads)), "busy share of both cores, worst sweep: at least 0.9"),
        ]);
    }

    private static bool Fits(int agents)
    {
        var needed = (long)agents * Elites.ElitesModel.Definition.BytesPerAgent;
        if (needed < GC.GetGCMemoryInfo().TotalAvailableMemoryBytes * 0.8)
            return true;
        Console.WriteLine(Invariant($"skipped: {agents} agents do not fit into memory"));
        return false;
    }

    private static Point Measure(int agents, bool isQuick)
    {
        Console.WriteLine(Invariant($"{agents} agents"));
        var study = WholeModelRun.Load(agents, Ticks);
        var rounds = agents >= 10_000_000 ? 1 : (agents >= 1_000_000, isQuick) switch { (true, true) => 1, (false, false) => 5, _ => 3 };
        using var two = new Workers(2);
        var pairs = Enumerable.Range(1, rounds).Select(replication => (One: WholeModelRun.Of(study, replication), Two: WholeModelRun.Of(study, replication, two))).ToList();
        // The pair whose single thread took the median time stands for all.
        var middle = pairs.OrderBy(pair => pair.One.NanosecondsPerAgentTick).ElementAt(rounds / 2);
        var (all, columns, count) = WholeModelRun.MemoryOf(study);
        var few = WholeModelRun.MemoryOf(WholeModelRun.Load(agents, Ticks, FewestTies)).All;
        var times = pairs.ConvertAll(pair => pair.One.NanosecondsPerAgentTick);
        return new Point(agents, middle.One, middle.Two, times.Min(), times.Max(), (double)columns / count, (double)all / count, (double)few / count);
    }

    private static IEnumerable<AbmSweep> Sweeps(Session session)
    {
        var (small, smallTicks, large, largeTicks) = session.IsQuick ? (200, 60, 2, 60) : (10_000, 260, 100, 60);
        yield return AbmSweep.Run(session.Abm, small / 10, 2_000, smallTicks, 1);
        yield return AbmSweep.Run(session.Abm, small, 2_000, smallTicks, 2);
        yield return AbmSweep.Run(session.Abm, Math.Max(1, large / 10), 1_000_000, largeTicks, 1);
        yield return AbmSweep.Run(session.Abm, large, 1_000_000, largeTicks, 2);
    }

    private static string Table(IEnumerable<Point> points) => MarkdownTable.Of(
        ["agents", "ns an agent-tick, 1 thread, median (least to most)", "2 threads", "2 threads against 1", "build, ms", "build / 50 ticks", "bytes of columns", "bytes in all", "bytes, fewest ties"],
        points.Select(point => new[]
        {
            Invariant($"{point.Agents}"), Invariant($"{point.OneThread.NanosecondsPerAgentTick:0.0} ({point.Least:0.0} to {point.Most:0.0})"), Invariant($"{point.TwoThreads.NanosecondsPerAgentTick:0.0}"),
            Invariant($"{point.OneThread.Steps / point.TwoThreads.Steps:0.00}"), Invariant($"{1_000 * point.OneThread.Build:0.0}"),
            Invariant($"{point.BuildPerTicks:0.00}"), Invariant($"{point.Columns:0}"), Invariant($"{point.All:0}"), Invariant($"{point.FewestTies:0}"),
        }));
}
