using System.Numerics;

namespace Agents.Spaces;

/// <summary>
/// A number for every cell of a grid, such as grass, heat or a scent; 0 at first. As a <see cref="State{T}"/> it has a committed
/// value, which everybody reads, and a pending one, valid after <see cref="Commit"/>; what is set by the indexer is both at once.
/// </summary>
/// <typeparam name="T">double, float, int or another type of numbers.</typeparam>
/// <remarks>
/// Rules on several threads may read it, and each write <see cref="Pending"/> of cells that no other agent writes; all else is for
/// one thread. Additions of real numbers have an order that the documentation of each member states: so the bits are the same
/// on any machine.
/// </remarks>
public sealed class Layer<T> : IPersistent
    where T : unmanaged, INumber<T>
{
    private readonly T[] values;
    private readonly T[] next;
    private T[] room = [];

    /// <summary>Makes a layer of zeros.</summary>
    /// <param name="grid">The cells.</param>
    public Layer(Grid grid)
    {
        ArgumentNullException.ThrowIfNull(grid);
        Grid = grid;
        (values, next) = (new T[grid.Count], new T[grid.Count]);
    }

    /// <summary>The cells.</summary>
    public Grid Grid { get; }

    /// <summary>The committed values, by cell.</summary>
    public ReadOnlySpan<T> Values => values;

    /// <summary>The pending values, by cell: the committed ones until they are written.</summary>
    public Span<T> Next => next;

    /// <summary>The committed value of a cell. Setting it also sets the pending one: for the start, Step and sequential regimes.</summary>
    public T this[int cell]
    {
        get => values[cell];
        set => values[cell] = next[cell] = value;
    }

    /// <summary>The pending value of one cell.</summary>
    public ref T Pending(int cell) => ref next[cell];

    /// <summary>Gives every cell a value at once.</summary>
    public void Fill(T value)
    {
        values.AsSpan().Fill(value);
        next.AsSpan().Fill(value);
    }

    /// <summary>Makes the pending values the committed ones.</summary>
    public void Commit() => next.CopyTo(values, 0);

    /// <summary>
    /// Adds what each agent leaves in its cell to the pending values, in the order of rows, so that any number may share a cell;
    /// agents that are nowhere leave nothing.
    /// </summary>
    /// <param name="cells">The agents' cells, such as <see cref="Occupants.Cells"/>; -1 for nowhere.</param>
    /// <param name="amounts">What each leaves, in row order, such as a column's values.</param>
    /// <exception cref="ArgumentException">There are not as many amounts as cells.</exception>
    public void Deposit(ReadOnlySpan<int> cells, ReadOnlySpan<T> amounts)
    {
        if (cells.Length != amounts.Length)
            throw new ArgumentException($"There are {cells.Length} agents with cells, but {amounts.Length} amounts.", nameof(amounts));
        for (var agent = 0; agent < cells.Length; agent++)
        {
            if (cells[agent] >= 0)
                next[cells[agent]] += amounts[agent];
        }
    }

    /// <summary>The sum of all committed values: added up in blocks of 1024 cells, then over blocks, in order.</summary>
    public double Sum()
    {
        var sum = 0.0;
        for (var from = 0; from < values.Length; from += Population.BlockSize)
        {
            var part = 0.0;
            foreach (var value in values.AsSpan(from, Math.Min(Population.BlockSize, values.Length - from)))
                part += double.CreateChecked(value);
            sum += part;
        }
        return sum;
    }

    /// <summary>The sum of the committed values around a cell, without its own, in the neighbourhood's order.</summary>
    /// <exception cref="ArgumentException">The neighbourhood is of a grid of another size.</exception>
    public T SumAround(int cell, Neighbourhood around)
    {
        ArgumentNullException.ThrowIfNull(around);
        around.RequireOf(Grid);
        var sum = T.Zero;
        foreach (var other in around.Of(cell))
            sum += values[other];
        return sum;
    }

    /// <summary>
    /// For every cell the sum of the committed values of the square of cells around it, its own included, in a time that does not
    /// depend on the radius. Nothing is ever subtracted, so that real numbers lose no more than by adding them up: rows and then
    /// columns are summed from the front and the back of runs of 2 radius + 1 (van Herk 1992, A fast algorithm for local minimum
    /// and maximum filters, Pattern Recognition Letters 13: 517-521).
    /// </summary>
    /// <param name="radius">Cells to each side, 0 or more; a square reaches at most once round a torus.</param>
    /// <param name="sums">Takes the sums, by cell, such as another layer's <see cref="Next"/>; not this layer's own values.</param>
    /// <exception cref="ArgumentOutOfRangeException">The radius is negative, or a square would meet itself round a torus.</exception>
    /// <exception cref="ArgumentException">There is not one sum for every cell.</exception>
    public void BoxSums(int radius, Span<T> sums)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(radius);
        var (width, height) = (Grid.Width, Grid.Height);
        if (Grid.IsTorus && 2L * radius + 1 > Math.Min(width, height))
            throw new ArgumentOutOfRangeException(nameof(radius), radius, $"On a torus of {width} x {height} cells a square of this radius would meet itself.");
        if (sums.Length != values.Length)
            throw new ArgumentException($"{sums.Length} sums cannot be those of {values.Length} cells.", nameof(sums));
        // Beyond the other edge there is nothing on a bounded grid.
        var (aside, up) = (Math.Min(radius, width - 1), Math.Min(radius, height - 1));
        var most = Math.Max((2 * up + 2) * width, width + 2 * aside + 2);
        if (room.Length < most)
            room = new T[most];
        MovingSums.Of<T>(values, sums, width, up, Grid.IsTorus, room);
        for (var row = 0; row < height; row++)
        {
            var line = sums.Slice(row * width, width);
            line.CopyTo(room);
            MovingSums.Of(room.AsSpan(0, width), line, 1, aside, Grid.IsTorus, room.AsSpan(width));
        }
    }

    void IPersistent.Persist(Checkpoint state)
    {
        state.Values<T>(values);
        state.Values<T>(next);
    }
}
