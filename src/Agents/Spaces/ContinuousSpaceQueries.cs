using System.Buffers;
using System.Runtime.CompilerServices;

namespace Agents.Spaces;

/// <content>Who is near: by radius and by rank. Both read committed places, allocate nothing, and may be asked by several threads at once.</content>
public sealed partial class ContinuousSpace
{
    /// <summary>Room for rounding, in cells: a cell too many is looked at rather than one too few.</summary>
    private const double Slack = 1e-6;

    /// <summary>The other agents at most a radius away from an agent, in the order of rows, for foreach.</summary>
    /// <param name="agent">The agent's row.</param>
    /// <param name="radius">0 or more, on a torus more than half its length too; infinite for everybody.</param>
    /// <exception cref="ArgumentOutOfRangeException">The radius is negative or not a number.</exception>
    /// <exception cref="InvalidOperationException">The agent has no place.</exception>
    public Neighbours Within(int agent, double radius) => new(this, PositionOf(agent), radius, agent);

    /// <summary>The agents at most a radius away from a place, in the order of rows, for foreach.</summary>
    /// <param name="position">A place in the space; on a torus any.</param>
    /// <param name="radius">0 or more, on a torus more than half its length too; infinite for everybody.</param>
    /// <exception cref="ArgumentOutOfRangeException">The radius is negative or not a number, or the place lies outside.</exception>
    public Neighbours Within(Vector2D position, double radius) => new(this, Inside(position), radius, CellLists.None);

    /// <summary>The number of other agents at most a radius away from an agent.</summary>
    /// <inheritdoc cref="Within(int, double)"/>
    public int CountWithin(int agent, double radius)
    {
        var counting = new Counting();
        Visit(PositionOf(agent), radius, agent, ref counting);
        return counting.Count;
    }

    /// <summary>The other agents nearest to an agent: by distance, and at equal distance by row.</summary>
    /// <param name="agent">The agent's row.</param>
    /// <param name="room">Memory for as many rows as are asked for, such as <c>stackalloc int[6]</c>.</param>
    /// <returns>The front of the room: fewer where there are fewer agents.</returns>
    /// <exception cref="InvalidOperationException">The agent has no place.</exception>
    public ReadOnlySpan<int> Nearest(int agent, Span<int> room) => room[..FindNearest(PositionOf(agent), agent, room)];

    /// <summary>The agents nearest to a place: by distance, and at equal distance by row.</summary>
    /// <param name="position">A place in the space; on a torus any.</param>
    /// <param name="room">Memory for as many rows as are asked for, such as <c>stackalloc int[6]</c>.</param>
    /// <returns>The front of the room: fewer where there are fewer agents.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The place lies outside.</exception>
    public ReadOnlySpan<int> Nearest(Vector2D position, Span<int> room) => room[..FindNearest(Inside(position), CellLists.None, room)];

    private void Visit<TFound>(Vector2D centre, double radius, int except, ref TFound found)
        where TFound : IFound, allows ref struct
    {
        if (!(radius >= 0))
            throw new ArgumentOutOfRangeException(nameof(radius), radius, "A radius is 0 or more.");
        var most = radius * radius;
        var (left, right) = Reach(centre.X * columnsPerUnit, radius * columnsPerUnit, columns);
        var (low, high) = Reach(centre.Y * rowsPerUnit, radius * rowsPerUnit, rows);
        for (var row = low; row <= high; row++)
        {
            var start = OnTorus(row, rows) * columns;
            for (var column = left; column <= right; column++)
            {
                for (var agent = lists.First(start + OnTorus(column, columns)); agent >= 0; agent = lists.After(agent))
                {
                    if (Way(centre, positions[agent]).LengthSquared <= most && agent != except)
                        found.Add(agent);
                }
            }
        }
    }

    /// <summary>The columns or rows of cells that a radius reaches, each once; on a torus some lie beyond an edge.</summary>
    private (int From, int To) Reach(double centre, double radius, int count)
    {
        var from = Math.Floor(centre - radius - Slack);
        var to = Math.Floor(centre + radius + Slack);
        if (!IsTorus)
            return ((int)Math.Max(from, 0), (int)Math.Min(to, count - 1));
        return to - from + 1 < count ? ((int)from, (int)to) : (0, count - 1);
    }

    private static int OnTorus(int index, int count) => index < 0 ? index + count : index >= count ? index - count : index;

    /// <summary>Goes round ring after ring of cells until no agent farther out can be nearer.</summary>
    private int FindNearest(Vector2D centre, int except, Span<int> nearest)
    {
        var search = new Search(this, centre, except, nearest);
        if (nearest.IsEmpty)
            return 0;
        var (column, row) = (ColumnAt(centre.X), RowAt(centre.Y));
        // On a torus half of the cells lie to each side, so that none is visited twice.
        var (left, right) = IsTorus ? ((1 - columns) / 2, columns / 2) : (-column, columns - 1 - column);
        var (low, high) = IsTorus ? ((1 - rows) / 2, rows / 2) : (-row, rows - 1 - row);
        var last = Math.Max(Math.Max(-left, right), Math.Max(-low, high));
        for (var ring = 0; ring <= last && !search.IsDoneBefore(ring); ring++)
        {
            for (var up = Math.Max(-ring, low); up <= Math.Min(ring, high); up++)
            {
                var start = OnTorus(row + up, rows) * columns;
                // Between its lowest and highest row a ring has two cells.
                var step = Math.Abs(up) == ring ? 1 : 2 * ring;
                for (var aside = -ring; aside <= ring; aside += step)
                {
                    if (aside >= left && aside <= right)
                        search.Cell(start + OnTorus(column + aside, columns));
                }
            }
        }
        return search.Found;
    }

    /// <summary>Takes the agents of a query.</summary>
    private interface IFound
    {
        void Add(int agent);
    }

    private struct Counting : IFound
    {
        public int Count { get; private set; }

        public void Add(int agent) => Count++;
    }

    /// <summary>The nearest so far, nearest first.</summary>
    private ref struct Search(ContinuousSpace space, Vector2D centre, int except, Span<int> nearest)
    {
        private readonly Span<int> nearest = nearest;

        public int Found { get; private set; }

        /// <summary>True when nobody in this ring of cells or beyond is as near as the last that was found.</summary>
        public readonly bool IsDoneBefore(int ring)
        {
            if (Found < nearest.Length)
                return false;
            // Wherever in its cell the centre stands, all rings but the first are a whole cell wide.
            var cell = Math.Min(1 / space.columnsPerUnit, 1 / space.rowsPerUnit);
            var beyond = (ring - 1 - Slack) * cell;
            return beyond > 0 && DistanceSquared(nearest[^1]) < beyond * beyond;
        }

        public void Cell(int cell)
        {
            for (var agent = space.lists.First(cell); agent >= 0; agent = space.lists.After(agent))
            {
                if (agent != except)
                    Add(agent);
            }
        }

        private void Add(int agent)
        {
            var distance = DistanceSquared(agent);
            var place = Found;
            while (place > 0 && IsBefore(distance, agent, nearest[place - 1]))
                place--;
            if (place == nearest.Length)
                return;
            var moved = Math.Min(Found, nearest.Length - 1) - place;
            nearest.Slice(place, moved).CopyTo(nearest[(place + 1)..]);
            nearest[place] = agent;
            Found = Math.Min(Found + 1, nearest.Length);
        }

        private readonly bool IsBefore(double distance, int agent, int other)
        {
            var farther = DistanceSquared(other);
            return distance < farther || (distance == farther && agent < other);
        }

        private readonly double DistanceSquared(int agent) => space.Way(centre, space.positions[agent]).LengthSquared;
    }

    /// <summary>The agents near a place, in the order of rows, for foreach; they stay the same while agents move.</summary>
    public ref struct Neighbours : IFound
    {
        private static int stamps;

        private Room room;

        // Rented where the room is too small; its first number says whose it is, so that a copy made before it went back is noticed.
        private int[]? more;
        private int stamp;
        private int count;
        private int index;

        internal Neighbours(ContinuousSpace space, Vector2D centre, double radius, int except)
        {
            Unsafe.SkipInit(out room);
            (more, stamp, count, index) = (null, 0, 0, -1);
            space.Visit(centre, radius, except, ref this);
            Rows.Sort();
        }

        /// <summary>The present agent's row.</summary>
        public readonly int Current => more == null ? room[index] : more[index + 1];

        /// <summary>Itself, once: the memory of many neighbours goes back when foreach ends.</summary>
        /// <exception cref="InvalidOperationException">It has been gone through.</exception>
        public Neighbours GetEnumerator()
        {
            if (index != -1 || (more != null && more[0] != stamp))
                throw new InvalidOperationException("These neighbours have been gone through; ask for them again.");
            var all = this;
            (index, more) = (count, null);
            return all;
        }

        /// <summary>Goes to the next agent.</summary>
        public bool MoveNext() => ++index < count;

        /// <summary>Gives memory back; foreach calls it.</summary>
        public void Dispose()
        {
            if (more == null)
                return;
            more[0] = 0;
            ArrayPool<int>.Shared.Return(more);
            more = null;
        }

        void IFound.Add(int agent)
        {
            if (more == null && count < Room.Length)
            {
                room[count++] = agent;
                return;
            }
            if (more == null || count + 1 == more.Length)
                Grow();
            more![++count] = agent;
        }

        [System.Diagnostics.CodeAnalysis.UnscopedRef]
        private Span<int> Rows => more == null ? room[..count] : more.AsSpan(1, count);

        private void Grow()
        {
            var larger = ArrayPool<int>.Shared.Rent(4 * count);
            Rows.CopyTo(larger.AsSpan(1));
            Dispose();
            (more, stamp) = (larger, Interlocked.Increment(ref stamps));
            more[0] = stamp;
        }
    }

    [InlineArray(Length)]
    private struct Room
    {
        public const int Length = 64;
        private int first;
    }
}
