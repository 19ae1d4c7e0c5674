using Agents.Random;

namespace Agents.Spaces;

/// <summary>
/// A plane with agents at any place, as Mesa and Agents.jl have it: width x height in the modeller's unit, a torus or bounded.
/// An agent is the row of its population. Who is near is found through cells, whose size decides on speed and never on results.
/// In a synchronous regime moves are pending until <see cref="Commit"/>, and everybody reads committed places; in all others
/// they are carried out at once.
/// </summary>
/// <remarks>Rules on several threads may read it and, in a synchronous regime, each move its own row; all else is for one thread.</remarks>
/// <example><code>
/// foreach (var other in space.Within(me.Row, vision))
///     centre += space.Difference(me.Row, other);
/// space.Move(me.Row, space.PositionOf(me.Row) + velocity);
/// </code></example>
public sealed partial class ContinuousSpace : IPersistent
{
    private const int MostCells = 1 << 20;
    private static readonly Vector2D Nowhere = new(double.NaN, double.NaN);

    private readonly CellLists lists;
    private readonly int columns;
    private readonly int rows;
    private readonly double columnsPerUnit;
    private readonly double rowsPerUnit;

    // Beyond so much the way round a torus is shorter; infinite where there is none.
    private readonly double halfWidth;
    private readonly double halfHeight;
    private Vector2D[] positions;
    private Vector2D[] next;
    private bool isPending;
    private Regime regime;

    /// <summary>Makes an empty space.</summary>
    /// <param name="width">Extent in x, more than 0.</param>
    /// <param name="height">Extent in y, more than 0.</param>
    /// <param name="isTorus">True when the edges touch the opposite edges.</param>
    /// <param name="agents">Number of agents that may be placed: the rows of a population. It follows births and deaths.</param>
    /// <param name="cellSize">Side of a cell, more than 0: best is the usual radius of a query. Results do not depend on it.</param>
    /// <param name="regime">How agents move; see <see cref="Regime"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A length is not positive and finite, or the number of agents is negative.</exception>
    public ContinuousSpace(double width, double height, bool isTorus, int agents, double cellSize, Regime regime = Regime.Synchronous)
    {
        RequireLength(width, nameof(width));
        RequireLength(height, nameof(height));
        RequireLength(cellSize, nameof(cellSize));
        ArgumentOutOfRangeException.ThrowIfNegative(agents);
        (Width, Height, IsTorus, this.regime) = (width, height, isTorus, regime);
        (halfWidth, halfHeight) = isTorus ? (width / 2, height / 2) : (double.PositiveInfinity, double.PositiveInfinity);
        while (Math.Max(1, Math.Floor(width / cellSize)) * Math.Max(1, Math.Floor(height / cellSize)) > MostCells)
            cellSize *= 2;
        (columns, rows) = (Math.Max(1, (int)(width / cellSize)), Math.Max(1, (int)(height / cellSize)));
        (columnsPerUnit, rowsPerUnit) = (columns / width, rows / height);
        lists = new CellLists(columns * rows, agents);
        (positions, next) = (new Vector2D[agents], new Vector2D[agents]);
        positions.AsSpan().Fill(Nowhere);
        next.AsSpan().Fill(Nowhere);
    }

    /// <summary>Extent in x.</summary>
    public double Width { get; }

    /// <summary>Extent in y.</summary>
    public double Height { get; }

    /// <summary>True when the edges touch the opposite edges.</summary>
    public bool IsTorus { get; }

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

    /// <summary>The committed places of all agents, in row order; not a number for those who have none.</summary>
    public ReadOnlySpan<Vector2D> Positions => positions.AsSpan(0, lists.Agents);

    /// <summary>True when an agent has a place.</summary>
    public bool IsPlaced(int agent) => lists.CellOf(agent) != CellLists.None;

    /// <summary>The committed place of an agent.</summary>
    /// <exception cref="InvalidOperationException">The agent has none.</exception>
    public Vector2D PositionOf(int agent)
    {
        lists.RequirePlaced(agent);
        return positions[agent];
    }

    /// <summary>Puts an agent that has no place yet, such as one just born, at one, in any regime at once.</summary>
    /// <param name="agent">The agent's row.</param>
    /// <param name="position">From 0 to width and height; on a torus any place, which is wrapped.</param>
    /// <exception cref="ArgumentOutOfRangeException">The place is not finite, or lies outside a bounded space.</exception>
    /// <exception cref="InvalidOperationException">The agent has a place.</exception>
    public void Place(int agent, Vector2D position)
    {
        var place = Inside(position);
        lists.Place(agent, CellAt(place));
        Grow();
        positions[agent] = next[agent] = place;
    }

    /// <summary>Puts every agent without a place at one that is drawn uniformly, in the order of rows.</summary>
    public void Scatter(ref Draws draws)
    {
        for (var agent = 0; agent < lists.Agents; agent++)
        {
            if (IsPlaced(agent))
                continue;
            var x = draws.Uniform() * Width;
            Place(agent, new Vector2D(x, draws.Uniform() * Height));
        }
    }

    /// <summary>Takes an agent out of the space, in any regime at once.</summary>
    /// <exception cref="InvalidOperationException">The agent has no place.</exception>
    public void Remove(int agent)
    {
        lists.Remove(agent);
        positions[agent] = next[agent] = Nowhere;
    }

    /// <summary>Moves an agent: pending in a synchronous regime, at once in others.</summary>
    /// <param name="agent">The agent's row.</param>
    /// <param name="position">From 0 to width and height; on a torus any place, which is wrapped.</param>
    /// <exception cref="ArgumentOutOfRangeException">The place is not finite, or lies outside a bounded space (<see cref="Confine(Vector2D)"/>).</exception>
    /// <exception cref="InvalidOperationException">The agent has no place.</exception>
    public void Move(int agent, Vector2D position)
    {
        lists.RequirePlaced(agent);
        var place = Inside(position);
        next[agent] = place;
        if (regime != Regime.Synchronous)
            Settle(agent, place);
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
            if (IsPlaced(agent))
                Settle(agent, next[agent]);
        }
    }

    /// <summary>The place nearest to one that may lie outside: wrapped on a torus, else on the edge.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The place is not finite.</exception>
    public Vector2D Confine(Vector2D position) =>
        IsTorus ? Inside(position) : Inside(new Vector2D(Confine(position.X, Width), Confine(position.Y, Height)));

    /// <summary>The way from one agent to another, on a torus the shorter one, from committed places.</summary>
    /// <exception cref="InvalidOperationException">An agent has no place.</exception>
    public Vector2D Difference(int from, int to) => Way(PositionOf(from), PositionOf(to));

    /// <summary>The way from one place to another, on a torus the shorter one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A place is not finite, or lies outside a bounded space.</exception>
    public Vector2D Difference(Vector2D from, Vector2D to) => Way(Inside(from), Inside(to));

    /// <summary>The Euclidean distance of two agents, on a torus the shorter one, from committed places.</summary>
    /// <exception cref="InvalidOperationException">An agent has no place.</exception>
    public double Distance(int one, int other) => Difference(one, other).Length;

    /// <summary>The Euclidean distance of two places, on a torus the shorter one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A place is not finite, or lies outside a bounded space.</exception>
    public double Distance(Vector2D one, Vector2D other) => Difference(one, other).Length;

    /// <summary>Follows births and deaths: the dead leave; the newborn have no place yet.</summary>
    /// <param name="newRows">What <see cref="Model.CommitLives"/> returned.</param>
    /// <param name="agents">Number of rows afterwards.</param>
    /// <exception cref="ArgumentException">The rows are fewer than the agents that the space knows.</exception>
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
            (positions[newRow], next[newRow]) = (positions[row], next[row]);
            survivors = newRow + 1;
        }
        positions.AsSpan(survivors).Fill(Nowhere);
        next.AsSpan(survivors).Fill(Nowhere);
    }

    void IPersistent.Persist(Checkpoint state)
    {
        state.Expect($"{columns} x {rows}", "cells of a continuous space");
        lists.Persist(state);
        (positions, next) = (state.Array(positions), state.Array(next));
        (regime, isPending) = (state.Value(regime), state.Value(isPending));
    }

    private static void RequireLength(double length, string name)
    {
        if (!double.IsFinite(length) || length <= 0)
            throw new ArgumentOutOfRangeException(name, length, "A length is positive and finite.");
    }

    private static double Confine(double place, double length) => place < 0 ? 0 : place > length ? length : place;

    private static double Wrap(double place, double length)
    {
        if (place >= 0 && place < length)
            return place;
        var wrapped = place - length * Math.Floor(place / length);
        // A place just below 0 is rounded up to the length: the same place on a torus.
        return wrapped >= 0 && wrapped < length ? wrapped : 0;
    }

    private Vector2D Inside(Vector2D position)
    {
        if (IsTorus)
        {
            var place = new Vector2D(Wrap(position.X, Width), Wrap(position.Y, Height));
            if (double.IsFinite(position.X) && double.IsFinite(position.Y))
                return place;
        }
        else if (position.X >= 0 && position.X <= Width && position.Y >= 0 && position.Y <= Height)
            return position;
        throw new ArgumentOutOfRangeException(nameof(position), position, $"A place in this space lies between (0, 0) and ({Width}, {Height}); on a torus it is finite.");
    }

    private void Settle(int agent, Vector2D place)
    {
        positions[agent] = place;
        lists.Move(agent, CellAt(place));
    }

    private int CellAt(Vector2D place) => RowAt(place.Y) * columns + ColumnAt(place.X);

    // The far edge of a bounded space belongs to the last cell.
    private int ColumnAt(double x) => Math.Min((int)(x * columnsPerUnit), columns - 1);

    private int RowAt(double y) => Math.Min((int)(y * rowsPerUnit), rows - 1);

    private Vector2D Way(Vector2D from, Vector2D to)
    {
        var (x, y) = (to.X - from.X, to.Y - from.Y);
        x = x > halfWidth ? x - Width : x < -halfWidth ? x + Width : x;
        y = y > halfHeight ? y - Height : y < -halfHeight ? y + Height : y;
        return new Vector2D(x, y);
    }

    private void Grow()
    {
        var known = positions.Length;
        if (lists.Capacity <= known)
            return;
        Array.Resize(ref positions, lists.Capacity);
        Array.Resize(ref next, lists.Capacity);
        positions.AsSpan(known).Fill(Nowhere);
        next.AsSpan(known).Fill(Nowhere);
    }
}
