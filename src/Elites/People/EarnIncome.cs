using System.Numerics;
using System.Runtime.CompilerServices;
using Elites.Economics;
using Elites.Populations;
using Elites.Warfare;

namespace Elites.People;

/// <summary>
/// M7, the income of the week: the pay of one's job, a veteran's benefit where one is no longer at the front, and what
/// the war pays the household, in what it buys.
/// </summary>
internal readonly struct EarnIncome : IRule<Mass>
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

    public static bool HasBlockForm => true;

    public void Step(Agent<Mass> me) => me.Income = wage * (Pay(me.Job, me.WageLevel, me.Service) + taper * me.Windfall);

    [SkipLocalsInit]
    public void Step(Block<Mass> block)
    {
        var mass = block.Population;
        var job = block.Widen(mass.Job, stackalloc int[block.Length]);
        var record = block.Widen(mass.Service, stackalloc int[block.Length]);
        var level = block.Lanes(mass.WageLevel);
        var windfall = block.Lanes(mass.Windfall);
        var income = block.Lanes(mass.Income);
        for (var i = 0; i < income.Length; i++)
        {
            var civil = Vector.ConditionalSelect(Vector.Equals(job[i], new Vector<int>((int)Job.Civil)), level[i], benefit * level[i]);
            var isVeteran = Vector.Equals(record[i] & new Vector<int>((int)Service.Veteran), new Vector<int>((int)Service.Veteran));
            civil += Vector.ConditionalSelect(isVeteran, new Vector<float>(veteranBenefit), Vector<float>.Zero);
            var pay = Vector.ConditionalSelect(Vector.Equals(job[i], new Vector<int>((int)Job.Defence)), new Vector<float>(defencePay), civil);
            pay = Vector.ConditionalSelect(Vector.Equals(job[i], new Vector<int>((int)Job.Front)), new Vector<float>(soldierPay), pay);
            income[i] = wage * (pay + taper * windfall[i]);
        }
        for (var row = block.Rest<float>().From; row < block.To; row++)
            Step(block[row]);
    }

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
