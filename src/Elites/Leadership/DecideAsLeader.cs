using Elites.Coups;
using Elites.Populations;

namespace Elites.Leadership;

/// <summary>
/// M3, the leader: every few weeks he reckons what war, settlement and escalation hold for him. Where he chooses, he
/// then takes a path and perhaps a remedy; where the path is imposed, the reckoning is only reported, and remedies are
/// taken where he acts at home all the same.
/// </summary>
internal readonly struct DecideAsLeader(Situation now, Perception perception, Plots plots, Moment moment, ElitesParameters parameters)
{
    private readonly LeaderParameters p = parameters.Leader;
    private readonly Leader leader = now.Leader;
    private readonly WeighOutlook weigh = new(parameters.Leader);

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
        var chooses = p.Endogenous || leader.Chooses[0];
        if (chooses)
            new ChoosePath(now, moment, parameters).Step();
        if (chooses || p.ActsAtHome)
            new ChooseRemedy(now, plots, moment, parameters).Step(seen);
    }

    /// <summary>Works out all that is reported.</summary>
    /// <returns>The mood as he sees it.</returns>
    public Mood Reckon()
    {
        var read = new ReadMood(now, moment, p);
        var (paths, seen) = (new ReckonPaths(now, parameters, p.WeightOfLearnt), read.Public());
        var (war, settlement) = (paths.War(seen), paths.Settlement(seen, paths.Terms));
        (leader.WarUtility[0], leader.SettlementUtility[0]) = (weigh.Utility(war), weigh.Utility(settlement));
        (leader.StateWarUtility[0], leader.StateSettlementUtility[0]) = (war.StateGood, settlement.StateGood);
        leader.ReservationTerms[0] = new FindReservation(paths, weigh).Step(seen, leader.WarUtility[0]);
        var gap = leader.WarUtility[0] - leader.SettlementUtility[0];
        leader.FearedGap[0] = p.WeightOfLearnt == 0 ? gap : Gap(seen, 0);
        leader.LearntGap[0] = p.WeightOfLearnt == 1 ? gap : Gap(seen, 1);
        var gamble = parameters.Escalation;
        leader.EscalationUtility[0] = gamble.Considered ? weigh.Utility(paths.Escalation(seen)) - gamble.Dread : 0;
        (leader.PerceivedHazard[0], leader.TrueHazard[0]) = (Hazard(seen), Hazard(read.Private()));
        return seen;
    }

    /// <summary>The trap gap by one belief alone.</summary>
    private double Gap(Mood seen, double learntWeight)
    {
        var paths = new ReckonPaths(now, parameters, learntWeight);
        return weigh.Utility(paths.War(seen)) - weigh.Utility(paths.Settlement(seen, paths.Terms));
    }

    /// <summary>The hazard of the moment, nothing foreseen but what hopes and prices do already.</summary>
    private double Hazard(Mood mood)
    {
        var (atWar, war) = (now.Settlement.IsWar, new ForeseeWar(now, parameters));
        var feared = new ReckonHazards(parameters.Foresight).From(mood, atWar ? war.Step(mood.Hope, 1) : default).Total;
        var learnt = new ReckonLearnt(now, parameters, p.WeightOfLearnt);
        var lesson = atWar ? learnt.War(mood, war.Squeeze, default) : learnt.Peace(mood, Math.Max(0, now.Settlement.Terms.Mean), war.Squeeze, default);
        return lesson.Mix(feared, lesson.Fresh);
    }
}
