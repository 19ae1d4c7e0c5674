using static System.FormattableString;

namespace Agents.Benchmarks.WholeModel;

/// <summary>A sweep of W7 by `abm run`, a process of its own.</summary>
internal sealed record AbmSweep(string Form, int Runs, int Agents, int Ticks, int Threads, ProcessCost Cost)
{
    /// <summary>Runs a study of so many runs and throws its tables away.</summary>
    public static AbmSweep Run(AbmProgram abm, int runs, int agents, int ticks, int threads)
    {
        Console.WriteLine(Invariant($"{runs} runs of {agents} agents and {ticks} ticks on {threads} threads"));
        var folder = Directory.CreateTempSubdirectory("w7-").FullName;
        try
        {
            var cost = abm.Run(
                "run", WholeModelRun.Config, "--out", Path.Combine(folder, "sweep"), "--replications", Invariant($"{runs}"), "--ticks", Invariant($"{ticks}"),
                "--set", Invariant($"population.agents={agents}"), "--threads", Invariant($"{threads}"));
            return new AbmSweep(abm.Form, runs, agents, ticks, threads, cost);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>What the sweeps took.</summary>
    public static string Table(IEnumerable<AbmSweep> sweeps) => MarkdownTable.Of(
        ["abm run", "agents", "ticks", "threads", "s", "runs/s", "busy share of the threads' cores", "MiB at the peak"],
        sweeps.Select(sweep => new[]
        {
            Invariant($"{sweep.Runs} runs ({sweep.Form})"), Invariant($"{sweep.Agents}"), Invariant($"{sweep.Ticks}"), Invariant($"{sweep.Threads}"),
            Invariant($"{sweep.Cost.Seconds:0.0}"), Invariant($"{sweep.Runs / sweep.Cost.Seconds:0.00}"),
            Invariant($"{sweep.Cost.BusyShare(sweep.Threads):0.00}"), Invariant($"{sweep.Cost.PeakBytes >> 20}"),
        }));
}
