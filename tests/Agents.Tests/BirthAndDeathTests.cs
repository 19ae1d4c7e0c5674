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
    public void Bear_MoreChildrenThanCanWait_SaysSo()
    {
        var village = new Village(1, isOpen: true);
        Assert.That(
            () => village.Run(village.Folk, new Act(me =>
            {
                me.Bear(65_535);
                me.Bear();
            })),
            Throws.InvalidOperationException.With.Message.Contains("65535 children"));
        village.CommitFolk();
        Assert.That(village.Folk.Count, Is.EqualTo(65_536));
    }

    [Test]
    public void Bear_Several_AreAsManySingleBirths([Values(Regime.Synchronous, Regime.FixedOrder)] Regime regime)
    {
        var (one, several) = (new Village(9, regime, isOpen: true), new Village(9, regime, isOpen: true));
        one.Run(one.Folk, new Act(me =>
        {
            for (var child = 0; child < me.Row; child++)
                me.Bear();
        }));
        var rows = new List<Rows>();
        several.Run(several.Folk, new Act(me => rows.Add(me.Bear(me.Row))));
        Assert.That(several.CommitFolk(), Is.EqualTo(one.CommitFolk()));
        Assert.That(Fingerprint.Of(several), Is.EqualTo(Fingerprint.Of(one)));
        Assert.That(several.Folk.Count, Is.EqualTo(9 + 36));
        Assert.That(rows.Sum(born => born.Count), Is.EqualTo(regime == Regime.Synchronous ? 0 : 36));
        Assert.That(() => several.Folk.Bear(-1), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => several.Folk.BearOf(45), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => several.Folk.Die(45), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void Bear_WithoutAParentInStep_NewcomersAreTheLastRowsAndHaveNothing()
    {
        var village = new Village(3, isOpen: true);
        village.Run(village.Folk, new Act(me =>
        {
            me.Next.Wealth = 5;
            me.Population.Memory[me.Row] = 6;
            if (me.Row == 1)
                me.Bear();
            if (me.Row == 2)
                me.Die();
        }));
        Assert.That(village.Folk.Bear(2).Count, Is.Zero);
        village.Folk.BearOf(0, 2);
        Village.CommitColumns(village.Folk.Wealth);
        Assert.That(village.CommitFolk(), Is.EqualTo(new[] { 0, 1, -1, 2, 3, 4, 5, 6 }));
        Assert.That((village.Folk.Newborn, village.Folk.Newcomers), Is.EqualTo((new Rows(2, 7), new Rows(5, 7))));
        Assert.That(village.Folk.Origin.Values.ToArray(), Is.EqualTo(new[] { 0, 1, 0, 0, 1, 0, 0 }));
        Assert.That(village.Folk.Wealth.Values.ToArray(), Is.EqualTo(new[] { 5, 5, 5, 5, 5, 0, 0 }));
        Assert.That(village.Folk.Wealth.Next.ToArray(), Is.EqualTo(village.Folk.Wealth.Values.ToArray()));
        Assert.That(village.Folk.Memory.All.ToArray(), Is.EqualTo(new[] { 6, 6, 6, 6, 6, 0, 0 }));
        village.Folk.Origin.Fill(village.Folk.Newcomers, [10, 11]);
        village.Folk.Wealth.Fill(village.Folk.Newborn, 1);
        Assert.That((village.Folk.Origin[5], village.Folk.Origin[6], village.Folk.Wealth[2], village.Folk.Wealth.Next[6], village.Folk.Wealth[1]), Is.EqualTo((10, 11, 1, 1, 5)));
        Assert.That(() => village.Folk.Origin.Fill(village.Folk.Newcomers, [1]), Throws.ArgumentException);
        Assert.That(() => village.Folk.Origin.Fill(new Rows(6, 8), 1), Throws.InstanceOf<ArgumentOutOfRangeException>());
        village.CommitFolk();
        Assert.That((village.Folk.Newborn.Count, village.Folk.Newcomers.Count), Is.EqualTo((0, 0)));
    }

    [Test]
    public void Bear_WithoutAParentOfASequentialPopulation_IsThereAtOnce()
    {
        var village = new Village(2, Regime.FixedOrder, isOpen: true);
        village.Run(village.Folk, new Act(me => me.Next.Wealth = 4));
        Assert.That(village.Folk.Bear(40), Is.EqualTo(new Rows(2, 42)));
        Assert.That((village.Folk.Wealth[1], village.Folk.Wealth[41]), Is.EqualTo((4, 0)));
        village.Folk.Die(41);
        village.CommitFolk();
        Assert.That(village.Folk.Newborn, Is.EqualTo(new Rows(2, 41)));
    }

    [Test]
    public void Bear_FromASynchronousRuleOnSeveralThreads_WaitsForTheCommit([Values] bool isSequential)
    {
        using var workers = new Workers(3);
        var village = new Village(10_000) { Workers = workers };
        var herd = new Herd(village, 0, isSequential ? Regime.FixedOrder : Regime.Synchronous);
        village.Run(village.Folk, new Act(me =>
        {
            if (me.Row % 3 == 0)
                Assert.That(herd.Bear(2).Count, Is.Zero);
        }));
        Assert.That(herd.Count, Is.Zero);
        Assert.That(Village.Committed(herd), Is.EqualTo(6_668));
        Assert.That(herd.Ids.ToArray(), Is.Unique.And.Ordered);
    }

    [Test]
    public void CommitLives_ByARule_Throws()
    {
        var village = new Village(2, Regime.FixedOrder, isOpen: true);
        Assert.That(() => village.Run(village.Folk, new Act(_ => village.CommitFolk())), Throws.InvalidOperationException.With.Message.Contains("in the model's Step"));
    }

    // Random births and deaths in both regimes against a list of agents, for many ticks.
    [Test]
    public void CommitLives_RandomLives_EqualsAList()
    {
        for (var trial = 0; trial < 60; trial++)
        {
            var draws = new Agents.Random.Draws(Seed.Of(trial), 0, 0, FolkView.Test);
            var village = new Village(draws.Below(40), isOpen: true);
            var list = Enumerable.Range(0, village.Folk.Count).Select(row => (Id: (uint)row, Origin: row)).ToList();
            var id = (uint)list.Count;
            for (var tick = 0; tick < 12; tick++)
            {
                var (deaths, births) = (draws.Uniform(), draws.Uniform());
                var fates = list.Select(_ => (Dies: draws.Chance(deaths * deaths), Children: draws.Chance(births) ? draws.Below(3) : 0)).ToList();
                var isInTurns = draws.Chance(0.5);
                var newcomers = draws.Below(3);
                village.Run(village.Folk, new Act(me =>
                {
                    me.Bear(fates[me.Row].Children);
                    if (fates[me.Row].Dies)
                        me.Die();
                }), isInTurns ? Regime.FixedOrder : Regime.Synchronous);
                village.Folk.Bear(newcomers);
                var newRows = village.CommitFolk();
                var born = list.SelectMany((agent, row) => Enumerable.Repeat(agent.Origin, fates[row].Children)).Concat(Enumerable.Repeat(0, newcomers)).Select(origin => (Id: id++, Origin: origin)).ToList();
                var whole = list.Select((agent, row) => (Agent: agent, fates[row].Dies)).Concat(born.Select(agent => (Agent: agent, Dies: false))).ToList();
                list = [.. whole.Where(agent => !agent.Dies).Select(agent => agent.Agent)];
                Assert.That(village.Folk.Ids.ToArray(), Is.EqualTo(list.Select(agent => agent.Id)));
                Assert.That(village.Folk.Origin.Values.ToArray(), Is.EqualTo(list.Select(agent => agent.Origin)));
                Assert.That(newRows, Is.EqualTo(whole.Select(agent => agent.Dies ? -1 : list.IndexOf(agent.Agent))));
                Assert.That(village.Folk.Newborn, Is.EqualTo(new Rows(list.Count - born.Count, list.Count)));
            }
        }
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
