using Agents.Numerics;

namespace Elites.Economics;

/// <summary>
/// Shocks of growth and of the price of oil, first-order autoregressive and 0 at the start. Growth's rate x adds to the output
/// gap, which closes by itself: x's deviation follows from that of a year's growth. The oil price has its mean at that of the start.
/// </summary>
internal readonly struct ShockEconomy(Economy economy, Moment moment, ElitesParameters parameters)
{
    private readonly ShockParameters p = parameters.Shocks;
    private readonly Clock clock = moment.Clock;

    public void Step()
    {
        var growth = new Drift(p.Strength * RateDeviation(p.Growth, p.GrowthHalfLife, parameters.Recession.RecoveryYears), p.GrowthHalfLife, clock);
        economy.GrowthDrift = growth.Next(economy.GrowthDrift, moment.Draws(Purposes.GrowthShock).Normal());
        var deviation = p.Strength * LastingDeviation(p.Oil, p.OilHalfLife);
        var mean = -deviation * deviation / 2; // that of a lognormal variable is 1 then
        economy.OilDrift = mean + new Drift(deviation, p.OilHalfLife, clock).Next(economy.OilDrift - mean, moment.Draws(Purposes.OilPrice).Normal());
        economy.Shock = p.Strength > 0 ? economy.GrowthDrift + p.Strength * p.GrowthNow : 0;
        economy.OilPrice = p.Strength > 0 ? Functions.Exp(economy.OilDrift + p.Strength * p.OilNow) : 1;
    }

    /// <summary>The deviation of what reverts with a half-life, from that of its change over a year.</summary>
    public static double LastingDeviation(double ofChange, double halfLifeWeeks) =>
        ofChange / Math.Sqrt(2 * (1 - Clock.LeftAfter(Clock.WeeksPerYear, halfLifeWeeks)));

    /// <summary>
    /// The deviation s of the rate x that gives the gap, g' = x - g/Tc, a deviation of its change over a year: with a = ln 2/half-life,
    /// b = 1/Tc and f(z) = (1 - e^-z)/z the variance of that change is 2 s^2 a (f(a) - f(b))/(b^2 - a^2).
    /// </summary>
    public static double RateDeviation(double ofGrowth, double halfLifeWeeks, double recoveryYears)
    {
        var (a, b) = (Functions.Log(2) * Clock.WeeksPerYear / halfLifeWeeks, 1 / recoveryYears);
        if (Math.Abs(b - a) < 0.001 * a)
            b = 1.001 * a; // the formula is 0/0 at b = a, and hardly differs from its limit here
        return ofGrowth / Math.Sqrt(2 * a * (Closed(a) - Closed(b)) / (b * b - a * a));
    }

    private static double Closed(double rate) => (1 - Functions.Exp(-rate)) / rate;
}
