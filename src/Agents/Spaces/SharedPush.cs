using System.Numerics;
using System.Runtime.InteropServices;

namespace Agents.Spaces;

/// <summary>
/// Changes of flags pushed along out-links by several threads, without locks: first every part of the nodes sorts what
/// its changes mean for others into one list for each range of targets; then every range takes up its lists. No two
/// threads write the same list or the same range.
/// </summary>
internal sealed class SharedPush
{
    /// <summary>One changed flag in so many is the most that is pushed: it sets the lists' memory, 8 bytes a node at 8 links.</summary>
    public const int Cost = 16;

    private const int MostParts = 128;

    private Change[] changes = [];
    private int[] lengths = [];
    private int parts;
    private int partSize;
    private int rangeShift;
    private int capacity;
    private bool isOverfull;

    /// <summary>Adds the changes to the counts.</summary>
    /// <returns>False, and nothing is done, when they lie so unevenly that a list overflows.</returns>
    public bool TryRun<T>(Network network, State<T> flags, int[] counts, Workers workers)
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
        workers.Run(taking, parts);
        return true;
    }

    private void Prepare(Network network, int threads)
    {
        isOverfull = false;
        // A few parts for each thread, so that none waits long for the slowest; but there are parts x parts lists.
        parts = Math.Min(4 * threads, MostParts);
        partSize = (network.Count + parts - 1) / parts;
        rangeShift = BitOperations.Log2((uint)(network.Count - 1) / (uint)parts) + 1;
        // Twice the share of an even spread of the most changes that are worth pushing.
        capacity = 2 * (network.TableLength / Cost / (parts * parts)) + 64;
        if (changes.Length >= parts * parts * capacity && lengths.Length >= parts * parts)
            return;
        changes = new Change[parts * parts * capacity];
        lengths = new int[parts * parts];
    }

    private void Sort(Network network, ReadOnlySpan<byte> before, ReadOnlySpan<byte> after, int part)
    {
        Span<int> places = stackalloc int[Changes.Room];
        Span<int> listed = stackalloc int[parts];
        listed.Clear();
        var first = Math.Min(before.Length, part * partSize);
        var length = Math.Min(before.Length, first + partSize) - first;
        before = before.Slice(first, length);
        after = after.Slice(first, length);
        for (var from = 0; from < length && !Volatile.Read(ref isOverfull);)
        {
            var nodes = places[..Changes.Find(before, after, ref from, places)];
            foreach (ref var node in nodes)
                node += first;
            network.FetchNeighbours(nodes);
            foreach (var node in nodes)
            {
                var size = after[node - first] - before[node - first];
                foreach (var neighbour in network.Neighbours(node))
                    Add(part, neighbour, size, listed);
            }
        }
        listed.CopyTo(lengths.AsSpan(part * parts));
    }

    private void Add(int part, int target, int size, Span<int> listed)
    {
        var range = target >> rangeShift;
        var at = listed[range];
        if (at == capacity)
        {
            Volatile.Write(ref isOverfull, true);
            return;
        }
        changes[(part * parts + range) * capacity + at] = new Change(target, size);
        listed[range] = at + 1;
    }

    private void Take(int[] counts, int range)
    {
        for (var part = 0; part < parts; part++)
        {
            var list = part * parts + range;
            foreach (var change in changes.AsSpan(list * capacity, lengths[list]))
                counts[change.Target] += change.Size;
        }
    }

    private readonly record struct Change(int Target, int Size);

    private sealed class SortJob<T> : Workers.Job
        where T : unmanaged
    {
        private SharedPush push = null!;
        private Network network = null!;
        private State<T> flags = null!;

        public void Set(SharedPush push, Network network, State<T> flags) =>
            (this.push, this.network, this.flags) = (push, network, flags);

        public override void Do(int part) =>
            push.Sort(network, MemoryMarshal.AsBytes(flags.Values), MemoryMarshal.AsBytes(flags.Next), part);
    }

    private sealed class TakeJob : Workers.Job
    {
        private SharedPush push = null!;
        private int[] counts = [];

        public void Set(SharedPush push, int[] counts) => (this.push, this.counts) = (push, counts);

        public override void Do(int range) => push.Take(counts, range);
    }
}
