using System.Globalization;
using Agents.Numerics;
using Elites.Populations;
using Elites.Street;

namespace Elites.Forces;

/// <summary>
/// M16, obedience: a protest that is large enough to be noticed is answered by an order to several commands, each of
/// which obeys with a chance that rises with the leader's resolve and the service's loyalty and falls with the crowd. A
/// leader of little resolve may give no order at all, and then hardly a command acts (the "silent centre" of Dresden
/// 1989). Force that answers
/// want of support strains obedience. An unanswered protest costs resolve; a critical one, arms counted, topples the
/// leader. All this comes at the end of a week, however long a tick is.
/// </summary>
internal readonly struct OrderForces(Unrest unrest, Repression repression, Elite elite, Office office, Moment moment, ElitesParameters parameters)
{
    private readonly ObedienceParameters p = parameters.Obedience;

    /// <returns>The share of commands that obeyed; 0 where nothing was noticed.</returns>
    public double Step()
    {
        ref var resolve = ref office.Leader.Resolve[0];
        resolve = Math.Min(p.ResolveAtStart, resolve + p.Recovery * moment.Clock.Weeks);
        if (!moment.Clock.EndsWeek(moment.Tick) || unrest.ActiveShare <= p.NoticedShare)
            return 0;
        var obeyed = CountObedient(resolve);
        if (obeyed >= p.CommandsNeeded)
        {
            moment.Record(Happenings.ProtestAnswered, "security forces", unrest.ActiveShare, $"{obeyed} of {p.Commands} commands");
            return (double)obeyed / p.Commands;
        }
        resolve = Math.Max(0, resolve - p.Loss(p.LossUnanswered));
        moment.Record(Happenings.ProtestUnanswered, "security forces", unrest.ActiveShare, $"{obeyed} of {p.Commands} commands");
        if (unrest.Strength >= parameters.Protest.CriticalShare)
            office.Remove(moment, Happenings.Crowd, unrest.ActiveShare, Means(obeyed, resolve));
        return (double)obeyed / p.Commands;
    }

    /// <summary>What events tell of what the crowd's victory turned on.</summary>
    private string Means(int obeyed, double resolve) => string.Create(CultureInfo.InvariantCulture,
        $"strength {unrest.Strength:0.0000}, needed {parameters.Protest.CriticalShare:0.0000}, {obeyed} of {p.Commands} commands, resolve {resolve:0.00}");

    private int CountObedient(double resolve)
    {
        var draws = moment.Draws(Purposes.Obedience);
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
        var loyalty = elite.Loyalty.Mean(elite.Of(EliteKind.SecurityOfficer));
        var crowd = Math.Min(1, unrest.Strength / parameters.Protest.CriticalShare);
        return p.Logit(resolve, loyalty, crowd, repression.Answer);
    }
}
