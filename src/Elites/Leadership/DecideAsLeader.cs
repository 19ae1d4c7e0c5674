using Elites.Coups;
using Elites.Populations;

namespace Elites.Leadership;

/// <summary>
/// M3, the leader: every few weeks he reckons what war, settlement and escalation hold for him. Where he chooses, he
/// then takes a path and perhaps a remedy; where the path is imposed, the reckoning is only reported.
/// </summary>
internal readonly struct DecideAsLeader(Situation now, Perception perception, Plots plots, Moment moment, ElitesParameters parameters)
{
    private readonly LeaderParameters p = parameters.Leader;
    private readonly Leader leader = now.Leader;

    public void Step()
    {
        var left = moment.Clock.Left(parameters.Remedies.HalfLife);
        leader.Crackdown[0] *= left;
        leader.PayOff[0] *= left;
        leader.Scapegoat[0] *= left;
        if (now.Office.IsVacant || p.Strength == 0 || !moment.Clock.Begins(p.ReckoningWeeks, moment.Tick))
            return;
        var seen = Reckon();
        perception.Note(leader.PerceivedHazard[0], leader.TrueHazard[0]);
        if (!p.Endogenous && !leader.Chooses[0])
            return;
        new ChoosePath(now, moment, parameters).Step();
        new ChooseRemedy(now, plots, moment, parameters).Step(seen);
    }

    /// <summary>Works out all that is reported.</summary>
    /// <returns>The mood as he sees it.</returns>
    public Mood Reckon()
    {
        var read = new ReadMood(now, moment, p);
        var (paths, weigh, seen) = (new ReckonPaths(now, parameters), new WeighOutlook(p), read.Public());
        var (war, settlement) = (paths.War(seen), paths.Settlement(seen));
        (leader.WarUtility[0], leader.SettlementUtility[0]) = (weigh.Utility(war), weigh.Utility(settlement));
        (leader.StateWarUtility[0], leader.StateSettlementUtility[0]) = (war.StateGood, settlement.StateGood);
        var gamble = parameters.Escalation;
        leader.EscalationUtility[0] = gamble.Considered ? weigh.Utility(paths.Escalation(seen)) - gamble.Dread : 0;
        (leader.PerceivedHazard[0], leader.TrueHazard[0]) = (Hazard(seen), Hazard(read.Private()));
        return seen;
    }

    /// <summary>The hazard of the moment, nothing foreseen but what hopes and prices do already.</summary>
    private double Hazard(Mood mood)
    {
        var foreseen = now.Settlement.IsWar ? new ForeseeWar(now, parameters).Step(mood.Hope, 1) : default;
        return new ReckonHazards(parameters.Foresight).From(mood, foreseen).Total;
    }
}
