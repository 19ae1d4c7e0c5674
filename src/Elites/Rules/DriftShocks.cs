using Agents.Random;
using Elites.Parameters;

namespace Elites.Rules;

/// <summary>M13, the noise of elite politics: first-order autoregressive shocks that the regime and each clan share.</summary>
internal readonly struct DriftShocks(ElitesModel model, LoyaltyParameters p)
{
    public void Step()
    {
        var politics = model.Politics;
        var regime = model.Draws(Purposes.RegimeShock);
        politics.RegimeShock = Next(politics.RegimeShock, p.RegimeNoise, p.RegimeHalfLife, ref regime);
        var clans = model.Draws(Purposes.ClanShock);
        foreach (ref var shock in politics.ClanShocks.AsSpan())
            shock = Next(shock, p.ClanNoise, p.ClanHalfLife, ref clans);
    }

    /// <summary>The next value of a shock with this standard deviation and half-life.</summary>
    public static double Next(double shock, double deviation, double halfLife, ref Draws draws)
    {
        var left = Politics.Left(1, halfLife);
        return left * shock + deviation * Math.Sqrt(1 - left * left) * draws.Normal();
    }
}
