using Elites.Economics;
using Elites.Warfare;

namespace Elites.Tests.Economics;

/// <summary>Shocks of growth and of the price of oil.</summary>
public class ShockEconomyTests
{
    [TestCase(52, 0.3)]
    [TestCase(208, 0.5318)]
    public void LastingDeviation_OfAYearlyChange_IsThatWorkedOutByHand(double halfLife, double expected) =>
        Assert.That(ShockEconomy.LastingDeviation(0.3, halfLife), Is.EqualTo(expected).Within(1e-4));

    // a = 2 ln 2 and b = 1/2: f(a) = .5410, f(b) = .7869, 2 a (f(a) - f(b))/(b^2 - a^2) = .4079, of which the root is .6386.
    [TestCase(26, 2, 0.03 / 0.63864)]
    // At a = b = 1/2 the limit is -f'(a) = .36082, of which the root is .60068.
    [TestCase(52 * 1.3862944, 2, 0.03 / 0.60068)]
    public void RateDeviation_OfAYearsGrowth_IsThatWorkedOutByHand(double halfLife, double recovery, double expected) =>
        Assert.That(ShockEconomy.RateDeviation(0.03, halfLife, recovery), Is.EqualTo(expected).Within(5e-4 * expected));

    // 4,000 years: the standard error of a deviation is about 1.2 % of it where years are apart, and 3 % for a price that lasts.
    [TestCase(1)]
    [TestCase(2)]
    public void Step_ManyYears_GrowthAndOilHaveTheirYearlyDeviations(int ticksPerWeek)
    {
        const int Years = 4_000;
        var (parameters, economy, settlement, clock, model) = (new ElitesParameters(), NewEconomy(), new Settlement(), new Clock(ticksPerWeek), new Idle());
        parameters.CentralBank.Enabled = false;
        var (growth, oil, price) = (0.0, 0.0, 0.0);
        for (var year = 0; year < Years; year++)
        {
            var before = (economy.Gap, economy.OilPrice);
            for (var tick = 0; tick < clock.TicksPerYear; tick++)
            {
                new ShockEconomy(economy, new Moment(model, clock), parameters).Step();
                new ShrinkEconomy(economy, settlement, clock, parameters).Step();
                model.Advance();
            }
            growth += Math.Pow(economy.Gap - before.Gap, 2);
            oil += Math.Pow(Math.Log(economy.OilPrice / before.OilPrice), 2);
            price += economy.OilPrice;
        }
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Math.Sqrt(growth / Years), Is.EqualTo(0.03).Within(5).Percent);
            Assert.That(Math.Sqrt(oil / Years), Is.EqualTo(0.3).Within(5).Percent);
            Assert.That(price / Years, Is.EqualTo(1).Within(0.1), "its mean is that of the start");
        }
    }

    [Test]
    public void Run_NoIntensity_EqualsNoDeviationsAndLeavesOutputToTheWar()
    {
        static Trial Run(Action<ElitesParameters> set) => Trial.Run(1_000, 60, 3, p =>
        {
            p.CentralBank.Enabled = false;
            set(p);
        });
        var (off, still, on) = (Run(p => p.Shocks.Intensity = 0), Run(p => (p.Shocks.Growth, p.Shocks.Oil) = (0, 0)), Run(_ => { }));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(off.Hash(), Is.EqualTo(still.Hash()));
            Assert.That(off.Series("output_gap"), Is.All.EqualTo(0));
            Assert.That(off.Series("oil_price"), Is.All.EqualTo(1));
            Assert.That(on.Series("output_gap")[1..], Is.All.Not.EqualTo(0));
        }
    }

    // g <- g r + x D each week, from 0 and with r = e^(-1/104): after a year x D (1 - r^52)/(1 - r).
    [Test]
    public void Step_SlumpImposedForAYear_OpensTheGap()
    {
        var (parameters, economy, model) = (new ElitesParameters(), NewEconomy(), new Idle());
        (parameters.Shocks.Growth, parameters.Shocks.GrowthNow, parameters.CentralBank.Enabled) = (0, -0.08, false);
        for (var week = 0; week < 52; week++)
        {
            new ShockEconomy(economy, new Moment(model, new Clock(1)), parameters).Step();
            new ShrinkEconomy(economy, new Settlement(), new Clock(1), parameters).Step();
        }
        var r = Math.Exp(-1 / 104.0);
        Assert.That(economy.Gap, Is.EqualTo(-0.08 / 52 * (1 - Math.Pow(r, 52)) / (1 - r)).Within(1e-9));
    }

    [Test]
    public void Run_OilPriceImposed_TakesRevenueRentsAndCurrencyButIsNoCostOfTheWar()
    {
        static Trial Run(double price, double sanctions = 0) => Trial.Run(1_000, 26, 3, p =>
        {
            (p.Shocks.Oil, p.Shocks.OilNow, p.Sanctions.ShadowFleet, p.Prices.ExchangeNoise) = (0, price, sanctions, 0);
            (p.Coup.Enabled, p.Right.Enabled, p.Patron.Support) = (false, false, 0);
        });
        var (usual, cheap, sanctioned) = (Run(0), Run(-0.7), Run(0, 0.5));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(cheap.Series("oil_price")[^1], Is.EqualTo(Math.Exp(-0.7)).Within(1e-12));
            Assert.That(cheap.Series("revenue")[^1], Is.EqualTo(0.07 * 0.85 * Math.Exp(-0.7) + 0.13).Within(1e-4));
            Assert.That(cheap.Series("rent_mean")[^1], Is.LessThan(usual.Series("rent_mean")[^1] - 0.05));
            Assert.That(cheap.Series("exchange_rate")[^1], Is.EqualTo(usual.Series("exchange_rate")[^1] * Math.Exp(0.5 * 0.7 * 0.5)).Within(2).Percent, "half-way after a half-life");
            Assert.That(cheap.Series("demand"), Is.EqualTo(usual.Series("demand")));
            Assert.That(sanctioned.Series("demand")[^1], Is.LessThan(usual.Series("demand")[^1]));
        }
    }

    [TestCase("output_gap", 0.015)]
    [TestCase("inflation", 0.002)]
    [TestCase("unemployment", 0.0005)]
    [TestCase("support", 0.005)]
    public void Run_AYearAfterASettlement_ShocksSpreadEveryWorld(string reporter, double least)
    {
        foreach (var (war, terms) in new[] { (true, 0.2), (true, 0.5), (true, double.NaN), (false, double.NaN) })
        {
            var differences = Enumerable.Range(1, 12).Select(seed => At(seed, true) - At(seed, false)).ToArray();
            var mean = differences.Average();
            Assert.That(Math.Sqrt(differences.Average(difference => (difference - mean) * (difference - mean))), Is.GreaterThan(least), $"war {war}, terms {terms}");

            double At(int seed, bool shocks) => Trial.Run(1_000, 78, seed, p =>
            {
                (p.War.Enabled, p.Shocks.Enabled) = (war, shocks);
                (p.Coup.Enabled, p.Right.Enabled, p.Protest.Enabled, p.Units.Enabled, p.Succession.Enabled) = (false, false, false, false, false);
            }, settleAt: double.IsNaN(terms) ? null : 26, terms).Series(reporter)[^1];
        }
    }

    private static Economy NewEconomy() => new() { DefenceShare = 0.092, DefenceShareInWar = 0.092 };

    /// <summary>A model in which only time passes.</summary>
    private sealed class Idle() : Model(Seed.Of(5))
    {
        protected override void Step()
        {
        }
    }
}
