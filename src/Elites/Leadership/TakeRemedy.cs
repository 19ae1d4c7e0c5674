using Elites.Coups;
using Elites.EliteLoyalty;
using Elites.Populations;

namespace Elites.Leadership;

/// <summary>What the leader's remedies do; what they lead to is up to those whom they concern.</summary>
internal readonly struct TakeRemedy(Leader leader, Plots plots, EliteClimate climate, Moment moment, ElitesParameters parameters)
{
    private readonly RemedyParameters p = parameters.Remedies;

    public void Step(Remedy remedy)
    {
        switch (remedy)
        {
            case Remedy.Crackdown:
                leader.Crackdown[0] += p.Crackdown;
                moment.Record(Happenings.Crackdown, Happenings.ByLeader, p.Crackdown);
                break;
            case Remedy.PayOff:
                leader.PayOff[0] += p.PayOff;
                moment.Record(Happenings.PayOff, Happenings.ByLeader, p.PayOff);
                break;
            case Remedy.Purge:
                new PurgeClan(plots, climate, leader, moment, parameters).Step();
                break;
            case Remedy.Scapegoat:
                leader.Scapegoat[0] = p.Scapegoat;
                moment.Record(Happenings.Scapegoat, Happenings.ByLeader, p.Scapegoat);
                break;
            case Remedy.Heir:
                leader.HasNamedHeir[0] = true;
                moment.Record(Happenings.HeirNamed, Happenings.ByLeader);
                break;
        }
    }
}
