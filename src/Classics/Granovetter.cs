using Agents.Numerics;

namespace Classics;

/// <summary>
/// Collective behaviour (Granovetter 1978). Entities: people with a threshold, the share of the crowd that must have joined before
/// they do. Process: all look at once at the share that has joined, and those whose threshold it reaches join for good.
/// Initialisation: nobody has joined; thresholds are a ladder of all shares, or the quantiles of a normal distribution, so that
/// nothing is left to chance.
/// </summary>
[Model("granovetter", "Thresholds of collective behaviour (Granovetter 1978).", DefaultTicks = 100, BytesPerAgent = 16)]
public sealed partial class Granovetter : Model
{
    private readonly People people;
    private double seen;

    /// <summary>Gives everyone a threshold.</summary>
    public Granovetter(Parameters parameters, Seed seed)
        : base(seed)
    {
        people = new People(this, parameters.Agents);
        for (var row = 0; row < people.Count; row++)
            people.Threshold.Initial[row] = parameters.ThresholdOf(row);
    }

    /// <summary>How thresholds are spread.</summary>
    public enum Spread
    {
        /// <summary>0, 1/N, 2/N, ...: each who joins brings in the next.</summary>
        Ladder,

        /// <summary>The ladder, but the second person's threshold is the third's: 2/N.</summary>
        BrokenLadder,

        /// <summary>Quantiles of a normal distribution.</summary>
        Normal,
    }

    [Measure("Number of people who have joined.", Unit = "agents")] public int Joined => people.HasJoined.Count(people.All, true);
    [Measure("Share of people who have joined.", Unit = "share")] public double ShareJoined => people.HasJoined.Share(true);

    protected override void Step()
    {
        seen = ShareJoined;
        JoinWhenEnoughHave(people);
        Commit(people.HasJoined);
    }

    protected override void Persist(Checkpoint state) => seen = state.Value(seen);

    [Rule]
    private void JoinWhenEnoughHave(Agent<People> me) => me.Next.HasJoined = me.HasJoined || seen >= me.Threshold;

    /// <summary>The crowd.</summary>
    public sealed partial class People(Model model, int count) : Population(model, "people", count)
    {
        /// <summary>The share that must have joined before the person does; 0 or less joins first, more than 1 never.</summary>
        public partial Trait<double> Threshold { get; }
        /// <summary>Whether the person has joined.</summary>
        [Measure("Whether the person has joined.")] public partial State<bool> HasJoined { get; }
    }

    /// <summary>What a config may set.</summary>
    public sealed class Parameters
    {
        [Parameter("Number of people, N.", Min = 2, Max = 10_000_000, Source = "Granovetter 1978", AtStartOnly = true)] public int Agents { get; set; } = 100;
        [Parameter("How thresholds are spread: ladder, broken_ladder or normal.", Source = "Granovetter 1978", AtStartOnly = true)] public Spread Thresholds { get; set; } = Spread.Ladder;
        [Parameter("Mean of normal thresholds.", Unit = "share", Min = 0, Max = 1, Source = "Granovetter 1978", AtStartOnly = true)] public double Mean { get; set; } = 0.25;
        [Parameter("sigma: standard deviation of normal thresholds; 0.12222 is critical where people are many.", Unit = "share", Min = 0, Max = 10, Source = "Granovetter 1978", AtStartOnly = true)] public double Deviation { get; set; } = 0.1;

        internal double ThresholdOf(int row) => Thresholds switch
        {
            Spread.Normal => Mean + Deviation * Functions.NormalQuantile((row + 0.5) / Agents),
            Spread.BrokenLadder when row == 1 => 2.0 / Agents,
            _ => (double)row / Agents,
        };
    }
}
