using System.Diagnostics;
using System.Runtime.InteropServices;
using Agents.Data;
using Elites;
using Experiments.Config;
using Experiments.Runs;
using static System.FormattableString;

namespace Agents.Benchmarks.WholeModel;

/// <summary>One run of W7 within this process, as the runner of studies carries it out, every measure collected at every tick.</summary>
/// <param name="Agents">All agents of all populations.</param>
/// <param name="Ticks">Ticks that were played: a run ends early where the leader is removed.</param>
/// <param name="Build">Seconds for the populations and networks.</param>
/// <param name="Steps">Seconds for the ticks.</param>
/// <param name="BytesPerTick">Managed memory that the median tick allocated; for a run on one thread.</param>
/// <param name="Hash">Of all measures at all ticks.</param>
internal sealed record WholeModelRun(int Agents, int Ticks, double Build, double Steps, double BytesPerTick, ulong Hash)
{
    /// <summary>The config of W7.</summary>
    public static string Config => Path.Combine(Repository.Find("configs"), "elites", "w7.yaml");

    public double NanosecondsPerAgentTick => 1e9 * Steps / Agents / Ticks;

    /// <summary>The study of W7 at another size.</summary>
    public static Study Load(int agents, int ticks, params string[] sets) => StudyLoader.Load(Config, [ElitesModel.Definition], new Overrides
    {
        Ticks = Invariant($"{ticks}"),
        Sets = [Invariant($"population.agents={agents}"), .. sets],
    });

    /// <summary>
    /// Plays runs for two seconds: methods are compiled in earnest once they have been called for a while, and until then
    /// they are slow and box.
    /// </summary>
    public static void WarmUp()
    {
        var study = Load(10_000, 60);
        for (var clock = Stopwatch.StartNew(); clock.Elapsed.TotalSeconds < 2;)
        {
            Of(study, 1);
            Of(study, 1, usesBlockForms: false);
        }
    }

    /// <summary>Runs a replication to its end.</summary>
    public static WholeModelRun Of(Study study, int replication, Workers? workers = null, bool usesBlockForms = true)
    {
        var start = Stopwatch.GetTimestamp();
        var course = new RunCourse(study, study.DesignPoints[0], replication, workers);
        course.Model.UsesBlockForms = usesBlockForms;
        var build = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var rows = new Rows(study.Ticks + 1, study.ModelMeasures.Count);
        var clock = new RunClock(null, TimeSpan.Zero, CancellationToken.None);
        start = Stopwatch.GetTimestamp();
        course.Advance(study.Ticks, rows, clock);
        var steps = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var model = course.Model;
        return new WholeModelRun(CountAgents(model), model.Tick, build, steps, rows.MedianAllocation, rows.Hash);
    }

    /// <summary>Memory of a model in its initial state: all of it, and that of its populations' columns.</summary>
    public static (long All, long Columns, int Agents) MemoryOf(Study study)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var model = new RunCourse(study, study.DesignPoints[0], 1, null).Model;
        var all = GC.GetTotalMemory(forceFullCollection: true) - before;
        var columns = model.Populations.Sum(population => (long)population.Count * (sizeof(uint) + population.Columns.Sum(column => column.BytesPerRow)));
        return (all, columns, CountAgents(model));
    }

    private static int CountAgents(Model model) => model.Populations.Sum(population => population.Count);

    private sealed class Rows(int count, int width) : ISink
    {
        private readonly double[] values = new double[count * width];
        private readonly long[] allocated = new long[count];
        private int rows;

        public ulong Hash
        {
            get
            {
                var hash = new Fnv();
                hash.Add(MemoryMarshal.AsBytes<double>(values));
                return hash.Value;
            }
        }

        public double MedianAllocation =>
            Statistics.Median(allocated.Take(rows).Zip(allocated.Take(rows).Skip(1), (before, after) => (double)(after - before)).DefaultIfEmpty(0));

        public void ModelRow(int tick, ReadOnlySpan<double> row)
        {
            row.CopyTo(values.AsSpan(rows * width));
            allocated[rows++] = GC.GetAllocatedBytesForCurrentThread();
        }

        public void AgentRow(int tick, string population, uint agent, ReadOnlySpan<double> row) => throw new NotSupportedException("W7 collects no agents.");
    }
}
