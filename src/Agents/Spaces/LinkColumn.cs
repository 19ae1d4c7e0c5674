using System.Runtime.InteropServices;

namespace Agents.Spaces;

/// <summary>A value of every link of a network, such as its weight; it stays with its link through all that comes and goes.</summary>
public abstract class LinkColumn
{
    private protected LinkColumn()
    {
    }

    /// <summary>Asks for a link's value from the next <see cref="Network.Commit"/> on, as a number.</summary>
    /// <param name="from">The node that the link leaves.</param>
    /// <param name="to">The node that it reaches.</param>
    /// <param name="number">The value: 1 or 0 of a boolean, the number of an enumeration's value.</param>
    /// <exception cref="ArgumentOutOfRangeException">The link names no node.</exception>
    /// <exception cref="NotSupportedException">The values are neither numbers nor booleans nor of an enumeration.</exception>
    public abstract void Put(int from, int to, double number);

    /// <summary>The value at a place among the neighbours of a node, as a number.</summary>
    /// <param name="node">A node.</param>
    /// <param name="place">A place in <see cref="Network.Neighbours"/>.</param>
    /// <exception cref="NotSupportedException">The values are neither numbers nor booleans nor of an enumeration.</exception>
    public abstract double NumberAt(int node, int place);

    /// <summary>Takes new storage, into which runs are carried until the end.</summary>
    internal abstract void Begin(int length);

    internal abstract void Carry(int from, int to, int count);

    internal abstract void End();

    /// <summary>Copies a run within the storage; the two may overlap.</summary>
    internal abstract void Shift(int from, int to, int count);

    /// <summary>Gives a new link its first value.</summary>
    internal abstract void Start(int at);

    internal abstract void Commit();

    /// <summary>Forgets all values; every place has the first one.</summary>
    internal abstract void Reset(int length);

    internal abstract void Persist(Checkpoint state);
}

/// <summary>A column of links with values of one type; <see cref="Network.AddColumn{T}(T)"/> makes it.</summary>
public sealed class LinkColumn<T> : LinkColumn
    where T : unmanaged
{
    private readonly Network network;
    private readonly T initial;
    private readonly List<Request> requests = [];
    private readonly Lock requesting = new();
    private T[] values = [];
    private T[] moved = [];

    internal LinkColumn(Network network, T initial, int length)
    {
        (this.network, this.initial) = (network, initial);
        Reset(length);
    }

    /// <summary>The values of a node's links, in the order of <see cref="Network.Neighbours"/>; valid as long as that.</summary>
    public ReadOnlySpan<T> this[int node] => Own(node);

    /// <summary>The value of the link from one node to another; of parallel links that of the first.</summary>
    /// <exception cref="ArgumentException">There is no such link.</exception>
    public T this[int from, int to] => network.Table.PlacesOf(from, to) is { Count: > 0 } places
        ? values[places.From]
        : throw new ArgumentException($"No link leads from node {from} to node {to}.", nameof(to));

    /// <summary>
    /// The values of the links that leave a node, for that node's rule to change in place, at once; nobody else may read them in
    /// the same pass. Only with direction: without it a value belongs to both ends (<see cref="Set"/>).
    /// </summary>
    /// <exception cref="InvalidOperationException">The network has no direction.</exception>
    public Span<T> OfSource(int node) => network.IsDirected
        ? Own(node)
        : throw new InvalidOperationException("A link without direction has one value for both its ends: ask for another with Set.");

    /// <summary>
    /// Asks for a link's value from the next <see cref="Network.Commit"/> on, which may be the one that brings the link; a value for
    /// a link that is not there then is dropped. Without direction the order of the ends means nothing; parallel links all get
    /// the value. May be called by several threads at once.
    /// </summary>
    /// <param name="from">The node that the link leaves.</param>
    /// <param name="to">The node that it reaches.</param>
    /// <param name="value">The value; two that differ between two commits are an error at the second.</param>
    /// <exception cref="ArgumentOutOfRangeException">The link names no node.</exception>
    /// <exception cref="ArgumentException">An undirected link of a node with itself.</exception>
    public void Set(int from, int to, T value)
    {
        var link = network.Sorted(new Link(from, to));
        lock (requesting)
            requests.Add(new Request(link, value));
    }

    /// <inheritdoc/>
    public override void Put(int from, int to, double number) => Set(from, to, Numbers<T>.To(number));

    /// <inheritdoc/>
    public override double NumberAt(int node, int place) => Numbers<T>.From(Own(node)[place]);

    internal override void Begin(int length)
    {
        moved = new T[length];
        moved.AsSpan().Fill(initial);
    }

    internal override void Carry(int from, int to, int count) => values.AsSpan(from, count).CopyTo(moved.AsSpan(to));

    internal override void End() => (values, moved) = (moved, []);

    internal override void Shift(int from, int to, int count) => values.AsSpan(from, count).CopyTo(values.AsSpan(to));

    internal override void Start(int at) => values[at] = initial;

    internal override void Reset(int length)
    {
        Begin(length);
        End();
        requests.Clear();
    }

    internal override void Commit()
    {
        if (requests.Count == 0)
            return;
        requests.Sort();
        var asked = CollectionsMarshal.AsSpan(requests);
        for (var i = 1; i < asked.Length; i++)
        {
            if (asked[i].Link == asked[i - 1].Link && !AreSame(asked[i].Value, asked[i - 1].Value))
                throw new InvalidOperationException($"Two values were asked for the link between nodes {asked[i].Link.From} and {asked[i].Link.To}: let one end ask, or settle it by claims.");
        }
        foreach (var (link, value) in asked)
        {
            Fill(link.From, link.To, value);
            if (!network.IsDirected)
                Fill(link.To, link.From, value);
        }
        requests.Clear();
    }

    internal override void Persist(Checkpoint state)
    {
        values = state.Array(values);
        state.List(requests);
    }

    private Span<T> Own(int node)
    {
        var (from, count) = network.Table.PlacesOf(node);
        return values.AsSpan(from, count);
    }

    private void Fill(int node, int target, T value)
    {
        var (from, count) = network.Table.PlacesOf(node, target);
        values.AsSpan(from, count).Fill(value);
    }

    // Bit for bit, so that any plain type will do.
    private static bool AreSame(T one, T other) =>
        MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in one)).SequenceEqual(MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in other)));

    private readonly record struct Request(Link Link, T Value) : IComparable<Request>
    {
        public int CompareTo(Request other) => (Link.From, Link.To).CompareTo((other.Link.From, other.Link.To));
    }
}
