namespace Agents.Spaces;

/// <summary>
/// For every cell the agents in it, in the order in which they came: lists linked both ways, so that coming and going take
/// constant time and the others keep their order.
/// </summary>
internal sealed class CellLists : IPersistent
{
    /// <summary>No agent, or no cell.</summary>
    public const int None = -1;

    private readonly int[] first;
    private readonly int[] last;
    private readonly int[] counts;
    private int[] cells;
    private int[] before;
    private int[] after;

    public CellLists(int cellCount, int agents)
    {
        (first, last, counts) = (new int[cellCount], new int[cellCount], new int[cellCount]);
        first.AsSpan().Fill(None);
        last.AsSpan().Fill(None);
        Agents = agents;
        (cells, before, after) = ([], [], []);
        Grow(agents);
    }

    /// <summary>Number of agents that may be in a cell.</summary>
    public int Agents { get; private set; }

    /// <summary>Number of agents that there is room for.</summary>
    public int Capacity => cells.Length;

    public ReadOnlySpan<int> Cells => cells.AsSpan(0, Agents);

    public int CellOf(int agent) => (uint)agent < (uint)cells.Length ? cells[agent] : None;

    public int Count(int cell) => counts[cell];

    public int First(int cell) => first[cell];

    public int After(int agent) => after[agent];

    /// <summary>Puts an agent that is nowhere behind those of a cell; one born since takes part from here on.</summary>
    /// <exception cref="InvalidOperationException">The agent is somewhere.</exception>
    public void Place(int agent, int cell)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(agent);
        Grow(agent + 1);
        Agents = Math.Max(Agents, agent + 1);
        if (cells[agent] != None)
            throw new InvalidOperationException($"Agent {agent} has a place already; move it.");
        Append(agent, cell);
    }

    /// <summary>Takes an agent out of its cell.</summary>
    public void Remove(int agent)
    {
        RequirePlaced(agent);
        Unlink(agent);
        cells[agent] = None;
    }

    /// <summary>Puts an agent behind those of another cell; where it is that cell already, it keeps its place in the order.</summary>
    public void Move(int agent, int cell)
    {
        if (cells[agent] == cell)
            return;
        Unlink(agent);
        Append(agent, cell);
    }

    /// <exception cref="InvalidOperationException">The agent is nowhere.</exception>
    public void RequirePlaced(int agent)
    {
        if (CellOf(agent) == None)
            throw new InvalidOperationException($"Agent {agent} has no place in the space.");
    }

    /// <summary>Follows births and deaths.</summary>
    public void Remap(ReadOnlySpan<int> newRows, int agents)
    {
        if (newRows.Length < Agents)
            throw new ArgumentException($"The space knows {Agents} agents, but there were {newRows.Length} rows.", nameof(newRows));
        var known = Agents;
        for (var row = 0; row < known; row++)
        {
            if (newRows[row] < 0 && cells[row] != None)
                Unlink(row);
        }
        Grow(agents);
        var survivors = 0;
        for (var row = 0; row < known; row++)
        {
            // Survivors keep their order, so that a row is read before it is written.
            if (newRows[row] >= 0)
                Renumber(row, survivors = newRows[row], newRows);
            survivors += newRows[row] >= 0 ? 1 : 0;
        }
        cells.AsSpan(survivors).Fill(None);
        Agents = agents;
    }

    public void Persist(Checkpoint state)
    {
        state.Values(first);
        state.Values(last);
        state.Values(counts);
        (cells, before, after) = (state.Array(cells), state.Array(before), state.Array(after));
        Agents = state.Value(Agents);
    }

    private void Renumber(int row, int newRow, ReadOnlySpan<int> newRows)
    {
        var cell = cells[row];
        cells[newRow] = cell;
        if (cell == None)
            return;
        var (one, other) = (before[row], after[row]);
        before[newRow] = one == None ? None : newRows[one];
        after[newRow] = other == None ? None : newRows[other];
        if (one == None)
            first[cell] = newRow;
        if (other == None)
            last[cell] = newRow;
    }

    private void Append(int agent, int cell)
    {
        var end = last[cell];
        (cells[agent], before[agent], after[agent]) = (cell, end, None);
        if (end == None)
            first[cell] = agent;
        else
            after[end] = agent;
        last[cell] = agent;
        counts[cell]++;
    }

    private void Unlink(int agent)
    {
        var (cell, one, other) = (cells[agent], before[agent], after[agent]);
        if (one == None)
            first[cell] = other;
        else
            after[one] = other;
        if (other == None)
            last[cell] = one;
        else
            before[other] = one;
        counts[cell]--;
    }

    private void Grow(int agents)
    {
        var known = cells.Length;
        if (agents <= known)
            return;
        var capacity = Math.Max(agents, 2 * known);
        Array.Resize(ref cells, capacity);
        Array.Resize(ref before, capacity);
        Array.Resize(ref after, capacity);
        cells.AsSpan(known).Fill(None);
    }
}
