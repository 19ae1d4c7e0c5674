using Agents.Numerics;
using Elites.People;
using Elites.Populations;

namespace Elites.EliteLoyalty;

/// <summary>
/// M13, what speaks for and against the leader, in logits: for the whole elite and for each kind, and then for one agent. All
/// is told against a war of many years whose end is not in sight, where the terms of the essays' statements are 0.
/// </summary>
internal readonly struct LoyaltyMotives
{
    private readonly ProspectTable prospect;
    private readonly double[] clanShocks;
    private readonly OfKinds treason;
    private readonly OfKinds burdens;
    private readonly OfKinds amnesties;
    private readonly OfKinds distances;
    private readonly OfKinds terms;
    private readonly float start, strength, rent, assets, belief, patron, clan, shared, grudge, hunger, promise, unpaid;

    public LoyaltyMotives(Circumstances seen, Office office, EliteClimate climate, ProspectTable prospect, ElitesParameters parameters)
    {
        var (p, leader, settlement) = (parameters.Loyalty, office.Leader, seen.Settlement);
        var peace = new PeaceMotives(settlement, seen.War, parameters);
        (this.prospect, clanShocks) = (prospect, climate.ClanShocks);
        (start, strength, rent, assets) = ((float)p.Base, (float)p.Strength, (float)p.Rent, (float)p.AssetLoss);
        belief = (float)parameters.Right.BeliefWeight;
        treason[(int)EliteKind.SecurityOfficer] = (float)(parameters.Right.Strength * parameters.Right.Treason * peace.Nearness);
        (patron, clan) = ((float)(p.Patron * parameters.Ties.ClanCohesion), (float)(parameters.Ties.ClanCohesion * (1 + peace.Rivalry)));
        unpaid = (float)(1 - leader.PayOff[0]);
        hunger = (float)peace.Hunger;
        var weakness = p.Weakness * (leader.Weakness[0] + leader.Contest[0] + climate.Want - climate.WantUsually + peace.Compromise);
        grudge = (float)(weakness + climate.AgainstLeader(climate.Blame, p));
        var fear = p.Fear * (0.8 * seen.Repression.OnElite + leader.PurgeFear[0]);
        promise = (float)(parameters.Belief.Strength * parameters.Belief.Promise * settlement.Warness);
        shared = (float)(fear + Standing(office.Tenure, p) + climate.RegimeShock - climate.Frailty - peace.Replaceable) - grudge - promise * (float)parameters.Belief.Usual;
        foreach (var kind in Elite.Kinds)
        {
            terms[(int)kind] = (float)peace.InSight(kind);
            var burden = new Burdens(kind, peace, seen, climate, prospect, parameters);
            (burdens[(int)kind], amnesties[(int)kind]) = ((float)burden.Sum, (float)burden.Amnesty);
            distances[(int)kind] = (float)(p.Distance * (kind == EliteKind.Ultranationalist ? 1 + parameters.Right.Strength * parameters.Right.Radicalism : 1));
        }
    }

    /// <summary>What his years in office and a small coalition give him.</summary>
    private static double Standing(double tenure, LoyaltyParameters p)
    {
        const double UsualYears = 25;
        const double UsualCoalition = 0.1;
        var established = p.Established * Functions.Log((1 + tenure) / (1 + UsualYears));
        return established - p.CoalitionWeight * (p.Coalition - UsualCoalition);
    }

    /// <summary>The logit of the loyalty; notes what aims and what losses take from it, and what an amnesty would give back.</summary>
    public float Logit(Agent<Elite> me)
    {
        var (elite, kind, row) = (me.Population, (int)me.Kind, me.Row);
        var burden = burdens[kind] + assets * me.Seized + hunger;
        var gain = Gain(me.RentGap);
        var ideology = distances[kind] * Math.Abs(me.Ideal - terms[kind]) + belief * me.Belief + (me.IsOfTheRight ? treason[kind] : 0);
        (me.Ideology, me.Interest, me.Amnesty) = (ideology, burden - Math.Min(0, gain), amnesties[kind]);
        var noise = clan * (float)clanShocks[elite.Clan[row]] + me.Shock + me.Leaning + me.Debt;
        return start + strength * (shared + gain + patron * PatronLoyalty(elite.Patron[row], elite.Loyalty.Values) + promise * me.VictoryBelief + noise - burden - ideology);
    }

    private float Gain(float rentGap)
    {
        var gain = rent * prospect.Value(rentGap);
        return gain < 0 ? unpaid * gain : gain;
    }

    private static float PatronLoyalty(int patron, ReadOnlySpan<float> loyalty) => patron == Elite.PatronIsLeader ? 1 : loyalty[patron];
}
