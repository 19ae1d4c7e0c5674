using Elites.Economics;
using Elites.Warfare;

namespace Elites.Tests.Limits;

/// <summary>
/// M6 alone has the steady state of matching (Mortensen and Pissarides 1994): those who lose jobs are as many as those who
/// find them. Okun's law is what it makes of an output gap; no rule has a coefficient of Okun's.
/// </summary>
public class MatchingLimitTests
{
    private readonly ElitesParameters parameters = new();

    // Those who lose a job in a week, s (1 - u), are those who find one, u (1 - (1 - mu (v/u)^(1/2))^(12/52)), with v = u* exp(3 gap).
    [TestCase(0.02)]
    [TestCase(0)]
    [TestCase(-0.04)]
    [TestCase(-0.09)]
    public void Rates_LastingGap_UnemploymentSettlesWhereMatchingSays(double gap)
    {
        var p = parameters.Labour;
        double Excess(double u) =>
            u * Weekly(p.Finding * Math.Sqrt(p.NormalUnemployment * Math.Exp(p.VacancyResponse * gap) / u)) - Weekly(p.Separation) * (1 - u);
        var (low, high) = (0.005, 0.2);
        while (high - low > 1e-9)
            (low, high) = Excess((low + high) / 2) < 0 ? ((low + high) / 2, high) : (low, (low + high) / 2);
        Assert.That(Settled(gap), Is.EqualTo(low).Within(1e-6));
    }

    // At 1.9 % unemployed a percent of output is worth some 0.07 percent of the labour force, far from the 0.4 of Okun's law in
    // rich countries: vacancies answer the gap by their exponent alone. What a peace adds to it are the lay-offs of the plants.
    [Test]
    public void Rates_SmallGap_RaisesUnemploymentByLessThanOkun() =>
        Assert.That((Settled(-0.01) - Settled(0.01)) / 0.02, Is.InRange(0.06, 0.09));

    // Below the 2.3 % that the model starts from: a chance of a month is more than twelve 52nds of it in a week.
    [Test]
    public void Rates_NoGap_UnemploymentSettlesAtNearlyTwoPercent() => Assert.That(Settled(0), Is.EqualTo(0.019).Within(0.001));

    private static double Weekly(double perMonth) => 1 - Math.Pow(1 - perMonth, 12.0 / 52);

    /// <summary>Unemployment after 40 years of a gap, in a population without end.</summary>
    private double Settled(double gap)
    {
        var economy = new Economy { DefenceShare = 0.092, DefenceShareInWar = 0.092, Unemployment = 0.1, Gap = gap };
        var settlement = new Settlement();
        for (var week = 0; week < 40 * 52; week++)
        {
            var rates = JobRates.Of(economy, settlement, parameters, new Clock(1));
            economy.Unemployment += rates.Separation * (1 - economy.Unemployment) - rates.Finding * economy.Unemployment;
        }
        return economy.Unemployment;
    }
}
