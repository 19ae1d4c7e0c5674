using System.Globalization;

namespace Agents;

/// <summary>
/// All agents of one kind, or of kinds that share their state variables: rows of columns. A model's populations
/// derive from it and declare their columns as partial properties: the generator writes storage and making, and views, so that
/// a rule reads <c>me.Believes</c> and writes <c>me.Next.Believes</c>.
/// </summary>
/// <example><code>
/// public sealed partial class People(Model model, int count) : Population(model, "people", count)
/// {
///     /// &lt;summary&gt;Whether the rumour is believed.&lt;/summary&gt;
///     public partial State&lt;bool&gt; Believes { get; }
/// }
/// </code></example>
public abstract partial class Population
{
    /// <summary>Rows of a block: the unit of parallel work, of block forms and of floating-point sums.</summary>
    public const int BlockSize = 1024;

    /// <summary>Most turns of a sequential regime that a rule's block form is given at once.</summary>
    public const int TurnsAtOnce = 256;

    private readonly List<Column> columns = [];
    private uint[] ids;

    // The regime of the run that is at work over it, and whether its states hold one value meanwhile.
    private Regime? running;
    private bool isShared;

    /// <summary>Makes a population of agents with ids that no other agent of the model has.</summary>
    /// <param name="model">The model that it belongs to.</param>
    /// <param name="name">snake_case, as written in tables; no other population of the model has it.</param>
    /// <param name="count">Initial number of agents, 0 or more.</param>
    /// <param name="regime">How rules run over it where a run names no other.</param>
    /// <param name="isOpen">True when agents can be born and die.</param>
    /// <exception cref="ArgumentException">The model has a population of that name.</exception>
    /// <exception cref="InvalidOperationException">The model would have 2^32 agents, the dead included.</exception>
    protected Population(Model model, string name, int count, Regime regime = Regime.Synchronous, bool isOpen = false)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        (Model, Name, Count, Regime, this.isOpen) = (model, name, count, regime, isOpen);
        isShared = regime != Regime.Synchronous;
        adults = count;
        ids = new uint[count];
        var first = model.NewIds(count);
        for (var row = 0; row < count; row++)
            ids[row] = first + (uint)row;
        if (isOpen)
        {
            lives = new byte[count];
            lives.AsSpan().Fill(Alive);
            offspring = new ushort[count];
        }
        MakeColumns();
        model.Register(this);
    }

    /// <summary>The model that it belongs to.</summary>
    public Model Model { get; }

    /// <summary>Its name in tables, snake_case.</summary>
    public string Name { get; }

    /// <summary>
    /// How rules run over it where a run names no other. Between runs it says what pending means: in a synchronous population a
    /// <see cref="State{T}"/> has a pending value until it is committed, in a sequential one it never has.
    /// </summary>
    public Regime Regime { get; }

    /// <summary>Number of rows: the agents alive, and those that died in turns since the last commit of lives.</summary>
    public int Count { get; private set; }

    /// <summary>All rows.</summary>
    public Rows All => new(0, Count);

    /// <summary>The agents' ids, in row order.</summary>
    public ReadOnlySpan<uint> Ids => ids.AsSpan(0, Count);

    internal int Capacity => ids.Length;

    internal IReadOnlyList<Column> Columns => columns;

    /// <summary>By what a checkpoint knows whether it is of this population; the number of agents only where it cannot change.</summary>
    internal IEnumerable<(string What, string Value)> Identity =>
    [
        ($"regime of '{Name}'", Regime.ToString()),
        ($"number of agents of '{Name}'", isOpen ? "open" : Count.ToString(CultureInfo.InvariantCulture)),
        ($"list of columns of '{Name}'", string.Join(", ", columns.Select(column => column.Shape))),
    ];

    /// <summary>The row of the agent with an id, such as that of an event; -1 where no living agent of the population has it.</summary>
    public int RowOf(uint id)
    {
        if (Count == 0 || id < ids[0])
            return -1;
        // Ids ascend; where nobody has died, they go on with the rows.
        var guess = id - ids[0];
        var row = guess < (uint)Count && ids[guess] == id ? (int)guess : Ids.BinarySearch(id);
        return row >= 0 && IsAlive(row) ? row : -1;
    }

    /// <summary>
    /// Makes the columns that a population declares by partial properties, in the order of their declaration; the generator
    /// writes it. It runs before the body of the population's own constructor.
    /// </summary>
    protected virtual void MakeColumns()
    {
    }

    /// <summary>Declares a state variable that is fixed at birth.</summary>
    protected Trait<T> Trait<T>()
        where T : unmanaged => Add(new Trait<T>(this));

    /// <summary>Declares a state variable that other agents may read.</summary>
    protected State<T> State<T>()
        where T : unmanaged => Add(new State<T>(this));

    /// <summary>Declares a state variable that only its own agent reads.</summary>
    protected Private<T> Private<T>()
        where T : unmanaged => Add(new Private<T>(this));

    /// <summary>Declares a value that lives within one tick.</summary>
    protected internal Scratch<T> Scratch<T>()
        where T : unmanaged => Add(new Scratch<T>(this));

    /// <summary>
    /// Makes ready for a run: in turns each state holds one value, in a synchronous regime a committed and a pending one.
    /// </summary>
    /// <returns>The regime of the run within which this one begins, for <see cref="End"/>.</returns>
    /// <exception cref="InvalidOperationException">Agents who decide together would act in turns meanwhile.</exception>
    internal Regime? Begin(Regime regime)
    {
        var outer = running;
        if (outer == Regime.Synchronous && regime != Regime.Synchronous)
            throw new InvalidOperationException($"A synchronous rule of '{Name}' cannot run another over the same agents in turns: call that in the model's Step.");
        running = regime;
        Share(regime != Regime.Synchronous);
        return outer;
    }

    /// <summary>Ends a run: what it left pending in a sequential population becomes valid.</summary>
    internal void End(Regime? outer)
    {
        running = outer;
        Share((outer ?? Regime) != Regime.Synchronous);
    }

    /// <summary>Carries all rows, with the room for more.</summary>
    internal void Persist(Checkpoint state)
    {
        Count = state.Value(Count);
        ids = PersistLives(state, ids);
        foreach (var column in columns)
            column.Persist(state);
    }

    private void Share(bool isOne)
    {
        if (isShared == isOne)
            return;
        isShared = isOne;
        foreach (var column in columns)
        {
            if (isOne)
                column.Share();
            else
                column.Divide();
        }
    }

    private TColumn Add<TColumn>(TColumn column)
        where TColumn : Column
    {
        columns.Add(column);
        return column;
    }
}
