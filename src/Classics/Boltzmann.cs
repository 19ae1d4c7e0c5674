namespace Classics;

/// <summary>
/// Unit exchange of wealth: everyone who has something gives one unit to somebody else drawn at random; nobody goes
/// into debt (Dragulescu and Yakovenko 2000, in its simplest form). The stationary distribution depends on the regime.
/// </summary>
[Model("boltzmann", "Unit exchange of wealth among equals (Dragulescu and Yakovenko 2000).", DefaultTicks = 500, BytesPerAgent = 12)]
public sealed partial class Boltzmann : Model
{
    private static readonly Purpose Partner = new(1000);
    private readonly People people;

    /// <summary>Makes a population of equals.</summary>
    public Boltzmann(Parameters parameters, Seed seed)
        : base(seed)
    {
        people = new People(this, parameters.Agents, parameters.Regime);
        people.Wealth.Next.Fill(parameters.MeanWealth);
        Commit(people.Wealth);
    }

    [Measure("Share of agents without wealth, P(0).", Unit = "share")] public double SharePoor() => people.Wealth.Share(0);
    [Measure("Gini coefficient of wealth.")] public double Gini() => people.Wealth.Gini();

    protected override void Step()
    {
        GiveOneAway(people);
        Commit(people.Wealth);
    }

    [Rule]
    private static void GiveOneAway(Agent<People> me)
    {
        if (me.Wealth == 0)
            return;
        var draws = me.Draws(Partner);
        var other = draws.Below(me.Population.Count - 1);
        me.Population.Wealth.Add(me.Row, -1);
        me.Population.Wealth.Add(other < me.Row ? other : other + 1, 1);
    }

    /// <summary>Those who exchange.</summary>
    public sealed partial class People(Model model, int count, Regime regime) : Population(model, "people", count, regime)
    {
        /// <summary>What an agent owns: 0 or more.</summary>
        [Initial(Min = 0), Measure("Wealth.", Unit = "unit")] public partial State<int> Wealth { get; }
    }

    /// <summary>What a config may set.</summary>
    public sealed class Parameters
    {
        [Parameter("Number of agents.", Min = 2, Max = 10_000_000, AtStartOnly = true)] public int Agents { get; set; } = 10_000;
        [Parameter("Mean wealth m: what every agent has at the start.", Unit = "unit", Min = 0, Max = 1_000, AtStartOnly = true)] public int MeanWealth { get; set; } = 1;
        [Parameter("How agents take their turns; P(0) and the Gini coefficient depend on it.", AtStartOnly = true)] public Regime Regime { get; set; } = Regime.RandomSequential;
    }
}
