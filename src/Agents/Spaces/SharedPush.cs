using System.Runtime.InteropServices;

namespace Agents.Spaces;

/// <summary>
/// Changes of flags pushed along out-links by several threads, without locks: first every part of the nodes sorts what
/// its changes mean for others into one list for each range of targets, and commits; then every range takes up its lists.
/// No two threads write the same list or the same range.
/// </summary>
internal sealed class SharedPush
{
    /// <summary>About one changed flag in so many is the most that is pushed: it sets the lists' memory, 8 bytes a node at 8 links.</summary>
    private const int Cost = 16;

    private const int MostParts = 128;

    /// <summary>Most counts in a range, 4 bytes each: a range stays in a processor's own cache while it is brought up to date.</summary>
    private const int RangeSize = 1 << 18;

    private const int CacheLine = 64;

    // The lists: a target, or its complement where the flag went off. A flag that changes by n is listed n times.
    private int[] changes = [];
    private int[] lengths = [];
    private int parts;
    private int partSize;
    private int ranges;
    private ulong rangesPerNode;
    private int capacity;
    private bool isOverfull;

    /// <summary>Commits all rows of the column and adds what changed to the counts.</summary>
    /// <returns>False, and the counts are as before, when so much changed, or so unevenly, that a list overflows.</returns>
    public bool TryCommit<T>(Network network, State<T> flags, int[] counts, Workers workers)
        where T : unmanaged
    {
        Prepare(network, workers.Count);
        var sorting = workers.Reuse<SortJob<T>>();
        sorting.Set(this, network, flags);
        workers.Run(sorting, parts);
        if (Volatile.Read(ref isOverfull))
            return false;
        var taking = workers.Reuse<TakeJob>();
        taking.Set(this, counts);
        workers.Run(taking, ranges);
        return true;
    }

    private void Prepare(Network network, int threads)
    {
        isOverfull = false;
        // A few parts for each thread, so that none waits long for the slowest; but there are parts x parts lists.
        parts = Math.Min(4 * threads, MostParts);
        // Whole cache lines of flags, so that no two threads commit to the same one.
        partSize = ((network.Count + parts - 1) / parts + CacheLine - 1) / CacheLine * CacheLine;
        ranges = Math.Min(threads * (network.Count / (threads * RangeSize) + 1), MostParts);
        rangesPerNode = ((ulong)ranges << 32) / (ulong)network.Count;
        // Twice the share of an even spread of the most changes that are worth pushing.
        var lists = parts * ranges;
        capacity = 2 * (network.TableLength / Cost / lists) + 64;
        if (changes.Length >= lists * capacity && lengths.Length >= lists)
            return;
        changes = new int[lists * capacity];
        lengths = new int[lists];
    }

    private Rows RowsOf(int part, int count)
    {
        var from = (int)Math.Min(count, (long)part * partSize);
        return new Rows(from, Math.Min(count - from, partSize) + from);
    }

    private void Sort(Network network, ReadOnlySpan<byte> before, ReadOnlySpan<byte> after, int first, int part)
    {
        Span<int> places = stackalloc int[Changes.Room];
        Span<int> listed = stackalloc int[ranges];
        listed.Clear();
        for (var from = 0; from < before.Length && !Volatile.Read(ref isOverfull);)
        {
            var nodes = places[..Changes.Find(before, after, ref from, places)];
            foreach (ref var node in nodes)
                node += first;
            network.FetchNeighbours(nodes);
            foreach (var node in nodes)
            {
                var size = after[node - first] - before[node - first];
                for (var times = Math.Abs(size); times > 0; times--)
                    List(part, network.Neighbours(node), size >> 31, listed);
            }
        }
        listed.CopyTo(lengths.AsSpan(part * ranges));
    }

    private void List(int part, ReadOnlySpan<int> targets, int complement, Span<int> listed)
    {
        var lists = changes.AsSpan(part * ranges * capacity, ranges * capacity);
        var (share, room) = (rangesPerNode, capacity);
        foreach (var target in targets)
        {
            var range = (int)((uint)target * share >> 32);
            var at = listed[range];
            if (at == room)
            {
                Volatile.Write(ref isOverfull, true);
                return;
            }
            lists[range * room + at] = target ^ complement;
            listed[range] = at + 1;
        }
    }

    private void Take(int[] counts, int range)
    {
        for (var part = 0; part < parts; part++)
        {
            var list = part * ranges + range;
            foreach (var change in changes.AsSpan(list * capacity, lengths[list]))
                counts[change ^ (change >> 31)] += 1 | (change >> 31);
        }
    }

    private sealed class SortJob<T> : Workers.Job
        where T : unmanaged
    {
        private SharedPush push = null!;
        private Network network = null!;
        private State<T> flags = null!;

        public void Set(SharedPush push, Network network, State<T> flags) =>
            (this.push, this.network, this.flags) = (push, network, flags);

        public override void Do(int part)
        {
            var rows = push.RowsOf(part, flags.Count);
            var before = MemoryMarshal.AsBytes(flags.Values[rows.From..rows.To]);
            var after = MemoryMarshal.AsBytes(flags.Next[rows.From..rows.To]);
            push.Sort(network, before, after, rows.From, part);
            flags.CommitRows(rows);
        }
    }

    private sealed class TakeJob : Workers.Job
    {
        private SharedPush push = null!;
        private int[] counts = [];

        public void Set(SharedPush push, int[] counts) => (this.push, this.counts) = (push, counts);

        public override void Do(int range) => push.Take(counts, range);
    }
}
