namespace Classics;

/// <summary>
/// Bounded confidence in pairs (Deffuant, Neau, Amblard and Weisbuch 2000). Entities: people with an opinion in [0, 1]. Process: in
/// random sequential order a person meets somebody drawn at random; if their opinions are less than epsilon apart, both move
/// towards the other's by the part mu of the difference. Initialisation: opinions are uniform. The mean is conserved, and about 1 / (2
/// epsilon) camps are left.
/// </summary>
[Model("deffuant", "Bounded confidence in pairs (Deffuant et al. 2000).", DefaultTicks = 300, BytesPerAgent = 24)]
public sealed partial class Deffuant : Model
{
    private static readonly Purpose Opinions = new(1000), Partner = new(1001);
    private readonly Parameters parameters;
    private readonly People people;
    private readonly double[] sorted;

    /// <summary>Draws everyone's opinion.</summary>
    public Deffuant(Parameters parameters, Seed seed)
        : base(seed)
    {
        this.parameters = parameters;
        people = new People(this, parameters.Agents);
        sorted = new double[people.Count];
        for (var row = 0; row < people.Count; row++)
            people.Opinion.Next[row] = Draws(people.Ids[row], Opinions).Uniform();
        Commit(people.Opinion);
    }

    [Measure("Mean opinion.")]
    public double MeanOpinion()
    {
        var sum = 0.0;
        foreach (var opinion in people.Opinion.Values)
            sum += opinion;
        return sum / people.Count;
    }

    [Measure("Camps that at least 5 % of the people are in: opinions without a gap of a tenth of epsilon.")]
    public int Camps()
    {
        people.Opinion.Values.CopyTo(sorted);
        sorted.AsSpan().Sort();
        var (camps, first) = (0, 0);
        for (var next = 1; next <= sorted.Length; next++)
        {
            if (next < sorted.Length && sorted[next] - sorted[next - 1] < parameters.Epsilon / 10)
                continue;
            camps += 20 * (next - first) >= sorted.Length ? 1 : 0;
            first = next;
        }
        return camps;
    }

    protected override void Step() => Meet(people);

    [Rule]
    private void Meet(Agent<People> me)
    {
        var draws = me.Draws(Partner);
        var other = draws.Below(me.Population.Count - 1);
        ref var theirs = ref me.Population.Opinion.Pending(other < me.Row ? other : other + 1);
        var difference = theirs - me.Opinion;
        if (Math.Abs(difference) >= parameters.Epsilon)
            return;
        theirs -= parameters.Mu * difference;
        me.Next.Opinion += parameters.Mu * difference;
    }

    /// <summary>Those who meet.</summary>
    public sealed partial class People(Model model, int count) : Population(model, "people", count, Regime.RandomSequential)
    {
        /// <summary>0 to 1.</summary>
        [Initial(Min = 0, Max = 1), Measure("Opinion.")] public partial State<double> Opinion { get; }
    }

    /// <summary>What a config may set.</summary>
    public sealed class Parameters
    {
        [Parameter("Number of people.", Min = 2, Max = 10_000_000, AtStartOnly = true)] public int Agents { get; set; } = 1_000;
        [Parameter("epsilon: opinions this far apart do not meet.", Min = 0, Max = 1, Source = "Deffuant et al. 2000")] public double Epsilon { get; set; } = 0.2;
        [Parameter("mu: part of the difference by which both move.", Min = 0, Max = 0.5, Source = "Deffuant et al. 2000")] public double Mu { get; set; } = 0.5;
    }
}
