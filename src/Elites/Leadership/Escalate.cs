using Elites.Populations;
using Elites.Warfare;

namespace Elites.Leadership;

/// <summary>
/// The gamble of escalation (Downs and Rocke 1994): as it begins it breaks through, or not, with a chance that rises
/// with the front; while it lasts it can end in catastrophe, and the run with it.
/// </summary>
internal readonly struct Escalate(War war, Office office, Moment moment, ElitesParameters parameters)
{
    private readonly EscalationParameters p = parameters.Escalation;

    /// <summary>Whether it is imposed, which binds the leader of the start alone.</summary>
    public bool IsImposed => parameters.War.Escalated && !office.Leader.Chooses[0];

    private string By => IsImposed ? Happenings.Imposed : Happenings.ByLeader;

    /// <summary>The chance to break through, in view of the front.</summary>
    public static double Odds(War war, EscalationParameters p) => Math.Clamp(p.Odds * (1 + war.Front), 0, 1);

    /// <param name="isWanted">Whether the war is to be escalated in this tick.</param>
    public void Step(bool isWanted)
    {
        ref var weeks = ref office.Leader.WeeksEscalated[0];
        if (isWanted && !war.IsEscalated)
            Begin();
        war.IsEscalated = isWanted;
        weeks = isWanted ? weeks + moment.Clock.Weeks : 0;
        if (isWanted && moment.Draws(Purposes.Catastrophe).Chance(moment.Clock.Chance(12 * p.Catastrophe)))
            office.Leave(moment, Happenings.Catastrophe, By, weeks, "");
    }

    private void Begin()
    {
        var breaksThrough = moment.Draws(Purposes.Escalation).Chance(Odds(war, p));
        if (breaksThrough)
            war.Front = Math.Min(1, war.Front + p.Gain);
        moment.Record(Happenings.Escalation, By, war.Front, breaksThrough ? "breakthrough" : "stalemate");
    }
}
