using Agents.Random;
using Agents.Spaces;

namespace Agents.Tests;

/// <summary>A model that uses everything that a checkpoint has to carry: lives, links, claims, cells, events, its own fields.</summary>
internal class Hamlet : Model
{
    private static readonly Purpose Fate = new(1000);

    private readonly Folk folk;
    private readonly Network friends;
    private readonly NeighbourCount flagged;
    private readonly Claims claims;
    private readonly Grid grid;
    private readonly List<string> diary = [];
    private double mood;
    private int[] ages = [];

    public Hamlet(Regime regime, int seed = 1, int count = 40)
        : base(Seed.Of(seed))
    {
        folk = new Folk(this, count, regime, isOpen: true);
        friends = Network.WattsStrogatz(Seed, Purpose.Link, count, 4, 0.1);
        flagged = new NeighbourCount(friends);
        claims = new Claims(folk, 5);
        grid = new Grid(30, 30, isTorus: true, count);
        for (var row = 0; row < count; row++)
            grid.Place(row, row);
        flagged.Commit(folk.Flag);
    }

    protected override void Step()
    {
        Run(folk, new Live(this));
        claims.Resolve();
        Commit(folk.Wealth, folk.Worth);
        var newRows = CommitLives(folk);
        friends.Remap(newRows, folk.Count);
        grid.Remap(newRows, folk.Count);
        for (var row = folk.Newborn.From; row < folk.Newborn.To; row++)
        {
            var draws = Draws(folk.Ids[row], Fate);
            grid.Place(row, grid.RandomEmptyCell(ref draws));
        }
        flagged.Commit(folk.Flag);
        // Left for the next step's Remap to carry out.
        friends.Add(Tick % folk.Count, (Tick + 1) % folk.Count);
        mood = 0.9 * mood + folk.Wealth[claims.Winner(0) < 0 ? 0 : claims.Winner(0) % folk.Count];
        ages = [.. ages, folk.Count];
        if (folk.Count % 2 == 0)
            diary.Add($"week {Tick}");
        Record("week", "hamlet", mood, $"{folk.Count} agents");
    }

    protected override void Persist(Checkpoint state)
    {
        state.Parts(flagged, friends, claims, grid);
        state.List(diary, text => state.Text(text));
        (mood, ages) = (state.Value(mood), state.Array(ages));
    }

    private readonly struct Live(Hamlet model) : IRule<Folk>
    {
        public void Step(Agent<Folk> me)
        {
            var draws = me.Draws(Fate);
            me.Next.Wealth += draws.Below(5) + model.flagged[me.Row % model.friends.Count];
            me.Population.Worth.Next[me.Row] = draws.Normal();
            me.Population.Flag.Next[me.Row] = draws.Chance(0.3);
            me.Population.Memory[me.Row]++;
            me.Population.Note[me.Row] = model.Tick;
            model.claims.Propose(me, draws.Below(5), draws.UniformSingle());
            if (draws.Chance(0.1))
                me.Die();
            else if (draws.Chance(0.15))
                me.Bear();
        }
    }
}

/// <summary>A model that forgets a field.</summary>
internal sealed class ForgetfulHamlet(Regime regime) : Hamlet(regime)
{
    private int winters;

    public int Winters => winters;

    protected override void Step()
    {
        base.Step();
        winters++;
    }
}
