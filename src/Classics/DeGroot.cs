namespace Classics;

/// <summary>
/// Reaching a consensus (DeGroot 1974). Entities: people with an opinion, and links of trust among them with a weight (Watts and
/// Strogatz's small world, or a file). Process: all at once take the mean of their own opinion and their neighbours', these weighted by
/// trust. Initialisation: opinions and weights are uniform. As weights are mutual, the mean of opinions weighted by the strength of
/// nodes never changes: it is the consensus, and the second eigenvalue of the matrix of trust the rate at which it comes.
/// </summary>
[Model("degroot", "Consensus by weighted averaging on a network (DeGroot 1974).", DefaultTicks = 100, BytesPerAgent = 210)]
public sealed partial class DeGroot : Model
{
    private static readonly Purpose Opinions = new(1000), Weights = new(1001);
    private readonly Parameters parameters;
    private readonly People people;
    private readonly Network trust;
    private readonly LinkColumn<double> weights;

    /// <summary>Draws opinions, links and their weights.</summary>
    public DeGroot(Parameters parameters, Seed seed)
        : base(seed)
    {
        this.parameters = parameters;
        people = new People(this, parameters.Agents);
        trust = Network.WattsStrogatz(seed, Purpose.Link, parameters.Agents, parameters.Degree, parameters.Rewiring);
        weights = trust.AddColumn(1.0);
        for (var row = 0; row < people.Count; row++)
        {
            people.Opinion.Next[row] = Draws(people.Ids[row], Opinions).Uniform();
            var draws = Draws(people.Ids[row], Weights);
            foreach (var other in trust.Neighbours(row))
            {
                if (row < other)
                    weights.Set(row, other, 1 - parameters.WeightSpread * draws.Uniform());
            }
        }
        trust.Commit();
        Commit(people.Opinion);
        AfterFilling();
    }

    [Measure("Mean of opinions, weighted by the strength of nodes: the consensus to come.")] public double Consensus() => Weigh(opinion => opinion);
    [Measure("Standard deviation of opinions around it, weighted alike.")] public double Disagreement() { var mean = Consensus(); return Math.Sqrt(Weigh(opinion => (opinion - mean) * (opinion - mean))); }

    protected override void Step()
    {
        Average(people);
        Commit(people.Opinion);
    }

    protected override void Persist(Checkpoint state) => state.Parts(trust);

    public override string? AfterFilling()
    {
        for (var row = 0; row < people.Count; row++)
        {
            var strength = 0.0;
            foreach (var weight in weights[row])
                strength += weight;
            people.Strength.Initial[row] = strength;
        }
        return people.Strength.Values.ContainsAnyExceptInRange(0, double.MaxValue) ? "weights of trust are not negative." : null;
    }

    [Rule]
    private void Average(Agent<People> me)
    {
        if (me.Strength == 0)
            return;
        var around = trust.Neighbours(me.Row);
        var weight = weights[me.Row];
        var heard = 0.0;
        for (var i = 0; i < around.Length; i++)
            heard += weight[i] * me.Population.Opinion[around[i]];
        me.Next.Opinion = parameters.SelfTrust * me.Opinion + (1 - parameters.SelfTrust) * heard / me.Strength;
    }

    private double Weigh(Func<double, double> term)
    {
        var (sum, strength) = (0.0, 0.0);
        for (var row = 0; row < people.Count; row++)
            (sum, strength) = (sum + people.Strength[row] * term(people.Opinion[row]), strength + people.Strength[row]);
        return sum / strength;
    }

    static partial void Complete(ref ModelDefinition<Parameters> definition) => definition = definition with
    {
        Networks = [NamedNetwork.Of<DeGroot>("trust", "trust each other, the more the greater the weight", model => model.trust, model => model.people, model => model.weights)],
    };

    /// <summary>Those who listen to each other.</summary>
    public sealed partial class People(Model model, int count) : Population(model, "people", count)
    {
        /// <summary>0 to 1.</summary>
        [Initial(Min = 0, Max = 1), Measure("Opinion.")] public partial State<double> Opinion { get; }
        /// <summary>Sum of the weights of the person's links.</summary>
        [Initial(FollowsFrom = "the weights of trust")] public partial Trait<double> Strength { get; }
    }

    /// <summary>What a config may set.</summary>
    public sealed class Parameters
    {
        [Parameter("Number of people.", Min = 2, Max = 10_000_000, AtStartOnly = true)] public int Agents { get; set; } = 200;
        [Parameter("Neighbours of a person in the ring before rewiring, even.", Min = 2, Max = 1_000, AtStartOnly = true)] public int Degree { get; set; } = 6;
        [Parameter("Probability that a link moves its far end.", Min = 0, Max = 1, AtStartOnly = true)] public double Rewiring { get; set; } = 0.1;
        [Parameter("Weights of trust are uniform between 1 less this and 1.", Min = 0, Max = 1, AtStartOnly = true)] public double WeightSpread { get; set; } = 0.9;
        [Parameter("Weight of the own opinion beside that of all neighbours together.", Min = 0, Max = 1)] public double SelfTrust { get; set; } = 0.5;
        internal string? Complaint() => Degree % 2 == 0 && Degree < Agents ? null : "degree must be even and less than agents.";
    }
}
