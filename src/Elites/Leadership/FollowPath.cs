using Elites.Populations;
using Elites.Warfare;

namespace Elites.Leadership;

/// <summary>
/// War goes on, a settlement is announced, a war is escalated or resumed. The path is imposed by <c>settlement.terms</c>
/// and <c>war.escalated</c>; where the leader chooses, it is what he has agreed to, or what the front decides.
/// </summary>
internal readonly struct FollowPath(ElitesModel model, ElitesParameters parameters)
{
    private readonly Politics politics = model.Politics;
    private readonly Leader leader = model.Leader;

    public void Step()
    {
        politics.IsAnnouncement = false;
        if (!parameters.War.Enabled)
        {
            politics.WeeksSettled += model.Clock.Weeks;
            return;
        }
        var (terms, by) = Terms();
        if (terms >= 0 && politics.IsWar)
            Settle(terms, by);
        else if (terms < 0 && !politics.IsWar)
            Resume();
        else if (!politics.IsWar)
            politics.WeeksSettled += model.Clock.Weeks;
        politics.Terms = terms;
        politics.IsCeasefire = parameters.Settlement.Ceasefire;
        politics.Warness = politics.IsWar ? 1 : politics.IsCeasefire ? parameters.Settlement.CeasefireWarness : 0;
        new Escalate(model, parameters).Step(politics.IsWar && (parameters.War.Escalated || leader.IsEscalating[0]));
    }

    /// <summary>The terms in force, -1 for war, and who brought them about. What is imposed wins.</summary>
    private (double Terms, string By) Terms()
    {
        var p = parameters.Settlement;
        if (p.Terms >= 0 || !parameters.Leader.Endogenous)
            return (p.Terms, Happenings.Imposed);
        if (leader.AgreedTerms[0] >= 0)
            return (leader.AgreedTerms[0], Happenings.ByLeader);
        var front = model.War.Front;
        if (front < p.VictoryFront && front > -p.VictoryFront && !model.War.HasCollapsed)
            return (SettlementParameters.None, "");
        leader.AgreedTerms[0] = front >= p.VictoryFront ? p.VictoryTerms : p.RoutTerms;
        return (leader.AgreedTerms[0], Happenings.ByFront);
    }

    private void Settle(double terms, string by)
    {
        (politics.IsAnnouncement, politics.IsWar, politics.WeeksSettled) = (true, false, 0);
        leader.IsEscalating[0] = false;
        // What falls short of victory is a concession, and costs resolve.
        var p = parameters.Obedience;
        leader.Resolve[0] = Math.Max(0, leader.Resolve[0] - p.Loss(p.LossByConcession) * (1 - terms));
        model.Record(Happenings.Settlement, by, terms);
    }

    private void Resume()
    {
        (politics.IsWar, model.War.HasCollapsed) = (true, false);
        model.Record(Happenings.WarResumed, Happenings.Imposed);
    }
}
