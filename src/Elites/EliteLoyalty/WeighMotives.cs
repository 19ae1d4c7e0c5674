using System.Numerics;
using System.Runtime.InteropServices;
using Elites.Populations;

namespace Elites.EliteLoyalty;

/// <content>The motives of one agent, and of a block of agents at once.</content>
internal readonly partial struct LoyaltyMotives
{
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
