using Elites.Populations;
using Elites.Warfare;

namespace Elites.Leadership;

/// <summary>
/// War goes on, a settlement is announced, a war is escalated or resumed. The path is imposed by <c>settlement.terms</c>
/// and <c>war.escalated</c>; where the leader chooses, it is what he has agreed to, or what the front decides.
/// </summary>
internal readonly struct FollowPath(Settlement settlement, War war, Office office, Moment moment, ElitesParameters parameters)
{
    private readonly Leader leader = office.Leader;

    public void Step()
    {
        settlement.IsAnnouncement = false;
        if (!parameters.War.Enabled)
        {
            settlement.WeeksSettled += moment.Clock.Weeks;
            return;
        }
        var (level, by) = Terms();
        var terms = TermsAt(level);
        if (level >= 0 && settlement.IsWar)
            Settle(terms, by);
        else if (level < 0 && !settlement.IsWar)
            Resume(by);
        else if (!settlement.IsWar)
            settlement.WeeksSettled += moment.Clock.Weeks;
        settlement.Terms = terms;
        settlement.IsCeasefire = parameters.Settlement.Ceasefire;
        settlement.Warness = settlement.IsWar ? 1 : settlement.IsCeasefire ? parameters.Settlement.CeasefireWarness : 0;
        var escalate = new Escalate(war, office, moment, parameters);
        escalate.Step(settlement.IsWar && (escalate.IsImposed || leader.IsEscalating[0]));
    }

    /// <summary>What is named binds the leader of the start; a successor keeps the terms that he finds, or settles for one number.</summary>
    private Terms TermsAt(double level)
    {
        if (!leader.Chooses[0])
            return parameters.Settlement.TermsAt(level);
        return settlement.IsWar || level < 0 ? level : settlement.Terms;
    }

    /// <summary>The terms in force, -1 for war, and who brought them about. What is imposed wins, but binds the leader of the start alone.</summary>
    private (double Level, string By) Terms()
    {
        var p = parameters.Settlement;
        if (!leader.Chooses[0] && (p.Terms >= 0 || !parameters.Leader.Endogenous))
        {
            // Once it is imposed no longer, one who chooses has it to keep or to break.
            if (parameters.Leader.Endogenous)
                leader.AgreedTerms[0] = p.Terms;
            return (p.Terms, Happenings.Imposed);
        }
        if (leader.AgreedTerms[0] >= 0)
            return (leader.AgreedTerms[0], Happenings.ByLeader);
        var front = war.Front;
        if (front < p.VictoryFront && front > -p.VictoryFront && !war.HasCollapsed)
            return (SettlementParameters.None, Happenings.ByLeader);
        leader.AgreedTerms[0] = front >= p.VictoryFront ? p.VictoryTerms : p.RoutTerms;
        return (leader.AgreedTerms[0], Happenings.ByFront);
    }

    private void Settle(Terms terms, string by)
    {
        (settlement.IsAnnouncement, settlement.IsWar, settlement.WeeksSettled) = (true, false, 0);
        leader.IsEscalating[0] = false;
        // What falls short of victory is a concession, and costs resolve.
        var p = parameters.Obedience;
        leader.Resolve[0] = Math.Max(0, leader.Resolve[0] - p.Loss(p.LossByConcession) * (1 - terms.Kept));
        moment.Record(Happenings.Settlement, by, terms.Mean, terms.Details);
    }

    private void Resume(string by)
    {
        (settlement.IsWar, war.HasCollapsed, war.IsMobilising) = (true, false, true);
        // Whoever takes a war up again has begun it.
        if (by == Happenings.ByLeader)
            leader.Culpable[0] = 1;
        moment.Record(Happenings.WarResumed, by);
    }
}
