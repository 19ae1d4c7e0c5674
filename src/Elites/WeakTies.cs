using Agents.Random;
using Agents.Spaces;

namespace Elites;

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
        var links = new List<Link>(lasting.LinkCount);
        var weak = new List<Link>();
        var random = Network.ErdosRenyi(seed, Purposes.WeakTies, lasting.Count, Math.Min(meanDegree, lasting.Count - 1));
        for (var node = 0; node < lasting.Count; node++)
        {
            foreach (var neighbour in lasting.Neighbours(node))
            {
                if (neighbour > node)
                    links.Add(new Link(node, neighbour));
            }
            foreach (var neighbour in random.Neighbours(node))
            {
                if (neighbour > node && !lasting.IsLinked(node, neighbour))
                    weak.Add(new Link(node, neighbour));
            }
        }
        var ties = weak.ToArray();
        new Draws(seed, Model.ModelId, 0, Purposes.WeakTieOrder).Shuffle(ties.AsSpan());
        var alive = (int)(share * ties.Length);
        links.AddRange(ties[..alive]);
        network = Network.FromLinks(lasting.Count, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(links), isDirected: false);
        return new WeakTies(ties, network, alive);
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
