using Elites.Diplomacy;
using Elites.Economics;
using Elites.EliteLoyalty;

namespace Elites.Tests.Economics;

/// <summary>M5, M20 and M21: patron, revenue, budget, prices and the currency.</summary>
public class MoneyTests
{
    [Test]
    public void Budget_EveryTickOfManyRuns_MoneyInIsMoneyOut()
    {
        for (var seed = 1; seed <= 12; seed++)
        {
            var model = Trial.Make(1_000, seed, p => Vary(p, seed));
            var (reserves, overhang) = (model.Economy.Reserves, model.Economy.Overhang);
            for (var tick = 0; tick < 120 && !model.IsFinished; tick++)
            {
                if (tick == 40 && seed % 3 > 0)
                    model.Parameters.Settlement.Terms = 0.4;
                new BalanceBudget(model.Economy, model.Settlement, model.Persons, model.Clock, model.Parameters).Step();
                var e = model.Economy;
                using (Assert.EnterMultipleScope())
                {
                    Assert.That(e.Revenue + e.PaidFromReserves + e.Printed, Is.EqualTo(e.Spending).Within(1e-12));
                    Assert.That(e.Reserves - reserves, Is.EqualTo(-e.PaidFromReserves / 52).Within(1e-12));
                    Assert.That(e.Overhang - overhang, Is.EqualTo(e.Printed / 52).Within(1e-12));
                    Assert.That(e.Reserves, Is.Not.Negative);
                    Assert.That(e.Overhang, Is.Not.Negative);
                }
                model.Advance();
                (reserves, overhang) = (model.Economy.Reserves, model.Economy.Overhang);
            }
        }
    }

    [Test]
    public void Macro_FirstYearOfWarOverTwentySeeds_StaysWhereItWas()
    {
        var trials = Enumerable.Range(1, 20).Select(seed => Trial.Run(2_000, 52, seed, p => (p.Coup.Enabled, p.Right.Enabled, p.Shocks.Enabled) = (false, false, false))).ToArray();
        double Last(string reporter) => trials.Average(trial => trial.Series(reporter)[^1]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Last("output") - 1, Is.EqualTo(0.0145).Within(0.002), "growth of 1.4 to 1.6 %");
            Assert.That(Last("inflation"), Is.InRange(0.08, 0.092));
            Assert.That(trials.SelectMany(trial => trial.Series("inflation")), Is.All.InRange(0.06, 0.12));
            Assert.That(Last("exchange_rate"), Is.EqualTo(140).Within(6));
            Assert.That(Last("unemployment"), Is.EqualTo(0.023).Within(0.005));
            Assert.That(Last("rent_mean"), Is.EqualTo(1).Within(1e-3));
            Assert.That(Last("reserves"), Is.InRange(0.1, 0.12));
            Assert.That(Last("real_wage"), Is.EqualTo(1.0145).Within(0.01));
        }
    }

    [Test]
    public void Inflation_AfterASettlement_IsDrivenByTheOverhang()
    {
        static double Mean(double overhang) => Trial.Run(1_000, 60, 2, p =>
        {
            (p.Prices.Overhang, p.Settlement.Terms) = (overhang, 0.5);
            (p.Coup.Enabled, p.Right.Enabled) = (false, false);
        }).Series("inflation").Skip(8).Average();
        Assert.That(Mean(1) - Mean(0), Is.InRange(0.02, 0.05), "half of 9 % of output is spent in a year");
    }

    [TestCase(nameof(SanctionParameters.SecondaryOil), 0.3 * 0.7)]
    [TestCase(nameof(SanctionParameters.EnergyMajors), 0.15)]
    [TestCase(nameof(SanctionParameters.Banks), 0.1)]
    [TestCase(nameof(SanctionParameters.ShadowFleet), 0.4)]
    public void Revenue_FullSanction_TakesItsShareOfOil(string lever, double taken)
    {
        var model = Trial.Make();
        typeof(SanctionParameters).GetProperty(lever)!.SetValue(model.Parameters.Sanctions, 1.0);
        new CollectRevenue(model.Economy, model.Patron, model.War, model.Settlement, model.Parameters).Step();
        Assert.That(model.Economy.OilIncome, Is.EqualTo((0.85 - taken) / 0.85).Within(1e-3));
    }

    [Test]
    public void Reserves_RunOut_TheCurrencyFallsOnceAndPricesFollow()
    {
        static Trial Run(double reserves) => Trial.Run(1_000, 104, 4, p =>
        {
            (p.Prices.ReservesAtStart, p.Prices.ExchangeNoise, p.Prices.Printing) = (reserves, 0, 0);
            (p.Coup.Enabled, p.Right.Enabled, p.Shocks.Enabled) = (false, false, false);
        });
        var (crisis, calm) = (Run(0.005), Run(0.12));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(crisis.EventNames.Count(name => name == Happenings.CurrencyCrisis), Is.EqualTo(1));
            Assert.That(calm.EventNames, Has.No.Member(Happenings.CurrencyCrisis));
            Assert.That(crisis.Series("exchange_rate")[^1], Is.EqualTo(calm.Series("exchange_rate")[^1] * Math.Exp(0.4)).Within(2).Percent);
            Assert.That(crisis.Series("inflation").Max(), Is.GreaterThan(calm.Series("inflation").Max() + 0.01));
            Assert.That(crisis.Series("real_wage")[^1], Is.LessThan(calm.Series("real_wage")[^1] - 0.002));
        }
    }

    [TestCase(1, 0.01, 0)]
    [TestCase(0, 0.01 + 0.5 * 0.07 * 0.85 * 0.2, 0.5 * 0.07 * 0.85 * 0.2)]
    public void Budget_PriceOfOilFallsByAFifth_ReservesPayByTheRule(double rule, double printed, double moreFromReserves)
    {
        var (model, _) = AtPrice(1, rule);
        var before = model.Economy.PaidFromReserves;
        (model, var revenue) = AtPrice(0.8, rule);
        var lost = 0.07 * 0.85 * 0.2;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(revenue, Is.EqualTo(0.07 * 0.85 * 0.8 + 0.13).Within(1e-4));
            Assert.That(model.Economy.Printed, Is.EqualTo(printed).Within(2e-4));
            Assert.That(model.Economy.PaidFromReserves - before, Is.EqualTo(rule == 1 ? lost : moreFromReserves).Within(1e-5));
        }
    }

    [Test]
    public void Inflation_MoneyPrintedBeyondTheUsual_DrivesIt()
    {
        static double At(double printed, double printing, bool isWar = true)
        {
            var model = Trial.Make(set: p => (p.Prices.Printing, p.War.Enabled) = (printing, isWar));
            model.Economy.Printed = printed;
            new MovePrices(model.Economy, model.Settlement, model.Moment, model.Parameters).Begin();
            return model.Economy.Inflation;
        }
        using (Assert.EnterMultipleScope())
        {
            Assert.That(At(0.03, 1) - At(0.01, 1), Is.EqualTo(0.02).Within(1e-12), "a hundredth of output is what the war prints as it is");
            Assert.That(At(-0.02, 1), Is.EqualTo(At(0.01, 1)).Within(1e-12), "money taken back lowers the overhang, not prices");
            Assert.That(At(0.03, 0), Is.EqualTo(At(0.01, 0)));
            Assert.That(At(0.03, 1, isWar: false) - At(0, 1, isWar: false), Is.EqualTo(0.03).Within(1e-12));
        }
    }

    [TestCase(0.6, 1, 1)]
    [TestCase(0.2, 0, 0.6 - 0.15)]
    public void Patron_Approval_FallsWithDistanceAndTurnToTheWest(double terms, double warness, double approval)
    {
        var model = Trial.Make();
        Assert.That(ConsultPatron.ApprovalOf(terms, warness, model.Parameters), Is.EqualTo(approval).Within(1e-12));
    }

    [Test]
    public void Patron_Disapproval_CutsItsTrade()
    {
        var model = Trial.Make();
        var patron = new ConsultPatron(model.Patron, model.War, model.Settlement, model.Parameters);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(patron.FlowAt(0.9), Is.EqualTo(1).Within(1e-4));
            Assert.That(patron.FlowAt(0.3), Is.EqualTo(0.85).Within(1e-9));
            Assert.That(patron.FlowAt(0), Is.EqualTo(0.7).Within(0.001));
        }
    }

    [Test]
    public void Rents_Compensation_KeepsTheDirectors()
    {
        static double Rents(double compensation)
        {
            var model = Trial.Make(set: p => p.Rent.Compensation = compensation);
            model.Economy.DefenceShare = 0.035;
            return new FeelRents(model.Economy, model.Clock, model.Parameters).Mean(model.Elite);
        }
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Rents(1), Is.EqualTo(1).Within(1e-3));
            Assert.That(Rents(0), Is.InRange(0.8, 0.95));
        }
    }

    [Test]
    public void World_WithoutWar_HasABalancedBudgetAndNoOverhang()
    {
        var model = Trial.Make(set: p => p.War.Enabled = false);
        (model.Settlement.IsWar, model.Settlement.Warness) = (false, 0);
        new BalanceBudget(model.Economy, model.Settlement, model.Persons, model.Clock, model.Parameters).Step();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(model.Economy.Deficit, Is.Zero.Within(1e-12));
            Assert.That(model.Economy.Overhang, Is.Zero);
            Assert.That(model.Economy.DefenceShare, Is.EqualTo(0.035));
        }
    }

    private static (ElitesModel Model, double Revenue) AtPrice(double price, double rule)
    {
        var model = Trial.Make(set: p => p.Prices.BudgetRule = rule);
        model.Economy.OilPrice = price;
        new CollectRevenue(model.Economy, model.Patron, model.War, model.Settlement, model.Parameters).Step();
        new BalanceBudget(model.Economy, model.Settlement, model.Persons, model.Clock, model.Parameters).Step();
        return (model, model.Economy.Revenue);
    }

    private static void Vary(ElitesParameters p, int seed)
    {
        (p.Coup.Enabled, p.Right.Enabled) = (false, false);
        // At peace nothing was printed, so that nothing can be taken back.
        p.War.Enabled = seed % 4 > 0;
        p.Sanctions.ShadowFleet = seed % 4 / 3.0;
        p.Sanctions.SecondaryOil = seed % 2;
        p.Prices.ReservesAtStart = seed % 5 * 0.02;
        p.Prices.FromReserves = seed % 3 / 2.0;
        (p.Settlement.Conversion, p.Rent.Compensation) = (seed % 3 / 2.0, seed % 2);
        p.Sanctions.ReliefAtPeace = seed % 2;
        p.Patron.Disapproval = seed % 4 / 3.0;
    }
}
