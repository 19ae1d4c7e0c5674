using Elites.Parameters;

namespace Elites.Rules;

/// <summary>
/// M8, grievance: G goes a share of the way to (1 - L)(aH H + aRD RD + aB betrayal + aK kin loss) each week (after
/// Gurr 1970 and Epstein 2002). Deprivation is the status that the reference income promised less the status held.
/// </summary>
internal readonly struct NurseGrievance : IRule<Mass>
{
    private readonly float speed;
    private readonly float hardshipWeight;
    private readonly float deprivationWeight;
    private readonly float betrayalWeight;
    private readonly float kinLossWeight;
    private readonly float wage;
    private readonly float remembered;
    private readonly float terms;
    private readonly bool isAnnouncement;

    public NurseGrievance(Economy economy, Politics politics, ElitesParameters parameters)
    {
        var p = parameters.Grievance;
        speed = (float)p.Speed;
        (hardshipWeight, deprivationWeight) = ((float)(p.Strength * p.Hardship), (float)(p.Strength * p.Deprivation));
        (betrayalWeight, kinLossWeight) = ((float)(p.Strength * p.Betrayal), (float)(p.Strength * p.KinLoss));
        wage = (float)economy.Wage;
        remembered = (float)Agents.Numerics.Functions.Exp(-p.Reintegration / Clock.WeeksPerYear);
        (terms, isAnnouncement) = ((float)politics.Terms, politics.IsAnnouncement);
    }

    public void Step(Agent<Mass> me)
    {
        if (me.Kind == MassKind.Soldier)
            me.Betrayal = isAnnouncement ? Math.Max(0, me.Ideal - terms) : me.Betrayal * remembered;
        me.Next.Grievance = me.Grievance + speed * (Target(me) - me.Grievance);
    }

    /// <summary>The grievance that the person's condition calls for.</summary>
    public float Target(Agent<Mass> me)
    {
        var deprivation = Math.Max(0, me.Reference / (me.Reference + wage) - me.Income / (me.Income + wage));
        var sum = hardshipWeight * me.Hardship + deprivationWeight * deprivation + betrayalWeight * me.Betrayal;
        if (me.HasLostKin)
            sum += kinLossWeight;
        return Math.Clamp((1 - me.Legitimacy) * sum, 0, 1);
    }
}
