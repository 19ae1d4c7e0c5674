using Agents.Random;
using Agents.Spaces;

namespace Elites.Populations;

/// <summary>Ties among acquaintances that laws and surveillance cut and quieter times bring back, in an order drawn once.</summary>
internal sealed class WeakTies : IPersistent
{
    private readonly Link[] ties;
    private readonly Network network;
    private int alive;

    private WeakTies(Link[] ties, Network network, int alive) => (this.ties, this.network, this.alive) = (ties, network, alive);

    /// <summary>Share of the ties that hold, 0 to 1; 1 where there are none.</summary>
    public double Share => ties.Length == 0 ? 1 : (double)alive / ties.Length;

    /// <summary>Lays weak ties at random over a network of lasting ones.</summary>
    /// <param name="lasting">The lasting ties.</param>
    /// <param name="meanDegree">Weak ties of a person, if all hold.</param>
    /// <param name="share">Share of them that holds.</param>
    /// <param name="seed">Key of the draws.</param>
    /// <param name="network">Lasting and weak ties together, which <see cref="MoveTo"/> changes.</param>
    public static WeakTies Over(Network lasting, double meanDegree, double share, Seed seed, out Network network)
    {
        var candidates = Network.ErdosRenyiLinks(seed, Purposes.WeakTies, lasting.Count, Math.Min(meanDegree, lasting.Count - 1));
        var weak = new Link[candidates.Length];
        var count = 0;
        foreach (var link in candidates)
        {
            if (!lasting.IsLinked(link.From, link.To))
                weak[count++] = link;
        }
        var ties = InDrawnOrder(weak.AsSpan(0, count), (int)(share * count), seed, out var holding);
        network = Network.Union(lasting, Network.FromLinks(lasting.Count, holding, isDirected: false));
        return new WeakTies(ties, network, (int)(share * count));
    }

    /// <summary>Shuffles ties, and picks out those that will stand first, in the order that they had.</summary>
    private static Link[] InDrawnOrder(ReadOnlySpan<Link> ties, int first, Seed seed, out Link[] picked)
    {
        var order = new int[ties.Length];
        for (var tie = 0; tie < order.Length; tie++)
            order[tie] = tie;
        new Draws(seed, Model.ModelId, 0, Purposes.WeakTieOrder).Shuffle(order.AsSpan());
        var shuffled = new Link[ties.Length];
        var isPicked = new bool[ties.Length];
        for (var place = 0; place < order.Length; place++)
        {
            shuffled[place] = ties[order[place]];
            isPicked[order[place]] = place < first;
        }
        picked = new Link[first];
        for (int tie = 0, place = 0; place < first; tie++)
        {
            if (isPicked[tie])
                picked[place++] = ties[tie];
        }
        return shuffled;
    }

    /// <summary>Cuts or restores ties until a share of them holds.</summary>
    public void MoveTo(double share)
    {
        var wanted = (int)(Math.Clamp(share, 0, 1) * ties.Length);
        for (; alive < wanted; alive++)
            network.Add(ties[alive].From, ties[alive].To);
        for (; alive > wanted; alive--)
            network.Remove(ties[alive - 1].From, ties[alive - 1].To);
        network.Commit();
    }

    public void Persist(Checkpoint state)
    {
        state.Parts(network);
        alive = state.Value(alive);
    }
}
