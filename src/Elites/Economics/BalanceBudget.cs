using Elites.Populations;
using Elites.Warfare;

namespace Elites.Economics;

/// <summary>
/// M5, the budget: defence, the rest of the state, conversion, soldiers still under arms, veterans, compensation and the
/// reparations that a settlement names are paid from revenue; part of what is missing comes from reserves while there are any, and the rest
/// is printed. A surplus goes the same two ways back. A swing of the oil price is the reserves' alone, by the budget rule. Money in is money out.
/// </summary>
internal readonly struct BalanceBudget(Economy economy, Settlement settlement, Persons persons, Clock clock, ElitesParameters parameters)
{
    /// <summary>Rents of the elite as a share of output (assumed), for what a compensation costs.</summary>
    private const double RentsOfOutput = 0.03;

    private readonly PriceParameters p = parameters.Prices;

    public void Step()
    {
        economy.Spending = economy.DefenceShare + Civil() + Conversion() + Compensation() + Veterans() + Reparations();
        economy.Deficit = economy.Spending - economy.Revenue;
        var years = clock.Years;
        var swing = p.BudgetRule * economy.Windfall;
        // No more can be taken out of circulation than was printed.
        var wanted = Math.Min(p.FromReserves * (economy.Deficit + swing) - swing, economy.Deficit + economy.Overhang / years);
        economy.PaidFromReserves = Math.Min(wanted, economy.Reserves / years);
        economy.Printed = economy.Deficit - economy.PaidFromReserves;
        economy.Reserves -= years * economy.PaidFromReserves;
        economy.Overhang = Math.Max(0, economy.Overhang + years * economy.Printed);
    }

    /// <summary>The rest of the state costs what it cost at the start, also where output falls.</summary>
    private double Civil()
    {
        var s = parameters.Sanctions;
        var deficit = parameters.War.Enabled ? p.DeficitAtStart : 0;
        return (s.OilShare * (1 - s.Discount) + s.TaxShare + deficit - economy.DefenceShareInWar) / (1 + economy.Gap);
    }

    private double Conversion() => parameters.Settlement.Conversion * Math.Max(0, economy.DefenceShareInWar - economy.DefenceShare);

    private double Compensation() =>
        parameters.Rent.Compensation * RentsOfOutput * Math.Max(0, 1 - economy.DefenceShare / economy.DefenceShareInWar);

    /// <summary>Only reparations that are named are paid: terms told by one number are judged, and cost nothing.</summary>
    private double Reparations()
    {
        var named = parameters.Settlement;
        var isDue = parameters.War.Enabled && named.Reparations >= 0 && settlement.WeeksSettled < Clock.WeeksPerYear * named.ReparationsYears;
        return isDue ? named.ReparationsCost * (1 - settlement.Warness) * (1 - settlement.Terms.Reparations) : 0;
    }

    /// <summary>In war the front's pay is part of the defence budget; after it, what is due to those not yet home and to veterans is not.</summary>
    private double Veterans()
    {
        if (settlement.IsWar || !parameters.War.Enabled)
            return 0;
        var people = parameters.Population;
        var share = people.SoldiersMillion / (people.SoldiersMillion + people.DefenceWorkersMillion + people.CitizensMillion);
        var front = persons.ShareAtFront();
        return share * (front * parameters.Labour.SoldierPay + (1 - front) * parameters.Labour.VeteranBenefit * parameters.Veterans.Benefits);
    }
}
