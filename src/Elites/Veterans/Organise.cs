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

    /// <summary>The share at which joining and leaving meet.</summary>
    public float Lasting(Agent<Mass> me) => Rate(me) > 0 ? Rate(me) / (Rate(me) + 1 - left) : 0;

    public void Step(Agent<Mass> me)
    {
        if ((me.Service & Service.Veteran) == 0)
            return;
        var rate = Rate(me);
        me.Organised = Math.Min(1, me.Organised * left + rate * (1 - me.Organised));
    }

    private float Rate(Agent<Mass> me) =>
        (me.Service & Service.Veteran) == 0 ? 0 : joining * me.Grievance * ((me.Service & Service.Stressed) != 0 ? brutal : 1);
}

/// <summary>The first membership of veterans who are home: where joining and leaving meet.</summary>
internal readonly partial struct ComeToOrganise(Organise organise) : IRule<Mass>
{
    public void Step(Agent<Mass> me) => me.Organised = organise.Lasting(me);
}
