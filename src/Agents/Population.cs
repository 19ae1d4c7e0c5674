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
public abstract class Population
{
    /// <summary>Rows of a block: the unit of parallel work, of block forms and of floating-point sums.</summary>
    public const int BlockSize = 1024;

    /// <summary>Most turns of a sequential regime that a rule's block form is given at once.</summary>
    public const int TurnsAtOnce = 256;

    private readonly List<Column> columns = [];
    private readonly bool isOpen;
    private uint[] ids;
    private bool[] isAlive = [];
    private byte[] offspring = [];
    private int[] newRows = [];

    // Rows at the last commit of lives; those behind were born since.
    private int adults;

    /// <summary>Makes a population of agents with ids that no other agent of the model has.</summary>
    /// <param name="model">The model that it belongs to.</param>
    /// <param name="name">snake_case, as written in tables; no other population of the model has it.</param>
    /// <param name="count">Initial number of agents, 0 or more.</param>
    /// <param name="regime">How rules run over it.</param>
    /// <param name="isOpen">True when agents can be born and die.</param>
    /// <exception cref="ArgumentException">The model has a population of that name.</exception>
    /// <exception cref="InvalidOperationException">The model would have 2^32 agents, the dead included.</exception>
    protected Population(Model model, string name, int count, Regime regime = Regime.Synchronous, bool isOpen = false)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        (Model, Name, Count, Regime, this.isOpen) = (model, name, count, regime, isOpen);
        adults = count;
        ids = new uint[count];
        var first = model.NewIds(count);
        for (var row = 0; row < count; row++)
            ids[row] = first + (uint)row;
        if (isOpen)
        {
            isAlive = new bool[count];
            isAlive.AsSpan().Fill(true);
            offspring = new byte[count];
        }
        MakeColumns();
        model.Register(this);
    }

    /// <summary>The model that it belongs to.</summary>
    public Model Model { get; }

    /// <summary>Its name in tables, snake_case.</summary>
    public string Name { get; }

    /// <summary>How rules run over it.</summary>
    public Regime Regime { get; }

    /// <summary>Number of rows: the agents alive, and in a sequential regime those that died since the last commit.</summary>
    public int Count { get; private set; }

    /// <summary>All rows.</summary>
    public Rows All => new(0, Count);

    /// <summary>
    /// The rows of those who were born between the last two calls of <see cref="Model.CommitLives"/>, or in it, and live;
    /// for a rule that gives them what they do not have of their parents, such as a place.
    /// </summary>
    public Rows Newborn { get; private set; }

    /// <summary>The agents' ids, in row order.</summary>
    public ReadOnlySpan<uint> Ids => ids.AsSpan(0, Count);

    internal int Capacity => ids.Length;

    /// <summary>True when agents can be born and die.</summary>
    internal bool IsOpen => isOpen;

    internal IReadOnlyList<Column> Columns => columns;

    /// <summary>By what a checkpoint knows whether it is of this population; the number of agents only where it cannot change.</summary>
    internal IEnumerable<(string What, string Value)> Identity =>
    [
        ($"regime of '{Name}'", Regime.ToString()),
        ($"number of agents of '{Name}'", isOpen ? "open" : Count.ToString(CultureInfo.InvariantCulture)),
        ($"list of columns of '{Name}'", string.Join(", ", columns.Select(column => column.Shape))),
    ];

    /// <summary>False for an agent that died in a sequential regime since the last commit.</summary>
    public bool IsAlive(int row) => !isOpen || Regime == Regime.Synchronous || isAlive[row];

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
    /// Ends the life of any agent, such as a prey that was won by a claim: in a synchronous regime at
    /// <see cref="Model.CommitLives"/>; in a sequential one it is not activated again, and its row goes at that commit.
    /// </summary>
    /// <exception cref="InvalidOperationException">The population is closed.</exception>
    public void Die(int row)
    {
        RequireOpen();
        isAlive[row] = false;
    }

    /// <summary>
    /// A child that starts as a copy of its parent's pending row: in a synchronous regime at
    /// <see cref="Model.CommitLives"/>, in a sequential one at once, in the last row.
    /// </summary>
    /// <returns>The child's row, or -1 where it has none yet.</returns>
    internal int Bear(int parent)
    {
        RequireOpen();
        if (Regime != Regime.Synchronous)
            return Append(parent);
        if (offspring[parent] == byte.MaxValue)
            throw new InvalidOperationException($"Agent {ids[parent]} of '{Name}' bears more than {byte.MaxValue} children between two commits of lives.");
        offspring[parent]++;
        return -1;
    }

    /// <summary>Carries out births and deaths. Survivors keep their order, the newborn follow in their parents' order.</summary>
    /// <returns>For each old row, newborn included, its new row, or -1 for the dead; valid until the next call.</returns>
    internal ReadOnlySpan<int> CommitLives()
    {
        RequireOpen();
        var parents = Count;
        for (var row = 0; row < parents; row++)
        {
            for (; offspring[row] > 0; offspring[row]--)
                Append(row);
        }
        if (newRows.Length < Count)
            newRows = new int[Capacity];
        var survivors = 0;
        var grown = 0;
        for (var row = 0; row < Count; row++)
        {
            grown = row == adults ? survivors : grown;
            newRows[row] = isAlive[row] ? survivors : -1;
            if (!isAlive[row])
                continue;
            if (survivors != row)
                Move(row, survivors);
            survivors++;
        }
        var rows = Count;
        Newborn = new Rows(rows > adults ? grown : survivors, survivors);
        adults = Count = survivors;
        return newRows.AsSpan(0, rows);
    }

    /// <summary>Carries all rows, with the room for more.</summary>
    internal void Persist(Checkpoint state)
    {
        (Count, adults, Newborn) = (state.Value(Count), state.Value(adults), state.Value(Newborn));
        (ids, isAlive, offspring) = (state.Array(ids), state.Array(isAlive), state.Array(offspring));
        foreach (var column in columns)
            column.Persist(state);
    }

    private int Append(int parent)
    {
        if (Count == Capacity)
            Grow();
        var row = Count++;
        ids[row] = Model.NewIds(1);
        isAlive[row] = true;
        offspring[row] = 0;
        foreach (var column in columns)
            column.Inherit(parent, row);
        return row;
    }

    private void Move(int from, int to)
    {
        ids[to] = ids[from];
        isAlive[to] = true;
        foreach (var column in columns)
            column.CopyRow(from, to);
    }

    private void Grow()
    {
        var capacity = Math.Max(16, 2 * Capacity);
        Array.Resize(ref ids, capacity);
        Array.Resize(ref isAlive, capacity);
        Array.Resize(ref offspring, capacity);
        foreach (var column in columns)
            column.Resize(capacity);
    }

    private void RequireOpen()
    {
        if (!isOpen)
            throw new InvalidOperationException($"Population '{Name}' is closed: make it with isOpen to let agents be born and die.");
    }

    private TColumn Add<TColumn>(TColumn column)
        where TColumn : Column
    {
        columns.Add(column);
        return column;
    }
}
