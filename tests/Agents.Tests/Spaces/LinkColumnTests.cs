using Agents.Random;
using Agents.Spaces;

namespace Agents.Tests.Spaces;

public sealed class LinkColumnTests
{
    private const int Nodes = 40;

    // Everything that can happen to a network, at random, beside a dictionary of its links' values.
    [Test]
    public void Column_ThroughAllChanges_StaysWithItsLinks([Values] bool isDirected, [Values(1, 2)] int seed)
    {
        var start = Network.ErdosRenyiLinks(Seed.Of(seed), Purpose.Link, Nodes, 6).ToArray();
        var network = Network.FromLinks(Nodes, start, isDirected);
        var lengths = network.AddColumn<double>(start, [.. start.Select(link => link.From + link.To / 100.0)]);
        var marks = network.AddColumn<byte>(7);
        var expected = start.ToDictionary(link => link, link => (Length: link.From + link.To / 100.0, Mark: (byte)7));
        var draws = new Draws(Seed.Of(seed), 1, 0, Purpose.Link);
        var nodes = Nodes;
        for (var round = 0; round < 60; round++)
        {
            for (var request = 0; request < 25; request++)
                Ask(ref draws, nodes, isDirected, network, lengths, expected);
            network.Commit();
            if (round % 10 == 9)
                nodes = Bury(ref draws, nodes, network, expected);
            RequireSame(network, lengths, marks, expected);
        }
        Assert.That(expected, Has.Count.GreaterThan(30));
        network.Replace(start.Where(link => link.To < nodes).ToArray());
        RequireSame(network, lengths, marks, start.Where(link => link.To < nodes).ToDictionary(link => link, _ => (0.0, (byte)7)));
    }

    private static void Ask(ref Draws draws, int nodes, bool isDirected, Network network, LinkColumn<double> lengths, Dictionary<Link, (double Length, byte Mark)> expected)
    {
        var (from, to) = (draws.Below(nodes), draws.Below(nodes));
        if (from == to)
            return;
        var link = isDirected || from < to ? new Link(from, to) : new Link(to, from);
        // One request a link and round, so that the dictionary need not know which comes first.
        var value = 1000 * from + to;
        if (draws.Chance(0.4))
        {
            network.Remove(from, to);
            network.Commit();
            expected.Remove(link);
            return;
        }
        network.Add(from, to);
        lengths.Set(from, to, value);
        network.Commit();
        expected[link] = (value, expected.TryGetValue(link, out var old) ? old.Mark : (byte)7);
    }

    private static int Bury(ref Draws draws, int nodes, Network network, Dictionary<Link, (double Length, byte Mark)> expected)
    {
        var newRows = new int[nodes];
        var survivors = 0;
        for (var node = 0; node < nodes; node++)
            newRows[node] = draws.Chance(0.1) ? -1 : survivors++;
        network.Remap(newRows, survivors + 3);
        var moved = expected.Where(pair => newRows[pair.Key.From] >= 0 && newRows[pair.Key.To] >= 0)
            .ToDictionary(pair => new Link(newRows[pair.Key.From], newRows[pair.Key.To]), pair => pair.Value);
        expected.Clear();
        foreach (var (link, values) in moved)
            expected.Add(link, values);
        return survivors + 3;
    }

    private static void RequireSame(Network network, LinkColumn<double> lengths, LinkColumn<byte> marks, Dictionary<Link, (double Length, byte Mark)> expected)
    {
        var entries = 0;
        for (var node = 0; node < network.Count; node++)
        {
            var around = network.Neighbours(node);
            Assert.That((lengths[node].Length, marks[node].Length), Is.EqualTo((around.Length, around.Length)));
            for (var i = 0; i < around.Length; i++)
            {
                var link = network.IsDirected || node < around[i] ? new Link(node, around[i]) : new Link(around[i], node);
                Assert.That((lengths[node][i], marks[node][i]), Is.EqualTo(expected[link]), $"{link}");
                Assert.That(lengths[node, around[i]], Is.EqualTo(expected[link].Length));
                entries++;
            }
        }
        Assert.That(entries, Is.EqualTo(network.IsDirected ? expected.Count : 2 * expected.Count));
    }

    [Test]
    public void Set_LinkThatIsNotThere_IsDroppedAtCommit()
    {
        var network = Network.FromLinks(4, [new(0, 1), new(2, 1)], isDirected: false);
        var weight = network.AddColumn(1.5);
        weight.Set(1, 0, 4);
        weight.Set(0, 3, 9);
        Assert.That(weight[0, 1], Is.EqualTo(1.5));
        network.Commit();
        network.Add(0, 3);
        network.Commit();
        Assert.That((weight[0, 1], weight[1, 0], weight[0, 3], weight[1, 2]), Is.EqualTo((4.0, 4.0, 1.5, 1.5)));
    }

    [Test]
    public void Set_ParallelLinks_AllGetTheValue()
    {
        var network = Network.FromLinks(3, [new(0, 1), new(0, 1), new(0, 2)], isDirected: true);
        var weight = network.AddColumn<int>();
        weight.Set(0, 1, 3);
        network.Commit();
        Assert.That(weight[0].ToArray(), Is.EqualTo(new[] { 3, 3, 0 }));
    }

    [Test]
    public void Set_TwoValuesForOneLink_ThrowsAtCommit()
    {
        var network = Network.FromLinks(3, [new(0, 1)], isDirected: false);
        var weight = network.AddColumn<float>();
        weight.Set(0, 1, 3);
        weight.Set(1, 0, 3);
        Assert.That(network.Commit, Throws.Nothing);
        weight.Set(0, 1, 3);
        weight.Set(1, 0, 4);
        Assert.That(network.Commit, Throws.InvalidOperationException.With.Message.Contains("between nodes 0 and 1"));
    }

    [Test]
    public void Column_Misuse_Throws()
    {
        var network = Network.FromLinks(3, [new(0, 1)], isDirected: false);
        var weight = network.AddColumn<double>();
        Assert.That(() => weight[1, 2], Throws.ArgumentException);
        Assert.That(() => weight.Set(0, 3, 1), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => weight.Set(1, 1, 1), Throws.ArgumentException);
        Assert.That(() => weight.OfSource(0).Length, Throws.InvalidOperationException);
        Assert.That(() => network.AddColumn<double>([new(0, 1)], []), Throws.ArgumentException);
        Assert.That(() => network.AddColumn<double>([new(0, 1), new(1, 0)], [1, 2]), Throws.InvalidOperationException);
    }

    [Test]
    public void OfSource_WithDirection_ChangesInPlace()
    {
        var network = Network.FromLinks(3, [new(0, 1), new(0, 2), new(1, 0)], isDirected: true);
        var weight = network.AddColumn<double>();
        weight.OfSource(0)[1] = 5;
        Assert.That((weight[0, 2], weight[0, 1], weight[1, 0]), Is.EqualTo((5.0, 0.0, 0.0)));
    }

    [Test]
    public void Put_NumberOfAnEnumeration_IsItsValue()
    {
        var network = Network.FromLinks(2, [new(0, 1)], isDirected: false);
        var day = network.AddColumn<DayOfWeek>();
        day.Put(0, 1, 3);
        network.Commit();
        Assert.That((day[1, 0], day.NumberAt(1, 0)), Is.EqualTo((DayOfWeek.Wednesday, 3.0)));
    }

    [Test]
    public void Restore_WithRequestsThatWait_GoesOnBitForBit([Values(0, 5)] int ticks)
    {
        var original = new Ties();
        Advance(original, ticks);
        using var saved = new MemoryStream();
        Checkpoint.Save(original, saved);
        saved.Position = 0;
        var restored = new Ties();
        Checkpoint.Restore(restored, saved);
        Assert.That(StateGraph.Differences(original, restored), Is.Empty);
        Advance(original, 5);
        Advance(restored, 5);
        Assert.That(StateGraph.Differences(original, restored), Is.Empty);
    }

    private static void Advance(Model model, int ticks)
    {
        for (var tick = 0; tick < ticks; tick++)
            model.Advance();
    }

    private sealed class Ties : Model
    {
        private readonly Network network;
        private readonly LinkColumn<double> weight;

        public Ties()
            : base(Seed.Of(5))
        {
            network = Network.WattsStrogatz(Seed, Purpose.Link, 30, 4, 0.2);
            weight = network.AddColumn(0.5);
        }

        protected override void Step()
        {
            network.Commit();
            var draws = Draws(FolkView.Test);
            var (from, to) = (draws.Below(15), 15 + draws.Below(15));
            network.Add(from, to);
            weight.Set(to, from, draws.Uniform());
        }

        protected override void Persist(Checkpoint state) => state.Parts(network);
    }
}
