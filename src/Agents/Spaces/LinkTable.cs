using System.Runtime.CompilerServices;

namespace Agents.Spaces;

/// <summary>
/// For every node the nodes it is linked to, in ascending order, in one array (compressed sparse rows). A list that
/// outgrows its place moves to the end with room to spare, so that a change costs about the length of one list.
/// </summary>
internal sealed class LinkTable
{
    /// <summary>Up to this length a list is searched and sorted item by item.</summary>
    private const int ShortLength = 32;

    private Segment[] segments;
    private int[] targets;
    private int[]? capacities;
    private int used;
    private LinkColumn[] columns = [];

    private LinkTable(Segment[] segments, int[] targets)
    {
        this.segments = segments;
        this.targets = targets;
        used = targets.Length;
    }

    public int Nodes => segments.Length;

    /// <summary>Number of entries: an undirected link has two.</summary>
    public int Length => used;

    /// <summary>Room for entries, those that nothing stands in included.</summary>
    public int Capacity => targets.Length;

    public ReadOnlySpan<int> this[int node]
    {
        get
        {
            var segment = segments[node];
            return new ReadOnlySpan<int>(targets, segment.From, segment.Count);
        }
    }

    /// <summary>
    /// Brings the lists of some nodes into the cache, so that their misses overlap: read list by list, each miss waits
    /// for the one before, because the processor guesses the length of a list wrongly until it has come.
    /// </summary>
    /// <returns>Nothing of use; it keeps the reads from being left out.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Fetch(ReadOnlySpan<int> nodes)
    {
        var read = 0;
        foreach (var node in nodes)
        {
            var segment = segments[node];
            if (segment.Count > 0)
                read ^= targets[segment.From];
        }
        return read;
    }

    /// <summary>The table of links given as pairs, parallel links kept; also turned round if <paramref name="bothWays"/>.</summary>
    public static LinkTable Of(int nodes, ReadOnlySpan<Link> links, bool bothWays)
    {
        // Grouped by target first and turned round afterwards, every list comes out in ascending order.
        var segments = new Segment[nodes];
        foreach (var link in links)
        {
            segments[link.To].Count++;
            if (bothWays)
                segments[link.From].Count++;
        }
        var targets = GC.AllocateUninitializedArray<int>(Open(segments));
        foreach (var link in links)
        {
            targets[segments[link.To].Take()] = link.From;
            if (bothWays)
                targets[segments[link.From].Take()] = link.To;
        }
        var table = new LinkTable(segments, targets);
        return bothWays && AreUpwardsInOrder(links) ? table : table.Reverse();
    }

    /// <summary>The table in which every node has the same number of links, given list after list.</summary>
    public static LinkTable Regular(int nodes, int degree, int[] targets)
    {
        var segments = new Segment[nodes];
        for (var node = 0; node < nodes; node++)
        {
            segments[node] = new Segment { From = node * degree, Count = degree };
            Sort(targets.AsSpan(node * degree, degree));
        }
        return new LinkTable(segments, targets);
    }

    /// <summary>The table in which every node has so many links, or as many as there are nodes before it, given list after list.</summary>
    public static LinkTable ToEarlier(int nodes, int most, int[] targets)
    {
        var segments = new Segment[nodes];
        var from = 0;
        for (var node = 0; node < nodes; node++)
        {
            segments[node] = new Segment { From = from, Count = Math.Min(node, most) };
            Sort(targets.AsSpan(from, segments[node].Count));
            from += segments[node].Count;
        }
        return new LinkTable(segments, targets);
    }

    /// <summary>The table of groups in which everyone is linked with everyone; the groups are runs of their members.</summary>
    public static LinkTable OfGroups(Span<int> members, ReadOnlySpan<int> sizes)
    {
        var segments = new Segment[members.Length];
        var rest = members;
        foreach (var size in sizes)
        {
            Sort(rest[..size]);
            foreach (var member in rest[..size])
                segments[member].Count = size - 1;
            rest = rest[size..];
        }
        var targets = GC.AllocateUninitializedArray<int>(Open(segments));
        foreach (var size in sizes)
        {
            var group = members[..size];
            for (var i = 0; i < size; i++)
            {
                ref var segment = ref segments[group[i]];
                segment.Count = size - 1;
                var list = targets.AsSpan(segment.From, segment.Count);
                group[..i].CopyTo(list);
                group[(i + 1)..].CopyTo(list[i..]);
            }
            members = members[size..];
        }
        return new LinkTable(segments, targets);
    }

    /// <summary>The links of two tables of as many nodes together, parallel links kept.</summary>
    public static LinkTable Union(LinkTable one, LinkTable other)
    {
        var segments = new Segment[one.Nodes];
        for (var node = 0; node < segments.Length; node++)
            segments[node].Count = one.segments[node].Count + other.segments[node].Count;
        var targets = GC.AllocateUninitializedArray<int>(Open(segments));
        for (var node = 0; node < segments.Length; node++)
        {
            ref var segment = ref segments[node];
            var first = one[node];
            var second = other[node];
            segment.Count = first.Length + second.Length;
            var list = targets.AsSpan(segment.From, segment.Count);
            first.CopyTo(list);
            second.CopyTo(list[first.Length..]);
            Sort(list);
        }
        return new LinkTable(segments, targets);
    }

    /// <summary>The same links, each both ways.</summary>
    public LinkTable BothWays()
    {
        var both = new Segment[Nodes];
        for (var node = 0; node < Nodes; node++)
        {
            both[node].Count += segments[node].Count;
            foreach (var target in this[node])
                both[target].Count++;
        }
        // Lists of links from earlier nodes, of the node's own and of those from later ones: in order but for a few.
        var joined = GC.AllocateUninitializedArray<int>(Open(both));
        for (var node = 0; node < Nodes; node++)
        {
            foreach (var target in this[node])
            {
                joined[both[node].Take()] = target;
                joined[both[target].Take()] = node;
            }
        }
        foreach (var segment in both)
            Sort(joined.AsSpan(segment.From, segment.Count));
        return new LinkTable(both, joined);
    }

    /// <summary>The same links seen from their other end.</summary>
    public LinkTable Reverse()
    {
        var reversed = new Segment[Nodes];
        for (var node = 0; node < Nodes; node++)
        {
            foreach (var target in this[node])
                reversed[target].Count++;
        }
        var sources = GC.AllocateUninitializedArray<int>(Open(reversed));
        for (var node = 0; node < Nodes; node++)
        {
            foreach (var target in this[node])
                sources[reversed[target].Take()] = node;
        }
        return new LinkTable(reversed, sources);
    }

    /// <summary>Lets columns follow the entries of this table; they are as long as its <see cref="Capacity"/>.</summary>
    public void Attach(LinkColumn[] followers) => columns = followers;

    /// <summary>Where the entries of a node stand.</summary>
    public (int From, int Count) PlacesOf(int node) => (segments[node].From, segments[node].Count);

    /// <summary>Where the entries of a node for a target stand.</summary>
    public (int From, int Count) PlacesOf(int node, int target)
    {
        var list = this[node];
        var at = list.Length <= ShortLength ? list.IndexOf(target) : list.BinarySearch(target);
        if (at < 0)
            return (0, 0);
        while (at > 0 && list[at - 1] == target)
            at--;
        var count = 1;
        while (at + count < list.Length && list[at + count] == target)
            count++;
        return (segments[node].From + at, count);
    }

    /// <summary>The links among nodes that live on, under their new rows, which keep their order.</summary>
    public LinkTable Remap(ReadOnlySpan<int> newRows, int nodes)
    {
        var links = new List<Link>(used);
        for (var node = 0; node < Nodes; node++)
        {
            foreach (var target in this[node])
            {
                if (newRows[node] >= 0 && newRows[target] >= 0)
                    links.Add(new Link(newRows[node], newRows[target]));
            }
        }
        var table = Of(nodes, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(links), bothWays: false);
        if (columns.Length > 0)
            HandOver(newRows, table);
        return table;
    }

    // Nodes keep their order, and so do the entries that are left.
    private void HandOver(ReadOnlySpan<int> newRows, LinkTable table)
    {
        foreach (var column in columns)
        {
            column.Begin(table.Capacity);
            var kept = 0;
            for (var node = 0; node < Nodes; node++)
            {
                for (var at = 0; at < segments[node].Count && newRows[node] >= 0; at++)
                {
                    if (newRows[this[node][at]] >= 0)
                        column.Carry(segments[node].From + at, kept++, 1);
                }
            }
            column.End();
        }
        table.Attach(columns);
    }

    public bool Contains(int node, int target)
    {
        var list = this[node];
        return list.Length <= ShortLength ? list.Contains(target) : list.BinarySearch(target) >= 0;
    }

    public void Insert(int node, int target)
    {
        var at = ~this[node].BinarySearch(target);
        capacities ??= Array.ConvertAll(segments, segment => segment.Count);
        if (segments[node].Count == capacities[node])
            Relocate(node);
        ref var segment = ref segments[node];
        var list = targets.AsSpan(segment.From, ++segment.Count);
        list[at..^1].CopyTo(list[(at + 1)..]);
        list[at] = target;
        foreach (var column in columns)
        {
            column.Shift(segment.From + at, segment.From + at + 1, segment.Count - 1 - at);
            column.Start(segment.From + at);
        }
    }

    /// <summary>Takes out every link to a target.</summary>
    /// <returns>How many there were.</returns>
    public int Remove(int node, int target)
    {
        capacities ??= Array.ConvertAll(segments, segment => segment.Count);
        ref var segment = ref segments[node];
        var kept = 0;
        for (var at = 0; at < segment.Count; at++)
        {
            if (targets[segment.From + at] == target)
                continue;
            foreach (var column in columns)
                column.Shift(segment.From + at, segment.From + kept, 1);
            targets[segment.From + kept++] = targets[segment.From + at];
        }
        var removed = segment.Count - kept;
        segment.Count = kept;
        return removed;
    }

    public void Persist(Checkpoint state)
    {
        (segments, targets, used) = (state.Array(segments), state.Array(targets), state.Value(used));
        capacities = state.Value(capacities is not null) ? state.Array(capacities ?? []) : null;
    }

    // Counts become places, and the counts start again from 0: Take counts them up.
    private static int Open(Segment[] segments)
    {
        var from = 0;
        foreach (ref var segment in segments.AsSpan())
        {
            var count = segment.Count;
            segment = new Segment { From = from };
            from = checked(from + count);
        }
        return from;
    }

    // Links from lower to higher nodes in ascending order leave every list in order, those from below before those upwards.
    private static bool AreUpwardsInOrder(ReadOnlySpan<Link> links)
    {
        var before = new Link(0, 0);
        foreach (var link in links)
        {
            if (link.From >= link.To || link.From < before.From || (link.From == before.From && link.To < before.To))
                return false;
            before = link;
        }
        return true;
    }

    /// <summary>Sorts a list that is likely to be short and nearly in order.</summary>
    private static void Sort(Span<int> list)
    {
        if (list.Length > ShortLength)
        {
            list.Sort();
            return;
        }
        for (var i = 1; i < list.Length; i++)
        {
            var target = list[i];
            var to = i;
            for (; to > 0 && list[to - 1] > target; to--)
                list[to] = list[to - 1];
            list[to] = target;
        }
    }

    private void Relocate(int node)
    {
        var capacity = Math.Max(4, 2 * capacities![node]);
        if (targets.Length - used < capacity)
            Compact(capacity);
        ref var segment = ref segments[node];
        targets.AsSpan(segment.From, segment.Count).CopyTo(targets.AsSpan(used));
        foreach (var column in columns)
            column.Shift(segment.From, used, segment.Count);
        segment.From = used;
        capacities[node] = capacity;
        used += capacity;
    }

    private void Compact(int needed)
    {
        var room = needed;
        foreach (var capacity in capacities!)
            room = checked(room + capacity);
        var compacted = new int[checked(room + room / 2)];
        foreach (var column in columns)
            column.Begin(compacted.Length);
        used = 0;
        for (var node = 0; node < Nodes; node++)
        {
            this[node].CopyTo(compacted.AsSpan(used));
            foreach (var column in columns)
                column.Carry(segments[node].From, used, segments[node].Count);
            segments[node].From = used;
            used += capacities[node];
        }
        targets = compacted;
        foreach (var column in columns)
            column.End();
    }

    private struct Segment
    {
        public int From;
        public int Count;

        public int Take() => From + Count++;
    }
}
