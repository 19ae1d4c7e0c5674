using Elites.People;
using Elites.Populations;
using Elites.Warfare;

namespace Elites.EliteLoyalty;

/// <summary>
/// M8 for the elite: hardship is a fall of rents and the assets lost to sanctions, part of which the war writes off;
/// betrayal, for ultranationalists, is the belief in a stab in the back.
/// </summary>
internal readonly partial struct NurseEliteGrievance(ProspectTable prospect, Settlement settlement, ElitesParameters parameters, Clock clock) : IRule<Elite>
{
    private readonly GrievanceParameters p = parameters.Grievance;
    private readonly LoyaltyParameters loyalty = parameters.Loyalty;
    private readonly float speed = (float)clock.Share(parameters.Grievance.Speed);
    private readonly double felt = 1 - Math.Min(1, parameters.Hardship.Strength * parameters.Hardship.WriteOff) * settlement.Warness;

    public void Step(Agent<Elite> me) => me.Next.Grievance = me.Grievance + speed * (Target(me) - me.Grievance);

    /// <summary>The grievance that the agent's condition calls for.</summary>
    public float Target(Agent<Elite> me)
    {
        var betrayal = me.Kind == EliteKind.Ultranationalist ? me.Belief : 0;
        return (float)Math.Clamp(p.Strength * (1 - me.Loyalty) * (p.Hardship * Hardship(me.Kind, me.RentGap) + p.Betrayal * betrayal), 0, 1);
    }

    private double Hardship(EliteKind kind, float rentGap)
    {
        var fall = rentGap < 0 ? 1 - prospect.Keeps(rentGap) : 0;
        return felt * (1 - (1 - loyalty.AssetsLostBy(kind)) * (1 - fall));
    }
}
