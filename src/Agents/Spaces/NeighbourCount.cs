using System.Runtime.InteropServices;

namespace Agents.Spaces;

/// <summary>
/// For every node of a network the number of its in-neighbours whose flag is on. When few flags change in a tick, their
/// changes are pushed along the out-links; when many do, every node pulls its neighbours' flags. Whole numbers commute,
/// so that neither the way nor the threads show. A flag may be any number from 0 to 255: then flags add up.
/// </summary>
public sealed class NeighbourCount : IPersistent
{
    /// <summary>
    /// Pushing a change is taken to cost as much as so many nodes' pulling. Measured by the benchmark PushOrPull on one
    /// thread, random networks with 8 in-neighbours: the two break even when about a half (1e4 nodes), a third (1e5) and
    /// a seventh (1e6) of the flags change.
    /// </summary>
    private const int PushCost = 4;

    /// <summary>Nodes from which on several threads push; below it the hand-over costs more than it saves.</summary>
    private const int ParallelNodes = 16 * Population.BlockSize;

    private readonly Network network;
    private readonly SharedPush push = new();
    private int[] counts;

    // What the counts are of: a column, so many of its commits, the network at a version.
    private Column? counted;
    private int commits;
    private int version = -1;
    private int remaps;

    /// <summary>Counts for a network, all 0 until the first <see cref="Commit(State{bool}, Workers)"/>.</summary>
    public NeighbourCount(Network network)
    {
        ArgumentNullException.ThrowIfNull(network);
        this.network = network;
        remaps = network.Remaps;
        counts = new int[network.Count];
    }

    /// <summary>All counts, in the order of nodes.</summary>
    /// <exception cref="InvalidOperationException">The network followed births and deaths since the last commit.</exception>
    public ReadOnlySpan<int> Values => remaps == network.Remaps ? counts : throw Outdated();

    /// <summary>The count of one node.</summary>
    /// <exception cref="InvalidOperationException">The network followed births and deaths since the last commit.</exception>
    [ByRow]
    public int this[int node] => remaps == network.Remaps ? counts[node] : throw Outdated();

    /// <summary>
    /// Commits a column of flags and brings the counts up to date with it and with the network's links. Call it after
    /// <see cref="Network.Remap"/> too: until then the counts are those of other rows.
    /// </summary>
    /// <param name="flags">A column of the population whose rows are the network's nodes.</param>
    /// <param name="workers">Threads to use, such as the model's; null for one.</param>
    /// <exception cref="ArgumentException">The column has not one row for each node.</exception>
    public void Commit(State<bool> flags, Workers? workers = null) => Follow(flags, workers);

    /// <inheritdoc cref="Commit(State{bool}, Workers)"/>
    public void Commit(State<byte> flags, Workers? workers = null) => Follow(flags, workers);

    void IPersistent.Persist(Checkpoint state)
    {
        state.Parts(network);
        counts = state.Array(counts);
        counted = state.Column(counted);
        (commits, version, remaps) = (state.Value(commits), state.Value(version), state.Value(remaps));
    }

    private void Follow<T>(State<T> flags, Workers? workers)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(flags);
        if (flags.Count != network.Count)
            throw new ArgumentException($"The column has {flags.Count} rows, the network {network.Count} nodes; after births and deaths call its Remap.", nameof(flags));
        if (counts.Length != network.Count)
            counts = new int[network.Count];
        if (workers is { Count: > 1 } && counts.Length >= ParallelNodes && IsUpToDate(flags))
            FollowTogether(flags, workers);
        else
        {
            if (!(IsUpToDate(flags) && TryPush(flags)) && !TryPushAnew(MemoryMarshal.AsBytes(flags.Next), workers?.Count ?? 1))
                PullAll(flags, workers);
            flags.Commit();
        }
        (counted, commits, version, remaps) = (flags, flags.Commits, network.Version, network.Remaps);
    }

    private static InvalidOperationException Outdated() =>
        new("The network followed births and deaths: commit the flags before their counts are read.");

    /// <summary>True when the counts are those of the column's committed values, and what is pending is not in them.</summary>
    // A sequential population writes in place: what was before is not known. Neither is it after a commit elsewhere.
    private bool IsUpToDate<T>(State<T> flags)
        where T : unmanaged =>
        version == network.Version && counted == flags && commits == flags.Commits && flags.Values != flags.Next;

    private void FollowTogether<T>(State<T> flags, Workers workers)
        where T : unmanaged
    {
        if (!push.TryCommit(network, flags, counts, workers))
            PullAll(flags, workers);
        flags.EndCommit();
    }

    private bool TryPush<T>(State<T> flags)
        where T : unmanaged
    {
        var before = MemoryMarshal.AsBytes(flags.Values);
        ReadOnlySpan<byte> after = MemoryMarshal.AsBytes(flags.Next);
        if (Changes.Count(before, after) > counts.Length / PushCost)
            return false;
        Push(before, after);
        return true;
    }

    /// <summary>
    /// Where few flags are on, those nodes tell their out-neighbours, from counts of 0: the links have changed, say. One
    /// thread does it; as many as there are would share the pulling.
    /// </summary>
    private bool TryPushAnew(ReadOnlySpan<byte> flags, int threads)
    {
        if (flags.Length - flags.Count((byte)0) > counts.Length / (PushCost * threads))
            return false;
        Array.Clear(counts);
        for (var from = 0; flags[from..].IndexOfAnyExcept((byte)0) is >= 0 and var skipped;)
        {
            var node = from + skipped;
            foreach (var neighbour in network.Neighbours(node))
                counts[neighbour] += flags[node];
            from = node + 1;
        }
        return true;
    }

    /// <summary>The nodes whose flags changed tell their out-neighbours.</summary>
    private void Push(ReadOnlySpan<byte> before, ReadOnlySpan<byte> after)
    {
        Span<int> places = stackalloc int[Changes.Room];
        for (var from = 0; from < before.Length;)
        {
            var nodes = places[..Changes.Find(before, after, ref from, places)];
            network.FetchNeighbours(nodes);
            foreach (var node in nodes)
            {
                var change = after[node] - before[node];
                foreach (var neighbour in network.Neighbours(node))
                    counts[neighbour] += change;
            }
        }
    }

    /// <summary>Every node of a block counts its neighbours' flags.</summary>
    private void Pull(ReadOnlySpan<byte> flags, int block)
    {
        var from = block * Population.BlockSize;
        var to = Math.Min(from + Population.BlockSize, counts.Length);
        for (var node = from; node < to; node++)
        {
            var count = 0;
            foreach (var neighbour in network.InNeighbours(node))
                count += flags[neighbour];
            counts[node] = count;
        }
    }

    private void PullAll<T>(State<T> flags, Workers? workers)
        where T : unmanaged
    {
        var blocks = (counts.Length + Population.BlockSize - 1) / Population.BlockSize;
        if (workers is not { Count: > 1 } || blocks < 4)
        {
            for (var block = 0; block < blocks; block++)
                Pull(MemoryMarshal.AsBytes(flags.Next), block);
            return;
        }
        var job = workers.Reuse<PullJob<T>>();
        job.Set(this, flags);
        workers.Run(job, blocks);
    }

    private sealed class PullJob<T> : Workers.Job
        where T : unmanaged
    {
        private NeighbourCount counter = null!;
        private State<T> flags = null!;

        public void Set(NeighbourCount counter, State<T> flags) => (this.counter, this.flags) = (counter, flags);

        public override void Do(int block) => counter.Pull(MemoryMarshal.AsBytes(flags.Next), block);
    }
}
