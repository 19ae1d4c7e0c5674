using Elites.Diplomacy;
using Elites.Warfare;

namespace Elites.Economics;

/// <summary>
/// M21, the rentier state: revenue = oil price (1 - disc - what sanctions take) + tax, times what the patron's trade leaves;
/// rents of the elite follow max(0, revenue - cost of the war). The patron buys part of what secondary sanctions would
/// stop, and below a floor it props its client up. New listings cost output (M4).
/// </summary>
internal readonly struct CollectRevenue(Economy economy, Patron patron, War war, Settlement settlement, ElitesParameters parameters)
{
    /// <summary>Listings that the loss of output is stated for.</summary>
    public const double ListingsOfShock = 10_000;

    private readonly SanctionParameters p = parameters.Sanctions;

    private double AtStart => p.OilShare * (1 - p.Discount) + p.TaxShare;

    public void Step()
    {
        CountListings();
        var oil = OilLeft();
        economy.OilLeft = oil / Math.Max(1e-9, 1 - p.Discount);
        economy.OilIncome = economy.OilLeft * economy.OilPrice;
        var own = (p.OilShare * oil * economy.OilPrice + p.TaxShare) * patron.Flow;
        economy.Windfall = p.OilShare * oil * (economy.OilPrice - 1) * patron.Flow;
        economy.Revenue = own + Support(own);
        var cost = parameters.Rent.WarCost;
        var beyond = Math.Max(0, economy.Revenue - cost * war.Intensity);
        economy.Rents = beyond / Math.Max(1e-9, AtStart - (parameters.War.Enabled ? cost : 0));
    }

    private double OilLeft()
    {
        var bought = 1 - parameters.Patron.Strength * parameters.Patron.Purchases * patron.Flow;
        var taken = p.SecondaryOilBite * p.SecondaryOil * bought + p.EnergyMajorsBite * p.EnergyMajors
            + p.BanksBite * p.Banks + p.ShadowFleetBite * p.ShadowFleet;
        return Math.Max(0, 1 - parameters.SanctionsInForce(settlement) * (p.Discount + taken));
    }

    private double Support(double own)
    {
        var help = parameters.Patron;
        var willing = Math.Max(0, patron.Flow - (1 - help.Leverage * help.Dependence));
        var full = Math.Max(1e-9, help.Leverage * help.Dependence);
        return help.Strength * help.Support * Math.Min(1, willing / full) * Math.Max(0, help.Floor * AtStart - own);
    }

    private void CountListings()
    {
        var listings = parameters.SanctionsInForce(settlement) * p.Listings / ListingsOfShock;
        economy.SanctionShock = parameters.Recession.SanctionLoss * (listings - economy.Listings);
        economy.Listings = listings;
    }
}
