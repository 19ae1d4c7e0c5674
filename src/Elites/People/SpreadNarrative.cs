namespace Elites.People;

/// <summary>
/// M10, the ratchet of the narrative: the state's message falls when it settles for less than victory and rises when it
/// escalates; the narrative n follows it fast upwards, n' = n + rUp (1 - n), and downwards by at most rDn a week.
/// </summary>
internal readonly struct SpreadNarrative(ElitesModel model, ElitesParameters parameters)
{
    private readonly NarrativeParameters p = parameters.Narrative;

    public void Step()
    {
        var politics = model.Politics;
        if (p.Strength == 0)
        {
            (politics.Narrative, politics.Message, politics.Dissonance) = (p.InitialStrength, p.InitialStrength, 0);
            return;
        }
        politics.Message = Message();
        var up = model.Clock.Share(Math.Min(1, p.Strength * p.StepUp)) * (1 - politics.Narrative);
        var down = p.StepDown * model.Clock.Weeks;
        politics.Narrative += Math.Clamp(politics.Message - politics.Narrative, -down, up);
        var gap = Math.Max(0, politics.Narrative - politics.Message);
        politics.Dissonance = gap == 0 ? 0 : p.Strength * gap * gap * model.WeightedMean(model.Mass.Credence);
    }

    /// <summary>What the state says: all in an escalation, and at a settlement the less the further its terms are from victory.</summary>
    private double Message()
    {
        if (model.War.IsEscalated)
            return 1;
        var lacking = parameters.War.Enabled ? (1 - model.Politics.Warness) * (1 - model.Politics.Terms) * (1 - p.VictoryFraming) : 0;
        return p.InitialStrength * (1 - Math.Min(1, p.Strength * p.ClimbDown * lacking));
    }
}
