using Agents.Numerics;
using Elites.Forces;
using Elites.Populations;
using Elites.Street;

namespace Elites.Elections;

/// <summary>
/// Whether the leader trusts the security forces to hold against a crowd that could topple him. He reckons as they obey
/// (M16), by his resolve and by the loyalty that the service shows him, which may not be what it has.
/// </summary>
internal readonly struct TrustForces(Leader leader, Elite elite, Repression repression, ObedienceParameters p)
{
    /// <summary>True where as many commands as it takes may be expected to obey.</summary>
    public bool WouldHold => Obeying >= (double)p.CommandsNeeded / p.Commands;

    /// <summary>The share of commands that may be expected to obey.</summary>
    public double Obeying
    {
        get
        {
            var resolve = leader.Resolve[0];
            var loyalty = elite.PublicLoyalty.Mean(elite.Of(EliteKind.SecurityOfficer));
            var ordered = p.SureOrder > 0 ? Math.Min(1, resolve / p.SureOrder) : 1;
            var obey = Functions.Logistic(p.Logit(resolve, loyalty, 1, repression.Answer));
            return Math.Clamp(1 - p.Strength * (1 - (ordered * obey + (1 - ordered) * p.SilentObedience)), 0, 1);
        }
    }
}
