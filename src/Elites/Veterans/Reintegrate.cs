using System.Numerics;
using System.Runtime.CompilerServices;
using Agents.Numerics;
using Elites.Populations;
using Elites.Warfare;

namespace Elites.Veterans;

/// <summary>
/// M19, coming home: a settlement below a soldier's ideal betrays him; betrayal and trauma wear off at home, faster with
/// a programme of jobs. A bonus goes on for as long as its taper lasts. A defence worker's standing goes with the job.
/// </summary>
internal readonly struct Reintegrate : IRule<Mass>
{
    private readonly float left, betrayal, bonus, terms;
    private readonly bool isAnnouncement, isWar;

    public Reintegrate(Settlement settlement, Clock clock, ElitesParameters parameters)
    {
        var p = parameters.Veterans;
        left = (float)Functions.Exp(-parameters.Grievance.Reintegration * (1 + p.Strength * p.Jobs) * clock.Years);
        betrayal = (float)(p.Strength * p.Betrayal);
        bonus = (float)Math.Max(0, parameters.Labour.SoldierPay - 1);
        (terms, isAnnouncement, isWar) = ((float)settlement.Terms, settlement.IsAnnouncement, settlement.IsWar);
    }

    public static bool HasBlockForm => true;

    public void Step(Agent<Mass> me)
    {
        if (me.Kind == MassKind.DefenceWorker)
            me.Betrayal = me.Job == Job.Defence ? 1 : me.Betrayal * left;
        else if (me.Kind == MassKind.Soldier)
            StepSoldier(me);
    }

    [SkipLocalsInit]
    public void Step(Block<Mass> block)
    {
        var mass = block.Population;
        var kind = block.Widen(mass.Kind, stackalloc int[block.Length]);
        var job = block.Widen(mass.Job, stackalloc int[block.Length]);
        var record = block.Widen(mass.Service, stackalloc int[block.Length]);
        var betrayed = block.Lanes(mass.Betrayal);
        var trauma = block.Lanes(mass.Trauma);
        for (var i = 0; i < betrayed.Length; i++)
        {
            var isSoldier = Vector.Equals(kind[i], new Vector<int>((int)MassKind.Soldier));
            var isHome = isSoldier & ~Vector.Equals(job[i], new Vector<int>((int)Job.Front));
            if (isAnnouncement || (isHome & record[i] & new Vector<int>((int)Service.Serving)) != Vector<int>.Zero)
            {
                for (var lane = 0; lane < Vector<int>.Count; lane++)
                    Step(block[block.From + i * Vector<int>.Count + lane]);
                continue;
            }
            var isWorker = Vector.Equals(kind[i], new Vector<int>((int)MassKind.DefenceWorker));
            var inDefence = Vector.Equals(job[i], new Vector<int>((int)Job.Defence));
            var faded = Vector.ConditionalSelect(isHome | isWorker, betrayed[i] * left, betrayed[i]);
            betrayed[i] = Vector.ConditionalSelect(isWorker & inDefence, Vector<float>.One, faded);
            trauma[i] = Vector.ConditionalSelect(isHome, trauma[i] * left, trauma[i]);
        }
        for (var row = block.Rest<float>().From; row < block.To; row++)
            Step(block[row]);
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
