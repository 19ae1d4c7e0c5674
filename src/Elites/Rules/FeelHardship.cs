using Elites.Parameters;

namespace Elites.Rules;

/// <summary>
/// M7, hardship against a reference income that adapts (Tversky and Kahneman 1992; Koszegi and Rabin 2006), part of
/// which the war writes off: H = 1 - (1 - h0) e^(v/2) for losses and h0 e^(-v/2) for gains, times (1 - wo W).
/// </summary>
internal readonly struct FeelHardship : IRule<Mass>
{
    private readonly ProspectTable prospect;
    private readonly float strength, felt, upward, downward;
    private readonly float wage, soldierPay, defencePay, benefit, veteranBenefit, taper;

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

    public static bool HasTwin => true;

    public void Step(Agent<Mass> me)
    {
        me.Income = wage * (Pay(me.Job, me.WageLevel, me.Service) + taper * me.Windfall);
        me.Hardship = Feel(me.Income, me.Floor, ref me.Reference);
    }

    public void Step(Block<Mass> block)
    {
        var mass = block.Population;
        var jobs = mass.Job.All[block.From..block.To];
        var levels = mass.WageLevel.Values[block.From..block.To];
        var records = mass.Service.All[block.From..block.To];
        var windfalls = mass.Windfall.All[block.From..block.To];
        var floors = mass.Floor.Values[block.From..block.To];
        var references = mass.Reference.All[block.From..block.To];
        var incomes = mass.Income.All[block.From..block.To];
        var hardships = mass.Hardship.All[block.From..block.To];
        for (var i = 0; i < jobs.Length; i++)
        {
            incomes[i] = wage * (Pay(jobs[i], levels[i], records[i]) + taper * windfalls[i]);
            hardships[i] = Feel(incomes[i], floors[i], ref references[i]);
        }
    }

    /// <summary>Share of bonuses and payouts that is still paid.</summary>
    public static double Taper(Politics politics, LabourParameters p) =>
        politics.Warness + (1 - politics.Warness) * Math.Max(0, 1 - politics.WeeksSettled / p.BonusTaperWeeks);

    private float Feel(float income, float floor, ref float reference)
    {
        var change = income - reference;
        var gap = change / reference;
        var kept = prospect.Keeps(gap);
        var hardship = gap < 0 ? 1 - (1 - floor) * kept : floor * kept;
        reference += (change > 0 ? upward : downward) * change;
        return Math.Clamp((floor + strength * (hardship - floor)) * felt, 0, 1);
    }

    /// <summary>Pay in mean civilian wages; only those of a soldier's row have a record.</summary>
    private float Pay(Job job, float level, Service record) => job switch
    {
        Job.Front => soldierPay,
        Job.Defence => defencePay,
        Job.Civil => level + ((record & Service.Veteran) != 0 ? veteranBenefit : 0),
        _ => benefit * level + ((record & Service.Veteran) != 0 ? veteranBenefit : 0),
    };
}
