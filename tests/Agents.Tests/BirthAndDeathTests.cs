namespace Agents.Tests;

public sealed class BirthAndDeathTests
{
    [Test]
    public void CommitLives_Synchronous_SurvivorsKeepOrderAndNewbornFollowTheirParents()
    {
        var village = new Village(5, isOpen: true);
        village.Run(village.Folk, new Act(me =>
        {
            me.Next.Wealth = 10 * me.Row;
            if (me.Row is 0 or 3)
                me.Die();
            for (var child = 0; child < me.Row - 1; child++)
                me.Bear();
        }));
        Assert.That((village.Folk.Count, village.Folk.IsAlive(3)), Is.EqualTo((5, true)));
        Village.CommitColumns(village.Folk.Wealth);
        var newRows = village.CommitFolk();

        // Children: one of row 2, two of row 3, which died, three of row 4.
        Assert.That(village.Folk.Ids.ToArray(), Is.EqualTo(new uint[] { 1, 2, 4, 5, 6, 7, 8, 9, 10 }));
        Assert.That(village.Folk.Origin.Values.ToArray(), Is.EqualTo(new[] { 1, 2, 4, 2, 3, 3, 4, 4, 4 }));
        Assert.That(village.Folk.Wealth.Values.ToArray(), Is.EqualTo(new[] { 10, 20, 40, 20, 30, 30, 40, 40, 40 }));
        Assert.That(village.Folk.Wealth.Next.ToArray(), Is.EqualTo(village.Folk.Wealth.Values.ToArray()));
        Assert.That(newRows, Is.EqualTo(new[] { -1, 0, 1, -1, 2, 3, 4, 5, 6, 7, 8 }));
    }

    [Test]
    public void CommitLives_ManyTicks_IdsAreUniqueAscendingAndNeverReused()
    {
        var village = new Village(50, isOpen: true);
        var everSeen = new HashSet<uint>(village.Folk.Ids.ToArray());
        var previous = village.Folk.Ids.ToArray();
        village.OnStep = _ =>
        {
            village.Run(village.Folk, new Act(me =>
            {
                var draws = me.Draws(FolkView.Test);
                if (draws.Chance(0.3))
                    me.Die();
                if (draws.Chance(0.3))
                    me.Bear();
            }));
            village.CommitFolk();
        };
        for (var tick = 0; tick < 60 && village.Folk.Count > 0; tick++)
        {
            village.Advance();
            var ids = village.Folk.Ids.ToArray();
            Assert.That(ids, Is.Unique.And.Ordered);
            foreach (var id in ids.Except(previous))
                Assert.That(everSeen.Add(id), Is.True, "an id was given twice");
            previous = ids;
        }
        Assert.That(everSeen, Has.Count.GreaterThan(200));
    }

    [Test]
    public void Bear_Sequential_VisibleAtOnceAndActiveFromTheNextPass()
    {
        var village = new Village(3, Regime.FixedOrder, isOpen: true);
        var actors = new List<int>();
        var counts = new List<int>();
        var act = new Act(me =>
        {
            actors.Add(me.Row);
            me.Next.Wealth += 1;
            if (me.Row == 0)
                me.Bear();
            counts.Add(me.Population.Count);
        });
        village.Run(village.Folk, act);
        Assert.That(actors, Is.EqualTo(new[] { 0, 1, 2 }));
        Assert.That(counts, Is.All.EqualTo(4));
        Assert.That(village.Folk.Wealth.Values.ToArray(), Is.EqualTo(new[] { 1, 1, 1, 1 }));
        village.Run(village.Folk, act);
        Assert.That(actors[3..], Is.EqualTo(new[] { 0, 1, 2, 3 }));
        Assert.That(village.Folk.Ids.ToArray(), Is.EqualTo(new uint[] { 0, 1, 2, 3, 4 }));
    }

    [Test]
    public void Die_Sequential_NotActivatedNorSummedAndGoneAtCommit()
    {
        var village = new Village(4, Regime.FixedOrder, isOpen: true);
        var actors = new List<int>();
        village.Run(village.Folk, new Act(me =>
        {
            actors.Add(me.Row);
            if (me.Row == 1)
                me.Population.Die(2);
        }));
        Assert.That(actors, Is.EqualTo(new[] { 0, 1, 3 }));
        Assert.That((village.Folk.IsAlive(2), village.Folk.Count), Is.EqualTo((false, 4)));
        Assert.That(village.SumOf(default(One)), Is.EqualTo(3));
        Assert.That(village.CommitFolk(), Is.EqualTo(new[] { 0, 1, -1, 2 }));
        Assert.That(village.Folk.Origin.Values.ToArray(), Is.EqualTo(new[] { 0, 1, 3 }));
    }

    [Test]
    public void Run_RandomSequential_TheDeadStayUntouched()
    {
        var village = new Village(20, Regime.RandomSequential, isOpen: true);
        village.Run(village.Folk, new Act(me => me.Die()));
        var left = Enumerable.Range(0, 20).Count(village.Folk.IsAlive);
        Assert.That(left, Is.InRange(1, 15));
        var actors = new HashSet<int>();
        village.Run(village.Folk, new Act(me => actors.Add(me.Row)));
        Assert.That(actors.All(village.Folk.IsAlive), Is.True);
    }

    [Test]
    public void Die_ClosedPopulation_Throws()
    {
        var village = new Village(1);
        Assert.That(() => village.Run(village.Folk, new Act(me => me.Die())), Throws.InvalidOperationException);
        Assert.That(() => village.Run(village.Folk, new Act(me => me.Bear())), Throws.InvalidOperationException);
    }

    [Test]
    public void Bear_AnyThreads_SameRowsAndIds()
    {
        var one = Grown(1);
        foreach (var threads in new[] { 2, 3, 7, 16 })
            Assert.That(Grown(threads), Is.EqualTo(one));
    }

    [Test]
    public void Bear_Synchronous_NewbornHaveNoScratchAndAreTheLastRows()
    {
        var village = new Village(3, isOpen: true);
        village.Run(village.Folk, new Act(me =>
        {
            me.Population.Note[me.Row] = 7;
            Assert.That(me.Row == 1 ? -1 : me.Bear(), Is.EqualTo(-1));
            if (me.Row == 0)
                me.Die();
        }));
        village.CommitFolk();
        Assert.That(village.Folk.Note.All.ToArray(), Is.EqualTo(new[] { 7, 7, 0, 0 }));
        Assert.That(village.Folk.Newborn, Is.EqualTo(new Rows(2, 4)));
        village.CommitFolk();
        Assert.That(village.Folk.Newborn.Count, Is.Zero);
    }

    [Test]
    public void Bear_Sequential_GivesTheChildsRowAndNewbornAreThoseWhoLive()
    {
        var village = new Village(2, Regime.FixedOrder, isOpen: true);
        var children = new List<int>();
        village.Run(village.Folk, new Act(me =>
        {
            children.Add(me.Bear());
            children.Add(me.Bear());
            me.Population.Die(children[^1]);
        }));
        Assert.That(children, Is.EqualTo(new[] { 2, 3, 4, 5 }));
        village.CommitFolk();
        Assert.That(village.Folk.Newborn, Is.EqualTo(new Rows(2, 4)));
        Assert.That(village.Folk.Ids.ToArray(), Is.EqualTo(new uint[] { 0, 1, 2, 4 }));
    }

    [Test]
    public void Bear_TwoHundredFiftySixthChild_SaysSo()
    {
        var village = new Village(1, isOpen: true);
        Assert.That(
            () => village.Run(village.Folk, new Act(me =>
            {
                for (var child = 0; child < 256; child++)
                    me.Bear();
            })),
            Throws.InvalidOperationException.With.Message.Contains("255 children"));
        village.CommitFolk();
        Assert.That(village.Folk.Count, Is.EqualTo(256));
    }

    private static (uint Id, int Origin)[] Grown(int threads)
    {
        using var workers = new Workers(threads);
        var village = new Village(10_000, isOpen: true) { Workers = workers };
        for (var tick = 0; tick < 3; tick++)
        {
            village.Run(village.Folk, new Act(me =>
            {
                if (me.Id % 3 == 0)
                    me.Die();
                if (me.Id % 5 == 0)
                    me.Bear();
            }));
            village.CommitFolk();
        }
        var folk = village.Folk;
        return [.. Enumerable.Range(0, folk.Count).Select(row => (folk.Ids[row], folk.Origin[row]))];
    }

    private readonly struct One : ITerm<Folk>
    {
        public double Of(Agent<Folk> me) => 1;
    }
}
