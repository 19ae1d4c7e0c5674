using Agents.Numerics;
using Elites.People;
using Elites.Populations;

namespace Elites.EliteLoyalty;

/// <summary>
/// M13, what speaks for and against the leader, in logits: for the whole elite and for each kind, here, and for one agent
/// (WeighMotives.cs). All is told against a war of many years whose end is not in sight, where the terms of claims are 0.
/// </summary>
internal readonly partial struct LoyaltyMotives
{
    private readonly ProspectTable prospect;
    private readonly double[] clanShocks;
    private readonly OfKinds treason;
    private readonly OfKinds burdens;
    private readonly OfKinds distances;
    private readonly float start, strength, rent, assets, belief, patron, clan, shared, grudge, usual, terms, promise, unpaid;

    public LoyaltyMotives(ElitesModel model, ElitesParameters parameters)
    {
        var (p, politics) = (parameters.Loyalty, model.Politics);
        var peace = new PeaceMotives(politics, parameters);
        (prospect, clanShocks, terms) = (model.Prospect, politics.ClanShocks, (float)politics.Terms);
        (start, strength, rent, assets) = ((float)p.Base, (float)p.Strength, (float)p.Rent, (float)p.AssetLoss);
        belief = (float)parameters.Right.BeliefWeight;
        treason[(int)EliteKind.SecurityOfficer] = (float)(parameters.Right.Strength * parameters.Right.Treason * peace.Nearness);
        (patron, clan) = ((float)(p.Patron * parameters.Ties.ClanCohesion), (float)(parameters.Ties.ClanCohesion * (1 + peace.Rivalry)));
        unpaid = (float)(1 - model.Leader.PayOff[0]);
        usual = (float)((1 - peace.Nearness) * p.Distance * p.UsualDistance);
        var weakness = p.Weakness * (model.Leader.Weakness[0] + Math.Max(0, p.SupportWanted - politics.Support) + peace.Compromise);
        grudge = (float)(weakness + p.Blame * politics.LeaderShareOfBlame * politics.Blame);
        var fear = p.Fear * (0.8 * politics.Repression + model.Leader.PurgeFear[0]);
        promise = (float)(parameters.Belief.Strength * parameters.Belief.Promise * politics.Warness);
        shared = (float)(fear + Standing(politics, p) + peace.Gains + politics.RegimeShock) - grudge - promise * (float)parameters.Belief.Usual;
        foreach (var kind in Elite.Kinds)
        {
            burdens[(int)kind] = (float)new Burdens(kind, peace, politics, parameters).Sum;
            distances[(int)kind] = (float)(peace.Nearness * p.Distance * (kind == EliteKind.Ultranationalist ? 1 + parameters.Right.Strength * parameters.Right.Radicalism : 1));
        }
    }

    /// <summary>What his years in office and a small coalition give him.</summary>
    private static double Standing(Politics politics, LoyaltyParameters p)
    {
        const double UsualYears = 25;
        const double UsualCoalition = 0.1;
        var established = p.Established * Functions.Log((1 + politics.Tenure) / (1 + UsualYears));
        return established - p.CoalitionWeight * (p.Coalition - UsualCoalition);
    }
}
