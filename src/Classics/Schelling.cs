using Agents;
using Agents.Random;
using Agents.Spaces;

namespace Classics;

/// <summary>
/// Segregation (Schelling 1971): residents of two equal groups on a bounded grid with Moore neighbourhoods; in a
/// shuffled sweep everyone with too few neighbours of the own group moves to an empty cell drawn from the whole grid.
/// </summary>
[Model("schelling", "Residential segregation of two groups (Schelling 1971).", DefaultTicks = 20, BytesPerAgent = 40)]
public sealed partial class Schelling : Model
{
    private static readonly Purpose Settle = new(1000);
    private static readonly Purpose Move = new(1001);

    private readonly Parameters parameters;
    private readonly Residents residents;
    private readonly Grid grid;

    // The group of each cell's resident, 0 where there is none.
    private readonly Marks groups;

    /// <summary>Puts the residents into random cells.</summary>
    public Schelling(Parameters parameters, Seed seed)
        : base(seed)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        this.parameters = parameters;
        residents = new Residents(this, parameters.Agents);
        grid = new Grid(parameters.Width, parameters.Height, isTorus: false, parameters.Agents);
        groups = new Marks(grid, grid.Moore(parameters.Radius));
        var draws = Draws(Settle);
        for (var row = 0; row < residents.Count; row++)
        {
            residents.Group.Initial[row] = row < residents.Count / 2 ? (byte)1 : (byte)2;
            var cell = grid.RandomEmptyCell(ref draws);
            grid.Place(row, cell);
            groups[cell] = residents.Group[row];
        }
    }

    /// <summary>Marks the cells of residents whose groups come from a file.</summary>
    public override string? AfterFilling()
    {
        for (var row = 0; row < residents.Count; row++)
            groups[grid.CellOf(row)] = residents.Group[row];
        return null;
    }

    /// <summary>The cells of the residents, in row order.</summary>
    public ReadOnlySpan<int> Cells => grid.Cells;

    /// <summary>Share of residents with enough neighbours of their own group, 0 to 1.</summary>
    [Measure("Share of residents with enough neighbours of their own group.", Unit = "share")]
    public double ShareHappy()
    {
        var happy = 0;
        foreach (var cell in grid.Cells)
            happy += IsHappy(cell) ? 1 : 0;
        return (double)happy / residents.Count;
    }

    /// <summary>Mean share of neighbours of the own group, 0 to 1; NaN when nobody has a neighbour.</summary>
    [Measure("Mean share of a resident's neighbours who are of its own group; residents without neighbours are left out.", Unit = "share")]
    public double ShareSameGroup()
    {
        var (sum, counted) = (0.0, 0);
        foreach (var cell in grid.Cells)
        {
            var (one, other) = groups.Count(cell, 1, 2);
            if (one + other == 0)
                continue;
            sum += (double)(groups[cell] == 1 ? one : other) / (one + other);
            counted++;
        }
        return sum / counted;
    }

    /// <inheritdoc/>
    protected override void Step() => MoveIfUnhappy(residents);

    /// <inheritdoc/>
    protected override void Persist(Checkpoint state) => state.Parts(grid, groups);

    private bool IsHappy(int cell) => groups.CountAlike(cell) >= parameters.Need;

    /// <summary>What a config may set.</summary>
    public sealed class Parameters
    {
        /// <summary>Cells in a row.</summary>
        [Parameter("Cells in a row.", Unit = "cell", Min = 1, Max = 10_000, AtStartOnly = true)]
        public int Width { get; set; } = 40;

        /// <summary>Rows of cells.</summary>
        [Parameter("Rows of cells.", Unit = "cell", Min = 1, Max = 10_000, AtStartOnly = true)]
        public int Height { get; set; } = 40;

        /// <summary>Number of residents.</summary>
        [Parameter("Number of residents, half in each group.", Min = 2, Max = 10_000_000, AtStartOnly = true)]
        public int Agents { get; set; } = 1_000;

        /// <summary>How far a resident looks.</summary>
        [Parameter("How far a resident looks in every direction (Moore).", Unit = "cell", Min = 1, Max = 100, AtStartOnly = true)]
        public int Radius { get; set; } = 1;

        /// <summary>Neighbours of the own group that make a resident happy.</summary>
        [Parameter("Least number of neighbours of the own group that makes a resident happy.", Min = 0, Max = 40_400)]
        public int Need { get; set; } = 3;
    }

    /// <summary>Those who live on the grid.</summary>
    public sealed partial class Residents(Model model, int count) : Population(model, "residents", count, Regime.ShuffledSweep)
    {
        /// <summary>1 or 2.</summary>
        [Initial(Min = 1, Max = 2)]
        public partial Trait<byte> Group { get; }
    }

    [Rule]
    private void MoveIfUnhappy(Agent<Residents> me)
    {
        var home = grid.CellOf(me.Row);
        if (IsHappy(home))
            return;
        var draws = me.Draws(Move);
        var cell = grid.RandomEmptyCell(ref draws);
        groups.Move(home, cell);
        grid.Move(me.Row, cell);
    }

    static partial void Complete(ref ModelDefinition<Parameters> definition) => definition = definition with
    {
        Check = parameters => parameters.Agents < (long)parameters.Width * parameters.Height ? null : "agents must be fewer than width x height: a resident who moves needs an empty cell.",
    };
}
