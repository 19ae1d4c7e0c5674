using Agents.Random;

namespace Agents.Spaces;

/// <summary>
/// The agents of one population in the cells of a grid, any number to a cell, as in Mesa's MultiGrid. Several populations share
/// cells by an <see cref="Occupants"/> each on the same <see cref="Grid"/>. A cell's agents stand in the order in which they came;
/// coming and going take constant time. In a synchronous regime moves are pending until <see cref="Commit"/>, which carries them
/// out in the order of rows; in all others they are carried out at once.
/// </summary>
/// <remarks>Rules on several threads may read it and, in a synchronous regime, each move its own row; all else is for one thread.</remarks>
/// <example><code>
/// pack.Move(me.Row, cell);
/// if (flock.First(cell) is >= 0 and var prey)
///     Eat(prey);
/// </code></example>
public sealed class Occupants : IPersistent
{
    private readonly CellLists lists;
    private int[] next;
    private bool isPending;
    private Regime regime;

    /// <summary>Makes a population that is nowhere on the grid yet.</summary>
    /// <param name="grid">The cells; agents placed on the grid itself, at most one a cell, are not among these.</param>
    /// <param name="agents">Number of agents that may be placed: the rows of a population. It follows births and deaths.</param>
    /// <param name="regime">How agents move; see <see cref="Regime"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of agents is negative.</exception>
    public Occupants(Grid grid, int agents, Regime regime = Regime.Synchronous)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentOutOfRangeException.ThrowIfNegative(agents);
        (Grid, this.regime) = (grid, regime);
        lists = new CellLists(grid.Count, agents);
        next = new int[agents];
        next.AsSpan().Fill(CellLists.None);
    }

    /// <summary>The cells.</summary>
    public Grid Grid { get; }

    /// <summary>
    /// How agents move: in <see cref="Regime.Synchronous"/> with <see cref="Commit"/>, in all others at once. A model whose phases
    /// differ sets it between them.
    /// </summary>
    /// <exception cref="InvalidOperationException">Moves are pending.</exception>
    public Regime Regime
    {
        get => regime;
        set => regime = !isPending ? value : throw new InvalidOperationException("Moves are pending: commit them before the regime changes.");
    }

    /// <summary>The committed cell of every agent, in row order; -1 for one that is not on the grid.</summary>
    public ReadOnlySpan<int> Cells => lists.Cells;

    /// <summary>The committed cell of an agent, -1 when it is not on the grid.</summary>
    public int CellOf(int agent) => lists.CellOf(agent);

    /// <summary>Number of agents in a cell.</summary>
    public int Count(int cell) => lists.Count(cell);

    /// <summary>The agent that has been in a cell longest, -1 for none.</summary>
    public int First(int cell) => lists.First(cell);

    /// <summary>One of the agents in a cell, each equally likely, -1 for none; it takes time in proportion to their number.</summary>
    public int Random(int cell, ref Draws draws)
    {
        if (Count(cell) == 0)
            return CellLists.None;
        var agent = First(cell);
        for (var left = draws.Below(Count(cell)); left > 0; left--)
            agent = lists.After(agent);
        return agent;
    }

    /// <summary>The agents in a cell, first come first, for foreach. While it runs, of these agents only the present one may leave the cell.</summary>
    public Those In(int cell) => new(lists, cell);

    /// <summary>The agents in the cells around a cell, without the cell itself: cell after cell, in each first come first, for foreach.</summary>
    /// <exception cref="ArgumentException">The neighbourhood is of a grid of another size.</exception>
    public ThoseAround Around(int cell, Neighbourhood around)
    {
        ArgumentNullException.ThrowIfNull(around);
        around.RequireOf(Grid);
        return new(lists, around.Of(cell));
    }

    /// <summary>Number of agents in the cells around a cell, without the cell itself.</summary>
    /// <exception cref="ArgumentException">The neighbourhood is of a grid of another size.</exception>
    public int CountAround(int cell, Neighbourhood around)
    {
        ArgumentNullException.ThrowIfNull(around);
        around.RequireOf(Grid);
        var count = 0;
        foreach (var other in around.Of(cell))
            count += lists.Count(other);
        return count;
    }

    /// <summary>Puts an agent that is not on the grid, such as one just born, into a cell, in any regime at once.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The grid has no such cell.</exception>
    /// <exception cref="InvalidOperationException">The agent is on the grid.</exception>
    public void Place(int agent, int cell)
    {
        Grid.RequireCell(cell);
        lists.Place(agent, cell);
        Grow();
        next[agent] = cell;
    }

    /// <summary>Puts every agent that is not on the grid into a cell, each equally likely, in the order of rows.</summary>
    public void Scatter(ref Draws draws)
    {
        for (var agent = 0; agent < lists.Agents; agent++)
        {
            if (CellOf(agent) == CellLists.None)
                Place(agent, draws.Below(Grid.Count));
        }
    }

    /// <summary>Takes an agent off the grid, in any regime at once.</summary>
    /// <exception cref="InvalidOperationException">The agent is not on the grid.</exception>
    public void Remove(int agent)
    {
        lists.Remove(agent);
        next[agent] = CellLists.None;
    }

    /// <summary>Moves an agent behind those of a cell: pending in a synchronous regime, at once in others.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The grid has no such cell.</exception>
    /// <exception cref="InvalidOperationException">The agent is not on the grid.</exception>
    public void Move(int agent, int cell)
    {
        Grid.RequireCell(cell);
        lists.RequirePlaced(agent);
        next[agent] = cell;
        if (regime != Regime.Synchronous)
            lists.Move(agent, cell);
        else if (!isPending)
            isPending = true;
    }

    /// <summary>Carries out the pending moves, in the order of rows.</summary>
    public void Commit()
    {
        if (!isPending)
            return;
        isPending = false;
        for (var agent = 0; agent < lists.Agents; agent++)
        {
            if (CellOf(agent) != CellLists.None)
                lists.Move(agent, next[agent]);
        }
    }

    /// <summary>Follows births and deaths: the dead leave their cells; the newborn are not on the grid yet.</summary>
    /// <param name="newRows">What <see cref="Model.CommitLives"/> returned.</param>
    /// <param name="agents">Number of rows afterwards.</param>
    /// <exception cref="ArgumentException">The rows are fewer than the agents that the grid knows.</exception>
    public void Remap(ReadOnlySpan<int> newRows, int agents)
    {
        var known = lists.Agents;
        lists.Remap(newRows, agents);
        Grow();
        var survivors = 0;
        for (var row = 0; row < known; row++)
        {
            if (newRows[row] is not (>= 0 and var newRow))
                continue;
            next[newRow] = next[row];
            survivors = newRow + 1;
        }
        next.AsSpan(survivors).Fill(CellLists.None);
    }

    void IPersistent.Persist(Checkpoint state)
    {
        lists.Persist(state);
        next = state.Array(next);
        (regime, isPending) = (state.Value(regime), state.Value(isPending));
    }

    private void Grow()
    {
        var known = next.Length;
        if (lists.Capacity <= known)
            return;
        Array.Resize(ref next, lists.Capacity);
        next.AsSpan(known).Fill(CellLists.None);
    }

    /// <summary>The agents in one cell, for foreach; nothing is allocated.</summary>
    public ref struct Those
    {
        private readonly CellLists lists;
        private readonly int cell;
        private int next;

        internal Those(CellLists lists, int cell)
            : this(lists, cell, lists.First(cell))
        {
        }

        private Those(CellLists lists, int cell, int first) => (this.lists, this.cell, Current, next) = (lists, cell, CellLists.None, first);

        internal static Those OfNobody(CellLists lists) => new(lists, CellLists.None, CellLists.None);

        /// <summary>The present agent's row.</summary>
        public int Current { get; private set; }

        /// <summary>Itself.</summary>
        public readonly Those GetEnumerator() => this;

        /// <summary>Goes to the next agent.</summary>
        /// <exception cref="InvalidOperationException">That agent has left the cell since.</exception>
        public bool MoveNext()
        {
            if (next == CellLists.None)
                return false;
            if (lists.CellOf(next) != cell)
                throw new InvalidOperationException($"Agent {next} left cell {cell} while its agents were gone through.");
            (Current, next) = (next, lists.After(next));
            return true;
        }
    }

    /// <summary>The agents in the cells around one, for foreach; nothing is allocated.</summary>
    public ref struct ThoseAround
    {
        private readonly CellLists lists;
        private Neighbourhood.Cells cells;
        private Those those;

        internal ThoseAround(CellLists lists, Neighbourhood.Cells cells)
        {
            this.lists = lists;
            this.cells = cells;
            those = Those.OfNobody(lists);
        }

        /// <summary>The present agent's row.</summary>
        public readonly int Current => those.Current;

        /// <summary>Itself.</summary>
        public readonly ThoseAround GetEnumerator() => this;

        /// <summary>Goes to the next agent.</summary>
        /// <exception cref="InvalidOperationException">That agent has left its cell since.</exception>
        public bool MoveNext()
        {
            while (!those.MoveNext())
            {
                if (!cells.MoveNext())
                    return false;
                those = new Those(lists, cells.Current);
            }
            return true;
        }
    }
}
