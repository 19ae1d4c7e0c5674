using Agents.Numerics;

namespace Elites.Warfare;

/// <summary>
/// M1, the chance of victory v within two years, as those see it who fight: that a Brownian front with the drift of the
/// strengths ahead passes the decision (Siegmund 1985), where aid that is not committed may dry up (drift) or swing
/// (spread). A guarantee, also one that a settlement named, discounts it. Out of the front and the elite's belief follow the terms expected of the war.
/// </summary>
internal readonly struct ReckonVictory(War war, ElitesParameters parameters)
{
    private const double Horizon = 2;

    private readonly WarParameters p = parameters.War;

    public void Step()
    {
        war.VictoryChance = Chance();
        var belief = parameters.Belief;
        var hope = belief.Strength * belief.Terms * (war.Belief - belief.Usual);
        war.ExpectedTerms = Math.Clamp(p.ExpectedTerms + belief.Front * war.Front + hope, 0, 1);
    }

    /// <summary>The chance of victory (v).</summary>
    public double Chance()
    {
        var open = 1 - Math.Min(1, p.AidCommitmentWeeks / (Horizon * Clock.WeeksPerYear));
        var ahead = FightWar.AdversaryWith(war.Aid * (1 - p.Ambiguity * p.Fatigue * open), p);
        var drift = p.Movement * p.Advantage * (war.Strength / Math.Max(1e-9, war.Strength + ahead) - 0.5);
        var swing = p.HopeByVolatility * p.AidVolatility * open;
        var spread = Math.Sqrt(p.Fog * p.Fog + swing * swing);
        return (1 - p.Ambiguity * p.GuaranteeEffect * Math.Max(p.Guarantee, war.Guaranteed)) * Passes(p.Decision - war.Front, drift, spread);
    }

    /// <summary>The chance that a walk with drift passes a distance ahead within the horizon.</summary>
    public static double Passes(double distance, double drift, double spread)
    {
        if (distance <= 0)
            return 1;
        var deviation = spread * Math.Sqrt(Horizon);
        var beyond = Functions.NormalCdf((drift * Horizon - distance) / deviation);
        var returned = Functions.Exp(Math.Min(50, 2 * drift * distance / (spread * spread))) * Functions.NormalCdf((-drift * Horizon - distance) / deviation);
        return Math.Clamp(beyond + returned, 0, 1);
    }
}
