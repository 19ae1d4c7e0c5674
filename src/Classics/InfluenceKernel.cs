using Agents.Numerics;

namespace Classics;

/// <summary>
/// The benchmark kernel of an elite under influence (assumed): grievance grows with hardship and with defected
/// neighbours, loyalty falls with both, and an agent counts as defected while grievance exceeds loyalty by more than
/// its threshold. Synchronous, with 8 random in-neighbours each.
/// </summary>
[Model("influence-kernel", "Loyalty under hardship and defected neighbours: the benchmark kernel.", ResultsVersion = 3, BytesPerAgent = 112)]
public sealed partial class InfluenceKernel : Model
{
    /// <summary>In-neighbours of every agent.</summary>
    public const int Degree = 8;
    /// <summary>Draws of the mood of a tick.</summary>
    public static readonly Purpose Mood = new(1001);

    private static readonly Purpose Traits = new(1000);
    private readonly People people;
    private readonly NeighbourCount defected;

    /// <summary>Draws all traits uniformly; nobody has defected.</summary>
    public InfluenceKernel(Parameters parameters, Seed seed)
        : base(seed)
    {
        people = new People(this, parameters.Agents);
        for (var row = 0; row < people.Count; row++)
        {
            var draws = Draws(people.Ids[row], Traits);
            people.Loyalty[row] = draws.UniformSingle();
            people.Grievance[row] = draws.UniformSingle();
            people.Hardship.Initial[row] = draws.UniformSingle();
            people.Threshold.Initial[row] = draws.UniformSingle();
        }
        defected = new NeighbourCount(Network.RegularIn(seed, Purpose.Link, people.Count, Degree));
    }

    [Measure("Mean loyalty.")] private double LoyaltyMean => people.Loyalty.Mean();
    [Measure("Mean grievance.")] private double GrievanceMean => people.Grievance.Mean();
    [Measure("Share of agents who have defected.", Unit = "share")] private double ShareDefected => people.HasDefected.Share((byte)1);

    protected override void Step()
    {
        Reconsider(people);
        defected.Commit(people.HasDefected, Workers);
    }

    protected override void Persist(Checkpoint state) => state.Parts(defected);

    [Rule]
    private void Reconsider(Agent<People> me)
    {
        var mood = me.Draws(Mood).SymmetricSingle();
        var around = defected[me.Row] * (1f / Degree);
        me.Grievance = Functions.Within(0.95f * me.Grievance + 0.03f * me.Hardship + 0.05f * around + 0.01f * mood, 0, 1);
        me.Loyalty = Functions.Within(me.Loyalty + 0.02f * (0.65f - me.Grievance) - 0.03f * around, 0, 1);
        me.Next.HasDefected = me.Grievance - me.Loyalty > me.Threshold ? (byte)1 : (byte)0;
    }

    /// <summary>Those who influence one another.</summary>
    public sealed partial class People(Model model, int count) : Population(model, "people", count)
    {
        /// <summary>L, 0 to 1.</summary>
        [Initial(Min = 0, Max = 1)] public partial Private<float> Loyalty { get; }
        /// <summary>G, 0 to 1.</summary>
        [Initial(Min = 0, Max = 1)] public partial Private<float> Grievance { get; }
        /// <summary>h, 0 to 1.</summary>
        [Initial(Min = 0, Max = 1)] public partial Trait<float> Hardship { get; }
        /// <summary>T: excess of grievance over loyalty from which on an agent defects, 0 to 1.</summary>
        [Initial(Min = 0, Max = 1)] public partial Trait<float> Threshold { get; }
        /// <summary>1 while defected, else 0.</summary>
        [Initial(FollowsFrom = "loyalty and grievance from the first step on")] public partial State<byte> HasDefected { get; }
    }

    /// <summary>What a config may set.</summary>
    public sealed class Parameters
    {
        [Parameter("Number of agents.", Min = 1, Max = 100_000_000, AtStartOnly = true)] public int Agents { get; set; } = 10_000;
    }
}
