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
    private readonly ContinuousSpace meadow;
    private readonly Occupants lanes;
    private readonly Layer<double> scent;
    private readonly List<string> diary = [];
    private readonly Neighbourhood around;
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
        meadow = new ContinuousSpace(12, 9, isTorus: true, count, 2, regime);
        lanes = new Occupants(grid, count, regime);
        scent = new Layer<double>(grid);
        around = grid.Moore(1);
        for (var row = 0; row < count; row++)
            grid.Place(row, row);
        var draws = Draws(Fate);
        meadow.Scatter(ref draws);
        lanes.Scatter(ref draws);
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
        // Newborn are placed before the moves are committed, so that a checkpoint has to keep both.
        meadow.Remap(newRows, folk.Count);
        lanes.Remap(newRows, folk.Count);
        for (var row = folk.Newborn.From; row < folk.Newborn.To; row++)
        {
            var draws = Draws(folk.Ids[row], Fate);
            grid.Place(row, grid.RandomEmptyCell(ref draws));
            if (!meadow.IsPlaced(row))
                meadow.Place(row, new Vector2D(draws.Uniform(), draws.Uniform()));
            if (lanes.CellOf(row) < 0)
                lanes.Place(row, draws.Below(3));
        }
        if (Tick % 3 != 1)
        {
            meadow.Commit();
            lanes.Commit();
        }
        scent.Deposit(lanes.Cells, folk.Worth.Values);
        scent.Diffuse(0.3, around);
        scent.Pending(Tick) = 1;
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
        state.Parts(flagged, friends, claims, grid, meadow, lanes, scent);
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
            if (model.meadow.IsPlaced(me.Row))
            {
                foreach (var other in model.meadow.Within(me.Row, 1.5))
                    me.Next.Wealth += other % 3;
                model.meadow.Move(me.Row, model.meadow.PositionOf(me.Row) + new Vector2D(draws.Normal(), draws.Normal()));
                model.lanes.Move(me.Row, (int)Math.Abs(model.scent[me.Row % model.scent.Grid.Count] % 1 * 100));
            }
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
