using System.Runtime.InteropServices;
using Classics;

namespace Agents.Benchmarks.Classics;

/// <summary>W4: the unit exchange of wealth, 100 steps in shuffled order.</summary>
internal sealed class ExchangeWorkload : Classic
{
    public static IReadOnlyList<ExchangeWorkload> Sizes { get; } = [new()];

    public override string Size => "10000 agents";

    public override int Agents => 10_000;

    public override int Steps => 100;

    public override (string Name, double Tolerance)[] Measures => [("share poor", 0.005), ("mean square of wealth", 0.05)];

    public override string[] Arguments => [FormattableString.Invariant($"{Agents}"), FormattableString.Invariant($"{Steps}")];

    public override Model NewModel(Seed seed) =>
        new Boltzmann(new Boltzmann.Parameters { Agents = Agents, Regime = Regime.ShuffledSweep }, seed);

    public override (ulong Hash, double[] Measures) End(Model model)
    {
        var wealth = ((Boltzmann.People)model.Populations[0]).Wealth.Values;
        var hash = new Fnv();
        hash.Add(MemoryMarshal.AsBytes(wealth));
        return (hash.Value, Measure(wealth));
    }

    public override (Action Step, Func<double[]> Measure) NewSimple(int seed)
    {
        var random = new System.Random(seed);
        var wealth = Enumerable.Repeat(1, Agents).ToArray();
        var order = Enumerable.Range(0, Agents).ToArray();
        return (Step, () => Measure(wealth));

        void Step()
        {
            random.Shuffle(order);
            foreach (var giver in order)
            {
                if (wealth[giver] == 0)
                    continue;
                var other = random.Next(Agents - 1);
                wealth[giver]--;
                wealth[other < giver ? other : other + 1]++;
            }
        }
    }

    private static double[] Measure(ReadOnlySpan<int> wealth)
    {
        var squares = 0.0;
        foreach (var owned in wealth)
            squares += (double)owned * owned;
        return [(double)wealth.Count(0) / wealth.Length, squares / wealth.Length];
    }
}
