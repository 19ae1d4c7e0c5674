using Elites.Populations;

namespace Elites.Leadership;

/// <summary>What the leader's remedies do; what they lead to is up to those whom they concern.</summary>
internal readonly struct TakeRemedy(ElitesModel model, RemedyParameters p)
{
    private readonly Leader leader = model.Leader;

    public void Step(Remedy remedy)
    {
        switch (remedy)
        {
            case Remedy.Crackdown:
                leader.Crackdown[0] += p.Crackdown;
                model.Record(Happenings.Crackdown, Happenings.ByLeader, p.Crackdown);
                break;
            case Remedy.PayOff:
                leader.PayOff[0] += p.PayOff;
                model.Record(Happenings.PayOff, Happenings.ByLeader, p.PayOff);
                break;
            case Remedy.Purge:
                new PurgeClan(model, p).Step();
                break;
            case Remedy.Scapegoat:
                leader.Scapegoat[0] = p.Scapegoat;
                model.Record(Happenings.Scapegoat, Happenings.ByLeader, p.Scapegoat);
                break;
            case Remedy.Heir:
                leader.HasNamedHeir[0] = true;
                model.Record(Happenings.HeirNamed, Happenings.ByLeader);
                break;
        }
    }
}
