using Agents.Random;
using Agents.Spaces;

namespace Agents.Tests.Spaces;

public sealed class NetworkTests
{
    private static readonly Seed Key = Seed.Of(7);

    private static IEnumerable<TestCaseData> Generators()
    {
        yield return Case("ErdosRenyi", seed => Network.ErdosRenyi(seed, Purpose.Link, 500, 6));
        yield return Case("WattsStrogatz", seed => Network.WattsStrogatz(seed, Purpose.Link, 500, 6, 0.3));
        yield return Case("BarabasiAlbert", seed => Network.BarabasiAlbert(seed, Purpose.Link, 500, 3));
        yield return Case("StochasticBlocks", seed => Network.StochasticBlocks(seed, Purpose.Link, ThreeBlocks(500), BlockProbabilities));
        yield return Case("Forest", seed => Network.Forest(seed, Purpose.Link, 500, 3, 1, 4));
        yield return Case("RegularIn", seed => Network.RegularIn(seed, Purpose.Link, 500, 8));
        yield return Case("Cliques", seed => Network.Cliques(seed, Purpose.Link, 500, 3));

        static TestCaseData Case(string name, Func<Seed, Network> make) => new TestCaseData(make).SetArgDisplayNames(name);
    }

    /// <summary>Hashes of all lists, that stay as they are on every machine, whatever way a network is made.</summary>
    private static IEnumerable<TestCaseData> FrozenNetworks()
    {
        yield return Case("ErdosRenyi", Network.ErdosRenyi(Key, Purpose.Link, 3000, 6), 0xac51f345033444c3);
        yield return Case("WattsStrogatz", Network.WattsStrogatz(Key, Purpose.Link, 3000, 6, 0.3), 0x61a7f8fd7c9abb33);
        yield return Case("WattsStrogatz, all but complete", Network.WattsStrogatz(Key, Purpose.Link, 20, 18, 0.9), 0xc78499ceec10416b);
        yield return Case("BarabasiAlbert", Network.BarabasiAlbert(Key, Purpose.Link, 3000, 3), 0xc702d9b921e8be8b);
        yield return Case("BarabasiAlbert, few nodes", Network.BarabasiAlbert(Key, Purpose.Link, 300, 12), 0x6d054e8b125fdb9b);
        yield return Case("StochasticBlocks", Network.StochasticBlocks(Key, Purpose.Link, ThreeBlocks(500), BlockProbabilities), 0x7067c87fd1acbe4d);
        yield return Case("Forest", Network.Forest(Key, Purpose.Link, 500, 3, 1, 4), 0xec77ebe3e96a8839);
        yield return Case("RegularIn", Network.RegularIn(Key, Purpose.Link, 500, 8), 0xdc46472d87dc7641);
        yield return Case("Cliques", Network.Cliques(Key, Purpose.Link, 3000, 3), 0xc9c2e951a7d9ff51);

        static TestCaseData Case(string name, Network network, ulong hash) => new TestCaseData(network, hash).SetArgDisplayNames(name);
    }

    [TestCaseSource(nameof(FrozenNetworks))]
    public void Generator_KnownSeed_HasTheCommittedLinks(Network network, ulong hash)
    {
        var seen = 14695981039346656037;
        for (var node = 0; node < network.Count; node++)
        {
            foreach (var number in (int[])[.. network.Neighbours(node), -1, .. network.InNeighbours(node), -2])
                seen = (seen ^ (uint)number) * 1099511628211;
        }
        Assert.That(seen, Is.EqualTo(hash));
    }

    [Test]
    public void BarabasiAlbert_Directed_LinksLeadToEarlierNodesOnly()
    {
        var both = Network.BarabasiAlbert(Key, Purpose.Link, 700, 5);
        var directed = Network.BarabasiAlbert(Key, Purpose.Link, 700, 5, isDirected: true);
        Assert.That(directed.LinkCount, Is.EqualTo(both.LinkCount));
        for (var node = 0; node < 700; node++)
        {
            Assert.That(directed.Neighbours(node).ToArray(), Is.EqualTo(both.Neighbours(node).ToArray().Where(other => other < node)));
            Assert.That(directed.InNeighbours(node).ToArray(), Is.EqualTo(both.Neighbours(node).ToArray().Where(other => other > node)));
        }
    }

    [Test]
    public void ErdosRenyiLinks_SameKey_AreThoseOfTheNetwork()
    {
        var links = Network.ErdosRenyiLinks(Key, Purpose.Link, 900, 4).ToArray();
        Assert.That(links, Is.Ordered.By(nameof(Link.From)).Then.By(nameof(Link.To)));
        Assert.That(links.All(link => link.From < link.To));
        Assert.That(Lists(Network.FromLinks(900, links, false)), Is.EqualTo(Lists(Network.ErdosRenyi(Key, Purpose.Link, 900, 4))));
    }

    [Test]
    public void FromLinks_InAnyOrder_SameNetwork()
    {
        var links = Network.ErdosRenyiLinks(Key, Purpose.Link, 900, 4).ToArray();
        var shuffled = links.ToArray();
        new Draws(Key, 0, 0, Purpose.Link).Shuffle(shuffled.AsSpan());
        Assert.That(Lists(Network.FromLinks(900, shuffled, false)), Is.EqualTo(Lists(Network.FromLinks(900, links, false))));
    }

    [TestCase(true)]
    [TestCase(false)]
    public void Union_TwoNetworks_HasTheLinksOfBoth(bool isDirected)
    {
        var first = Network.ErdosRenyiLinks(Key, Purpose.Link, 90, 40).ToArray();
        var second = Network.ErdosRenyiLinks(Key, Purpose.Tie, 90, 3).ToArray();
        var union = Network.Union(Network.FromLinks(90, first, isDirected), Network.FromLinks(90, second, isDirected));
        Assert.That(Lists(union), Is.EqualTo(Lists(Network.FromLinks(90, [.. first, .. second], isDirected))));
        Assert.That(union.LinkCount, Is.EqualTo(first.Length + second.Length));
    }

    [Test]
    public void Union_UnlikeNetworks_Throws()
    {
        var network = Network.FromLinks(3, [], true);
        Assert.That(() => Network.Union(network, Network.FromLinks(4, [], true)), Throws.ArgumentException);
        Assert.That(() => Network.Union(network, Network.FromLinks(3, [], false)), Throws.ArgumentException);
    }

    private static readonly double[,] BlockProbabilities = { { 0.05, 0.01, 0 }, { 0.01, 0.03, 0.002 }, { 0, 0.002, 1 } };

    [TestCaseSource(nameof(Generators))]
    public void Generator_AnySeed_ListsAscendAndBothEndsAgree(Func<Seed, Network> make)
    {
        var network = make(Key);
        var links = 0;
        for (var node = 0; node < network.Count; node++)
        {
            Assert.That(network.Neighbours(node).ToArray(), Is.Ordered);
            links += network.Neighbours(node).Length;
            foreach (var neighbour in network.Neighbours(node))
                Assert.That(network.InNeighbours(neighbour).Contains(node), Is.True);
        }
        Assert.That(network.LinkCount, Is.EqualTo(network.IsDirected ? links : links / 2).And.Positive);
    }

    [TestCaseSource(nameof(Generators))]
    public void Generator_SameAndOtherSeed_RepeatsAndDiffers(Func<Seed, Network> make)
    {
        var first = Lists(make(Key));
        Assert.That(Lists(make(Key)), Is.EqualTo(first));
        Assert.That(Lists(make(Seed.Of(8))), Is.Not.EqualTo(first));
    }

    [Test]
    public void ErdosRenyi_MeanDegreeSix_CountsAndSpreadAreBinomial()
    {
        var network = Network.ErdosRenyi(Key, Purpose.Link, 20_000, 6);
        var (sum, squares) = (0.0, 0.0);
        for (var node = 0; node < network.Count; node++)
        {
            var degree = network.Neighbours(node).Length;
            (sum, squares) = (sum + degree, squares + (double)degree * degree);
        }
        var mean = sum / network.Count;
        // 60,000 links with a standard deviation of 245; the variance of a degree is close to its mean, 6.
        Assert.That(network.LinkCount, Is.EqualTo(60_000).Within(800));
        Assert.That(squares / network.Count - mean * mean, Is.EqualTo(6).Within(0.25));
        RequireSimple(network);
    }

    [TestCase(0.0, 0)]
    [TestCase(9.0, 45)]
    public void ErdosRenyi_NoneOrAll_IsEmptyOrComplete(double meanDegree, int links)
    {
        Assert.That(Network.ErdosRenyi(Key, Purpose.Link, 10, meanDegree).LinkCount, Is.EqualTo(links));
    }

    [Test]
    public void ErdosRenyi_TooManyLinks_Throws()
    {
        Assert.That(() => Network.ErdosRenyi(Key, Purpose.Link, 10, 10), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void WattsStrogatz_NoRewiring_IsTheLattice()
    {
        var network = Network.WattsStrogatz(Key, Purpose.Link, 10, 4, 0);
        Assert.That(network.Neighbours(0).ToArray(), Is.EqualTo(new[] { 1, 2, 8, 9 }));
        Assert.That(network.Neighbours(5).ToArray(), Is.EqualTo(new[] { 3, 4, 6, 7 }));
    }

    [Test]
    public void WattsStrogatz_SomeRewiring_KeepsLinkCountAndMovesTheShare()
    {
        var network = Network.WattsStrogatz(Key, Purpose.Link, 10_000, 6, 0.2);
        var moved = 0;
        for (var node = 0; node < network.Count; node++)
        {
            foreach (var neighbour in network.Neighbours(node))
            {
                var distance = Math.Abs(node - neighbour);
                if (neighbour > node && Math.Min(distance, network.Count - distance) > 3)
                    moved++;
            }
        }
        Assert.That(network.LinkCount, Is.EqualTo(30_000));
        Assert.That(moved, Is.EqualTo(6_000).Within(250));
        RequireSimple(network);
    }

    [Test]
    public void BarabasiAlbert_TwentyThousand_HasHubsAndAThirdPowerTail()
    {
        var network = Network.BarabasiAlbert(Key, Purpose.Link, 20_000, 3);
        var (least, most, ten) = (int.MaxValue, 0, 0);
        for (var node = 0; node < network.Count; node++)
        {
            var degree = network.Neighbours(node).Length;
            (least, most) = (Math.Min(least, degree), Math.Max(most, degree));
            ten += degree >= 10 ? 1 : 0;
        }
        // P(degree >= d) = m (m + 1) / (d (d + 1)) = 12 / 110 (Dorogovtsev, Mendes and Samukhin 2000).
        Assert.That(ten / 20_000.0, Is.EqualTo(12 / 110.0).Within(0.01));
        Assert.That((least, most > 150), Is.EqualTo((3, true)));
        RequireSimple(network);
    }

    [Test]
    public void StochasticBlocks_ThreeBlocks_LinksFollowProbabilities()
    {
        var blockOf = ThreeBlocks(3_000);
        var network = Network.StochasticBlocks(Key, Purpose.Link, blockOf, BlockProbabilities);
        var links = new int[3, 3];
        for (var node = 0; node < network.Count; node++)
        {
            foreach (var neighbour in network.Neighbours(node))
                links[blockOf[node], blockOf[neighbour]] += 1;
        }
        // 1,000 nodes a block; both ends are counted.
        Assert.That(links[0, 0], Is.EqualTo(0.05 * 999_000).Within(1_000));
        Assert.That(links[0, 1], Is.EqualTo(0.01 * 1_000_000).Within(400));
        Assert.That(links[0, 2], Is.Zero);
        Assert.That(links[2, 2], Is.EqualTo(999_000));
        RequireSimple(network);
    }

    [Test]
    public void StochasticBlocks_NoSuchBlockOrNoSquare_Throws()
    {
        Assert.That(() => Network.StochasticBlocks(Key, Purpose.Link, [0, 3], BlockProbabilities), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => Network.StochasticBlocks(Key, Purpose.Link, [0], new double[1, 2]), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void Forest_ThreeRoots_EveryOtherNodeHasOneAbove()
    {
        var network = Network.Forest(Key, Purpose.Link, 1_000, 3, 2, 5);
        for (var node = 0; node < network.Count; node++)
        {
            Assert.That(network.InNeighbours(node).Length, Is.EqualTo(node < 3 ? 0 : 1));
            Assert.That(network.Neighbours(node).Length, Is.LessThanOrEqualTo(5));
            foreach (var above in network.InNeighbours(node))
                Assert.That(above, Is.LessThan(node));
        }
        Assert.That(network.Neighbours(0).Length, Is.GreaterThanOrEqualTo(2));
    }

    [Test]
    public void RegularIn_EightEach_SourcesAreUniform()
    {
        var network = Network.RegularIn(Key, Purpose.Link, 10_000, 8);
        var squares = 0.0;
        for (var node = 0; node < network.Count; node++)
        {
            Assert.That(network.InNeighbours(node).Length, Is.EqualTo(8));
            squares += Math.Pow(network.Neighbours(node).Length - 8, 2);
        }
        Assert.That(squares / network.Count, Is.EqualTo(8).Within(0.6));
    }

    [Test]
    public void Cliques_MeanThree_GroupsAreCompleteAndOfThatSize()
    {
        var network = Network.Cliques(Key, Purpose.Link, 30_000, 3);
        var groups = 0.0;
        for (var node = 0; node < network.Count; node++)
        {
            groups += 1.0 / (1 + network.Neighbours(node).Length);
            foreach (var one in network.Neighbours(node))
                Assert.That(network.Neighbours(one).Length, Is.EqualTo(network.Neighbours(node).Length));
        }
        Assert.That(network.Count / groups, Is.EqualTo(3).Within(0.06));
    }

    [Test]
    public void FromLinks_OutOfRangeOrSelf_Throws()
    {
        Assert.That(() => Network.FromLinks(2, [new Link(0, 2)], true), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => Network.FromLinks(2, [new Link(1, 1)], false), Throws.ArgumentException);
    }

    [TestCase(true)]
    [TestCase(false)]
    public void Commit_ManyRandomChanges_EqualsANetworkMadeAnew(bool isDirected)
    {
        var draws = new Draws(Key, 0, 0, Purpose.Link);
        var there = new SortedSet<(int, int)>();
        var network = Network.FromLinks(40, [], isDirected);
        for (var commit = 0; commit < 200; commit++)
        {
            // Removals are of links that no addition of the same commit names.
            var before = there.ToArray();
            foreach (var (from, to) in before.Where(_ => draws.Chance(0.1)))
            {
                network.Remove(from, to);
                there.Remove((from, to));
            }
            for (var i = 0; i < 20; i++)
            {
                var (from, to) = (draws.Below(40), draws.Below(40));
                var pair = !isDirected && from > to ? (to, from) : (from, to);
                if ((from == to && !isDirected) || before.Contains(pair))
                    continue;
                network.Add(from, to);
                there.Add(pair);
            }
            network.Commit();
        }
        var anew = Network.FromLinks(40, there.Select(pair => new Link(pair.Item1, pair.Item2)).ToArray(), isDirected);
        Assert.That(Lists(network), Is.EqualTo(Lists(anew)));
        Assert.That(network.LinkCount, Is.EqualTo(there.Count));
    }

    [Test]
    public void Commit_RequestsInAnyOrder_SameNetwork()
    {
        var forward = Network.FromLinks(4, [new Link(0, 1)], true);
        var backward = Network.FromLinks(4, [new Link(0, 1)], true);
        (bool IsAddition, int From, int To)[] requests = [(true, 2, 3), (false, 2, 3), (false, 0, 1), (true, 1, 1), (true, 2, 3)];
        foreach (var network in new[] { forward, backward })
        {
            foreach (var (isAddition, from, to) in requests)
            {
                if (isAddition)
                    network.Add(from, to);
                else
                    network.Remove(from, to);
            }
            Array.Reverse(requests);
            Assert.That(network.IsLinked(2, 3), Is.False);
            network.Commit();
            Assert.That(network.IsLinked(2, 3), Is.True);
            Assert.That(network.IsLinked(0, 1), Is.False);
        }
        Assert.That(Lists(forward), Is.EqualTo(Lists(backward)));
    }

    [Test]
    public void Remap_DeathAndBirth_LinksFollowTheRows()
    {
        var network = Network.FromLinks(4, [new Link(0, 1), new Link(1, 2), new Link(2, 3)], false);
        network.Remap([0, -1, 1, 2, 3], 4);
        Assert.That(Lists(network), Is.EqualTo(Lists(Network.FromLinks(4, [new Link(1, 2)], false))));
        Assert.That(network.LinkCount, Is.EqualTo(1));
    }

    [Test]
    public void Remap_FewerRowsThanNodes_Throws() =>
        Assert.That(() => Network.FromLinks(3, [], true).Remap([0, 1], 2), Throws.ArgumentException);

    private static int[] ThreeBlocks(int nodes) => [.. Enumerable.Range(0, nodes).Select(node => node % 3)];

    private static int[][] Lists(Network network) =>
        [.. Enumerable.Range(0, network.Count).Select(node => network.Neighbours(node).ToArray()),
            .. Enumerable.Range(0, network.Count).Select(node => network.InNeighbours(node).ToArray())];

    private static void RequireSimple(Network network)
    {
        for (var node = 0; node < network.Count; node++)
        {
            var list = network.Neighbours(node).ToArray();
            Assert.That(list, Is.Unique);
            Assert.That(list, Does.Not.Contain(node));
        }
    }
}
