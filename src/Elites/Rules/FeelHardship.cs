using Elites.Parameters;

namespace Elites.Rules;

/// <summary>
/// M7, hardship against a reference income that adapts (Tversky and Kahneman 1992; Koszegi and Rabin 2006), part of
/// which the war writes off: H = 1 - (1 - h0) e^(v/2) for losses and h0 e^(-v/2) for gains, times (1 - wo W).
/// </summary>
internal readonly struct FeelHardship : IRule<Mass>
{
    private readonly ProspectTable prospect;
    private readonly float felt;
    private readonly float wage;
    private readonly float soldierPay;
    private readonly float defencePay;
    private readonly float benefit;
    private readonly float veteranBenefit;
    private readonly float upward;
    private readonly float downward;
    private readonly float strength;

    public FeelHardship(ProspectTable prospect, Economy economy, Politics politics, ElitesParameters parameters)
    {
        var p = parameters.Hardship;
        this.prospect = prospect;
        strength = (float)p.Strength;
        felt = (float)(politics.IsWar ? 1 - Math.Min(1, p.Strength * p.WriteOff) : 1);
        wage = (float)economy.Wage;
        var pay = parameters.Labour;
        (soldierPay, defencePay, benefit, veteranBenefit) = ((float)pay.SoldierPay, (float)pay.DefencePay, (float)pay.Benefit, (float)pay.VeteranBenefit);
        upward = (float)(1 - Politics.Left(1, Clock.WeeksPerYear * p.HalfLifeUp));
        downward = (float)(1 - Politics.Left(1, Clock.WeeksPerYear * p.HalfLifeDown));
    }

    public void Step(Agent<Mass> me)
    {
        var income = wage * Pay(me.Job, me.Kind);
        var change = income - me.Reference;
        var gap = change / me.Reference;
        var loss = prospect.Keeps(gap);
        var hardship = gap < 0 ? 1 - (1 - me.Floor) * loss : me.Floor * loss;
        me.Income = income;
        me.Hardship = Math.Clamp((me.Floor + strength * (hardship - me.Floor)) * felt, 0, 1);
        me.Reference += (change > 0 ? upward : downward) * change;
    }

    /// <summary>Pay in mean civilian wages.</summary>
    public float Pay(Job job, MassKind kind) => job switch
    {
        Job.Front => soldierPay,
        Job.Defence => defencePay,
        Job.Civil => 1 + (kind == MassKind.Soldier ? veteranBenefit : 0),
        _ => benefit + (kind == MassKind.Soldier ? veteranBenefit : 0),
    };
}
