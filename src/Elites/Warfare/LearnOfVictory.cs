using System.Numerics;
using Elites.Populations;

namespace Elites.Warfare;

/// <summary>
/// M25, what the elite learns of the war (Slantchev 2003): v_hat' = v_hat + g (signal - v_hat), g = g0 / (1 + sd of aid /
/// its scale), each with news of its own. Nothing is learnt where nobody fights.
/// </summary>
internal readonly struct LearnOfVictory : IRule<Elite>
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

    public static bool HasBlockForm => true;

    public void Step(Agent<Elite> me)
    {
        var signal = chance + noise * me.Draws(Purposes.WarNews).SymmetricSingle();
        me.VictoryBelief = Math.Min(1, Math.Max(0, me.VictoryBelief + speed * (signal - me.VictoryBelief)));
    }

    public void Step(Block<Elite> block)
    {
        var beliefs = block.Lanes(block.Population.VictoryBelief);
        Span<float> room = stackalloc float[Population.BlockSize];
        var news = block.DrawSymmetric(Purposes.WarNews, room[..block.Length]);
        var (mean, rate, width) = (new Vector<float>(chance), new Vector<float>(speed), new Vector<float>(noise));
        for (var i = 0; i < beliefs.Length; i++)
        {
            var signal = mean + width * news[i];
            beliefs[i] = Vector.Min(Vector<float>.One, Vector.Max(Vector<float>.Zero, beliefs[i] + rate * (signal - beliefs[i])));
        }
        for (var row = block.Rest<float>().From; row < block.To; row++)
            Step(block[row]);
    }
}
