using Agents.Testing;

namespace Agents.Tests;

/// <summary>A run in another regime than its population's: who sees what, during it and afterwards.</summary>
public sealed class RegimeOfARunTests
{
    private static readonly Regime[] InTurns = [Regime.FixedOrder, Regime.ShuffledSweep, Regime.RandomSequential];

    [Test]
    public void Run_InTurnsOverASynchronousPopulation_SeesEveryChangeAtOnceAndCommitsItAll()
    {
        var village = new Village(5);
        village.Folk.Worth.Next[3] = 7;
        var seen = new List<double>();
        village.Run(village.Folk, new Act(me =>
        {
            seen.Add(me.Worth + me.Population.Worth[3]);
            CopyLeft(me);
        }), Regime.FixedOrder);
        Assert.That(village.Folk.Wealth.Values.ToArray(), Is.EqualTo(new[] { 1, 2, 3, 4, 5 }));
        Assert.That(village.Folk.Wealth.Next.ToArray(), Is.EqualTo(new[] { 1, 2, 3, 4, 5 }));
        Assert.That(seen, Is.EqualTo(new[] { 7.0, 7, 7, 14, 7 }), "what was pending is seen from the first turn on");
        village.Folk.Wealth.Next[0] = 100;
        Assert.That(village.Folk.Wealth[0], Is.EqualTo(1), "afterwards what is written is pending again");
    }

    [Test]
    public void Run_SynchronousOverASequentialPopulation_SeesTheStateAtItsBeginningAndEndsVisible()
    {
        var village = new Village(5, Regime.FixedOrder);
        village.Run(village.Folk, new Act(CopyLeft), Regime.Synchronous);
        Assert.That(village.Folk.Wealth.Values.ToArray(), Is.All.EqualTo(1));
        village.Folk.Wealth.Next[4] = 9;
        Assert.That(village.Folk.Wealth[4], Is.EqualTo(9), "afterwards a change is visible at once again");
        village.Run(village.Folk, new Act(CopyLeft), Regime.Synchronous);
        Assert.That(village.Folk.Wealth.Values.ToArray(), Is.EqualTo(new[] { 1, 2, 2, 2, 2 }));
    }

    [TestCaseSource(nameof(InTurns))]
    public void Run_OfEveryRegime_IsThatOfAPopulationOfTheRegime(Regime regime)
    {
        var (own, given) = (new Village(50, regime), new Village(50));
        foreach (var village in new[] { own, given })
        {
            for (var pass = 0; pass < 3; pass++)
                village.Run(village.Folk, new Act(Exchange), regime);
        }
        Assert.That(Fingerprint.Of(given), Is.EqualTo(Fingerprint.Of(own)));
        Assert.That(given.Folk.Wealth.Values.ToArray().Sum(), Is.Zero);
        Assert.That(given.Folk.Wealth.Values.ToArray(), Has.Some.Not.Zero);
    }

    [Test]
    public void Run_MixedPhases_TheSameBitsOnTwoThreadsAndAfterACheckpoint()
    {
        var proof = new ModelProof(Mixed);
        Assert.That(proof.DifferenceOnThreads(), Is.Null);
        Assert.That(proof.DifferenceAfterACheckpoint(), Is.Null);
    }

    [Test]
    public void Run_InTurnsWithBirths_StatesStayWhole()
    {
        var village = new Village(3, isOpen: true);
        village.Run(village.Folk, new Act(me =>
        {
            me.Next.Wealth = 10 + me.Row;
            for (var child = 0; child < 20; child++)
                Assert.That(me.Bear(), Is.EqualTo(me.Population.Count - 1));
        }), Regime.FixedOrder);
        village.Run(village.Folk, new Act(me => me.Next.Wealth++));
        Assert.That(village.Folk.Wealth.Values.ToArray(), Is.EqualTo(Enumerable.Range(0, 63).Select(row => row < 3 ? 10 + row : 10 + (row - 3) / 20)));
        Village.CommitColumns(village.Folk.Wealth);
        Assert.That(village.Folk.Wealth[62], Is.EqualTo(13));
    }

    [Test]
    public void Run_AfterDeathsInTurns_ActivatesTheDeadInNoRegime()
    {
        var village = new Village(4, isOpen: true);
        village.Run(village.Folk, new Act(me => me.Population.Die(1)));
        var actors = new List<int>();
        village.Run(village.Folk, new Act(me =>
        {
            actors.Add(me.Row);
            me.Population.Die(2);
        }), Regime.FixedOrder);
        Assert.That(actors, Is.EqualTo(new[] { 0, 1, 3 }), "who died together lives until the commit, who died in turns does not");
        actors.Clear();
        village.Run(village.Folk, new Act(me => actors.Add(me.Row)));
        Assert.That(actors, Is.EqualTo(new[] { 0, 1, 3 }));
        Assert.That(village.CommitFolk(), Is.EqualTo(new[] { 0, -1, -1, 1 }));
    }

    [Test]
    public void Run_InTurnsWithinASynchronousRuleOfTheSameAgents_Throws()
    {
        var village = new Village(3);
        Assert.That(
            () => village.Run(village.Folk, new Act(_ => village.Run(village.Folk, new Act(_ => { }), Regime.FixedOrder))),
            Throws.InvalidOperationException.With.Message.Contains("in turns"));
        // The model is as it was: the next run is a synchronous one.
        village.Run(village.Folk, new Act(CopyLeft));
        Assert.That(village.Folk.Wealth.Values.ToArray(), Is.All.Zero);
    }

    [Test]
    public void Run_NoSuchRegime_Throws() =>
        Assert.That(() => new Village(1).Run(new Village(1).Folk, new Act(_ => { }), (Regime)4), Throws.InstanceOf<ArgumentOutOfRangeException>());

    private static Village Mixed() => new(5_000)
    {
        OnStep = village =>
        {
            village.Run(village.Folk, new Act(me => me.Next.Worth = me.Wealth + me.Draws(FolkView.Test).Below(3)));
            village.Run(village.Folk, new Act(Exchange), Regime.ShuffledSweep);
            village.Run(village.Folk, new Act(me => me.Next.Wealth += (int)me.Worth));
            Village.CommitColumns(village.Folk.Wealth);
        },
    };

    // Half of what it has and one go to the right neighbour, who is seen to have it.
    private static void Exchange(Agent<Folk> me)
    {
        var given = 1 + me.Row % 3 + me.Wealth / 2;
        me.Next.Wealth -= given;
        me.Population.Wealth.Next[(me.Row + 1) % me.Population.Count] += given;
        me.Next.Worth += me.Wealth;
    }

    private static void CopyLeft(Agent<Folk> me) => me.Next.Wealth = 1 + (me.Row > 0 ? me.Population.Wealth[me.Row - 1] : 0);
}
