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
