using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Agents.Random;

namespace Agents.Spaces;

/// <summary>
/// A small number for every cell of a grid, such as the group of who lives there; 0 until it is set. A neighbourhood's
/// marks are looked at sixteen at a time, on a torus too: the grid stands in a margin as wide as the neighbourhood
/// reaches, which repeats the opposite edge or, on a bounded grid, is marked as nothing else is.
/// </summary>
public sealed class Marks : IPersistent
{
    /// <summary>The mark of what lies beyond the edge of a bounded grid; no cell may have it.</summary>
    public const byte Outside = byte.MaxValue;

    private readonly Grid grid;
    private readonly RowDivision rows;
    private readonly RowDivision wideRows;
    private readonly int count;
    private readonly int margin;
    private readonly int stride;
    private readonly int origin;
    private readonly byte[] marks;

    // Tables: which row or column it is could not be foreseen by the processor.
    private readonly (int[] Rows, int[] Columns) landings;
    private readonly (int[] Rows, int[] Columns) toCopy;

    // From a cell's place to that of each cell around, and to each run of sixteen with those that are around in it.
    private readonly int[] jumps;
    private readonly (int Jump, Vector128<byte> Mask)[] runs;

    /// <summary>Marks all cells of a grid with 0.</summary>
    /// <param name="grid">The grid.</param>
    /// <param name="around">The cells that are looked at around each: a neighbourhood of this grid.</param>
    /// <exception cref="ArgumentException">On a torus the neighbourhood reaches so far that it meets itself.</exception>
    public Marks(Grid grid, Neighbourhood around)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(around);
        (this.grid, count, margin) = (grid, grid.Count, around.Radius);
        if (grid.IsTorus && 2 * margin + 1 > Math.Min(grid.Width, grid.Height))
            throw new ArgumentException($"A neighbourhood of radius {margin} meets itself round a torus of {grid.Width} x {grid.Height} cells.", nameof(around));
        stride = grid.Width + 2 * margin;
        origin = margin * stride + margin;
        (rows, wideRows) = (new RowDivision(grid.Width), new RowDivision(stride));
        // A run that starts at the last cell around the last cell reads beyond it.
        marks = new byte[checked(stride * (grid.Height + 2 * margin) + Vector128<byte>.Count)];
        landings = (Landings(grid.Height, margin, grid.Width), Landings(grid.Width, margin, 1));
        toCopy = (ToCopy(grid.Height, margin, stride), ToCopy(grid.Width, margin, 1));
        jumps = Array.ConvertAll(around.Offsets, offset => offset.Y * stride + offset.X);
        runs = Runs(jumps);
        if (grid.IsTorus)
            return;
        marks.AsSpan().Fill(Outside);
        for (var row = 0; row < grid.Height; row++)
            marks.AsSpan(origin + row * stride, grid.Width).Clear();
    }

    /// <summary>The mark of a cell, 0 to 254.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The grid has no such cell, or the mark is <see cref="Outside"/>.</exception>
    public byte this[int cell]
    {
        get => marks[Place(cell)];
        set
        {
            RequireCell(cell);
            ArgumentOutOfRangeException.ThrowIfEqual(value, Outside);
            var (row, column) = rows.Of(cell);
            var place = PlaceAt(cell, row);
            marks[place] = value;
            if (!grid.IsTorus)
                return;
            // The margin's copies: of a cell near an edge one, near a corner three.
            var (aside, across) = (toCopy.Columns[column], toCopy.Rows[row]);
            marks[place + aside] = marks[place + across] = marks[place + aside + across] = value;
        }
    }

    /// <summary>Gives the cell of every agent on the grid a mark.</summary>
    /// <param name="ofAgents">The agents' marks, in row order.</param>
    /// <exception cref="ArgumentOutOfRangeException">A mark is <see cref="Outside"/>.</exception>
    public void Show(ReadOnlySpan<byte> ofAgents)
    {
        for (var agent = 0; agent < ofAgents.Length; agent++)
        {
            if (grid.CellOf(agent) is >= 0 and var cell)
                this[cell] = ofAgents[agent];
        }
    }

    /// <summary>Gives a cell the mark of another, which is left with 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The grid has no such cell.</exception>
    public void Move(int from, int to)
    {
        var mark = this[from];
        this[from] = 0;
        this[to] = mark;
    }

    /// <summary>Number of cells around a cell that have a mark.</summary>
    public int Count(int cell, byte mark) => Count(ref PlaceOf(Place(cell)), mark);

    /// <summary>Number of cells around a cell that have the same mark as it.</summary>
    public int CountAlike(int cell)
    {
        ref var place = ref PlaceOf(Place(cell));
        return Count(ref place, place);
    }

    /// <summary>The share of the agents on the grid around whom at least so many cells have the same mark; NaN where there is nobody.</summary>
    public double ShareWithAlike(int least)
    {
        var (content, counted) = (0, 0);
        foreach (var cell in grid.Cells)
        {
            if (cell < 0)
                continue;
            content += CountAlike(cell) >= least ? 1 : 0;
            counted++;
        }
        return (double)content / counted;
    }

    /// <summary>
    /// The mean, over all agents on the grid in the order of rows, of the share of marked cells around an agent's that have its
    /// mark: an index of segregation, 0 to 1. Whoever has none around is left out; NaN where nobody has.
    /// </summary>
    public double MeanShareAlike()
    {
        var (sum, counted) = (0.0, 0);
        foreach (var cell in grid.Cells)
        {
            if (cell < 0)
                continue;
            var (alike, marked) = CountAlikeOfMarked(cell);
            if (marked == 0)
                continue;
            sum += (double)alike / marked;
            counted++;
        }
        return sum / counted;
    }

    /// <summary>Numbers of cells around a cell that have one mark, and another.</summary>
    public (int One, int Other) Count(int cell, byte one, byte other)
    {
        ref var place = ref PlaceOf(Place(cell));
        var (wanted, alsoWanted) = (Vector128.Create(one), Vector128.Create(other));
        var (count, otherCount) = (0, 0);
        foreach (var (jump, mask) in runs)
        {
            count += BitOperations.PopCount(Found(ref place, jump, mask, wanted));
            otherCount += BitOperations.PopCount(Found(ref place, jump, mask, alsoWanted));
        }
        return (count, otherCount);
    }

    /// <summary>The cells around a cell that have a mark, in the neighbourhood's order.</summary>
    public Cells With(byte mark, int cell) => new(this, mark, cell);

    /// <summary>One of the cells around a cell that have a mark, each equally likely, or -1 when there is none.</summary>
    public int RandomCell(int cell, byte mark, ref Draws draws)
    {
        // Trying at random is quick where some cells have it, and no cell is favoured either way.
        const int Attempts = 8;
        var place = Place(cell);
        var (jumps, marks) = (this.jumps, this.marks);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var candidate = place + jumps[draws.Below(jumps.Length)];
            if (marks[candidate] == mark)
                return CellAt(candidate);
        }
        return PickCell(place, mark, ref draws);
    }

    private int PickCell(int place, byte mark, ref Draws draws)
    {
        ref var middle = ref PlaceOf(place);
        var choices = Count(ref middle, mark);
        var left = choices == 0 ? 0 : draws.Below(choices);
        foreach (var (jump, mask) in runs)
        {
            var found = Found(ref middle, jump, mask, Vector128.Create(mark));
            var count = BitOperations.PopCount(found);
            if (left < count)
            {
                for (; left > 0; left--)
                    found &= found - 1;
                return CellAt(place + jump + BitOperations.TrailingZeroCount(found));
            }
            left -= count;
        }
        return -1;
    }

    void IPersistent.Persist(Checkpoint state) => state.Values(marks);

    private static (int Jump, Vector128<byte> Mask)[] Runs(int[] jumps)
    {
        var runs = new List<(int Jump, Vector128<byte> Mask)>();
        foreach (var jump in jumps)
        {
            if (runs.Count == 0 || jump >= runs[^1].Jump + Vector128<byte>.Count)
                runs.Add((jump, Vector128<byte>.Zero));
            var (first, mask) = runs[^1];
            runs[^1] = (first, mask.WithElement(jump - first, byte.MaxValue));
        }
        return [.. runs];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Found(ref byte place, int jump, Vector128<byte> mask, Vector128<byte> wanted) =>
        (Vector128.Equals(Vector128.LoadUnsafe(ref Unsafe.Add(ref place, jump)), wanted) & mask).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Count(ref byte place, byte mark)
    {
        var wanted = Vector128.Create(mark);
        var count = 0;
        foreach (var (jump, mask) in runs)
            count += BitOperations.PopCount(Found(ref place, jump, mask, wanted));
        return count;
    }

    private (int Alike, int Marked) CountAlikeOfMarked(int cell)
    {
        ref var place = ref PlaceOf(Place(cell));
        var wanted = Vector128.Create(place);
        var (alike, marked) = (0, 0);
        foreach (var (jump, mask) in runs)
        {
            alike += BitOperations.PopCount(Found(ref place, jump, mask, wanted));
            marked += BitOperations.PopCount(mask.ExtractMostSignificantBits() & ~Found(ref place, jump, mask, Vector128<byte>.Zero) & ~Found(ref place, jump, mask, Vector128<byte>.AllBitsSet));
        }
        return (alike, marked);
    }

    private void RequireCell(int cell) => ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)cell, (uint)count, nameof(cell));

    private int Place(int cell)
    {
        RequireCell(cell);
        return PlaceAt(cell, rows.Row(cell));
    }

    private int PlaceAt(int cell, int row) => origin + cell + 2 * margin * row;

    // The runs around any cell lie within the margin, so that the check of the cell is enough.
    private ref byte PlaceOf(int place) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(marks), place);

    private int CellAt(int place)
    {
        var (row, column) = wideRows.Of(place);
        return landings.Rows[row] + landings.Columns[column];
    }

    // Where a row or column of the margin and the grid lies on the grid.
    private static int[] Landings(int length, int margin, int scale) =>
        [.. Enumerable.Range(0, length + 2 * margin).Select(i => (i - margin + length) % length * scale)];

    // How far a row or column of the grid is from its copy in the margin, 0 where it has none.
    private static int[] ToCopy(int length, int margin, int scale) =>
        [.. Enumerable.Range(0, length).Select(i => (i < margin ? length : i >= length - margin ? -length : 0) * scale)];

    /// <summary>Cells with a mark, for foreach; nothing is allocated.</summary>
    public ref struct Cells
    {
        private readonly Marks marks;
        private readonly Vector128<byte> wanted;
        private readonly int place;
        private int run;
        private uint found;

        internal Cells(Marks marks, byte mark, int cell) =>
            (this.marks, wanted, place, run) = (marks, Vector128.Create(mark), marks.Place(cell), -1);

        /// <summary>The present cell.</summary>
        public readonly int Current => marks.CellAt(place + marks.runs[run].Jump + BitOperations.TrailingZeroCount(found));

        /// <summary>Itself.</summary>
        public readonly Cells GetEnumerator() => this;

        /// <summary>Goes to the next cell.</summary>
        public bool MoveNext()
        {
            found &= found - 1;
            while (found == 0)
            {
                if (++run == marks.runs.Length)
                    return false;
                var (jump, mask) = marks.runs[run];
                found = Found(ref marks.PlaceOf(place), jump, mask, wanted);
            }
            return true;
        }
    }
}
