using Elites.Economics;
using Elites.Populations;
using Elites.Warfare;

namespace Elites.People;

/// <summary>
/// M7, the income of the week: the pay of one's job, a veteran's benefit where one is no longer at the front, and what
/// the war pays the household, in what it buys.
/// </summary>
internal readonly partial struct EarnIncome : IRule<Mass>
{
    private readonly float wage, soldierPay, defencePay, benefit, veteranBenefit, taper;

    public EarnIncome(Economy economy, Settlement settlement, ElitesParameters parameters)
    {
        wage = (float)economy.Wage;
        var pay = parameters.Labour;
        taper = (float)Taper(settlement, pay);
        (soldierPay, defencePay, benefit) = ((float)(1 + (pay.SoldierPay - 1) * taper), (float)pay.DefencePay, (float)pay.Benefit);
        veteranBenefit = (float)(pay.VeteranBenefit * parameters.Veterans.Benefits);
    }

    public void Step(Agent<Mass> me) => me.Income = wage * (Pay(me.Job, me.WageLevel, me.Service) + taper * me.Windfall);

    /// <summary>Share of bonuses and payouts that is still paid.</summary>
    public static double Taper(Settlement settlement, LabourParameters p) =>
        settlement.Warness + (1 - settlement.Warness) * Math.Max(0, 1 - settlement.WeeksSettled / p.BonusTaperWeeks);

    /// <summary>Pay in mean civilian wages; only those of a soldier's row have a record.</summary>
    private float Pay(Job job, float level, Service record) => job switch
    {
        Job.Front => soldierPay,
        Job.Defence => defencePay,
        Job.Civil => level + ((record & Service.Veteran) != 0 ? veteranBenefit : 0),
        _ => benefit * level + ((record & Service.Veteran) != 0 ? veteranBenefit : 0),
    };
}
