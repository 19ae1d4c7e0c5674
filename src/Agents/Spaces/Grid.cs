using Agents.Random;

namespace Agents.Spaces;

/// <summary>
/// A rectangle of cells with at most one agent each. A cell is a number, row after row from 0; an agent is the row of
/// its population. Only one thread at a time may change it. Cells with any number of agents of several populations are
/// <see cref="Occupants"/> on it, and numbers of cells a <see cref="Layer{T}"/>.
/// </summary>
public sealed class Grid : IPersistent
{
    private const int Nowhere = -1;

    // The agent in each cell; of an empty cell the complement of where it stands in the list of empty ones.
    private readonly int[] occupants;
    private readonly int[] empty;
    private int[] cells;
    private int agents;

    /// <summary>Makes an empty grid.</summary>
    /// <param name="width">Cells in a row, 1 or more.</param>
    /// <param name="height">Rows of cells, 1 or more.</param>
    /// <param name="isTorus">True when the edges touch the opposite edges.</param>
    /// <param name="agents">Number of agents that may be placed: the rows of a population. It follows births and deaths.</param>
    public Grid(int width, int height, bool isTorus, int agents = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(agents);
        (Width, Height, IsTorus, this.agents) = (width, height, isTorus, agents);
        occupants = new int[checked(width * height)];
        cells = new int[agents];
        cells.AsSpan().Fill(Nowhere);
        empty = new int[occupants.Length];
        for (var cell = 0; cell < empty.Length; cell++)
            (empty[cell], occupants[cell]) = (cell, ~cell);
        EmptyCount = empty.Length;
    }

    /// <summary>Cells in a row.</summary>
    public int Width { get; }

    /// <summary>Rows of cells.</summary>
    public int Height { get; }

    /// <summary>True when the edges touch the opposite edges.</summary>
    public bool IsTorus { get; }

    /// <summary>Number of cells.</summary>
    public int Count => occupants.Length;

    /// <summary>Number of cells without an agent.</summary>
    public int EmptyCount { get; private set; }

    /// <summary>The cell of every agent, -1 for one that is not on the grid.</summary>
    public ReadOnlySpan<int> Cells => cells.AsSpan(0, agents);

    /// <summary>The cell of an agent, -1 when it is not on the grid.</summary>
    public int CellOf(int agent) => (uint)agent < (uint)cells.Length ? cells[agent] : Nowhere;

    /// <summary>The agent in a cell, -1 for none.</summary>
    public int Occupant(int cell) => Math.Max(occupants[cell], Nowhere);

    /// <summary>True when a cell has no agent.</summary>
    public bool IsEmpty(int cell) => occupants[cell] < 0;

    /// <summary>The (2 radius + 1)^2 - 1 cells whose row and column are at most a radius away.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The radius is less than 1, or reaches round a torus to a cell twice.</exception>
    public Neighbourhood Moore(int radius) => Around(radius, isMoore: true);

    /// <summary>The 2 radius (radius + 1) cells at most a radius of steps to the side, up or down away.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The radius is less than 1, or reaches round a torus to a cell twice.</exception>
    public Neighbourhood VonNeumann(int radius) => Around(radius, isMoore: false);

    /// <summary>Puts an agent that is not on the grid, such as one just born, into an empty cell.</summary>
    /// <exception cref="InvalidOperationException">The cell is taken or the agent is on the grid.</exception>
    public void Place(int agent, int cell)
    {
        if (agent >= agents)
            Admit(agent);
        if (cells[agent] != Nowhere)
            throw new InvalidOperationException($"Agent {agent} is in cell {cells[agent]} already.");
        Occupy(agent, cell);
    }

    /// <summary>Puts every agent that is not on the grid into an empty cell, each equally likely, in the order of rows.</summary>
    /// <exception cref="InvalidOperationException">There are more agents than cells.</exception>
    public void Scatter(ref Draws draws)
    {
        for (var agent = 0; agent < agents; agent++)
        {
            if (cells[agent] == Nowhere)
                Occupy(agent, RandomEmptyCell(ref draws));
        }
    }

    /// <summary>Takes an agent off the grid.</summary>
    /// <exception cref="InvalidOperationException">The agent is not on the grid.</exception>
    public void Remove(int agent)
    {
        var cell = CellOf(agent);
        if (cell == Nowhere)
            throw new InvalidOperationException($"Agent {agent} is not on the grid.");
        (occupants[cell], cells[agent]) = (~EmptyCount, Nowhere);
        empty[EmptyCount++] = cell;
    }

    /// <summary>Moves an agent to an empty cell.</summary>
    /// <exception cref="InvalidOperationException">The cell is taken or the agent is not on the grid.</exception>
    public void Move(int agent, int cell)
    {
        var place = PlaceOfEmpty(cell);
        var left = CellOf(agent);
        if (left == Nowhere)
            throw new InvalidOperationException($"Agent {agent} is not on the grid.");
        // The cell that is left takes the place of the other in the list of empty ones.
        (occupants[left], occupants[cell], cells[agent], empty[place]) = (~place, agent, cell, left);
    }

    /// <summary>One of all empty cells, each equally likely, in constant time.</summary>
    /// <exception cref="InvalidOperationException">The grid is full.</exception>
    public int RandomEmptyCell(ref Draws draws)
    {
        if (EmptyCount == 0)
            throw new InvalidOperationException("The grid has no empty cell.");
        return empty[draws.Below(EmptyCount)];
    }

    /// <summary>Follows births and deaths: the dead leave their cells; the newborn are not on the grid yet.</summary>
    /// <param name="newRows">What <see cref="Model.CommitLives"/> returned.</param>
    /// <param name="agents">Number of rows afterwards.</param>
    /// <exception cref="ArgumentException">The rows are fewer than the agents that the grid knows.</exception>
    public void Remap(ReadOnlySpan<int> newRows, int agents)
    {
        if (newRows.Length < this.agents)
            throw new ArgumentException($"The grid knows {this.agents} agents, but there were {newRows.Length} rows.", nameof(newRows));
        var known = Math.Min(newRows.Length, cells.Length);
        for (var row = 0; row < known; row++)
        {
            if (newRows[row] < 0 && cells[row] != Nowhere)
                Remove(row);
        }
        var moved = cells.Length >= agents ? cells : new int[Math.Max(agents, 2 * cells.Length)];
        var survivors = 0;
        for (var row = 0; row < known; row++)
        {
            if (newRows[row] < 0)
                continue;
            // Survivors keep their order, so that a place is read before it is written.
            survivors = newRows[row] + 1;
            var cell = cells[row];
            moved[newRows[row]] = cell;
            if (cell != Nowhere)
                occupants[cell] = newRows[row];
        }
        moved.AsSpan(survivors).Fill(Nowhere);
        cells = moved;
        this.agents = agents;
    }

    void IPersistent.Persist(Checkpoint state)
    {
        state.Expect($"{Width} x {Height}", "size of a grid");
        state.Values(occupants);
        state.Values(empty);
        cells = state.Array(cells);
        (agents, EmptyCount) = (state.Value(agents), state.Value(EmptyCount));
    }

    // Born in a sequential regime, where a child is there at once.
    private void Admit(int agent)
    {
        var known = cells.Length;
        if (agent >= known)
        {
            Array.Resize(ref cells, Math.Max(agent + 1, 2 * known));
            cells.AsSpan(known).Fill(Nowhere);
        }
        agents = agent + 1;
    }

    private void Occupy(int agent, int cell)
    {
        var place = PlaceOfEmpty(cell);
        var last = empty[--EmptyCount];
        (empty[place], occupants[last]) = (last, ~place);
        (occupants[cell], cells[agent]) = (agent, cell);
    }

    internal void RequireCell(int cell) => ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)cell, (uint)Count, nameof(cell));

    private int PlaceOfEmpty(int cell) =>
        IsEmpty(cell) ? ~occupants[cell] : throw new InvalidOperationException($"Cell {cell} is taken by agent {occupants[cell]}.");

    private Neighbourhood Around(int radius, bool isMoore)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(radius, 1);
        if (IsTorus && 2 * radius + 1 > Math.Min(Width, Height))
            throw new ArgumentOutOfRangeException(nameof(radius), radius, $"On a torus of {Width} x {Height} cells a neighbourhood of this radius would meet itself.");
        return new Neighbourhood(Width, Height, IsTorus, radius, isMoore);
    }
}
