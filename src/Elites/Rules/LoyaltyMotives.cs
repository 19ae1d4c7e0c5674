using System.Runtime.CompilerServices;
using Elites.Parameters;

namespace Elites.Rules;

/// <summary>M13, what speaks for and against the leader in the eyes of one agent, in logits.</summary>
internal readonly struct LoyaltyMotives
{
    private readonly ProspectTable prospect;
    private readonly double[] clanShocks;
    private readonly OfKinds losses;
    private readonly float strength;
    private readonly float start;
    private readonly float rent;
    private readonly float distance;
    private readonly float nearness;
    private readonly float terms;
    private readonly float belief;
    private readonly float patron;
    private readonly float shared;
    private readonly float grudge;
    private readonly float usual;
    private readonly float promise;

    public LoyaltyMotives(ElitesModel model, ElitesParameters parameters)
    {
        var (p, politics) = (parameters.Loyalty, model.Politics);
        (prospect, clanShocks) = (model.Prospect, politics.ClanShocks);
        (strength, start) = ((float)p.Strength, (float)p.Base);
        (rent, distance, belief, patron) = ((float)p.Rent, (float)p.Distance, (float)parameters.Right.BeliefWeight, (float)p.Patron);
        nearness = politics.IsWar ? 0 : (float)Politics.Left(politics.WeeksSettled, p.DistanceHalfLife);
        terms = (float)politics.Terms;
        var weakness = p.Weakness * (model.Leader.Weakness[0] + Math.Max(0, p.SupportWanted - politics.Support));
        var blame = p.Blame * politics.LeaderShareOfBlame * politics.Blame;
        grudge = (float)(weakness + blame);
        var fear = p.Fear * (0.8 * politics.Repression + model.Leader.PurgeFear[0]);
        var standing = p.Indispensability * (politics.IsWar ? 1 : p.IndispensabilityAtPeace);
        usual = (float)((1 - nearness) * p.Distance * p.UsualDistance);
        promise = (float)(parameters.Belief.Strength * parameters.Belief.Promise * politics.Warness);
        shared = (float)(fear + standing + politics.RegimeShock) - grudge - promise * (float)parameters.Belief.Usual;
        var inquiry = p.InquiryFear * nearness * (1 - politics.Terms);
        foreach (var kind in Elite.Kinds)
            losses[(int)kind] = (float)(p.AssetLoss * p.AssetsLostBy(kind) + (kind is EliteKind.General or EliteKind.FieldOfficer ? inquiry : 0));
    }

    /// <summary>The logit of the loyalty; notes what ideology takes from it beyond other motives.</summary>
    public double Logit(Agent<Elite> me)
    {
        var lost = losses[(int)me.Kind];
        var gain = rent * prospect.Value(me.RentGap);
        var ideology = usual + nearness * distance * Math.Abs(me.Ideal - terms) + belief * me.Belief;
        me.Pressure = ideology - (grudge + lost - Math.Min(0, gain));
        var noise = (float)clanShocks[me.Population.Clan[me.Row]] + me.Shock + me.Leaning;
        return start + strength * (shared + gain + patron * PatronLoyalty(me) + promise * me.VictoryBelief + noise - lost - ideology);
    }

    private static float PatronLoyalty(Agent<Elite> me)
    {
        var patron = me.Population.Patron[me.Row];
        return patron == Elite.PatronIsLeader ? 1 : me.Population.Loyalty[patron];
    }

    [InlineArray(6)]
    private struct OfKinds
    {
        private float first;
    }
}
