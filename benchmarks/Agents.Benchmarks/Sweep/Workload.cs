using System.Globalization;

namespace Agents.Benchmarks.Sweep;

/// <summary>W5: 64 runs of W1 with 2,000 agents and 200 ticks, three measures every tick, on two threads.</summary>
internal static class Workload
{
    public const int Runs = 64;
    public const int Agents = 2_000;
    public const int Ticks = 200;
    public const int Seed = 1;
    public const int Threads = 2;

    /// <summary>The first line of everybody's table.</summary>
    public const string Header = "run_id,tick,loyalty_mean,grievance_mean,share_defected";

    /// <summary>The study as a modeller writes it.</summary>
    public const string Config = """
        model: influence-kernel
        seed: 1
        replications: 64
        ticks: 200
        measures: {every: 1, model: [loyalty_mean, grievance_mean, share_defected]}
        parameters: {agents: 2000}

        """;

    /// <summary>Reads a table back as numbers, row by row.</summary>
    /// <exception cref="InvalidOperationException">It has another header or another number of rows.</exception>
    public static double[][] Read(string path)
    {
        var lines = File.ReadAllLines(path);
        if (lines[0] != Header || lines.Length != Runs * (Ticks + 1) + 1)
            throw new InvalidOperationException($"{path} has {lines.Length} lines, the first of them '{lines[0]}'.");
        return [.. lines.Skip(1).Select(line => line.Split(',').Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)).ToArray())];
    }

    /// <summary>The greatest difference between two tables, relative to the cell; 0 where all cells are equal.</summary>
    public static double Difference(double[][] one, double[][] other) =>
        one.Zip(other, (mine, theirs) => mine.Zip(theirs, (x, y) => x == y ? 0 : Math.Abs(x - y) / Math.Max(Math.Abs(x), Math.Abs(y))).Max()).Max();
}
