using Elites.People;
using Elites.Populations;
using Elites.Warfare;

namespace Elites.EliteLoyalty;

/// <summary>
/// M17, the stab in the back: where the narrative promised victory and the terms, as ultranationalists weigh them, fall short of it, the
/// right comes to believe in betrayal: SB' = SB + r (1 - SB)(1 - x) n, and the belief fades by a half-life. Whom the leader takes into his
/// service believe it less, and whom he suppresses more. In a world without war nothing falls short.
/// </summary>
internal readonly partial struct BelieveStabInBack : IRule<Elite>
{
    private readonly float growth;
    private readonly float left;

    public BelieveStabInBack(Settlement settlement, War war, Narrative narrative, Clock clock, ElitesParameters parameters)
    {
        var p = parameters.Right;
        var expected = settlement.Warness * parameters.Blame.InWar * (1 - war.ExpectedTerms);
        var shortfall = settlement.IsWar ? expected : expected + (1 - settlement.Warness) * (1 - settlement.Terms.For(EliteKind.Ultranationalist, parameters.Terms));
        var audience = (1 - p.CoOpt) * (1 + p.Backlash * p.Suppress);
        var strength = parameters.War.Enabled ? p.Strength : 0;
        growth = (float)clock.Share(Math.Min(1, strength * p.BeliefGrowth * shortfall * narrative.Strength * audience));
        left = (float)clock.Left(p.BeliefHalfLife);
    }

    /// <summary>The belief at which growth and fading meet.</summary>
    public float Lasting => growth > 0 ? growth / (growth + 1 - left) : 0;

    public void Step(Agent<Elite> me)
    {
        if (me.IsOfTheRight)
            me.Belief = Math.Min(1, me.Belief * left + growth * (1 - me.Belief));
    }
}
