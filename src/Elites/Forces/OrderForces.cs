using Agents.Numerics;
using Elites.Populations;

namespace Elites.Forces;

/// <summary>
/// M16, obedience: a protest that is large enough to be noticed is answered by an order to several commands, each of
/// which obeys with a chance that rises with the leader's resolve and the service's loyalty and falls with the crowd. A
/// leader of little resolve may give no order at all, and then hardly a command acts (the "silent centre" of Dresden
/// 1989). An unanswered protest costs resolve; a critical one topples the leader.
/// </summary>
internal readonly struct OrderForces(ElitesModel model, ElitesParameters parameters)
{
    private readonly ObedienceParameters p = parameters.Obedience;

    /// <returns>The share of commands that obeyed; 0 where nothing was noticed.</returns>
    public double Step()
    {
        var politics = model.Politics;
        ref var resolve = ref model.Leader.Resolve[0];
        resolve = Math.Min(p.ResolveAtStart, resolve + p.Recovery * model.Clock.Weeks);
        if (politics.ActiveShare <= p.NoticedShare)
            return 0;
        var obeyed = CountObedient(resolve);
        if (obeyed >= p.CommandsNeeded)
        {
            model.Record(Happenings.ProtestAnswered, "security forces", politics.ActiveShare, $"{obeyed} of {p.Commands} commands");
            return (double)obeyed / p.Commands;
        }
        resolve = Math.Max(0, resolve - p.Loss(p.LossUnanswered) * model.Clock.Weeks);
        model.Record(Happenings.ProtestUnanswered, "security forces", politics.ActiveShare, $"{obeyed} of {p.Commands} commands");
        if (politics.ActiveShare >= parameters.Protest.CriticalShare)
            model.Remove(Happenings.Crowd, politics.ActiveShare, "");
        return (double)obeyed / p.Commands;
    }

    private int CountObedient(double resolve)
    {
        var draws = model.Draws(Purposes.Obedience);
        var shock = draws.Normal(0, p.CommonShock);
        var isOrdered = draws.Chance(p.SureOrder > 0 ? Math.Min(1, resolve / p.SureOrder) : 1);
        var obeys = Math.Clamp(1 - p.Strength * (1 - (isOrdered ? Functions.Logistic(Logit(resolve) + shock) : p.SilentObedience)), 0, 1);
        var obeyed = 0;
        for (var command = 0; command < p.Commands; command++)
            obeyed += draws.Chance(obeys) ? 1 : 0;
        return obeyed;
    }

    private double Logit(double resolve)
    {
        var loyalty = model.Elite.Loyalty.Mean(model.Elite.Of(EliteKind.SecurityOfficer));
        var crowd = Math.Min(1, model.Politics.ActiveShare / parameters.Protest.CriticalShare);
        return p.Resolve * (resolve - 0.5) + p.Loyalty * (loyalty - 0.5) - p.Crowd * crowd;
    }
}
