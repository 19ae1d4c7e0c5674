namespace Agents.Spaces;

/// <summary>The cells around any cell of a grid, without the cell itself; made by <see cref="Grid.Moore"/> or <see cref="Grid.VonNeumann"/>.</summary>
public sealed class Neighbourhood
{
    private readonly int width;
    private readonly int radius;
    private readonly (int X, int Y)[] offsets;
    private readonly int[] jumps;

    // Where a column or row lands after wrapping, from -radius on; Outside beyond a bounded grid's edge.
    private readonly int[] columns;
    private readonly int[] rows;

    internal Neighbourhood(int width, int height, bool isTorus, int radius, bool isMoore)
    {
        (this.width, this.radius) = (width, radius);
        var within = new List<(int X, int Y)>();
        for (var y = -radius; y <= radius; y++)
        {
            for (var x = -radius; x <= radius; x++)
            {
                if ((x, y) != (0, 0) && (isMoore || Math.Abs(x) + Math.Abs(y) <= radius))
                    within.Add((x, y));
            }
        }
        offsets = [.. within];
        jumps = Array.ConvertAll(offsets, offset => offset.Y * width + offset.X);
        columns = Landings(width, radius, isTorus, 1);
        rows = Landings(height, radius, isTorus, width);
    }

    internal int Radius => radius;

    internal (int X, int Y)[] Offsets => offsets;

    internal ReadOnlySpan<int> Jumps => jumps;

    /// <summary>Number of cells around a cell, those beyond the edge of a bounded grid included.</summary>
    public int Size => offsets.Length;

    /// <summary>The cells around a cell: upper row first, each row from the left.</summary>
    public Cells Of(int cell) => new(this, cell);

    /// <summary>The cell at an offset of the neighbourhood, or -1 beyond the edge.</summary>
    /// <param name="cell">The cell in the middle.</param>
    /// <param name="index">Number of the offset, from 0 to <see cref="Size"/> - 1.</param>
    public int At(int cell, int index)
    {
        var offset = offsets[index];
        var (y, x) = Math.DivRem(cell, width);
        return Landing(x + offset.X + radius, y + offset.Y + radius);
    }

    /// <exception cref="ArgumentException">It was made by a grid of another size.</exception>
    internal void RequireOf(Grid grid)
    {
        if (width != grid.Width || rows.Length != grid.Height + 2 * radius)
            throw new ArgumentException($"The neighbourhood is not of this grid of {grid.Width} x {grid.Height} cells: a grid makes its own by Moore or VonNeumann.");
    }

    private static int[] Landings(int length, int radius, bool isTorus, int scale)
    {
        var landings = new int[length + 2 * radius];
        for (var i = 0; i < landings.Length; i++)
        {
            var place = i - radius;
            var isInside = isTorus || (uint)place < (uint)length;
            landings[i] = isInside ? (place + length) % length * scale : -1;
        }
        return landings;
    }

    private int Landing(int column, int row)
    {
        var (x, y) = (columns[column], rows[row]);
        return (x | y) < 0 ? -1 : x + y;
    }

    /// <summary>The cells around one cell, for foreach; nothing is allocated.</summary>
    public ref struct Cells
    {
        private readonly Neighbourhood around;
        private readonly ReadOnlySpan<int> jumps;
        private readonly int cell;
        private readonly int x;
        private readonly int y;
        private readonly bool isInterior;
        private int index;

        internal Cells(Neighbourhood around, int cell)
        {
            (this.around, this.cell, index) = (around, cell, -1);
            jumps = around.jumps;
            (y, x) = Math.DivRem(cell, around.width);
            var radius = around.radius;
            isInterior = x >= radius && x < around.columns.Length - 3 * radius
                && y >= radius && y < around.rows.Length - 3 * radius;
        }

        /// <summary>The present cell.</summary>
        public int Current { get; private set; }

        /// <summary>Itself.</summary>
        public readonly Cells GetEnumerator() => this;

        /// <summary>Goes to the next cell that lies on the grid.</summary>
        public bool MoveNext()
        {
            var next = index + 1;
            if (isInterior)
            {
                if ((uint)next >= (uint)jumps.Length)
                    return false;
                (index, Current) = (next, cell + jumps[next]);
                return true;
            }
            return MoveAcrossEdge(next);
        }

        private bool MoveAcrossEdge(int next)
        {
            var offsets = around.offsets;
            for (; (uint)next < (uint)offsets.Length; next++)
            {
                var offset = offsets[next];
                var landing = around.Landing(x + offset.X + around.radius, y + offset.Y + around.radius);
                if (landing < 0)
                    continue;
                (index, Current) = (next, landing);
                return true;
            }
            return false;
        }
    }
}
