using Agents.Numerics;
using Elites.Populations;
using Elites.Warfare;

namespace Elites.Veterans;

/// <summary>
/// M19, coming home: a settlement below a soldier's ideal betrays him; betrayal and trauma wear off at home, faster with
/// a programme of jobs. A bonus goes on for as long as its taper lasts. A defence worker's standing goes with the job.
/// </summary>
internal readonly partial struct Reintegrate : IRule<Mass>
{
    private readonly float left, betrayal, bonus, terms;
    private readonly bool isAnnouncement, isWar;

    public Reintegrate(Settlement settlement, Clock clock, ElitesParameters parameters)
    {
        var p = parameters.Veterans;
        left = (float)Functions.Exp(-parameters.Grievance.Reintegration * (1 + p.Strength * p.Jobs) * clock.Years);
        betrayal = (float)(p.Strength * p.Betrayal);
        bonus = (float)Math.Max(0, parameters.Labour.SoldierPay - 1);
        (terms, isAnnouncement, isWar) = ((float)settlement.Terms.For(MassKind.Soldier, parameters.Terms), settlement.IsAnnouncement, settlement.IsWar);
    }

    public void Step(Agent<Mass> me)
    {
        if (me.Kind == MassKind.DefenceWorker)
            me.Betrayal = me.Job == Job.Defence ? 1 : me.Betrayal * left;
        else if (me.Kind == MassKind.Soldier)
            StepSoldier(me);
    }

    private void StepSoldier(Agent<Mass> me)
    {
        if (me.Job != Job.Front)
        {
            if (me.Service.Has(Service.Serving))
            {
                me.Service = me.Service & ~Service.Serving | Service.Veteran;
                me.Windfall = isWar ? 0 : bonus;
            }
            me.Trauma *= left;
            me.Betrayal *= left;
        }
        if (isAnnouncement && me.Service != Service.Civilian)
            me.Betrayal = Math.Min(1, betrayal * Math.Max(0, me.Ideal - terms));
    }
}
