namespace Agents.Tests;

public sealed class RegimeTests
{
    [Test]
    public void Run_Synchronous_SeesCommittedStateOnly()
    {
        var village = new Village(5);
        village.Run(village.Folk, new Act(CopyLeft));
        Assert.That(village.Folk.Wealth.Values.ToArray(), Is.All.Zero);
        Assert.That(village.Folk.Wealth.Next.ToArray(), Is.EqualTo(new[] { 1, 1, 1, 1, 1 }));
        Village.CommitColumns(village.Folk.Wealth);
        Assert.That(village.Folk.Wealth.Values.ToArray(), Is.EqualTo(new[] { 1, 1, 1, 1, 1 }));
    }

    [Test]
    public void Run_FixedOrder_SeesEveryChangeAtOnce()
    {
        var village = new Village(5, Regime.FixedOrder);
        village.Run(village.Folk, new Act(CopyLeft));
        Assert.That(village.Folk.Wealth.Values.ToArray(), Is.EqualTo(new[] { 1, 2, 3, 4, 5 }));
    }

    [Test]
    public void Commit_OneOfTwoColumns_LeavesTheOtherPending()
    {
        var village = new Village(1);
        village.Folk.Wealth.Next[0] = 3;
        village.Folk.Worth.Next[0] = 4;
        Village.CommitColumns(village.Folk.Wealth);
        Assert.That((village.Folk.Wealth[0], village.Folk.Worth[0], village.Folk.Worth.Next[0]), Is.EqualTo((3, 0.0, 4.0)));
    }

    [Test]
    public void Next_AfterCommit_StartsFromTheCommittedValue()
    {
        var village = new Village(2);
        for (var tick = 0; tick < 3; tick++)
        {
            village.Run(village.Folk, new Act(me => me.Next.Wealth += 1 + me.Row));
            Village.CommitColumns(village.Folk.Wealth);
        }
        Assert.That(village.Folk.Wealth.Values.ToArray(), Is.EqualTo(new[] { 3, 6 }));
    }

    [Test]
    public void Run_ShuffledSweep_IsAnotherPermutationEveryPass()
    {
        var village = new Village(200, Regime.ShuffledSweep);
        var orders = new List<int>[3];
        for (var pass = 0; pass < 3; pass++)
        {
            var order = orders[pass] = [];
            village.Run(village.Folk, new Act(me => order.Add(me.Row)));
            Assert.That(order, Is.EquivalentTo(Enumerable.Range(0, 200)));
        }
        Assert.That(orders[0], Is.Not.EqualTo(orders[1]));
        Assert.That(orders[1], Is.Not.EqualTo(orders[2]));
        Assert.That(orders[0], Is.Not.Ordered);
    }

    [Test]
    public void Run_RandomSequential_DrawsAgentsWithReplacementAndAnewForEachActivation()
    {
        var village = new Village(500, Regime.RandomSequential);
        var words = new Dictionary<int, List<uint>>();
        for (var pass = 0; pass < 4; pass++)
        {
            village.Run(village.Folk, new Act(me =>
            {
                var draws = me.Draws(FolkView.Test);
                if (!words.TryGetValue(me.Row, out var list))
                    words[me.Row] = list = [];
                list.Add(draws.Word());
            }));
        }
        Assert.That(words.Values.Sum(list => list.Count), Is.EqualTo(2_000));
        // An agent is left out of 4 x 500 activations with probability e^-4: 9 of 500.
        Assert.That(500 - words.Count, Is.InRange(1, 25));
        Assert.That(words.Values.SelectMany(list => list), Is.Unique);
    }

    [Test]
    public void Draws_Synchronous_SameWithinATickAndOtherInTheNext()
    {
        var village = new Village(3);
        var words = new List<uint>();
        village.OnStep = _ => village.Run(village.Folk, new Act(me =>
        {
            var draws = me.Draws(FolkView.Test);
            var again = me.Draws(FolkView.Test);
            words.Add(draws.Word());
            Assert.That(again.Word(), Is.EqualTo(words[^1]));
        }));
        village.Advance();
        village.Advance();
        Assert.That(words, Has.Count.EqualTo(6).And.Unique);
    }

    [Test]
    public void Run_WithinASequentialRule_LeavesTheOuterOrderAlone()
    {
        var village = new Village(50, Regime.ShuffledSweep);
        var (alone, nested) = (new List<int>(), new List<int>());
        village.Run(village.Folk, new Act(me => alone.Add(me.Row)));
        var other = new Village(50, Regime.ShuffledSweep);
        other.Run(other.Folk, new Act(me =>
        {
            nested.Add(me.Row);
            other.Run(other.Folk, new Act(_ => { }));
        }));
        Assert.That(nested, Is.EqualTo(alone));
    }

    [TestCase(Regime.Synchronous)]
    [TestCase(Regime.FixedOrder)]
    [TestCase(Regime.ShuffledSweep)]
    [TestCase(Regime.RandomSequential)]
    public void Run_OneKind_ActivatesItsRowsAsOften(Regime regime)
    {
        var village = new Village(30, regime);
        var actors = new List<int>();
        village.RunOn(new Act(me => actors.Add(me.Row)), new Rows(10, 17));
        Assert.That(actors, Has.Count.EqualTo(7).And.All.InRange(10, 16));
        if (regime != Regime.RandomSequential)
            Assert.That(actors, Is.EquivalentTo(Enumerable.Range(10, 7)));
        village.RunOn(new Act(me => actors.Add(me.Row)), new Rows(5, 5));
        Assert.That(actors, Has.Count.EqualTo(7));
    }

    [Test]
    public void Step_TwoStages_TheSecondSeesWhatAllDidInTheFirst()
    {
        var village = new Village(5);
        village.OnStep = self =>
        {
            self.Run(self.Folk, new Act(me => me.Next.Wealth = me.Row));
            Village.CommitColumns(self.Folk.Wealth);
            self.Run(self.Folk, new Act(CopyLeft));
            Village.CommitColumns(self.Folk.Wealth);
        };
        village.Advance();
        Assert.That(village.Folk.Wealth.Values.ToArray(), Is.EqualTo(new[] { 1, 1, 2, 3, 4 }));
    }

    [Test]
    public void Population_NameTaken_Throws()
    {
        var village = new Village(1);
        Assert.That(() => new Folk(village, 1), Throws.ArgumentException.With.Message.Contains("folk"));
    }

    // Each agent takes its left neighbour's wealth and one more; the first starts from 0.
    private static void CopyLeft(Agent<Folk> me) => me.Next.Wealth = 1 + (me.Row > 0 ? me.Population.Wealth[me.Row - 1] : 0);
}
