using Agents.Numerics;
using Elites.Populations;

namespace Elites.People;

/// <summary>
/// M9, legitimacy: L = wP performance + wN nation + wV shine - wS dissonance. The rally that an enemy brings decays after
/// the war (Mueller 1970); victory shines by its terms less the debt that casualties have run up; an economic crisis
/// takes from performance; the nation is felt as far as the narrative is believed; an election gives or takes for a time.
/// </summary>
internal readonly partial struct JudgeLegitimacy : IRule<Mass>
{
    /// <summary>Legitimacy where the mechanism is off: about its level in the war.</summary>
    private const float Neutral = 0.6f;

    private readonly float strength;
    private readonly float speed;
    private readonly float common;
    private readonly float hardship;
    private readonly float credence;
    private readonly float belief;

    public JudgeLegitimacy(Grounds grounds, Clock clock, LegitimacyParameters p)
    {
        (strength, speed) = ((float)p.Strength, (float)clock.Share(p.Speed));
        // Collected by what a person brings along, so that the hot loop is one sum of products.
        common = (float)(grounds.Performance * (1 - grounds.MeanHardship / 2 - grounds.Crisis) + 0.5 * grounds.Nation + grounds.Shine + grounds.Mandate);
        hardship = (float)(-grounds.Performance / 2);
        credence = (float)(0.7 * grounds.Nation + grounds.Framing - grounds.Dissonance);
        belief = (float)(p.Belief * grounds.Nation);
    }

    public void Step(Agent<Mass> me)
    {
        var judged = common + hardship * me.Hardship + credence * me.Credence + belief * (me.Opinion - me.FirstOpinion);
        me.Legitimacy = Functions.Within(Neutral + strength * (judged - Neutral), 0, 1);
        me.Next.Loyalty = me.Loyalty + speed * (me.Legitimacy - me.Loyalty);
    }
}
