using Elites.Populations;

namespace Elites.Veterans;

/// <summary>
/// M19, organisations: veterans at home join them out of grievance, those of heavy combat faster, and drift away by a
/// half-life. Who is taken into the leader's service or suppressed does not join (assumed).
/// </summary>
internal readonly partial struct Organise : IRule<Mass>
{
    private readonly float joining, brutal, left;

    public Organise(Clock clock, ElitesParameters parameters)
    {
        var (p, right) = (parameters.Veterans, parameters.Right);
        joining = (float)(p.Strength * clock.Share(p.Organising) * (1 - right.CoOpt) * (1 - right.Suppress));
        brutal = (float)(1 + p.Strength * p.Brutalisation);
        left = (float)clock.Left(p.MembershipHalfLife);
    }

    public void Step(Agent<Mass> me)
    {
        if ((me.Service & Service.Veteran) == 0)
            return;
        var rate = joining * me.Grievance * ((me.Service & Service.Stressed) != 0 ? brutal : 1);
        me.Organised = Math.Min(1, me.Organised * left + rate * (1 - me.Organised));
    }
}
