namespace Classics;

/// <summary>
/// The voter model on the complete graph (Clifford and Sudbury 1973; Holley and Liggett 1975). Entities: voters with one of two
/// opinions. Process: in random sequential order a voter takes over the opinion of somebody else drawn at random. Initialisation: a
/// given share has opinion 1. The chance that it prevails is that share.
/// </summary>
[Model("voter", "Imitation of one of two opinions (Clifford and Sudbury 1973; Holley and Liggett 1975).", DefaultTicks = 1_000, BytesPerAgent = 8)]
public sealed partial class Voter : Model
{
    private static readonly Purpose Partner = new(1000);
    private readonly Voters voters;
    private int ones;
    private double turns;

    /// <summary>Gives the first voters opinion 1.</summary>
    public Voter(Parameters parameters, Seed seed)
        : base(seed)
    {
        voters = new Voters(this, parameters.Agents);
        voters.Opinion.Next[..(int)Math.Round(parameters.InitialShare * parameters.Agents)].Fill(1);
        Commit(voters.Opinion);
        AfterFilling();
    }

    [Measure("Share of voters with opinion 1.", Unit = "share")] public double ShareOfOnes => (double)ones / voters.Count;
    [Measure("Turns until all agreed, or so far, per voter.", Unit = "sweep")] public double Sweeps => turns / voters.Count;
    public override bool IsFinished => ones == 0 || ones == voters.Count;

    protected override void Step() => Imitate(voters);
    protected override void Persist(Checkpoint state) => (ones, turns) = (state.Value(ones), state.Value(turns));
    public override string? AfterFilling() { ones = voters.Opinion.Count(voters.All, (byte)1); return null; }

    [Rule]
    private void Imitate(Agent<Voters> me)
    {
        if (IsFinished)
            return;
        turns++;
        var draws = me.Draws(Partner);
        var other = draws.Below(me.Population.Count - 1);
        var opinion = me.Population.Opinion[other < me.Row ? other : other + 1];
        ones += opinion - me.Opinion;
        me.Next.Opinion = opinion;
    }

    /// <summary>Those who imitate.</summary>
    public sealed partial class Voters(Model model, int count) : Population(model, "voters", count, Regime.RandomSequential)
    {
        /// <summary>0 or 1.</summary>
        [Initial(Min = 0, Max = 1), Measure("Opinion, 0 or 1.")] public partial State<byte> Opinion { get; }
    }

    /// <summary>What a config may set.</summary>
    public sealed class Parameters
    {
        [Parameter("Number of voters, N.", Min = 2, Max = 10_000_000, AtStartOnly = true)] public int Agents { get; set; } = 100;
        [Parameter("Share with opinion 1 at the start.", Unit = "share", Min = 0, Max = 1, AtStartOnly = true)] public double InitialShare { get; set; } = 0.5;
    }
}
