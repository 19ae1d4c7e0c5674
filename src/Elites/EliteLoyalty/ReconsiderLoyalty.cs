using System.Numerics;
using System.Runtime.InteropServices;
using Agents.Numerics;
using Agents.Random;
using Elites.People;
using Elites.Populations;
using Elites.Warfare;

namespace Elites.EliteLoyalty;

/// <summary>
/// M13, the loyalty of the elite: the logistic of its motives (<see cref="LoyaltyMotives"/>) and of noise. Loyalty falls
/// fast and rises slowly, and part of a fall comes at once when a settlement is announced.
/// </summary>
internal readonly struct ReconsiderLoyalty(Circumstances seen, Office office, EliteClimate climate, ProspectTable prospect, Clock clock, ElitesParameters parameters) : IRule<Elite>
{
    private readonly LoyaltyMotives motives = new(seen, office, climate, prospect, parameters);
    private readonly Drift drift = new(parameters.Loyalty.PersonNoise, parameters.Loyalty.PersonHalfLife, clock);
    private readonly float up = (float)clock.Share(parameters.Loyalty.SpeedUp);
    private readonly float down = (float)SpeedDown(seen.Settlement, clock, parameters.Loyalty);

    public static bool HasBlockForm => true;

    public void Step(Agent<Elite> me)
    {
        var draws = me.Draws(Purposes.PersonShock);
        me.Shock = (float)drift.Next(me.Shock, draws.Normal());
        Approach(me, Target(me));
    }

    public void Step(Block<Elite> block)
    {
        Span<double> news = stackalloc double[block.Length];
        Draws.FillNormal(block.Ids, block.Population.Model.Seed, block.Moment, Purposes.PersonShock, news);
        drift.Step(block.Population.Shock.All[block.From..block.To], news);
        Span<float> targets = stackalloc float[block.Length];
        motives.Logits(block, targets);
        var wide = MemoryMarshal.Cast<float, Vector<float>>(targets);
        var loyalty = block.Lanes(block.Population.Loyalty);
        var next = block.NextLanes(block.Population.Loyalty);
        for (var i = 0; i < wide.Length; i++)
        {
            var change = Functions.Logistic(wide[i]) - loyalty[i];
            var speed = Vector.ConditionalSelect(Vector.LessThan(change, Vector<float>.Zero), new Vector<float>(down), new Vector<float>(up));
            next[i] = loyalty[i] + change * speed;
        }
        for (var row = block.Rest<float>().From; row < block.To; row++)
            Approach(block[row], Functions.Logistic(targets[row - block.From]));
    }

    /// <summary>The loyalty that the agent's position calls for.</summary>
    public float Target(Agent<Elite> me) => Functions.Logistic(motives.Logit(me));

    private void Approach(Agent<Elite> me, float target)
    {
        var change = target - me.Loyalty;
        me.Next.Loyalty = me.Loyalty + change * (change < 0 ? down : up);
    }

    private static double SpeedDown(Settlement settlement, Clock clock, LoyaltyParameters p)
    {
        var atOnce = settlement.IsAnnouncement ? p.FallAtOnce : 0;
        return atOnce + (1 - atOnce) * clock.Share(p.SpeedDown);
    }
}
