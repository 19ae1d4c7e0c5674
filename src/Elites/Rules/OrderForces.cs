using Agents.Numerics;
using Elites.Parameters;

namespace Elites.Rules;

/// <summary>
/// M16, obedience: a protest that is large enough to be noticed is answered by an order to several commands, each of
/// which obeys with a chance that rises with the leader's resolve and the service's loyalty and falls with the crowd
/// (the "silent centre" of Dresden 1989). An unanswered protest costs resolve; a critical one topples the leader.
/// </summary>
internal readonly struct OrderForces(ElitesModel model, ElitesParameters parameters)
{
    private readonly ObedienceParameters p = parameters.Obedience;

    /// <returns>The share of commands that obeyed; 0 where no order was given.</returns>
    public double Step()
    {
        var politics = model.Politics;
        ref var resolve = ref model.Leader.Resolve[0];
        resolve = Math.Min(p.ResolveAtStart, resolve + p.Recovery);
        if (politics.ActiveShare <= p.NoticedShare)
            return 0;
        var obeyed = CountObedient(resolve);
        if (obeyed >= p.CommandsNeeded)
        {
            model.Record(Happenings.ProtestAnswered, "security forces", politics.ActiveShare, $"{obeyed} of {p.Commands} commands");
            return (double)obeyed / p.Commands;
        }
        resolve = Math.Max(0, resolve - p.LossUnanswered);
        model.Record(Happenings.ProtestUnanswered, "security forces", politics.ActiveShare, $"{obeyed} of {p.Commands} commands");
        if (politics.ActiveShare >= parameters.Protest.CriticalShare)
            model.Remove(Happenings.Crowd, politics.ActiveShare, "");
        return (double)obeyed / p.Commands;
    }

    private int CountObedient(double resolve)
    {
        var draws = model.Draws(Purposes.Obedience);
        var loyalty = model.Elite.Loyalty.Mean(model.Elite.Of(EliteKind.SecurityOfficer));
        var crowd = Math.Min(1, model.Politics.ActiveShare / parameters.Protest.CriticalShare);
        var logit = p.Resolve * (resolve - 0.5) + p.Loyalty * (loyalty - 0.5) - p.Crowd * crowd + draws.Normal(0, p.CommonShock);
        var obeys = Math.Clamp(1 - p.Strength * (1 - Functions.Logistic(logit)), 0, 1);
        var obeyed = 0;
        for (var command = 0; command < p.Commands; command++)
            obeyed += draws.Chance(obeys) ? 1 : 0;
        return obeyed;
    }
}
