namespace Agents.Tests;

public sealed class ClaimsTests
{
    [Test]
    public void Resolve_DifferentPriorities_HighestWins()
    {
        var village = new Village(4);
        var claims = new Claims(village.Folk, 3);
        float[] priorities = [1, 3, 2, -5];
        village.Run(village.Folk, new Act(me => claims.Propose(me, me.Row == 3 ? 2 : 0, priorities[me.Row])));
        claims.Resolve();
        Assert.That(new[] { claims.Winner(0), claims.Winner(1), claims.Winner(2) }, Is.EqualTo(new[] { 1, -1, 3 }));
        Assert.That(new[] { claims.Prize(0), claims.Prize(1), claims.Prize(2), claims.Prize(3) }, Is.EqualTo(new[] { -1, 0, -1, 2 }));
        Assert.That(claims.HasWon(1) && !claims.HasWon(2), Is.True);
    }

    [Test]
    public void Resolve_WithoutNewClaims_ForgetsTheOld()
    {
        var village = new Village(1);
        var claims = new Claims(village.Folk, 1);
        village.Run(village.Folk, new Act(me => claims.Propose(me, 0, 1)));
        claims.Resolve();
        claims.Resolve();
        Assert.That((claims.Winner(0), claims.HasWon(0)), Is.EqualTo((-1, false)));
    }

    [Test]
    public void Resolve_Ties_FavourNobodyAndVaryByTick()
    {
        var village = new Village(4);
        var claims = new Claims(village.Folk, 1);
        var wins = new int[4];
        village.OnStep = _ =>
        {
            village.Run(village.Folk, new Act(me => claims.Propose(me, 0, 1)));
            claims.Resolve();
            wins[claims.Winner(0)]++;
        };
        for (var tick = 0; tick < 4_000; tick++)
            village.Advance();
        // A binomial standard deviation is 27.
        Assert.That(wins, Is.All.EqualTo(1_000).Within(120));
    }

    [TestCase(2)]
    [TestCase(3)]
    [TestCase(7)]
    [TestCase(16)]
    public void Resolve_AnyThreads_SameWinners(int threads)
    {
        Assert.That(WinnersOf(threads), Is.EqualTo(WinnersOf(1)));
    }

    [Test]
    public void Propose_NoSuchTargetOrNoNumber_Throws()
    {
        var village = new Village(1);
        var claims = new Claims(village.Folk, 2);
        Assert.That(() => village.Run(village.Folk, new Act(me => claims.Propose(me, 2, 1))), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => village.Run(village.Folk, new Act(me => claims.Propose(me, 0, float.NaN))), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void Propose_Newborn_MayClaimAtOnce()
    {
        var village = new Village(1, isOpen: true);
        var claims = new Claims(village.Folk, 40);
        for (var i = 0; i < 5; i++)
        {
            village.Run(village.Folk, new Act(me => me.Bear()));
            village.CommitFolk();
        }
        village.Run(village.Folk, new Act(me => claims.Propose(me, me.Row, 1)));
        claims.Resolve();
        Assert.That(Enumerable.Range(0, 40).Select(claims.Winner), Is.EqualTo(Enumerable.Range(0, 40).Select(row => row < 32 ? row : -1)));
    }

    [Test]
    public void HasWon_ChildOfAWinner_HasWonNothing()
    {
        var village = new Village(2, isOpen: true);
        var claims = new Claims(village.Folk, 1);
        village.Run(village.Folk, new Act(me => claims.Propose(me, 0, me.Row)));
        claims.Resolve();
        village.Run(village.Folk, new Act(me => me.Bear()));
        village.CommitFolk();
        Assert.That(Enumerable.Range(0, 4).Where(claims.HasWon), Is.EqualTo(new[] { 1 }));
    }

    [Test]
    public void Propose_TargetsOfAGrowingPopulation_MayBeClaimedOnceBorn()
    {
        var village = new Village(2, isOpen: true);
        var claims = new Claims(village.Folk, village.Folk);
        Assert.That(() => village.Run(village.Folk, new Act(me => claims.Propose(me, 3, 1))), Throws.InstanceOf<ArgumentOutOfRangeException>());
        village.Run(village.Folk, new Act(me => me.Bear()));
        village.CommitFolk();
        village.Run(village.Folk, new Act(me => claims.Propose(me, 3 - me.Row, 1)));
        claims.Resolve();
        Assert.That(Enumerable.Range(0, 4).Select(claims.Winner), Is.EqualTo(new[] { 3, 2, 1, 0 }));
        village.Run(village.Folk, new Act(me => me.Bear()));
        village.CommitFolk();
        Assert.That(claims.Winner(7), Is.EqualTo(-1));
    }

    [Test]
    public void Propose_ByAnotherPopulation_Throws()
    {
        var claims = new Claims(new Village(9).Folk, 1);
        var others = new Village(1);
        Assert.That(() => others.Run(others.Folk, new Act(me => claims.Propose(me, 0, 1))), Throws.ArgumentException);
    }

    private static int[] WinnersOf(int threads)
    {
        using var workers = new Workers(threads);
        var village = new Village(20_000) { Workers = workers };
        var claims = new Claims(village.Folk, 500);
        village.Run(village.Folk, new Act(me =>
        {
            var draws = me.Draws(FolkView.Test);
            claims.Propose(me, draws.Below(500), draws.Below(10));
        }));
        claims.Resolve();
        return [.. Enumerable.Range(0, 500).Select(claims.Winner)];
    }
}
