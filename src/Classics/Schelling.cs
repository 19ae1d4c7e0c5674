namespace Classics;

/// <summary>
/// Segregation (Schelling 1971): residents of two equal groups on a bounded grid with Moore neighbourhoods; in a
/// shuffled sweep everyone with too few neighbours of the own group moves to an empty cell drawn from the whole grid.
/// </summary>
[Model("schelling", "Residential segregation of two groups (Schelling 1971).", DefaultTicks = 20, BytesPerAgent = 40)]
public sealed partial class Schelling : Model
{
    private static readonly Purpose Settle = new(1000), Move = new(1001);
    private readonly Parameters parameters;
    private readonly Residents residents;
    private readonly Grid grid;
    private readonly Marks groups;         // the group of each cell's resident, 0 where there is none

    /// <summary>Puts the residents into random cells.</summary>
    public Schelling(Parameters parameters, Seed seed)
        : base(seed)
    {
        this.parameters = parameters;
        residents = new Residents(this, parameters.Agents);
        residents.Group.Initial.Fill(2);
        residents.Group.Initial[..(residents.Count / 2)].Fill(1);
        grid = new Grid(parameters.Width, parameters.Height, isTorus: false, parameters.Agents);
        var draws = Draws(Settle);
        grid.Scatter(ref draws);
        groups = new Marks(grid, grid.Moore(parameters.Radius));
        groups.Show(residents.Group.Values);
    }

    /// <summary>The cells of the residents, in row order.</summary>
    public ReadOnlySpan<int> Cells => grid.Cells;
    [Measure("Share of residents with enough neighbours of their own group.", Unit = "share")] public double ShareHappy() => groups.ShareWithAlike(parameters.Need);
    [Measure("Mean share of a resident's neighbours who are of its own group; residents without neighbours are left out.", Unit = "share")]
    public double ShareSameGroup() => groups.MeanShareAlike();

    protected override void Step() => MoveIfUnhappy(residents);
    protected override void Persist(Checkpoint state) => state.Parts(grid, groups);
    public override string? AfterFilling() { groups.Show(residents.Group.Values); return null; }

    [Rule]
    private void MoveIfUnhappy(Agent<Residents> me)
    {
        var home = grid.CellOf(me.Row);
        if (groups.CountAlike(home) >= parameters.Need)
            return;
        var draws = me.Draws(Move);
        var cell = grid.RandomEmptyCell(ref draws);
        grid.Move(me.Row, cell);
        groups.Move(home, cell);
    }

    /// <summary>Those who live on the grid.</summary>
    public sealed partial class Residents(Model model, int count) : Population(model, "residents", count, Regime.ShuffledSweep)
    {
        /// <summary>1 or 2.</summary>
        [Initial(Min = 1, Max = 2)] public partial Trait<byte> Group { get; }
    }

    /// <summary>What a config may set.</summary>
    public sealed class Parameters
    {
        [Parameter("Cells in a row.", Unit = "cell", Min = 1, Max = 10_000, AtStartOnly = true)] public int Width { get; set; } = 40;
        [Parameter("Rows of cells.", Unit = "cell", Min = 1, Max = 10_000, AtStartOnly = true)] public int Height { get; set; } = 40;
        [Parameter("Number of residents, half in each group.", Min = 2, Max = 10_000_000, AtStartOnly = true)] public int Agents { get; set; } = 1_000;
        [Parameter("How far a resident looks in every direction (Moore).", Unit = "cell", Min = 1, Max = 100, AtStartOnly = true)] public int Radius { get; set; } = 1;
        [Parameter("Least number of neighbours of the own group that makes a resident happy.", Min = 0, Max = 40_400)] public int Need { get; set; } = 3;
        internal string? Complaint() => Agents < (long)Width * Height ? null : "agents must be fewer than width x height: a resident who moves needs an empty cell.";
    }
}
