using Elites.Parameters;

namespace Elites.Rules;

/// <summary>War goes on, or a settlement is announced: the path is imposed by <c>settlement.terms</c>.</summary>
internal readonly struct FollowPath(ElitesModel model, ElitesParameters parameters)
{
    public void Step()
    {
        var politics = model.Politics;
        var terms = parameters.Settlement.Terms;
        politics.IsAnnouncement = politics.IsWar && terms >= 0;
        if (politics.IsAnnouncement)
        {
            (politics.IsWar, politics.WeeksSettled) = (false, 0);
            Concede(terms);
            model.Record(Happenings.Settlement, "leader", terms);
        }
        else if (!politics.IsWar && terms < 0)
        {
            politics.IsWar = true;
            model.Record(Happenings.WarResumed, "leader");
        }
        else if (!politics.IsWar)
            politics.WeeksSettled += model.Clock.Weeks;
        politics.IsCeasefire = parameters.Settlement.Ceasefire;
        politics.Warness = politics.IsWar ? 1 : politics.IsCeasefire ? parameters.Settlement.CeasefireWarness : 0;
        politics.Terms = terms;
    }

    private void Concede(double terms)
    {
        ref var resolve = ref model.Leader.Resolve[0];
        var loss = parameters.Obedience.Loss(parameters.Obedience.LossByConcession) * (1 - terms);
        resolve = Math.Max(0, resolve - loss);
    }
}
