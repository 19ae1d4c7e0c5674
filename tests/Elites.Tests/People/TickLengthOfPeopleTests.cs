namespace Elites.Tests.People;

/// <summary>
/// Soldiers, people and elite play the same story in ticks of half a week: means over six seeds of 5,000 agents, within
/// about four standard errors of their difference and the half week by which a settlement comes earlier.
/// </summary>
public class TickLengthOfPeopleTests
{
    private const int Seeds = 6;
    private const int Settlement = 52;
    private const int Weeks = 104;

    private static readonly Lazy<Trial[]> Weekly = new(() => Run(1));
    private static readonly Lazy<Trial[]> Finer = new(() => Run(2));

    [TestCase("at_front", 0.06)]
    [TestCase("veterans_share", 0.05)]
    [TestCase("ptsd_share", 0.04)]
    [TestCase("veteran_crime", 0.002)]
    [TestCase("morale", 0.025)]
    [TestCase("unemployment", 0.008)]
    [TestCase("hardship_mean", 0.005)]
    [TestCase("legitimacy_mean", 0.004)]
    [TestCase("grievance_mean", 0.003)]
    [TestCase("grievance_mean_soldiers", 0.008)]
    [TestCase("grievance_mean_defence_workers", 0.02)]
    [TestCase("opinion_mean", 0.01)]
    [TestCase("repression", 0.003)]
    [TestCase("public_loyalty_mass", 0.015)]
    [TestCase("arrested_share", 0.003)]
    [TestCase("blame", 0.03)]
    [TestCase("stab_in_back_mean", 0.01)]
    [TestCase("loyalty_mean", 0.02)]
    [TestCase("loyalty_mean_directors", 0.03)]
    [TestCase("grievance_mean_directors", 0.02)] // a director hears a plant of a few workers, and half of what it feels
    [TestCase("public_loyalty_mean", 0.006)]
    [TestCase("assets_seized", 0.001)]
    public void Run_HalfWeeks_MeansAreThoseOfWeeks(string reporter, double tolerance)
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (var week in new[] { Settlement, 65, 78, Weeks })
                Assert.That(Mean(Finer.Value, reporter, 2 * week), Is.EqualTo(Mean(Weekly.Value, reporter, week)).Within(tolerance), $"week {week}");
        }
    }

    private static double Mean(Trial[] trials, string reporter, int tick) => trials.Average(trial => trial.Series(reporter)[tick]);

    // Chance that does not average out over persons is off, and neither plots nor crowds end a run.
    private static Trial[] Run(int ticksPerWeek) => [.. Enumerable.Range(1, Seeds).Select(seed => Trial.Run(5_000, Weeks * ticksPerWeek, seed, p =>
    {
        p.Time.TicksPerWeek = ticksPerWeek;
        (p.Population.Soldiers, p.Population.Ultranationalists, p.Loyalty.Base) = (1_800, 600, 1.2);
        (p.Loyalty.RegimeNoise, p.Loyalty.ClanNoise, p.War.Chance, p.War.AidVolatility, p.Prices.ExchangeNoise) = (0, 0, 0, 0, 0);
        (p.Protest.IncidentsPerYear, p.Bargaining.OffersPerYear, p.Coup.Launch, p.Coup.EstimateError) = (0, 0, 1, 0);
        (p.Leader.Information, p.Succession.Enabled, p.Obedience.NoticedShare, p.Shocks.Enabled) = (1, false, 1, false);
    }, settleAt: Settlement * ticksPerWeek, terms: 0.2))];
}
