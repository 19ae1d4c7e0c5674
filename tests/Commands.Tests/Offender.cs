using System.Diagnostics;
using System.Numerics;
using Agents;
using Agents.Data;

namespace Commands.Tests;

/// <summary>Breaks every rule, so that ArchitectureTests can show that a breach is seen.</summary>
internal static class Offender
{
    public static int DrawsFromTheSystem() => new System.Random(1).Next();

    public static long ReadsTheClock() => Stopwatch.GetTimestamp();

    public static int WalksASet(HashSet<int> set)
    {
        var sum = 0;
        foreach (var item in set)
            sum += item;
        return sum;
    }

    public static int WalksKeys(Dictionary<int, int> map) => map.Keys.First();

    public static Func<double, double> UsesTheMachinesExp() => x => Math.Exp(x);

    public static double UsesTheMachinesPow(double x) => double.Pow(x, 3);

    public static Vector<float> Contracts(Vector<float> x) => Vector.FusedMultiplyAdd(x, x, x);

    public static int Hashes(int one, int other) => HashCode.Combine(one, other);

    public static int KnowsAgents(Population population) => population.Count;

    public static void Collects(DataCollector collector, Model model) => collector.Collect(model);
}
