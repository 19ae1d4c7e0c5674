namespace Elites.EliteLoyalty;

/// <summary>M13, the noise of elite politics: first-order autoregressive shocks that the regime and each clan share.</summary>
internal readonly struct DriftShocks(EliteClimate climate, Moment moment, LoyaltyParameters p)
{
    public void Step()
    {
        var draws = moment.Draws(Purposes.RegimeShock);
        climate.RegimeShock = new Drift(p.RegimeNoise, p.RegimeHalfLife, moment.Clock).Next(climate.RegimeShock, draws.Normal());
        var drift = new Drift(p.ClanNoise, p.ClanHalfLife, moment.Clock);
        draws = moment.Draws(Purposes.ClanShock);
        foreach (ref var shock in climate.ClanShocks.AsSpan())
            shock = drift.Next(shock, draws.Normal());
    }
}
