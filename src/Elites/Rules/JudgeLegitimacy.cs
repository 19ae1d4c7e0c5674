using Elites.Parameters;

namespace Elites.Rules;

/// <summary>
/// M9, legitimacy: L = wP performance + wN nation + wV shine. The rally decays after the war (Mueller 1970); victory
/// shines by its terms less the debt that casualties have run up.
/// </summary>
internal readonly struct JudgeLegitimacy : IRule<Mass>
{
    /// <summary>Legitimacy where the mechanism is off: about its level in the war.</summary>
    private const float Neutral = 0.6f;

    private const double DebtScale = 6.55250788703459; // log1p(700)

    private readonly float strength;
    private readonly float performance;
    private readonly float nation;
    private readonly float shine;
    private readonly float meanHardship;
    private readonly float speed;

    public JudgeLegitimacy(Politics politics, ElitesParameters parameters)
    {
        var p = parameters.Legitimacy;
        strength = (float)p.Strength;
        meanHardship = (float)politics.Hardship;
        speed = (float)p.Speed;
        performance = (float)(politics.IsWar ? p.PerformanceInWar : p.PerformanceAtPeace);
        var rally = politics.IsWar ? p.RallyInWar : p.RallyAtPeace + (p.RallyInWar - p.RallyAtPeace) * Politics.Left(politics.WeeksSettled, p.RallyHalfLife);
        nation = (float)(rally * politics.Narrative * (politics.IsWar ? p.NationInWar : p.NationAtPeace));
        var debt = p.CasualtyDebt * Agents.Numerics.Functions.Log1p(politics.Casualties / 1000) / DebtScale;
        var terms = politics.IsWar ? politics.ExpectedTerms + p.HopeInWar : politics.Terms;
        shine = (float)(p.Victory * (terms - debt));
    }

    public void Step(Agent<Mass> me)
    {
        var judged = performance * (1 - (me.Hardship + meanHardship) / 2) + nation * (0.5f + 0.7f * me.Credence) + shine;
        me.Legitimacy = Math.Clamp(Neutral + strength * (judged - Neutral), 0, 1);
        me.Next.Loyalty = me.Loyalty + speed * (me.Legitimacy - me.Loyalty);
    }
}
