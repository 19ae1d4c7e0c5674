using static System.FormattableString;

namespace Agents.Benchmarks.WholeModel;

/// <summary>The command w7: the elites model on one thread and two, and a sweep of a thousand runs as a user starts it.</summary>
internal static class WholeModelCommand
{
    private const int Agents = 10_000;
    private const string Scalar = "rules one agent at a time";
    private const string OneThread = "framework, 1 thread";
    private const string TwoThreads = "framework, 2 threads";

    private const string Notes = """
        configs/elites/w7.yaml: 10,000 agents, up to 260 weekly ticks, every mechanism on, a draw at week 52, all measures collected
        at every tick. A run ends early where the leader is removed; only ticks that were played count. Each round has a replication
        of its own, and everybody ended it with the same measures, bit for bit. There is no C++ of this model: its reference is the
        same rules one agent at a time (UsesBlockForms = false). The sweep is `abm run` as a process, all tables written and brought to
        the disk, one run a thread at a time.
        """;

    public static Section Measure(Session session)
    {
        var study = WholeModelRun.Load(Agents, 260);
        var runs = new List<WholeModelRun>();
        using var two = new Workers(2);
        var contest = new Contest("10000 agents");
        contest.Enter(Scalar, isKeyed: true, replication => Take(replication, WholeModelRun.Of(study, replication, usesBlockForms: false)));
        contest.Enter(OneThread, isKeyed: true, replication => Take(replication, WholeModelRun.Of(study, replication), runs));
        contest.Enter(TwoThreads, isKeyed: true, replication => Take(replication, WholeModelRun.Of(study, replication, two)));
        contest.Run(1, 2);
        runs.Clear();
        var rounds = session.IsQuick ? 5 : 25;
        Console.WriteLine(Invariant($"{rounds} rounds"));
        var standing = contest.Run(rounds, 0);
        var speed = 1_000 / standing.Of(OneThread).Median;
        var bytes = Statistics.Median(runs.Select(run => run.BytesPerTick));
        var sweep = Sweep(session);
        var facts = MarkdownTable.Of(["framework, 1 thread", ""],
        [
            ["M agent-ticks/s, median (least to most)", Invariant($"{speed:0.0} ({1_000 / standing.Of(OneThread).Most:0.0} to {1_000 / standing.Of(OneThread).Least:0.0})")],
            ["ticks played, least to most", Invariant($"{runs.Min(run => run.Ticks)} to {runs.Max(run => run.Ticks)}")],
            ["bytes allocated, median tick", Invariant($"{bytes:0}")],
            ["ms to build populations and networks", Invariant($"{1_000 * Statistics.Median(runs.Select(run => run.Build)):0.0}")],
        ]);
        var tables = $"{ContestTable.Of([standing], [Scalar, OneThread, TwoThreads], [(OneThread, Scalar), (TwoThreads, OneThread)])}\n{facts}\n{AbmSweep.Table([sweep])}";
        return new Section("the elites model", Notes, tables,
        [
            Goal.AtLeast(100, speed, "M agent-ticks/s, 1 thread, everything on, measures every tick: at least 100"),
            Goal.AtMost(15, sweep.Runs == 1_000 ? sweep.Cost.Seconds : 1_000 * sweep.Cost.Seconds / sweep.Runs, "s for 1,000 runs with all tables, 2 cores: at most 15") is var thousand && sweep.Runs != 1_000
                ? thousand with { Measured = Invariant($"{thousand.Measured}, scaled up from {sweep.Runs} runs") }
                : thousand,
            Goal.AtMost(0, bytes, "bytes allocated in the median tick: 0"),
        ]);
    }

    private static AbmSweep Sweep(Session session) => AbmSweep.Run(session.Abm, session.IsQuick ? 50 : 1_000, Agents, 260, Environment.ProcessorCount);

    private static Turn Take(int replication, WholeModelRun run, List<WholeModelRun>? runs = null)
    {
        runs?.Add(run);
        return new Turn(replication, run.NanosecondsPerAgentTick, run.Hash, []);
    }
}
