using System.Runtime.InteropServices;
using Classics;

namespace Agents.Benchmarks.Classics;

/// <summary>W3: Epstein's civil violence, 100 steps in shuffled order, with the paper's legitimacy of 0.8 and long sentences.</summary>
internal sealed class ViolenceWorkload : Classic
{
    private static readonly CivilViolence.Parameters Parameters = new()
    {
        Legitimacy = 0.8,
        LongestSentence = 1_000,
        Rounding = RatioRounding.Round,
    };

    private long active;
    private long jailed;

    public static IReadOnlyList<ViolenceWorkload> Sizes { get; } = [new()];

    public override string Size => "40 x 40 cells, 1120 citizens, 64 cops";

    public override int Agents => Parameters.Citizens + Parameters.Cops;

    public override int Steps => 100;

    public override (string Name, double Tolerance)[] Measures => [("mean active", 1), ("mean jailed", 5)];

    public override string[] Arguments =>
    [
        .. new double[] { Parameters.Width, Parameters.Citizens, Parameters.Cops, Parameters.Vision, Parameters.Legitimacy, Parameters.LongestSentence, Steps }
            .Select(number => FormattableString.Invariant($"{number}")),
    ];

    public override Model NewModel(Seed seed)
    {
        (active, jailed) = (0, 0);
        return new CivilViolence(Parameters, seed);
    }

    public override void Watch(Model model)
    {
        active += ((CivilViolence)model).Count(Stance.Active);
        jailed += ((CivilViolence)model).Count(Stance.Jailed);
    }

    public override (ulong Hash, double[] Measures) End(Model model)
    {
        var people = (CivilViolence.People)model.Populations[0];
        var hash = new Fnv();
        hash.Add(MemoryMarshal.AsBytes(((CivilViolence)model).Cells));
        hash.Add(MemoryMarshal.AsBytes(people.Stance.Values));
        return (hash.Value, [(double)active / Steps, (double)jailed / Steps]);
    }

    public override (Action Step, Func<double[]> Measure) NewSimple(int seed)
    {
        var simple = new SimpleViolence(Parameters, seed);
        return (simple.Step, simple.Measure);
    }
}
