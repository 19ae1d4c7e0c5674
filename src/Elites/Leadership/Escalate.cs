using Elites.Warfare;

namespace Elites.Leadership;

/// <summary>
/// The gamble of escalation (Downs and Rocke 1994): as it begins it breaks through, or not, with a chance that rises
/// with the front; while it lasts it can end in catastrophe, and the run with it.
/// </summary>
internal readonly struct Escalate(ElitesModel model, ElitesParameters parameters)
{
    private readonly EscalationParameters p = parameters.Escalation;

    /// <summary>The chance to break through, in view of the front.</summary>
    public double Odds => Math.Clamp(p.Odds * (1 + model.War.Front), 0, 1);

    /// <param name="isWanted">Whether the war is to be escalated in this tick.</param>
    public void Step(bool isWanted)
    {
        var war = model.War;
        ref var weeks = ref model.Leader.WeeksEscalated[0];
        if (isWanted && !war.IsEscalated)
            Begin(war);
        war.IsEscalated = isWanted;
        weeks = isWanted ? weeks + model.Clock.Weeks : 0;
        if (!isWanted || !model.Draws(Purposes.Catastrophe).Chance(model.Clock.Chance(12 * p.Catastrophe)))
            return;
        model.Politics.IsOver = true;
        model.Record(Happenings.Catastrophe, parameters.War.Escalated ? Happenings.Imposed : Happenings.ByLeader, weeks);
    }

    private void Begin(War war)
    {
        var breaksThrough = model.Draws(Purposes.Escalation).Chance(Odds);
        if (breaksThrough)
            war.Front = Math.Min(1, war.Front + p.Gain);
        var by = parameters.War.Escalated ? Happenings.Imposed : Happenings.ByLeader;
        model.Record(Happenings.Escalation, by, war.Front, breaksThrough ? "breakthrough" : "stalemate");
    }
}
