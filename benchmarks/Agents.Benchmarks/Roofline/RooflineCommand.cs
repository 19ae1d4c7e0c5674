using System.Diagnostics;
using System.Globalization;
using Agents.Benchmarks.WholeModel;
using Classics;
using Experiments.Runs;
using static System.FormattableString;

namespace Agents.Benchmarks.Roofline;

/// <summary>The command roofline: what the machine can do, what W1 and W7 ask of it, and how far they are from it.</summary>
internal static class RooflineCommand
{
    private const string Notes = """
        The probe (benchmarks/reference/probe.cpp) gives the best of its repeats. Bandwidth counts what a loop asks for, 12 bytes a float of
        a triad a = b + s c. Bytes of an agent-tick are counted from the columns that the populations have: a trait is read once;
        what is private or lives within a tick is read and written once; a state is read, written, and copied by its commit (read and
        written); an id is read once for its draws. Links, and columns that no rule touches in a tick, are left out of this account on the one
        side, and further passes over the same columns on the other: those find their blocks in cache, if not in the first level.
        The limit is these bytes at the bandwidth of one thread: of memory where the columns exceed 16 MiB, else of the cache.
        W1 has a counter of defected neighbours beside its columns, read once. Its 30 operations are those of a lane of its block form,
        the draw left out: it draws one Philox block an agent-tick, whose limit stands beside. W7's rules touch different agents in
        different ticks, and their operations were not counted. A kernel's time is the least of its runs.
        """;

    // Counted in InfluenceKernel's block form: the mood from its word 5, the share 2, grievance 7 and its two bounds 4, loyalty 5
    // and its two bounds 4, the flag 3. The draw itself stands apart.
    private const double InfluenceOperations = 30;

    private sealed record Kernel(string Name, int Agents, double BytesPerAgent, double Moved, double Nanoseconds, double Draws, double Operations);

    public static Section Measure(Session session)
    {
        var probe = session.Reference?.Run("probe", session.IsQuick ? "0.1" : "2").Select(line => line.Split(' '))
            .ToDictionary(words => (words[0], words[1]), words => double.Parse(words[2], CultureInfo.InvariantCulture));
        var kernels = new List<Kernel>();
        WholeModelRun.WarmUp();
        foreach (var agents in session.IsQuick ? [10_000, 100_000] : new[] { 10_000, 100_000, 1_000_000 })
        {
            Console.WriteLine(Invariant($"{agents} agents"));
            kernels.Add(InfluenceKernelOf(agents));
            kernels.Add(WholeModelOf(agents));
        }
        var machine = probe is null ? "" : MarkdownTable.Of(
            ["the machine", "1 thread", "2 threads", "2 against 1"],
            probe.Where(figure => figure.Key.Item2 == "1").Select(figure => MachineRow(figure.Key.Item1, figure.Value, probe.TryGetValue((figure.Key.Item1, "2"), out var two) ? two : null)));
        var distance = MarkdownTable.Of(
            ["kernel, 1 thread", "agents", "bytes of columns", "bytes moved an agent-tick", "operations an agent-tick", "ns an agent-tick", "ns by bandwidth", "ns by operations", "ns by draws", "times the limit"],
            kernels.Select(kernel => DistanceRow(kernel, probe)));
        return new Section("how far from the machine", $"{Reference.About(session.Reference)}\n{Notes}", $"{machine}\n{distance}", []);
    }

    private static string[] MachineRow(string name, double one, double? two) =>
    [
        name.StartsWith("triad", StringComparison.Ordinal) ? $"{name}, GB/s" : $"{name}, M/s",
        Invariant($"{one:0}"), two is { } both ? Invariant($"{both:0}") : "", two is { } rate ? Invariant($"{rate / one:0.00}") : "",
    ];

    private static string[] DistanceRow(Kernel kernel, Dictionary<(string, string), double>? probe)
    {
        string[] measured = [kernel.Name, Invariant($"{kernel.Agents}"), Invariant($"{kernel.BytesPerAgent:0}"), Invariant($"{kernel.Moved:0}"), kernel.Operations > 0 ? Invariant($"{kernel.Operations:0}") : "not counted", Invariant($"{kernel.Nanoseconds:0.00}")];
        if (probe is null)
            return [.. measured, "skipped", "skipped", "skipped", "skipped"];
        const double Cache = 16 << 20;
        var bandwidth = kernel.Moved / probe[(kernel.BytesPerAgent * kernel.Agents > Cache ? "triad_memory" : "triad_cache", "1")];
        var draws = 1_000 * kernel.Draws / probe[("philox_blocks", "1")];
        // A multiply-add of the probe is two operations, since nothing is contracted.
        var operations = 1_000 * kernel.Operations / (2 * probe[("multiply_add", "1")]);
        return [.. measured, Invariant($"{bandwidth:0.00}"), kernel.Operations > 0 ? Invariant($"{operations:0.00}") : "", kernel.Draws > 0 ? Invariant($"{draws:0.00}") : "", Invariant($"{kernel.Nanoseconds / Math.Max(bandwidth, Math.Max(operations, draws)):0.0}")];
    }

    private static Kernel InfluenceKernelOf(int agents)
    {
        const int Ticks = 100;
        var nanoseconds = Enumerable.Range(1, 5).Min(replication =>
        {
            var model = new InfluenceKernel(new InfluenceKernel.Parameters { Agents = agents }, Seed.Of(1, replication));
            var start = Stopwatch.GetTimestamp();
            for (var tick = 0; tick < Ticks; tick++)
                model.Advance();
            return Stopwatch.GetElapsedTime(start).TotalNanoseconds / agents / Ticks;
        });
        var (bytes, moved) = Traffic(new InfluenceKernel(new InfluenceKernel.Parameters { Agents = agents }, Seed.Of(1)));
        return new Kernel("w1", agents, bytes + sizeof(int), moved + sizeof(int), nanoseconds, 1, InfluenceOperations);
    }

    private static Kernel WholeModelOf(int agents)
    {
        var study = WholeModelRun.Load(agents, 60);
        var nanoseconds = Enumerable.Range(1, agents > 100_000 ? 1 : 5).Min(replication => WholeModelRun.Of(study, replication).NanosecondsPerAgentTick);
        var (bytes, moved) = Traffic(new RunCourse(study, study.DesignPoints[0], 1, null).Model);
        return new Kernel("w7", agents, bytes, moved, nanoseconds, 0, 0);
    }

    /// <summary>Bytes an agent that columns take, and that a tick must move at least if it touches each of them.</summary>
    private static (double Bytes, double Moved) Traffic(Model model)
    {
        var (agents, bytes, moved) = (0, 0.0, 0.0);
        foreach (var population in model.Populations)
        {
            agents += population.Count;
            bytes += (double)population.Count * (sizeof(uint) + population.Columns.Sum(column => column.BytesPerRow));
            moved += (double)population.Count * (sizeof(uint) + population.Columns.Sum(column => column.BytesPerRow * Passes(column)));
        }
        return (bytes / agents, moved / agents);
    }

    // A state has two values a row, so that two passes over both are its four.
    private static int Passes(Column column) => column.GetType().GetGenericTypeDefinition() == typeof(Trait<>) ? 1 : 2;
}
