using Agents.Spaces;

namespace Agents.Tests;

/// <summary>What files write: values of columns as numbers, and all links of a network at once.</summary>
public sealed partial class ColumnNumbersTests
{
    internal enum Small : sbyte
    {
        Low = -3,
        High = 100,
    }

    [Test]
    public void Put_ValuesOfEveryType_GivesThemBack()
    {
        var all = new All(new Village(1));
        (Column Column, double[] Numbers)[] cases =
        [
            (all.Float, [0.5, -1e30]), (all.Double, [1.0 / 3]), (all.Byte, [0, 255]), (all.Short, [-32768, 32767]), (all.Int, [int.MinValue, int.MaxValue]),
            (all.Uint, [uint.MaxValue]), (all.Long, [-(1L << 53), 1L << 53]), (all.Bool, [0, 1]), (all.Small, [-3, 100]),
        ];
        foreach (var (column, numbers) in cases)
        {
            foreach (var number in numbers)
            {
                column.Put(1, number);
                Assert.That(column.NumberAt(1), Is.EqualTo(column.ValueType == typeof(float) ? (float)number : number), column.ValueType.Name);
                Assert.That(column.NumberAt(0), Is.Zero, column.ValueType.Name);
            }
        }
        Assert.That((all.Int[1], all.Bool[1], all.Small[1]), Is.EqualTo((int.MaxValue, true, Small.High)));
    }

    [Test]
    public void Put_OfAState_StandsAsIfItWereCommitted()
    {
        var folk = new Village(3).Folk;
        folk.Wealth.Put(2, 9);
        Assert.That((folk.Wealth[2], folk.Wealth.Next[2]), Is.EqualTo((9, 9)));
    }

    [Test]
    public void Put_OfSeveralValuesInOne_IsRefused() =>
        Assert.That(() => new All(new Village(1)).Pair.Put(0, 1), Throws.TypeOf<NotSupportedException>().With.Message.EqualTo("A Link is no number."));

    [TestCase(true)]
    [TestCase(false)]
    public void Replace_Links_IsTheNetworkOfThoseLinks(bool isDirected)
    {
        Link[] links = [new(3, 0), new(1, 2)];
        var network = Network.FromLinks(4, [new(0, 1), new(2, 3)], isDirected);
        Assert.That(network.InNeighbours(1).ToArray(), Is.EqualTo(new[] { 0 }));
        network.Add(0, 2);
        network.Replace(links);
        network.Commit();
        var expected = Network.FromLinks(4, links, isDirected);
        for (var node = 0; node < 4; node++)
        {
            Assert.That(network.Neighbours(node).ToArray(), Is.EqualTo(expected.Neighbours(node).ToArray()));
            Assert.That(network.InNeighbours(node).ToArray(), Is.EqualTo(expected.InNeighbours(node).ToArray()));
        }
        Assert.That(network.LinkCount, Is.EqualTo(2));
    }

    [Test]
    public void Replace_LinkOutOfTheNetwork_IsRefusedAndChangesNothing()
    {
        var network = Network.FromLinks(2, [new(0, 1)], isDirected: false);
        Assert.That(() => network.Replace([new(0, 2)]), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(network.LinkCount, Is.EqualTo(1));
    }

    [Test]
    public void Replace_BetweenTwoCommitsOfFlags_IsCounted()
    {
        var village = new Village(3);
        var network = Network.FromLinks(3, [new(0, 1)], isDirected: false);
        var count = new NeighbourCount(network);
        village.Folk.Flag.Next[0] = true;
        count.Commit(village.Folk.Flag);
        network.Replace([new(0, 2)]);
        count.Commit(village.Folk.Flag);
        Assert.That(count.Values.ToArray(), Is.EqualTo(new[] { 0, 0, 1 }));
    }

    [Test]
    public void Statistics_OfAllRows_AreTheKnownOnes()
    {
        var folk = new Village(4).Folk;
        Assert.That((folk.Wealth.Gini(), folk.Flag.Share(true)), Is.EqualTo((double.NaN, 0.0)));
        folk.Wealth.Next[0] = 8;
        folk.Flag.Next[2] = true;
        Village.CommitColumns(folk.Wealth, folk.Flag);
        Assert.That((folk.Wealth.Gini(), folk.Wealth.Share(8), folk.Flag.Share(true)), Is.EqualTo((0.75, 0.25, 0.25)));
        folk.Wealth.Next.Fill(3);
        Village.CommitColumns(folk.Wealth);
        Assert.That(folk.Wealth.Gini(), Is.Zero);
    }

    internal sealed partial class All(Model model) : Population(model, "all", 2)
    {
        public partial Trait<float> Float { get; }

        public partial State<double> Double { get; }

        public partial Private<byte> Byte { get; }

        public partial Trait<short> Short { get; }

        public partial State<int> Int { get; }

        public partial Trait<uint> Uint { get; }

        public partial Private<long> Long { get; }

        public partial State<bool> Bool { get; }

        public partial Trait<Small> Small { get; }

        public partial Trait<Link> Pair { get; }
    }
}
