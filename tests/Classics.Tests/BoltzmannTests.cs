using Agents;

namespace Classics.Tests;

public sealed class BoltzmannTests
{
    // P(0) and the Gini coefficient; the first two regimes by theory, the sweeps by independent simulation.
    [TestCase(Regime.RandomSequential, 1, 300, 1 / 2.0, 2 / 3.0, 0.005)]
    [TestCase(Regime.RandomSequential, 3, 600, 1 / 4.0, 4 / 7.0, 0.005)]
    [TestCase(Regime.Synchronous, 1, 300, 0.4142, 0.5799, 0.003)]
    [TestCase(Regime.ShuffledSweep, 1, 300, 0.4626, 0.6305, 0.004)]
    [TestCase(Regime.FixedOrder, 1, 300, 0.4738, 0.6417, 0.004)]
    public void Distribution_LongRun_IsTheKnownOne(Regime regime, int meanWealth, int ticks, double sharePoor, double gini, double tolerance)
    {
        var found = LongRun(regime, meanWealth, ticks);
        found[0].RequireNear(sharePoor, tolerance);
        found[1].RequireNear(gini, tolerance);
    }

    [Test]
    public void SharePoor_SynchronousMeanTen_IsTheRootOfTheKnownEquation()
    {
        LongRun(Regime.Synchronous, 10, 1_500)[0].RequireNear(Math.Sqrt(101) - 10, 0.003);
    }

    [Test]
    public void Gini_OneOwnsAll_IsNearlyOne()
    {
        var model = new Boltzmann(new Boltzmann.Parameters { Agents = 2, Regime = Regime.FixedOrder }, Seed.Of(1));
        Assert.That(model.Gini(), Is.Zero);
        model.Advance();
        // The first gives to the second, who gives one back: equals again.
        Assert.That((model.Gini(), model.SharePoor()), Is.EqualTo((0.0, 0.0)));
    }

    private static Replications[] LongRun(Regime regime, int meanWealth, int ticks) => Replications.Of(3, seed =>
    {
        var model = new Boltzmann(new Boltzmann.Parameters { Agents = 20_000, MeanWealth = meanWealth, Regime = regime }, seed);
        Replications.Advance(model, ticks);
        return [model.SharePoor(), model.Gini()];
    });
}
