using Elites.EliteLoyalty;

namespace Elites.Tests.EliteLoyalty;

/// <summary>M13, the noise of elite politics.</summary>
public class DriftShocksTests
{
    [Test]
    public void Drift_AHalfLife_LeavesHalf()
    {
        var shock = 1.0;
        for (var week = 0; week < 31; week++)
        {
            var draws = new Agents.Random.Draws(Seed.Of(1), 0, (uint)week, Purposes.RegimeShock);
            shock = new Drift(0, 31, new Clock(1)).Next(shock, draws.Normal());
        }
        Assert.That(shock, Is.EqualTo(0.5).Within(1e-12));
    }

    [TestCase(0.53, 31)]
    [TestCase(0.3, 26)]
    public void Drift_LongRun_HasItsStandardDeviation(double deviation, double halfLife)
    {
        // 4,000 separate paths of 200 weeks from 0: the standard error of the deviation is 1.1 % of it, the band 5 %.
        const int Paths = 4_000;
        var drift = new Drift(deviation, halfLife, new Clock(1));
        var squares = 0.0;
        for (var path = 0u; path < Paths; path++)
        {
            var draws = new Agents.Random.Draws(Seed.Of(2), path, 0, Purposes.PersonShock);
            var shock = 0.0;
            for (var week = 0; week < 200; week++)
                shock = drift.Next(shock, draws.Normal());
            squares += shock * shock;
        }
        Assert.That(Math.Sqrt(squares / Paths), Is.EqualTo(deviation).Within(0.05 * deviation));
    }

    [Test]
    public void Step_NoiseOff_LetsShocksFadeAlone()
    {
        var model = Trial.Make(set: p => (p.Loyalty.RegimeNoise, p.Loyalty.ClanNoise, p.Loyalty.RegimeHalfLife) = (0, 0, 31));
        (model.Climate.RegimeShock, model.Climate.ClanShocks[0]) = (1, 1);
        new DriftShocks(model.Climate, model.Moment, model.Parameters.Loyalty).Step();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(model.Climate.RegimeShock, Is.EqualTo(Math.Pow(2, -1 / 31.0)).Within(1e-12));
            Assert.That(model.Climate.ClanShocks[0], Is.EqualTo(Math.Pow(2, -1 / 52.0)).Within(1e-12));
        }
    }
}
