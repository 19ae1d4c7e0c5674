using Elites.People;
using Elites.Populations;
using Elites.Warfare;

namespace Elites.Street;

/// <summary>
/// M11, repression and its justification: the war justifies it, J = W + (1 - W) of what is left or retained of that, and
/// effective repression is R_e = R (rho + (1 - rho) J). While an enemy justifies it, it grows; where public support is
/// wanting, force answers.
/// </summary>
internal readonly struct JustifyRepression(Repression repression, Settlement settlement, Society society, Leader leader, Clock clock, ElitesParameters parameters)
{
    private readonly RepressionParameters p = parameters.Repression;

    public void Step()
    {
        var war = settlement.Warness;
        var kept = parameters.War.Enabled ? p.Retention + (1 - p.Retention) * Clock.LeftAfter(settlement.WeeksSettled, p.JustificationHalfLife) : p.Retention;
        repression.Justification = 1 - Math.Min(1, p.Strength * (1 - war - (1 - war) * kept));
        repression.Grown += (1 - repression.Grown) * clock.Chance(p.Strength * p.Growth * war);
        var atPeace = p.LevelAtPeace < 0 ? p.Level : p.LevelAtPeace;
        repression.Ordered = Math.Min(1, war * p.Level + (1 - war) * atPeace + leader.Crackdown[0]);
        var grown = repression.Ordered + repression.Grown * (1 - repression.Ordered);
        var answer = p.Strength * p.Answer * Math.Max(0, p.SupportWanted - society.Support);
        var justified = grown * (1 - p.Justified * (1 - repression.Justification));
        repression.Effective = Math.Clamp(justified + answer, 0, 1);
        repression.Answer = repression.Effective - Math.Min(1, justified);
    }
}
