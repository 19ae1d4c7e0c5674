using Elites.Parameters;

namespace Elites.Rules;

/// <summary>
/// M8, grievance: G goes a share of the way to (1 - L)(aH H + aRD RD + aB betrayal + aP lost standing + aK kin loss) each
/// week (after Gurr 1970 and Epstein 2002). Deprivation is the status that is expected, by the reference income and more
/// for a veteran, less the status held.
/// </summary>
internal readonly struct NurseGrievance : IRule<Mass>
{
    private readonly float speed;
    private readonly float hardshipWeight;
    private readonly float deprivationWeight;
    private readonly float betrayalWeight;
    private readonly float prestigeWeight;
    private readonly float kinLossWeight;
    private readonly float expectation;
    private readonly float wage;

    public NurseGrievance(Economy economy, ElitesParameters parameters, Clock clock)
    {
        var p = parameters.Grievance;
        var veterans = parameters.Veterans;
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
        var expected = me.Reference;
        var hurt = 0f;
        if (me.Kind == MassKind.Soldier)
        {
            expected *= me.Service.HasFlag(Service.Veteran) ? expectation : 1;
            hurt = betrayalWeight * me.Betrayal;
        }
        else if (me.Kind == MassKind.DefenceWorker && me.Job != Job.Defence)
            hurt = prestigeWeight * me.Betrayal;
        var deprivation = Math.Max(0, expected / (expected + wage) - me.Income / (me.Income + wage));
        var sum = hardshipWeight * me.Hardship + deprivationWeight * deprivation + hurt;
        if (me.HasLostKin)
            sum += kinLossWeight;
        return Math.Clamp((1 - me.Legitimacy) * sum, 0, 1);
    }
}
