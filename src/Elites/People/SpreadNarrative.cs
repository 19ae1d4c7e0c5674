using Elites.Populations;
using Elites.Warfare;

namespace Elites.People;

/// <summary>
/// M10, the ratchet of the narrative: the state's message falls when it settles for less than victory and rises when it
/// escalates; the narrative n follows it fast upwards, n' = n + rUp (1 - n), and downwards by at most rDn a week.
/// </summary>
internal readonly struct SpreadNarrative(Narrative narrative, War war, Settlement settlement, Persons persons, Clock clock, ElitesParameters parameters)
{
    private readonly NarrativeParameters p = parameters.Narrative;

    public void Step()
    {
        if (p.Strength == 0)
        {
            (narrative.Strength, narrative.Message, narrative.Dissonance) = (p.InitialStrength, p.InitialStrength, 0);
            return;
        }
        narrative.Message = Message();
        var up = clock.Share(Math.Min(1, p.Strength * p.StepUp)) * (1 - narrative.Strength);
        var down = p.StepDown * clock.Weeks;
        narrative.Strength += Math.Clamp(narrative.Message - narrative.Strength, -down, up);
        var gap = Math.Max(0, narrative.Strength - narrative.Message);
        narrative.Dissonance = gap == 0 ? 0 : p.Strength * gap * gap * persons.Mean(persons.Mass.Credence);
    }

    /// <summary>What the state says: all in an escalation, and at a settlement the less the further its terms are from victory.</summary>
    private double Message()
    {
        if (war.IsEscalated)
            return 1;
        var lacking = parameters.War.Enabled ? (1 - settlement.Warness) * (1 - settlement.Terms.Kept) * (1 - p.VictoryFraming) : 0;
        return p.InitialStrength * (1 - Math.Min(1, p.Strength * p.ClimbDown * lacking));
    }
}
