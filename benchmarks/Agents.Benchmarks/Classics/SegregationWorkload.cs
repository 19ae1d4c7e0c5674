using System.Runtime.InteropServices;
using Classics;

namespace Agents.Benchmarks.Classics;

/// <summary>W2: Schelling's segregation, 20 steps in shuffled order, on a bounded grid.</summary>
internal sealed class SegregationWorkload(int side, int agents, int radius, int need) : Classic
{
    public static IReadOnlyList<SegregationWorkload> Sizes { get; } =
        [new(40, 1_000, 1, 3), new(100, 8_000, 2, 8), new(500, 200_000, 1, 3)];

    public override string Size => FormattableString.Invariant($"{side} x {side} cells, {agents} residents, radius {radius}");

    public override int Agents => agents;

    public override int Steps => 20;

    public override (string Name, double Tolerance)[] Measures => [("share happy", 0.002), ("share of the own group", 0.01)];

    public override string[] Arguments => [.. new[] { side, side, agents, radius, need, Steps }.Select(FormattableNumber)];

    public override Model NewModel(Seed seed) =>
        new Schelling(new Schelling.Parameters { Width = side, Height = side, Agents = agents, Radius = radius, Need = need }, seed);

    public override (ulong Hash, double[] Measures) End(Model model)
    {
        var schelling = (Schelling)model;
        var hash = new Fnv();
        hash.Add(MemoryMarshal.AsBytes(schelling.Cells));
        return (hash.Value, [schelling.ShareHappy(), schelling.ShareSameGroup()]);
    }

    public override (Action Step, Func<double[]> Measure) NewSimple(int seed)
    {
        var simple = new SimpleSegregation(side, agents, radius, need, seed);
        return (simple.Step, simple.Measure);
    }

    private static string FormattableNumber(int number) => FormattableString.Invariant($"{number}");
}
