namespace Elites.Tests;

/// <summary>War, money and hopes play the same story in ticks of half a week and a quarter of one.</summary>
public class TickLengthTests
{
    private static readonly Lazy<Trial> Weekly = new(() => Run(1));

    [TestCase(2)]
    [TestCase(4)]
    public void Run_ShorterTicks_EndsWhereWeeklyOnesDo(int ticksPerWeek)
    {
        var finer = Run(ticksPerWeek);
        using (Assert.EnterMultipleScope())
        {
            foreach (var reporter in new[] { "output", "inflation", "exchange_rate", "reserves", "overhang", "real_wage", "troops", "demand", "victory_chance", "victory_belief_mean" })
            {
                var (expected, actual) = (Weekly.Value.Series(reporter), finer.Series(reporter));
                Assert.That(actual[^1], Is.EqualTo(expected[^1]).Within(2).Percent, reporter);
                Assert.That(actual[40 * ticksPerWeek], Is.EqualTo(expected[40]).Within(2).Percent, $"{reporter}, in war");
            }
            Assert.That(finer.Series("front")[^1], Is.EqualTo(Weekly.Value.Series("front")[^1]).Within(0.01));
        }
    }

    // Nothing is left to chance but what averages out over the elite.
    private static Trial Run(int ticksPerWeek) => Trial.Run(1_000, 156 * ticksPerWeek, 1, p =>
    {
        p.Time.TicksPerWeek = ticksPerWeek;
        (p.War.Chance, p.War.AidVolatility, p.War.Porcupine, p.War.CasualtiesPerDay) = (0, 0, 0.5, 1_500);
        (p.Prices.ExchangeNoise, p.Prices.Slack, p.Bargaining.OffersPerYear) = (0, 0, 0);
        (p.Sanctions.ShadowFleet, p.Sanctions.DualUse) = (0.3, 0.2);
        (p.Belief.Noise, p.Labour.Enabled, p.Shocks.Enabled) = (0, false, false);
        (p.Coup.Enabled, p.Right.Enabled, p.Protest.Enabled) = (false, false, false);
    }, settleAt: 78 * ticksPerWeek, terms: 0.6);
}
