using System.Runtime.InteropServices;

namespace Classics;

/// <summary>
/// Civil violence, model I (Epstein 2002): citizens with a grievance rebel where they see few cops for every rebel;
/// cops arrest a rebel whom they see. Everyone acts, then moves to a random empty cell in sight. Sight is von Neumann
/// on a torus; citizens and cops take their turns mixed; jailed citizens keep their cells.
/// </summary>
[Model("civil-violence", "Rebellion against a central authority (Epstein 2002, model I).", DefaultTicks = 200, BytesPerAgent = 60)]
public sealed partial class CivilViolence : Model
{
    private const byte Nobody = 0;          // the mark of an empty cell
    private static readonly Purpose Settle = new(1000), Nature = new(1001), Arrest = new(1002), Walk = new(1003);
    private readonly Parameters parameters;
    private readonly People people;
    private readonly Grid grid;
    private readonly Marks stances;

    /// <summary>Puts quiet citizens and cops into random cells.</summary>
    /// <exception cref="ArgumentException">The parameters do not go together.</exception>
    public CivilViolence(Parameters parameters, Seed seed)
        : base(seed)
    {
        if (parameters.Complaint() is { } complaint)
            throw new ArgumentException(complaint, nameof(parameters));
        this.parameters = parameters;
        people = new People(this, parameters.Citizens + parameters.Cops, parameters.Regime);
        grid = new Grid(parameters.Width, parameters.Height, isTorus: true, people.Count);
        stances = new Marks(grid, grid.VonNeumann(parameters.Vision));
        var settling = Draws(Settle);
        grid.Scatter(ref settling);
        for (var row = 0; row < people.Count; row++)
        {
            var draws = Draws(people.Ids[row], Nature);
            people.Hardship.Initial[row] = draws.Uniform();
            people.RiskAversion.Initial[row] = draws.Uniform();
            Become(row, row < parameters.Citizens ? Stance.Quiet : Stance.Cop);
        }
        Commit(people.Stance);
    }

    /// <summary>The cells of all people, in row order.</summary>
    public ReadOnlySpan<int> Cells => grid.Cells;

    [Measure("Citizens in open rebellion.", Unit = "agents")] private int Active => Count(Stance.Active);
    [Measure("Citizens in jail.", Unit = "agents")] private int Jailed => Count(Stance.Jailed);

    /// <summary>Number of people in a stance.</summary>
    public int Count(Stance stance) => MemoryMarshal.AsBytes(people.Stance.Values).Count((byte)stance); // enums would be counted one by one

    protected override void Step() => ActThenMove(people);
    protected override void Persist(Checkpoint state) => state.Parts(grid, stances);

    [Rule]
    private void ActThenMove(Agent<People> me)
    {
        switch (me.Stance)
        {
            case Stance.Jailed:
                if (--me.Next.Sentence == 0)
                    Become(me.Row, Stance.Quiet);
                return;
            case Stance.Cop:
                ArrestSomebody(me);
                break;
            default:
                var stance = Rebels(me) ? Stance.Active : Stance.Quiet;
                if (stance != me.Stance)
                    Become(me.Row, stance);
                break;
        }
        var draws = me.Draws(Walk);
        var home = grid.CellOf(me.Row);
        if (stances.RandomCell(home, Nobody, ref draws) is not (>= 0 and var cell))
            return;
        grid.Move(me.Row, cell);
        stances.Move(home, cell);
    }

    private void ArrestSomebody(Agent<People> me)
    {
        var draws = me.Draws(Arrest);
        var (seen, suspect) = (0, -1);
        foreach (var cell in stances.With(MarkOf(Stance.Active), grid.CellOf(me.Row)))
        {
            // Each of those seen so far is the suspect with equal probability.
            if (draws.Below(++seen) == 0)
                suspect = grid.Occupant(cell);
        }
        if (suspect < 0)
            return;
        var sentence = draws.Below(parameters.LongestSentence + 1);
        me.Population.Sentence.Next[suspect] = sentence;
        Become(suspect, sentence > 0 ? Stance.Jailed : Stance.Quiet);
    }

    private bool Rebels(Agent<People> me)
    {
        var grievance = me.Hardship * (1 - parameters.Legitimacy);
        if (grievance <= parameters.Threshold)
            return false; // whatever the risk
        var (cops, rebels) = stances.Count(grid.CellOf(me.Row), MarkOf(Stance.Cop), MarkOf(Stance.Active));
        return grievance - me.RiskAversion * parameters.ArrestProbability(cops, rebels + 1) > parameters.Threshold;
    }

    private void Become(int row, Stance stance)
    {
        people.Stance.Next[row] = stance;
        stances[grid.CellOf(row)] = MarkOf(stance);
    }

    private static byte MarkOf(Stance stance) => (byte)(stance + 1);         // what others see of a person

    /// <summary>Citizens, and after them cops.</summary>
    public sealed partial class People(Model model, int count, Regime regime) : Population(model, "people", count, regime)
    {
        /// <summary>H, 0 to 1.</summary>
        [Initial(Min = 0, Max = 1)] public partial Trait<double> Hardship { get; }
        /// <summary>R, 0 to 1.</summary>
        [Initial(Min = 0, Max = 1)] public partial Trait<double> RiskAversion { get; }
        /// <summary>What the person does.</summary>
        [Initial(FollowsFrom = "the parameters: citizens are quiet at the start")] public partial State<Stance> Stance { get; }
        /// <summary>Steps left in jail.</summary>
        [Initial(FollowsFrom = "the parameters: nobody is in jail at the start")] public partial State<int> Sentence { get; }
    }
}
