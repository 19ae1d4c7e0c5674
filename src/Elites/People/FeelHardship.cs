using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Agents.Numerics;
using Elites.Populations;
using Elites.Warfare;

namespace Elites.People;

/// <summary>
/// M7, hardship against a reference income that adapts (Tversky and Kahneman 1992; Koszegi and Rabin 2006), part of
/// which the war writes off: H = 1 - (1 - h0) e^(v/2) for losses and h0 e^(-v/2) for gains, times (1 - wo W).
/// </summary>
internal readonly struct FeelHardship : IRule<Mass>
{
    private readonly ProspectTable prospect;
    private readonly float strength, felt, upward, downward;

    public FeelHardship(ProspectTable prospect, Settlement settlement, Clock clock, HardshipParameters p)
    {
        this.prospect = prospect;
        strength = (float)p.Strength;
        felt = (float)(1 - Math.Min(1, p.Strength * p.WriteOff) * settlement.Warness);
        upward = (float)(1 - clock.Left(Clock.WeeksPerYear * p.HalfLifeUp));
        downward = (float)(1 - clock.Left(Clock.WeeksPerYear * p.HalfLifeDown));
    }

    public static bool HasBlockForm => true;

    public void Step(Agent<Mass> me)
    {
        var change = me.Income - me.Reference;
        var kept = prospect.Keeps(change / me.Reference);
        var hardship = change < 0 ? 1 - (1 - me.Floor) * kept : me.Floor * kept;
        me.Reference += (change > 0 ? upward : downward) * change;
        me.Hardship = Functions.Within((me.Floor + strength * (hardship - me.Floor)) * felt, 0, 1);
    }

    [SkipLocalsInit]
    public void Step(Block<Mass> block)
    {
        var mass = block.Population;
        var income = block.Lanes(mass.Income);
        var floor = block.Lanes(mass.Floor);
        var reference = block.Lanes(mass.Reference);
        var felt = block.Lanes(mass.Hardship);
        Span<float> room = stackalloc float[reference.Length * Vector<float>.Count];
        var kept = MemoryMarshal.Cast<float, Vector<float>>(room);
        for (var i = 0; i < kept.Length; i++)
            kept[i] = (income[i] - reference[i]) / reference[i];
        prospect.Keep(room);
        for (var i = 0; i < kept.Length; i++)
        {
            var change = income[i] - reference[i];
            var hardship = Vector.ConditionalSelect(
                Vector.LessThan(change, Vector<float>.Zero), Vector<float>.One - (Vector<float>.One - floor[i]) * kept[i], floor[i] * kept[i]);
            var speed = Vector.ConditionalSelect(Vector.GreaterThan(change, Vector<float>.Zero), new Vector<float>(upward), new Vector<float>(downward));
            reference[i] += speed * change;
            felt[i] = Functions.Within((floor[i] + strength * (hardship - floor[i])) * this.felt, 0, 1);
        }
        for (var row = block.Rest<float>().From; row < block.To; row++)
            Step(block[row]);
    }
}
