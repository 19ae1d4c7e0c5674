using System.Numerics;
using System.Runtime.InteropServices;
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
    private readonly OfKinds distances;
    private readonly float start, strength, rent, assets, belief, patron, clan, shared, grudge, usual, terms, promise, unpaid;

    public LoyaltyMotives(Circumstances seen, Office office, EliteClimate climate, ProspectTable prospect, ElitesParameters parameters)
    {
        var (p, leader, settlement) = (parameters.Loyalty, office.Leader, seen.Settlement);
        var peace = new PeaceMotives(settlement, seen.War, parameters);
        (this.prospect, clanShocks, terms) = (prospect, climate.ClanShocks, (float)settlement.Terms);
        (start, strength, rent, assets) = ((float)p.Base, (float)p.Strength, (float)p.Rent, (float)p.AssetLoss);
        belief = (float)parameters.Right.BeliefWeight;
        treason[(int)EliteKind.SecurityOfficer] = (float)(parameters.Right.Strength * parameters.Right.Treason * peace.Nearness);
        (patron, clan) = ((float)(p.Patron * parameters.Ties.ClanCohesion), (float)(parameters.Ties.ClanCohesion * (1 + peace.Rivalry)));
        unpaid = (float)(1 - leader.PayOff[0]);
        usual = (float)((1 - peace.Nearness) * p.Distance * p.UsualDistance);
        var weakness = p.Weakness * (leader.Weakness[0] + Math.Max(0, p.SupportWanted - seen.Society.Support) + peace.Compromise);
        grudge = (float)(weakness + p.Blame * climate.LeaderShareOfBlame * climate.Blame);
        var fear = p.Fear * (0.8 * seen.Repression.Effective + leader.PurgeFear[0]);
        promise = (float)(parameters.Belief.Strength * parameters.Belief.Promise * settlement.Warness);
        shared = (float)(fear + Standing(office.Tenure, p) + peace.Gains + climate.RegimeShock) - grudge - promise * (float)parameters.Belief.Usual;
        foreach (var kind in Elite.Kinds)
        {
            burdens[(int)kind] = (float)new Burdens(kind, peace, settlement, climate, parameters).Sum;
            distances[(int)kind] = (float)(peace.Nearness * p.Distance * (kind == EliteKind.Ultranationalist ? 1 + parameters.Right.Strength * parameters.Right.Radicalism : 1));
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

    /// <summary>The logit of the loyalty; notes what ideology takes from it beyond other motives.</summary>
    public float Logit(Agent<Elite> me)
    {
        var (elite, kind, row) = (me.Population, (int)me.Kind, me.Row);
        var burden = burdens[kind] + assets * me.Seized;
        var gain = Gain(me.RentGap);
        var ideology = usual + distances[kind] * Math.Abs(me.Ideal - terms) + belief * me.Belief + (me.IsOfTheRight ? treason[kind] : 0);
        me.Pressure = ideology - (grudge + burden - Math.Min(0, gain));
        var noise = clan * (float)clanShocks[elite.Clan[row]] + me.Shock + me.Leaning;
        return start + strength * (shared + gain + patron * PatronLoyalty(elite.Patron[row], elite.Loyalty.Values) + promise * me.VictoryBelief + noise - burden - ideology);
    }

    /// <summary>The same for a block, bit for bit.</summary>
    public void Logits(Block<Elite> block, Span<float> logits)
    {
        foreach (var kind in Elite.Kinds)
        {
            var part = block.Among(block.Population.Of(kind));
            Logits(part, (int)kind, logits.Slice(part.From - block.From, part.Length));
        }
    }

    private void Logits(Block<Elite> block, int kind, Span<float> logits)
    {
        var elite = block.Population;
        Span<float> room = stackalloc float[4 * block.Length];
        Span<float> gained = room[..block.Length], ofPatron = room[block.Length..], ofClan = room[(2 * block.Length)..], traitors = room[(3 * block.Length)..];
        Gather(block, kind, gained, ofPatron, ofClan, traitors);
        ReadOnlySpan<Vector<float>> gains = Lanes(gained), patrons = Lanes(ofPatron), clans = Lanes(ofClan), treasons = Lanes(traitors);
        ReadOnlySpan<Vector<float>> seized = block.Lanes(elite.Seized), ideals = block.Lanes(elite.Ideal), beliefs = block.Lanes(elite.Belief);
        ReadOnlySpan<Vector<float>> shocks = block.Lanes(elite.Shock), leanings = block.Lanes(elite.Leaning), hopes = block.Lanes(elite.VictoryBelief);
        Span<Vector<float>> pressures = block.Lanes(elite.Pressure), wide = MemoryMarshal.Cast<float, Vector<float>>(logits);
        for (var i = 0; i < wide.Length; i++)
        {
            var burden = new Vector<float>(burdens[kind]) + assets * seized[i];
            var ideology = new Vector<float>(usual) + distances[kind] * Vector.Abs(ideals[i] - new Vector<float>(terms)) + belief * beliefs[i] + treasons[i];
            pressures[i] = ideology - (new Vector<float>(grudge) + burden - Vector.Min(Vector<float>.Zero, gains[i]));
            var noise = clan * clans[i] + shocks[i] + leanings[i];
            var motives = new Vector<float>(shared) + gains[i] + patron * patrons[i] + promise * hopes[i] + noise - burden - ideology;
            wide[i] = new Vector<float>(start) + strength * motives;
        }
        for (var row = block.Rest<float>().From; row < block.To; row++)
            logits[row - block.From] = Logit(block[row]);
    }

    /// <summary>What stands in tables and in others' rows; neighbours mostly share a rent.</summary>
    private void Gather(Block<Elite> block, int kind, Span<float> gains, Span<float> ofPatrons, Span<float> ofClans, Span<float> treasons)
    {
        var (elite, rows, shocks) = (block.Population, block.From..block.To, clanShocks);
        ReadOnlySpan<float> gaps = elite.RentGap.Values[rows], loyalty = elite.Loyalty.Values;
        ReadOnlySpan<int> patrons = elite.Patron.Values[rows], clans = elite.Clan.Values[rows];
        var (gap, gain) = (0f, Gain(0));
        for (var i = 0; i < gaps.Length; i++)
        {
            if (gaps[i] != gap)
                (gap, gain) = (gaps[i], Gain(gaps[i]));
            (gains[i], ofPatrons[i], ofClans[i]) = (gain, PatronLoyalty(patrons[i], loyalty), (float)shocks[clans[i]]);
        }
        for (var i = 0; i < treasons.Length && treason[kind] != 0; i++)
            treasons[i] = elite.IsOfTheRight[block.From + i] ? treason[kind] : 0;
    }

    private float Gain(float rentGap)
    {
        var gain = rent * prospect.Value(rentGap);
        return gain < 0 ? unpaid * gain : gain;
    }

    private static float PatronLoyalty(int patron, ReadOnlySpan<float> loyalty) => patron == Elite.PatronIsLeader ? 1 : loyalty[patron];

    private static ReadOnlySpan<Vector<float>> Lanes(Span<float> values) => MemoryMarshal.Cast<float, Vector<float>>(values);
}
