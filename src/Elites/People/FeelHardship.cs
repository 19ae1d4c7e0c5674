using Agents.Numerics;
using Elites.Populations;
using Elites.Warfare;

namespace Elites.People;

/// <summary>
/// M7, hardship against a reference income that adapts (Tversky and Kahneman 1992; Koszegi and Rabin 2006), part of
/// which the war writes off: H = 1 - (1 - h0) e^(v/2) for losses and h0 e^(-v/2) for gains, times (1 - wo W).
/// </summary>
internal readonly partial struct FeelHardship : IRule<Mass>
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

    public void Step(Agent<Mass> me)
    {
        var change = me.Income - me.Reference;
        var kept = prospect.Keeps(change / me.Reference);
        var hardship = change < 0 ? 1 - (1 - me.Floor) * kept : me.Floor * kept;
        me.Reference += (change > 0 ? upward : downward) * change;
        me.Hardship = Functions.Within((me.Floor + strength * (hardship - me.Floor)) * felt, 0, 1);
    }
}
