using System.Globalization;
using System.Text;
using Agents.Benchmarks.Influence;
using Agents.Random;
using Classics;

namespace Agents.Benchmarks.Sweep;

/// <summary>W5 as the simplest correct C#: a parallel loop over runs, plain arrays, and interpolated strings.</summary>
internal static class SimpleSweep
{
    private static readonly Purpose Traits = new(1000);

    public static void Write(string path)
    {
        var rows = new string[Workload.Runs];
        Parallel.For(0, Workload.Runs, new ParallelOptions { MaxDegreeOfParallelism = Workload.Threads }, run => rows[run] = Run(run + 1));
        File.WriteAllText(path, Workload.Header + "\n" + string.Concat(rows));
    }

    private static string Run(int run)
    {
        var people = Make(run);
        var text = new StringBuilder();
        AddRow(text, people, run, 0);
        for (var tick = 0u; tick < Workload.Ticks; tick++)
        {
            SimpleLoop.Tick(people, tick);
            AddRow(text, people, run, tick + 1);
        }
        return text.ToString();
    }

    private static void AddRow(StringBuilder text, Society people, int run, uint tick) => text.Append(
        CultureInfo.InvariantCulture,
        $"{run},{tick},{people.Loyalty.Average(loyalty => (double)loyalty)},{people.Grievance.Average(grievance => (double)grievance)},{people.Defected.Average(flag => (double)flag)}\n");

    private static Society Make(int run)
    {
        var seed = Seed.Of(Workload.Seed, run);
        var people = new Society
        {
            Ticks = Workload.Ticks,
            Seed = seed,
            Purpose = InfluenceKernel.Mood,
            Loyalty = new float[Workload.Agents],
            Grievance = new float[Workload.Agents],
            Hardship = new float[Workload.Agents],
            Threshold = new float[Workload.Agents],
            Neighbours = new int[InfluenceKernel.Degree * Workload.Agents],
            Defected = new byte[Workload.Agents],
            Next = new byte[Workload.Agents],
        };
        for (var i = 0; i < people.Count; i++)
        {
            var draws = new Draws(seed, (uint)i, 0, Traits);
            people.Loyalty[i] = draws.UniformSingle();
            people.Grievance[i] = draws.UniformSingle();
            people.Hardship[i] = draws.UniformSingle();
            people.Threshold[i] = draws.UniformSingle();
            var links = new Draws(seed, (uint)i, 0, Purpose.Link);
            for (var k = 0; k < InfluenceKernel.Degree; k++)
                people.Neighbours[InfluenceKernel.Degree * i + k] = links.Below(people.Count);
        }
        return people;
    }
}
