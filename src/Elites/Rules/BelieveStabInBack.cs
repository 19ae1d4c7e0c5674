using Elites.Parameters;

namespace Elites.Rules;

/// <summary>
/// M17, the stab in the back: where the narrative promised victory and the terms fall short of it, the right comes to
/// believe in betrayal: SB' = SB + r (1 - SB)(1 - x) n, and the belief fades by a half-life.
/// </summary>
internal readonly struct BelieveStabInBack : IRule<Elite>
{
    private readonly float growth;
    private readonly float left;

    public BelieveStabInBack(Politics politics, ElitesParameters parameters)
    {
        var p = parameters.Right;
        var shortfall = politics.IsWar ? parameters.Blame.InWar * (1 - politics.ExpectedTerms) : 1 - politics.Terms;
        growth = (float)(p.Strength * p.BeliefGrowth * shortfall * politics.Narrative);
        left = (float)Politics.Left(1, p.BeliefHalfLife);
    }

    /// <summary>The belief at which growth and fading meet.</summary>
    public float Lasting => growth > 0 ? growth / (growth + 1 - left) : 0;

    public void Step(Agent<Elite> me)
    {
        if (me.IsOfTheRight)
            me.Belief = Math.Min(1, me.Belief * left + growth * (1 - me.Belief));
    }
}
