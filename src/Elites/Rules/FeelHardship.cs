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
    private readonly float taper;
    private readonly float upward;
    private readonly float downward;
    private readonly float strength;

    public FeelHardship(ElitesModel model, ElitesParameters parameters)
    {
        var p = parameters.Hardship;
        prospect = model.Prospect;
        strength = (float)p.Strength;
        felt = (float)(1 - Math.Min(1, p.Strength * p.WriteOff) * model.Politics.Warness);
        wage = (float)model.Economy.Wage;
        var pay = parameters.Labour;
        taper = (float)Taper(model.Politics, pay);
        (soldierPay, defencePay, benefit) = ((float)(1 + (pay.SoldierPay - 1) * taper), (float)pay.DefencePay, (float)pay.Benefit);
        veteranBenefit = (float)(pay.VeteranBenefit * parameters.Veterans.Benefits);
        upward = (float)(1 - model.Clock.Left(Clock.WeeksPerYear * p.HalfLifeUp));
        downward = (float)(1 - model.Clock.Left(Clock.WeeksPerYear * p.HalfLifeDown));
    }

    public void Step(Agent<Mass> me)
    {
        var income = wage * (Pay(me) + taper * me.Windfall);
        var change = income - me.Reference;
        var gap = change / me.Reference;
        var loss = prospect.Keeps(gap);
        var hardship = gap < 0 ? 1 - (1 - me.Floor) * loss : me.Floor * loss;
        me.Income = income;
        me.Hardship = Math.Clamp((me.Floor + strength * (hardship - me.Floor)) * felt, 0, 1);
        me.Reference += (change > 0 ? upward : downward) * change;
    }

    /// <summary>Share of bonuses and payouts that is still paid.</summary>
    public static double Taper(Politics politics, LabourParameters p) =>
        politics.Warness + (1 - politics.Warness) * Math.Max(0, 1 - politics.WeeksSettled / p.BonusTaperWeeks);

    /// <summary>Pay in mean civilian wages.</summary>
    private float Pay(Agent<Mass> me) => me.Job switch
    {
        Job.Front => soldierPay,
        Job.Defence => defencePay,
        Job.Civil => me.WageLevel + VeteranBenefit(me),
        _ => benefit * me.WageLevel + VeteranBenefit(me),
    };

    private float VeteranBenefit(Agent<Mass> me) => me.Kind == MassKind.Soldier && me.Service.HasFlag(Service.Veteran) ? veteranBenefit : 0;
}
