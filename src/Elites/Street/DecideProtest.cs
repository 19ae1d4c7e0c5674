using Agents.Spaces;
using Elites.Populations;

namespace Elites.Street;

/// <summary>
/// M12, the cascade of protest (Granovetter 1978; Kuran 1989; Epstein 2002 on a network): active iff
/// G + spark - R P > T, with the arrest risk P over the active acquaintances, oneself included. Changes of policy scatter
/// T, and treason laws raise it. Who is in jail or at the front stays away; those
/// brutalised by heavy combat shun the risk less.
/// </summary>
internal readonly partial struct DecideProtest : IRule<Mass>
{
    private readonly NeighbourCount activeAcquaintances;
    private readonly int activeInAll;
    private readonly Sparks sparks;
    private readonly RiskTable risk;
    private readonly float strength, cost, scatter, boldness;

    // activeInAll is how many protest, where everyone sees everyone; otherwise -1.
    public DecideProtest(NeighbourCount activeAcquaintances, int activeInAll, Unrest unrest, Repression repression, RiskTable risk, ElitesParameters parameters)
    {
        (this.activeAcquaintances, this.activeInAll, sparks, this.risk) = (activeAcquaintances, activeInAll, new Sparks(unrest.Sparks), risk);
        strength = (float)parameters.Protest.Strength;
        boldness = (float)(1 / (1 + parameters.Veterans.Strength * parameters.Veterans.Brutalisation));
        var (laws, shock) = (parameters.Repression, parameters.ChangeShock);
        scatter = (float)(unrest.PolicyShock * shock.Spread);
        cost = (float)(laws.Strength * laws.TreasonLaws * (repression.Effective - laws.Usual) - scatter * shock.Mean);
    }

    public void Step(Agent<Mass> me)
    {
        var isFree = me.Sentence == 0 && (me.Service & Service.Serving) == 0;
        var seen = activeInAll < 0 ? activeAcquaintances[me.Row] : activeInAll - (me.IsActive ? 1 : 0);
        var anger = me.Grievance + sparks[me.Region];
        var threshold = me.Threshold + (cost + scatter * me.Unsettled);
        var fear = me.RiskAversion * ((me.Service & Service.Stressed) != 0 ? boldness : 1);
        me.Next.IsActive = isFree && strength > 0 && strength * (anger - fear * risk[seen]) > threshold;
    }
}
