namespace Elites.Tests;

/// <summary>What an outside review found wrong, held so that it stays mended; slow ones are in configs/elites/findings.</summary>
public class FindingsTests
{
    [Test]
    public void Grievance_OfTheElite_IsReadByConspirators()
    {
        var differing = 0;
        for (var seed = 1; seed <= 20; seed++)
            differing += Log(seed, 1) == Log(seed, 0) ? 0 : 1;
        Assert.That(differing, Is.GreaterThanOrEqualTo(10), "of 20 pairs of a lost war without protest");

        static string Log(int seed, double intensity) => string.Join('\n', Trial.Run(1_000, 104, seed, p =>
        {
            p.Protest.Enabled = false;
            (p.Grievance.Intensity, p.Coup.Threshold) = (intensity, 0.45);
        }, settleAt: 10, terms: 0.2).Model.Events.All.Select(one => one.ToString()));
    }

    [Test]
    public void EnemyOutside_Off_MakesTheEliteNoMoreLoyal()
    {
        // Paired by random numbers: what is left is the statement alone, so that a few seeds do.
        var differences = Enumerable.Range(1, 8).Select(seed => Loyalty(seed, 0) - Loyalty(seed, 1)).ToArray();
        Assert.That(differences, Is.All.LessThanOrEqualTo(1e-6));
        Assert.That(differences.Average(), Is.LessThan(-1e-4), "want of support is weakness");

        static double Loyalty(int seed, double enemy) => Trial.Run(2_000, 60, seed, p =>
        {
            (p.Coup.Enabled, p.Right.Enabled, p.Protest.Enabled, p.Loyalty.Turnover) = (false, false, false, 0);
            (p.Legitimacy.Enemy, p.Loyalty.SupportWanted) = (enemy, 0.6);
        }).Series("loyalty_mean").Skip(1).Average();
    }

    [Test]
    public void Elite_ModelsOfAnyNumberOfAgents_HaveTheSame()
    {
        var (small, large) = (Trial.Make(1_500).Elite, Trial.Make(20_000).Elite);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(large.Force.All.ToArray(), Is.EqualTo(small.Force.All.ToArray()));
            Assert.That(large.Threshold.Values.ToArray(), Is.EqualTo(small.Threshold.Values.ToArray()));
            Assert.That(large.Clan.Values.ToArray(), Is.EqualTo(small.Clan.Values.ToArray()));
        }
    }

    [Test]
    public void Frailty_OfARun_IsTheSameInEveryWorld()
    {
        var (war, peace) = (Trial.Make(), Trial.Make(set: p => p.War.Enabled = false));
        Assert.That(war.Climate.Frailty, Is.EqualTo(peace.Climate.Frailty).And.Not.Zero);
        for (var week = 0; week < 30; week++)
            war.Advance();
        Assert.That(war.Climate.Frailty, Is.EqualTo(peace.Climate.Frailty));
    }

    [TestCase("veterans.betrayal", "veterans_organised")] // S49
    [TestCase("veterans.betrayal", "crowd_strength")]
    [TestCase("veterans.brutalisation", "veterans_organised")] // S83
    [TestCase("veterans.brutalisation", "crowd_strength")]
    public void Veterans_StatementOff_OrganiseAndMarchLess(string key, string measure)
    {
        var (on, off) = (Peak(null), Peak(key));
        Assert.That(off, Is.LessThan(0.9 * on));

        double Peak(string? removed) => Enumerable.Range(1, 4).Average(seed => Trial.Run(4_000, 100, seed, p =>
        {
            (p.Coup.Enabled, p.Right.Enabled) = (false, false);
            if (removed is not null)
                Setting.Of(removed).Set(p, 0);
        }, settleAt: 20, terms: 0.2).Series(measure).Max());
    }
}
