using Elites.Populations;

namespace Elites.Warfare;

/// <summary>
/// M25, what the elite learns of the war (Slantchev 2003): v_hat' = v_hat + g (signal - v_hat), g = g0 / (1 + sd of aid /
/// its scale), each with news of its own. Nothing is learnt where nobody fights.
/// </summary>
internal readonly partial struct LearnOfVictory : IRule<Elite>
{
    /// <summary>Standard deviation of a number even between -1 and 1, turned round.</summary>
    private const double Root3 = 1.7320508075688772;

    private readonly float chance;
    private readonly float speed;
    private readonly float noise;

    public LearnOfVictory(War war, Clock clock, ElitesParameters parameters)
    {
        var p = parameters.Belief;
        chance = (float)war.VictoryChance;
        var volatility = p.Confusion == 0 ? 0 : parameters.War.AidVolatility / p.Confusion;
        speed = (float)Math.Min(1, p.Strength * clock.Share(p.Speed / (1 + volatility)));
        noise = (float)(p.Noise * Root3 * Math.Sqrt(clock.TicksPerWeek));
    }

    public void Step(Agent<Elite> me)
    {
        var signal = chance + noise * me.Draws(Purposes.WarNews).SymmetricSingle();
        me.VictoryBelief = Math.Min(1, Math.Max(0, me.VictoryBelief + speed * (signal - me.VictoryBelief)));
    }
}
