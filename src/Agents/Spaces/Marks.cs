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
    private readonly int margin;
    private readonly int stride;
    private readonly int origin;
    private readonly byte[] marks;

    // From a cell's place to that of each cell around, and to each run of sixteen with those that are around in it.
    private readonly int[] jumps;
    private readonly (int Jump, Vector128<byte> Mask)[] runs;

    /// <summary>Marks all cells of a grid with 0.</summary>
    /// <param name="grid">The grid.</param>
    /// <param name="around">The cells that are looked at around each.</param>
    public Marks(Grid grid, Neighbourhood around)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(around);
        (this.grid, margin) = (grid, around.Radius);
        stride = grid.Width + 2 * margin;
        origin = margin * stride + margin;
        (rows, wideRows) = (new RowDivision(grid.Width), new RowDivision(stride));
        // A run that starts at the last cell around the last cell reads beyond it.
        marks = new byte[checked(stride * (grid.Height + 2 * margin) + Vector128<byte>.Count)];
        jumps = Array.ConvertAll(around.Offsets, offset => offset.Y * stride + offset.X);
        runs = Runs(jumps);
        if (grid.IsTorus)
            return;
        marks.AsSpan().Fill(Outside);
        for (var row = 0; row < grid.Height; row++)
            marks.AsSpan(origin + row * stride, grid.Width).Clear();
    }

    /// <summary>The mark of a cell, 0 to 254.</summary>
    public byte this[int cell]
    {
        get => marks[Place(cell)];
        set
        {
            RequireCell(cell);
            var (row, column) = rows.Of(cell);
            var place = origin + row * stride + column;
            marks[place] = value;
            if (!grid.IsTorus)
                return;
            // The margin's copies: of a cell near an edge one, near a corner three.
            var aside = column < margin ? grid.Width : column >= grid.Width - margin ? -grid.Width : 0;
            var across = stride * (row < margin ? grid.Height : row >= grid.Height - margin ? -grid.Height : 0);
            marks[place + aside] = marks[place + across] = marks[place + aside + across] = value;
        }
    }

    /// <summary>Number of cells around a cell that have a mark.</summary>
    public int Count(int cell, byte mark) => Count(ref PlaceOf(cell), mark);

    /// <summary>Number of cells around a cell that have the same mark as it.</summary>
    public int CountAlike(int cell)
    {
        ref var place = ref PlaceOf(cell);
        return Count(ref place, place);
    }

    /// <summary>Numbers of cells around a cell that have one mark, and another.</summary>
    public (int One, int Other) Count(int cell, byte one, byte other)
    {
        ref var place = ref PlaceOf(cell);
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
        var choices = Count(cell, mark);
        var left = choices == 0 ? 0 : draws.Below(choices);
        foreach (var candidate in With(mark, cell))
        {
            if (left-- == 0)
                return candidate;
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

    private void RequireCell(int cell) => ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)cell, (uint)grid.Count, nameof(cell));

    private int Place(int cell)
    {
        RequireCell(cell);
        var (row, column) = rows.Of(cell);
        return origin + row * stride + column;
    }

    // The runs around any cell lie within the margin, so that the check of the cell is enough.
    private ref byte PlaceOf(int cell) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(marks), Place(cell));

    private int CellAt(int place)
    {
        var (row, column) = wideRows.Of(place);
        return Wrap(row - margin, grid.Height) * grid.Width + Wrap(column - margin, grid.Width);
    }

    private static int Wrap(int place, int length) => place < 0 ? place + length : place >= length ? place - length : place;

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
                found = Found(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(marks.marks), place), jump, mask, wanted);
            }
            return true;
        }
    }
}
