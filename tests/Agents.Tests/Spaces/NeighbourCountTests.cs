using Agents.Random;
using Agents.Spaces;

namespace Agents.Tests.Spaces;

public sealed class NeighbourCountTests
{
    [TestCase(0.0, 1)]
    [TestCase(0.01, 1)]
    [TestCase(0.1, 2)]
    [TestCase(0.3, 3)]
    [TestCase(1.0, 7)]
    public void Commit_AnyShareOfChanges_EqualsCountingAnew(double share, int threads)
    {
        var village = new Village(10_000);
        using var workers = new Workers(threads);
        var network = Network.RegularIn(village.Seed, Purpose.Link, 10_000, 8);
        var count = new NeighbourCount(network);
        var draws = new Draws(village.Seed, 0, 0, FolkView.Test);
        for (var tick = 0; tick < 8; tick++)
        {
            for (var row = 0; row < 10_000; row++)
                village.Folk.Flag.Next[row] ^= draws.Chance(tick == 0 ? 0.5 : share);
            if (tick == 5)
            {
                network.Add(3, 4);
                network.Remove(network.InNeighbours(9)[0], 9);
                network.Commit();
            }
            count.Commit(village.Folk.Flag, workers);
            Assert.That(count.Values.ToArray(), Is.EqualTo(CountByHand(network, village.Folk.Flag)), $"tick {tick}");
            Assert.That(village.Folk.Flag.Values.ToArray(), Is.EqualTo(village.Folk.Flag.Next.ToArray()));
        }
    }

    [TestCase(0.001, 2)]
    [TestCase(0.02, 3)]
    [TestCase(0.05, 7)]
    [TestCase(0.06, 16)]
    [TestCase(0.07, 2)]
    public void Commit_SeveralThreadsPush_EqualsCountingAnew(double share, int threads)
    {
        const int Nodes = 20_000;
        var village = new Village(Nodes);
        using var workers = new Workers(threads);
        var network = Network.RegularIn(village.Seed, Purpose.Link, Nodes, 8);
        var count = new NeighbourCount(network);
        var draws = new Draws(village.Seed, 0, 0, FolkView.Test);
        for (var tick = 0; tick < 5; tick++)
        {
            for (var row = 0; row < Nodes; row++)
                village.Folk.Flag.Next[row] ^= draws.Chance(share);
            count.Commit(village.Folk.Flag, workers);
            Assert.That(count.Values.ToArray(), Is.EqualTo(CountByHand(network, village.Folk.Flag)), $"tick {tick}");
        }
    }

    [Test]
    public void Commit_OneFlagAnywhere_ReachesItsNeighbour([Values(5, 31, 32, 33, 128, 200)] int nodes)
    {
        var village = new Village(nodes);
        var links = Enumerable.Range(0, nodes).Select(node => new Link(node, nodes - 1 - node)).ToArray();
        var count = new NeighbourCount(Network.FromLinks(nodes, links, isDirected: true));
        count.Commit(village.Folk.Flag);
        for (var node = 0; node < nodes; node++)
        {
            village.Folk.Flag.Next[node] = true;
            count.Commit(village.Folk.Flag);
            Assert.That((count[nodes - 1 - node], count.Values.ToArray().Sum()), Is.EqualTo((1, node + 1)));
        }
    }

    [Test]
    public void Commit_AllLinksFromOneNode_EqualsCountingAnew()
    {
        const int Nodes = 20_000;
        var village = new Village(Nodes);
        using var workers = new Workers(2);
        var links = Enumerable.Range(0, Nodes).Select(node => new Link(7, node)).ToArray();
        var network = Network.FromLinks(Nodes, links, isDirected: true);
        var count = new NeighbourCount(network);
        count.Commit(village.Folk.Flag, workers);
        village.Folk.Flag.Next[7] = true;
        count.Commit(village.Folk.Flag, workers);
        Assert.That(count.Values.ToArray(), Is.All.EqualTo(1));
    }

    [Test]
    public void Commit_SequentialPopulation_CountsAnew()
    {
        var village = new Village(50, Regime.FixedOrder);
        var network = Network.ErdosRenyi(village.Seed, Purpose.Link, 50, 4);
        var count = new NeighbourCount(network);
        count.Commit(village.Folk.Flag);
        village.Folk.Flag.Next[network.Neighbours(0)[0]] = true;
        count.Commit(village.Folk.Flag);
        Assert.That(count[0], Is.EqualTo(1));
    }

    [Test]
    public void Commit_FlagsCommittedElsewhereBefore_EqualsCountingAnew()
    {
        var village = new Village(300);
        var network = Network.RegularIn(village.Seed, Purpose.Link, 300, 8);
        var count = new NeighbourCount(network);
        count.Commit(village.Folk.Flag);
        village.Folk.Flag.Next[3] = true;
        Village.CommitColumns(village.Folk.Flag);
        count.Commit(village.Folk.Flag);
        Assert.That(count.Values.ToArray(), Is.EqualTo(CountByHand(network, village.Folk.Flag)));
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(7)]
    [TestCase(250)]
    public void Commit_LinksChangedSince_EqualsCountingAnew(int flagged)
    {
        var village = new Village(300);
        var network = Network.ErdosRenyi(village.Seed, Purpose.Link, 300, 6);
        var count = new NeighbourCount(network);
        count.Commit(village.Folk.Flag);
        for (var i = 0; i < flagged; i++)
            village.Folk.Flag.Next[i * 299 / Math.Max(1, flagged - 1)] = true;
        network.Add(0, 299);
        network.Remove(1, network.Neighbours(1)[0]);
        network.Commit();
        count.Commit(village.Folk.Flag);
        Assert.That(count.Values.ToArray(), Is.EqualTo(CountByHand(network, village.Folk.Flag)));
    }

    [Test]
    public void Commit_AnotherColumn_CountsThatOne()
    {
        var village = new Village(300);
        var others = new Village(300);
        others.Folk.Flag.Next.Fill(true);
        Village.CommitColumns(others.Folk.Flag);
        var count = new NeighbourCount(Network.RegularIn(village.Seed, Purpose.Link, 300, 8));
        count.Commit(village.Folk.Flag);
        count.Commit(others.Folk.Flag);
        Assert.That(count.Values.ToArray(), Is.All.EqualTo(8));
    }

    [TestCase(299)]
    [TestCase(301)]
    public void Commit_RowsAreNotTheNodes_Throws(int rows)
    {
        var count = new NeighbourCount(Network.RegularIn(Seed.Of(1), Purpose.Link, 300, 8));
        Assert.That(() => count.Commit(new Village(rows).Folk.Flag), Throws.ArgumentException.With.Message.Contains("Remap"));
    }

    [Test]
    public void Values_AfterBirthsAndDeaths_ThrowUntilTheNextCommit()
    {
        var village = new Village(40, isOpen: true);
        var network = Network.RegularIn(village.Seed, Purpose.Link, 40, 4);
        var count = new NeighbourCount(network);
        village.Folk.Flag.Next[1..9].Fill(true);
        count.Commit(village.Folk.Flag);
        village.Run(village.Folk, new Act(me =>
        {
            if (me.Row == 0)
                me.Die();
            else if (me.Row > 37)
                me.Bear();
        }));
        network.Remap(village.CommitFolk(), village.Folk.Count);
        Assert.That(() => count[0], Throws.InvalidOperationException);
        count.Commit(village.Folk.Flag);
        Assert.That(count.Values.ToArray(), Is.EqualTo(CountByHand(network, village.Folk.Flag)).And.Length.EqualTo(41));
        Assert.That(new NeighbourCount(network)[0], Is.Zero);
    }

    private static int[] CountByHand(Network network, State<bool> flag)
    {
        var counts = new int[network.Count];
        for (var node = 0; node < counts.Length; node++)
        {
            foreach (var neighbour in network.InNeighbours(node))
                counts[node] += flag[neighbour] ? 1 : 0;
        }
        return counts;
    }
}
