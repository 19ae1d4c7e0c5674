using Agents.Numerics;
using Elites.People;
using Elites.Populations;

namespace Elites.EliteLoyalty;

/// <summary>
/// M8 for the elite: G* = aH hardship + aB SB (the right) + aM (what is heard of the people, less what one is used to) + aBL BL
/// (those who blame the leader) + the fear of an inquiry (officers). Hardship is a fall of rents and the assets lost to sanctions,
/// part of which the war writes off; what the leader pays, an inquiry that is closed and a post for the right take it back. Loyalty has no part in it, so that the
/// loyal can be grieved and the disloyal content.
/// </summary>
internal readonly partial struct NurseEliteGrievance : IRule<Elite>
{
    private readonly ProspectTable prospect;
    private readonly OfKinds inquiry, assetsKept;
    private readonly float speed, felt, hardship, betrayal, hearing, blame, leadersShare, opposed, unpaid;

    public NurseEliteGrievance(ProspectTable prospect, Circumstances seen, EliteClimate climate, Leader leader, Clock clock, ElitesParameters parameters)
    {
        var (p, settlement) = (parameters.Grievance, seen.Settlement);
        this.prospect = prospect;
        speed = (float)clock.Share(p.Speed);
        felt = (float)(1 - Math.Min(1, parameters.Hardship.Strength * parameters.Hardship.WriteOff) * settlement.Warness);
        (hardship, betrayal, hearing) = ((float)(p.Strength * p.EliteHardship), (float)(p.Strength * p.EliteBetrayal), (float)(p.Strength * p.EliteHearing));
        (blame, leadersShare) = ((float)(p.Strength * p.EliteBlame * climate.Blame), (float)climate.LeaderShareOfBlame);
        opposed = (float)(1 - parameters.Right.CoOpt);
        var feared = new Burdens(EliteKind.General, new PeaceMotives(settlement, seen.War, parameters), seen, climate, prospect, parameters).Inquiry;
        inquiry[(int)EliteKind.General] = inquiry[(int)EliteKind.FieldOfficer] = (float)(p.Strength * p.EliteInquiry * feared);
        unpaid = (float)(1 - leader.PayOff[0]);
        foreach (var kind in Elite.Kinds)
            assetsKept[(int)kind] = (float)(1 - parameters.Loyalty.AssetsLostBy(kind));
    }

    public void Step(Agent<Elite> me) => me.Next.Grievance = me.Grievance + speed * (Target(me) - me.Grievance);

    /// <summary>The grievance that the agent's condition calls for.</summary>
    public float Target(Agent<Elite> me)
    {
        var kind = (int)me.Kind;
        var kept = me.RentGap < 0 ? 1 - unpaid * (1 - prospect.Keeps(me.RentGap)) : 1;
        var sum = hardship * (felt * (1 - assetsKept[kind] * kept)) + hearing * (me.Heard - me.HeardUsually) + inquiry[kind];
        sum += (me.IsOfTheRight ? betrayal * me.Belief : 0) + (me.Blamer < leadersShare ? blame : 0);
        return Functions.Within(me.Kind == EliteKind.Ultranationalist ? opposed * sum : sum, 0, 1);
    }
}
