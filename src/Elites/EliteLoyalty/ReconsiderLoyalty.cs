using Agents.Numerics;
using Elites.People;
using Elites.Populations;

namespace Elites.EliteLoyalty;

/// <summary>
/// M13, the loyalty of the elite: the logistic of its motives (<see cref="LoyaltyMotives"/>) and of noise. Loyalty falls
/// fast and rises slowly.
/// </summary>
internal readonly partial struct ReconsiderLoyalty(Circumstances seen, Office office, EliteClimate climate, ProspectTable prospect, Clock clock, ElitesParameters parameters) : IRule<Elite>
{
    private readonly LoyaltyMotives motives = new(seen, office, climate, prospect, parameters);
    private readonly Drift drift = new(parameters.Loyalty.PersonNoise, parameters.Loyalty.PersonHalfLife, clock);
    private readonly float owed = (float)clock.Left(parameters.Loyalty.DebtHalfLife);
    private readonly float year = (float)clock.Years;
    private readonly float up = (float)clock.Share(parameters.Loyalty.SpeedUp);
    private readonly float down = (float)clock.Share(parameters.Loyalty.SpeedDown);

    public void Step(Agent<Elite> me)
    {
        var draws = me.Draws(Purposes.PersonShock);
        me.Shock = (float)drift.Next(me.Shock, draws.Normal());
        me.Debt *= owed;
        Approach(me, Target(me));
        me.IdeologyUsually = Usual.Next(me.IdeologyUsually, me.Ideology, year);
        me.InterestUsually = Usual.Next(me.InterestUsually, me.Interest, year);
    }

    /// <summary>The loyalty that the agent's position calls for.</summary>
    public float Target(Agent<Elite> me) => Functions.Logistic(motives.Logit(me));

    private void Approach(Agent<Elite> me, float target)
    {
        var change = target - me.Loyalty;
        me.Next.Loyalty = me.Loyalty + change * (change < 0 ? down : up);
    }
}
