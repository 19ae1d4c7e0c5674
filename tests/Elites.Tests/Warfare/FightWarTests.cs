using Elites.Economics;
using Elites.Warfare;

namespace Elites.Tests.Warfare;

/// <summary>M1: front, ranks, aid and the chance of victory.</summary>
public class FightWarTests
{
    [Test]
    public void War_TakenUpAgain_MobilisesOverWeeksAndLosesByItsTroops()
    {
        var trial = Trial.Run(2_000, 130, set: p => (p.Coup.Enabled, p.Right.Enabled, p.Protest.Enabled) = (false, false, false), intervene: (p, tick) =>
            p.Settlement.Terms = tick is >= 20 and < 72 ? 0.6 : -1);
        var (troops, casualties, mutinous) = (trial.Series("troops"), trial.Series("casualties"), trial.Series("mutinous_units"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(troops[72], Is.LessThan(0.05), "a year after the settlement hardly anyone is there");
            Assert.That(troops[76], Is.InRange(0.15, 0.5));
            Assert.That(troops[90], Is.GreaterThan(0.65));
            Assert.That(casualties[76] - casualties[72], Is.LessThan(0.5 * 28_000), "who is not there does not fall");
            Assert.That(casualties[110] - casualties[109], Is.EqualTo(7_000).Within(600));
            Assert.That(mutinous.Skip(72).Max(), Is.LessThan(0.3));
        }
    }

    [Test]
    public void Step_Baseline_IsAStalemate()
    {
        var model = Trial.Make(set: p => p.War.AidVolatility = 0);
        Fight(model);
        Assert.That(model.War.Strength / (model.War.Strength + model.War.Adversary), Is.EqualTo(0.5).Within(1e-4));
    }

    [Test]
    public void Step_Fortified_DriftsBackByTheShareOfStrength()
    {
        // S = 1/3, so that the front moves by -1/6 in a year.
        var model = Trial.Make(set: p => (p.War.AidVolatility, p.War.Chance, p.War.Porcupine) = (0, 0, 1));
        for (var week = 0; week < 52; week++)
            Fight(model);
        Assert.That(model.War.Front, Is.EqualTo(-1.0 / 6).Within(1e-3));
    }

    [Test]
    public void Step_ManySeeds_SpreadsByTheRootOfTime()
    {
        var fronts = Enumerable.Range(1, 100).Select(seed =>
        {
            var trial = Trial.Run(1_000, 52, seed, p => p.War.AidVolatility = 0);
            return trial.Model.Tick == 52 ? trial.Model.War.Front : 0;
        }).ToArray();
        // 100 draws estimate a deviation of 0.15 with a standard error of 0.011.
        Assert.That(Math.Sqrt(fronts.Average(front => front * front)), Is.EqualTo(0.15).Within(0.04));
    }

    [TestCase(1_000, 0.7)]
    [TestCase(1_500, 0.6204)]
    public void Step_AYear_RecruitsFillTheRanksOrFallShort(double casualties, double troops)
    {
        var model = Trial.Make(set: p => p.War.CasualtiesPerDay = casualties);
        for (var week = 0; week < 52; week++)
            Fight(model);
        // 36,000 a month against 7 times 1,500 a week of those who fight, falling with them: T' = T (1 - .015) + .0083 each week.
        Assert.That(model.War.Troops, Is.EqualTo(troops).Within(1e-3));
    }

    [Test]
    public void Step_Escalated_LosesMore()
    {
        var model = Trial.Make();
        model.War.IsEscalated = true;
        Fight(model);
        Assert.That(model.War.Intensity, Is.EqualTo(1.5));
    }

    [Test]
    public void Passes_WithoutDrift_IsTwiceTheTail() =>
        Assert.That(ReckonVictory.Passes(0.6, 0, 0.3), Is.EqualTo(2 * 0.0786496).Within(1e-6)); // 2 Phi(-0.6 / (0.3 sqrt 2))

    [Test]
    public void Chance_Baseline_IsAboutAThird() => Assert.That(Chance(_ => { }), Is.EqualTo(0.35).Within(0.02));

    [Test]
    public void Chance_Levers_MoveItTheirWay()
    {
        var usual = Chance(_ => { });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Chance(p => p.War.Porcupine = 1), Is.LessThan(usual - 0.1));
            Assert.That(Chance(p => p.War.Strikes = 1), Is.LessThan(usual - 0.1));
            Assert.That(Chance(p => p.War.Aid = 2), Is.LessThan(usual - 0.1));
            Assert.That(Chance(p => p.War.AidCommitmentWeeks = 104), Is.LessThan(usual));
            Assert.That(Chance(p => p.War.AidVolatility = 0.6), Is.GreaterThan(usual + 0.05), "swings keep hope alive");
            Assert.That(Chance(p => (p.War.AidVolatility, p.War.HopeByVolatility) = (0.6, 0)), Is.LessThan(usual), "where they count for nothing they do not");
            Assert.That(Chance(p => p.War.Guarantee = 1), Is.EqualTo(0.2 * usual).Within(1e-9));
        }
    }

    [Test]
    public void Step_ExpectedTerms_FollowFrontAndBelief()
    {
        var model = Trial.Make();
        (model.War.Front, model.War.Belief) = (-0.2, 0.1);
        new ReckonVictory(model.War, model.Parameters).Step();
        Assert.That(model.War.ExpectedTerms, Is.EqualTo(0.5 - 0.1 - 0.4 * 0.25).Within(1e-12));
    }

    private static void Fight(ElitesModel model)
    {
        new SupplyArmy(model.War, model.Settlement, model.Patron, model.Economy, model.Parameters).Step();
        new FightWar(model.War, model.Settlement, model.Persons, model.Moment, model.Parameters).Step();
    }

    // The strengths follow the levers; chance and swings are left out.
    private static double Chance(Action<ElitesParameters> set)
    {
        var model = Trial.Make(set: p =>
        {
            p.War.Chance = 0;
            set(p);
        });
        Fight(model);
        (model.War.Front, model.War.Aid) = (0, model.Parameters.War.Aid);
        return new ReckonVictory(model.War, model.Parameters).Chance();
    }
}
