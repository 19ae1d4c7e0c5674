using System.Runtime.InteropServices;

namespace Agents.Spaces;

/// <summary>One link between two nodes; in an undirected network the order means nothing.</summary>
/// <param name="From">The node it leaves.</param>
/// <param name="To">The node it reaches.</param>
public readonly record struct Link(int From, int To);

/// <summary>
/// Links between nodes, which are the rows of a population. Links come and go at <see cref="Commit"/>; the generators
/// stand in the other part of this class. An undirected network holds no link of a node with itself.
/// </summary>
public sealed partial class Network : IPersistent
{
    private readonly List<Request> requests = [];
    private readonly Lock requesting = new();
    private LinkTable outward;
    private LinkTable? inward;
    private LinkColumn[] columns = [];

    // What leads to a node of a directed network is worked out when someone asks for it.
    private Network(LinkTable outward, bool isDirected)
    {
        (this.outward, inward, IsDirected) = (outward, isDirected ? null : outward, isDirected);
        LinkCount = isDirected ? outward.Length : outward.Length / 2;
    }

    private Network(LinkTable outward, LinkTable inward)
        : this(outward, isDirected: true) => this.inward = inward;

    /// <summary>Number of nodes.</summary>
    public int Count => outward.Nodes;

    /// <summary>False when every link holds both ways.</summary>
    public bool IsDirected { get; }

    /// <summary>Number of links; an undirected link counts once.</summary>
    public int LinkCount { get; private set; }

    /// <summary>Raised at every commit that changed something, for those who keep counts.</summary>
    internal int Version { get; private set; }

    /// <summary>Number of times that nodes became other agents' rows.</summary>
    internal int Remaps { get; private set; }

    /// <summary>Number of entries in all lists of neighbours together.</summary>
    internal int TableLength => outward.Length;

    /// <summary>The lists of neighbours, beside which columns stand.</summary>
    internal LinkTable Table => outward;

    private LinkTable Inward => inward ?? TurnRound();

    /// <summary>The nodes that a node's links lead to, in ascending order; valid until the next <see cref="Commit"/>.</summary>
    public ReadOnlySpan<int> Neighbours(int node) => outward[node];

    /// <summary>The nodes whose links lead to a node, in ascending order; the same as <see cref="Neighbours"/> without direction.</summary>
    public ReadOnlySpan<int> InNeighbours(int node) => Inward[node];

    /// <summary>Hints that the neighbours of some nodes are about to be read.</summary>
    internal void FetchNeighbours(ReadOnlySpan<int> nodes) => outward.Fetch(nodes);

    /// <summary>True when a link leads from one node to the other.</summary>
    public bool IsLinked(int from, int to) => outward.Contains(from, to);

    /// <summary>A network of given links; parallel links stay. Takes time in proportion to nodes and links.</summary>
    /// <param name="nodes">Number of nodes, 0 or more.</param>
    /// <param name="links">The links, in any order.</param>
    /// <param name="isDirected">False when every link holds both ways.</param>
    /// <exception cref="ArgumentOutOfRangeException">A link names no node.</exception>
    /// <exception cref="ArgumentException">An undirected link of a node with itself.</exception>
    public static Network FromLinks(int nodes, ReadOnlySpan<Link> links, bool isDirected)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(nodes);
        foreach (var link in links)
        {
            if ((uint)link.From >= (uint)nodes || (uint)link.To >= (uint)nodes || (!isDirected && link.From == link.To))
                Require(link, nodes, isDirected);
        }
        return new Network(LinkTable.Of(nodes, links, bothWays: !isDirected), isDirected);
    }

    /// <summary>
    /// Gives every link a value of its own, such as its weight. A checkpoint of the network carries it; make it in the constructor
    /// of the model.
    /// </summary>
    /// <param name="initial">The value of the links that are there and of those that come.</param>
    public LinkColumn<T> AddColumn<T>(T initial = default)
        where T : unmanaged
    {
        var column = new LinkColumn<T>(this, initial, outward.Capacity);
        columns = [.. columns, column];
        outward.Attach(columns);
        return column;
    }

    /// <summary>Gives every link a value of its own, those of some links from a list.</summary>
    /// <param name="links">Links of the network, in any order, such as those it was made of.</param>
    /// <param name="values">A value for each of them.</param>
    /// <exception cref="ArgumentException">The lists differ in length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A link names no node.</exception>
    /// <exception cref="InvalidOperationException">One link is given two values.</exception>
    public LinkColumn<T> AddColumn<T>(ReadOnlySpan<Link> links, ReadOnlySpan<T> values)
        where T : unmanaged
    {
        if (links.Length != values.Length)
            throw new ArgumentException($"There are {values.Length} values for {links.Length} links.", nameof(values));
        var column = AddColumn<T>();
        for (var i = 0; i < links.Length; i++)
            column.Set(links[i].From, links[i].To, values[i]);
        column.Commit();
        return column;
    }

    /// <summary>The links of two networks together, without their columns; a link that both have is there twice.</summary>
    /// <param name="one">A network.</param>
    /// <param name="other">Another of as many nodes, directed if the first is.</param>
    /// <exception cref="ArgumentException">The networks are not of one size and kind.</exception>
    public static Network Union(Network one, Network other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        if (one.Count != other.Count || one.IsDirected != other.IsDirected)
            throw new ArgumentException($"A network of {one.Count} nodes and one of {other.Count}, or one with direction and one without, have no union.", nameof(other));
        return new Network(LinkTable.Union(one.outward, other.outward), one.IsDirected);
    }

    /// <summary>Asks for a link from the next commit on. May be called by several threads at once.</summary>
    public void Add(int from, int to) => Ask(new Link(from, to), isAddition: true);

    /// <summary>Asks for the end of a link, parallel ones included, at the next commit. May be called by several threads at once.</summary>
    public void Remove(int from, int to) => Ask(new Link(from, to), isAddition: false);

    /// <summary>
    /// Carries out the requests since the last commit; their order does not matter. A link both added and removed is
    /// there afterwards; adding one that is there, or removing one that is not, changes nothing. Then links get the values that
    /// their columns were asked for.
    /// </summary>
    /// <exception cref="InvalidOperationException">A column was asked for two values of one link.</exception>
    public void Commit()
    {
        if (requests.Count > 0)
            CarryAll();
        foreach (var column in columns)
            column.Commit();
    }

    /// <summary>
    /// Puts other links in the place of all that there are, at once, with the first values of their columns; requests that wait
    /// are dropped.
    /// </summary>
    /// <param name="links">The links, in any order; parallel ones stay.</param>
    /// <exception cref="ArgumentOutOfRangeException">A link names no node.</exception>
    /// <exception cref="ArgumentException">An undirected link of a node with itself.</exception>
    public void Replace(ReadOnlySpan<Link> links)
    {
        foreach (var link in links)
            Require(link, Count, IsDirected);
        outward = LinkTable.Of(Count, links, bothWays: !IsDirected);
        inward = IsDirected ? null : outward;
        LinkCount = links.Length;
        foreach (var column in columns)
            column.Reset(outward.Capacity);
        outward.Attach(columns);
        requests.Clear();
        Version++;
    }

    /// <summary>Follows births and deaths: links of the dead go, the newborn have none.</summary>
    /// <param name="newRows">What <see cref="Model.CommitLives"/> returned.</param>
    /// <param name="nodes">Number of rows afterwards.</param>
    /// <exception cref="ArgumentException">The rows are fewer than the nodes.</exception>
    public void Remap(ReadOnlySpan<int> newRows, int nodes)
    {
        if (newRows.Length < Count)
            throw new ArgumentException($"The network has {Count} nodes, but there were {newRows.Length} rows.", nameof(newRows));
        Commit();
        outward = outward.Remap(newRows, nodes);
        inward = IsDirected ? null : outward;
        LinkCount = 0;
        for (var node = 0; node < nodes; node++)
            LinkCount += outward[node].Length;
        if (!IsDirected)
            LinkCount /= 2;
        Version++;
        Remaps++;
    }

    void IPersistent.Persist(Checkpoint state)
    {
        state.Expect(IsDirected ? "directed" : "undirected", "kind of a network");
        outward.Persist(state);
        if (IsDirected)
            Inward.Persist(state);
        foreach (var column in columns)
            column.Persist(state);
        state.List(requests);
        (LinkCount, Version, Remaps) = (state.Value(LinkCount), state.Value(Version), state.Value(Remaps));
    }

    private static void Require(Link link, int nodes, bool isDirected)
    {
        if ((uint)link.From >= (uint)nodes || (uint)link.To >= (uint)nodes)
            throw new ArgumentOutOfRangeException(nameof(link), $"Link {link.From} to {link.To} leads out of the {nodes} nodes.");
        if (!isDirected && link.From == link.To)
            throw new ArgumentException($"Node {link.From} cannot have an undirected link with itself.", nameof(link));
    }

    /// <summary>A link of this network's nodes, from the lower to the higher one where direction means nothing.</summary>
    internal Link Sorted(Link link)
    {
        Require(link, Count, IsDirected);
        return !IsDirected && link.From > link.To ? new Link(link.To, link.From) : link;
    }

    private LinkTable TurnRound()
    {
        lock (requesting)
            return inward ??= outward.Reverse();
    }

    private void Ask(Link link, bool isAddition)
    {
        link = Sorted(link);
        lock (requesting)
            requests.Add(new Request(link, isAddition));
    }

    private void CarryAll()
    {
        requests.Sort();
        var reversed = Inward;
        foreach (var request in CollectionsMarshal.AsSpan(requests))
            Carry(request.Link, request.IsAddition, reversed);
        requests.Clear();
        Version++;
    }

    private void Carry(Link link, bool isAddition, LinkTable reversed)
    {
        var isThere = IsLinked(link.From, link.To);
        if (isAddition == isThere)
            return;
        if (isAddition)
        {
            outward.Insert(link.From, link.To);
            reversed.Insert(link.To, link.From);
            LinkCount++;
        }
        else
        {
            LinkCount -= outward.Remove(link.From, link.To);
            reversed.Remove(link.To, link.From);
        }
    }

    private readonly record struct Request(Link Link, bool IsAddition) : IComparable<Request>
    {
        // Removals come first, so that the outcome of an addition and a removal does not depend on who asked first.
        public int CompareTo(Request other) =>
            (Link.From, Link.To, IsAddition).CompareTo((other.Link.From, other.Link.To, other.IsAddition));
    }
}
