using Agents.Numerics;
using Elites.Economics;
using Elites.Populations;

namespace Elites.People;

/// <summary>
/// M8, grievance: G goes a share of the way to (1 - L)(aH H + aRD RD + aB betrayal + aP lost standing + aK kin loss) each
/// week (after Gurr 1970 and Epstein 2002). Deprivation is the status that is expected, by the reference income and more
/// for a veteran, less the status held.
/// </summary>
internal readonly partial struct NurseGrievance : IRule<Mass>
{
    private readonly float speed, expectation, wage;
    private readonly float hardshipWeight, deprivationWeight, betrayalWeight, prestigeWeight, kinLossWeight;

    public NurseGrievance(Economy economy, ElitesParameters parameters, Clock clock)
    {
        var (p, veterans) = (parameters.Grievance, parameters.Veterans);
        speed = (float)clock.Share(p.Speed);
        (hardshipWeight, deprivationWeight) = ((float)(p.Strength * p.Hardship), (float)(p.Strength * p.Deprivation));
        (betrayalWeight, kinLossWeight) = ((float)(p.Strength * p.Betrayal), (float)(p.Strength * p.KinLoss));
        prestigeWeight = (float)(p.Strength * p.Prestige);
        expectation = 1 + (float)(veterans.Strength * veterans.Expectation * (1 - veterans.Benefits));
        wage = (float)economy.Wage;
    }

    public void Step(Agent<Mass> me) => me.Next.Grievance = me.Grievance + speed * (Target(me) - me.Grievance);

    /// <summary>The grievance that the person's condition calls for.</summary>
    public float Target(Agent<Mass> me)
    {
        var expected = me.Reference * ((me.Service & Service.Veteran) != 0 ? expectation : 1);
        var deprivation = Functions.Within(expected / (expected + wage) - me.Income / (me.Income + wage), 0, 1);
        var weight = me.Kind switch
        {
            MassKind.Soldier => betrayalWeight,
            MassKind.DefenceWorker when me.Job != Job.Defence => prestigeWeight,
            _ => 0,
        };
        var sum = hardshipWeight * me.Hardship + deprivationWeight * deprivation + weight * me.Betrayal;
        return Functions.Within((1 - me.Legitimacy) * (sum + (me.HasLostKin ? kinLossWeight : 0)), 0, 1);
    }
}
