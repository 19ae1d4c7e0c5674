using System.Runtime.InteropServices;

namespace Agents.Spaces;

/// <summary>
/// For every node of a network the number of its in-neighbours whose flag is on. When few flags change in a tick, their
/// changes are pushed along the out-links; when many do, every node pulls its neighbours' flags. Whole numbers commute,
/// so that neither the way nor the threads show. A flag may be any number from 0 to 255: then flags add up.
/// </summary>
public sealed class NeighbourCount
{
    /// <summary>
    /// Pushing a change is taken to cost as much as so many nodes' pulling. On random networks with 8 in-neighbours the
    /// two broke even when between a tenth (1e6 nodes) and a half (1e4 nodes) of the flags changed.
    /// </summary>
    private const int PushCost = 4;

    private readonly Network network;
    private int[] counts;
    private int[] changed;
    private int version = -1;

    /// <summary>Counts for a network, all 0 until the first <see cref="Commit(State{bool}, Workers)"/>.</summary>
    public NeighbourCount(Network network)
    {
        ArgumentNullException.ThrowIfNull(network);
        this.network = network;
        counts = new int[network.Count];
        changed = new int[network.Count / PushCost + 1];
    }

    /// <summary>All counts, in the order of nodes.</summary>
    public ReadOnlySpan<int> Values => counts;

    /// <summary>The count of one node.</summary>
    public int this[int node] => counts[node];

    /// <summary>Commits a column of flags and brings the counts up to date with it and with the network's links.</summary>
    /// <param name="flags">A column of the population whose rows are the network's nodes.</param>
    /// <param name="workers">Threads to use, such as the model's; null for one.</param>
    public void Commit(State<bool> flags, Workers? workers = null) => Follow(flags, workers);

    /// <inheritdoc cref="Commit(State{bool}, Workers)"/>
    public void Commit(State<byte> flags, Workers? workers = null) => Follow(flags, workers);

    /// <summary>Every node counts its neighbours' flags.</summary>
    private void Pull(ReadOnlySpan<byte> flags, int from, int to)
    {
        for (var node = from; node < to; node++)
        {
            var count = 0;
            foreach (var neighbour in network.InNeighbours(node))
                count += flags[neighbour];
            counts[node] = count;
        }
    }

    /// <summary>The nodes whose flags changed tell their out-neighbours.</summary>
    private void Push(ReadOnlySpan<byte> before, ReadOnlySpan<byte> after, ReadOnlySpan<int> nodes)
    {
        foreach (var node in nodes)
        {
            var change = after[node] - before[node];
            foreach (var neighbour in network.Neighbours(node))
                counts[neighbour] += change;
        }
    }

    private void Follow<T>(State<T> flags, Workers? workers)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(flags);
        if (counts.Length != network.Count)
        {
            counts = new int[network.Count];
            changed = new int[network.Count / PushCost + 1];
        }
        var before = MemoryMarshal.AsBytes(flags.Values);
        ReadOnlySpan<byte> after = MemoryMarshal.AsBytes(flags.Next);
        // A sequential population writes in place: what was before is not known.
        var isKnown = version == network.Version && before != after;
        if (isKnown && FindChanges(before, after) is var changes and >= 0)
            Push(before, after, changed.AsSpan(0, changes));
        else
            PullAll(flags, workers);
        flags.Commit();
        version = network.Version;
    }

    /// <returns>The number of changed flags, or -1 when there are too many to be worth pushing.</returns>
    private int FindChanges(ReadOnlySpan<byte> before, ReadOnlySpan<byte> after)
    {
        var changes = 0;
        var node = before.CommonPrefixLength(after);
        while (node < before.Length)
        {
            if (changes == changed.Length)
                return -1;
            changed[changes++] = node++;
            node += before[node..].CommonPrefixLength(after[node..]);
        }
        return changes;
    }

    private void PullAll<T>(State<T> flags, Workers? workers)
        where T : unmanaged
    {
        if (workers is not { Count: > 1 } || counts.Length < 4 * Population.BlockSize)
        {
            Pull(MemoryMarshal.AsBytes(flags.Next), 0, counts.Length);
            return;
        }
        var job = workers.Reuse<PullJob<T>>();
        job.Set(this, flags);
        workers.Run(job, (counts.Length + Population.BlockSize - 1) / Population.BlockSize);
    }

    private sealed class PullJob<T> : Workers.Job
        where T : unmanaged
    {
        private NeighbourCount counter = null!;
        private State<T> flags = null!;

        public void Set(NeighbourCount counter, State<T> flags) => (this.counter, this.flags) = (counter, flags);

        public override void Do(int block)
        {
            var from = block * Population.BlockSize;
            var to = Math.Min(from + Population.BlockSize, counter.counts.Length);
            counter.Pull(MemoryMarshal.AsBytes(flags.Next), from, to);
        }
    }
}
