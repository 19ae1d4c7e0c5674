namespace Elites.Economics;

/// <summary>
/// M21, the rentier state: revenue = oil (1 - disc - what sanctions take) + tax, times what the patron's trade leaves;
/// rents of the elite follow max(0, revenue - cost of the war). The patron buys part of what secondary sanctions would
/// stop, and below a floor it props its client up. New listings cost output (M4).
/// </summary>
internal readonly struct CollectRevenue(ElitesModel model, ElitesParameters parameters)
{
    /// <summary>Listings that the loss of output is stated for.</summary>
    public const double ListingsOfShock = 10_000;

    private readonly SanctionParameters p = parameters.Sanctions;
    private readonly Economy economy = model.Economy;

    private double AtStart => p.OilShare * (1 - p.Discount) + p.TaxShare;

    public void Step()
    {
        CountListings();
        economy.OilIncome = OilLeft() / Math.Max(1e-9, 1 - p.Discount);
        var own = (p.OilShare * OilLeft() + p.TaxShare) * economy.PatronFlow;
        economy.Revenue = own + Support(own);
        var war = parameters.Rent.WarCost;
        var beyond = Math.Max(0, economy.Revenue - war * model.War.Intensity);
        economy.Rents = beyond / Math.Max(1e-9, AtStart - (parameters.War.Enabled ? war : 0));
    }

    private double OilLeft()
    {
        var bought = 1 - parameters.Patron.Strength * parameters.Patron.Purchases * economy.PatronFlow;
        var taken = p.SecondaryOilBite * p.SecondaryOil * bought + p.EnergyMajorsBite * p.EnergyMajors
            + p.BanksBite * p.Banks + p.ShadowFleetBite * p.ShadowFleet;
        return Math.Max(0, 1 - p.InForce(model.Politics) * (p.Discount + taken));
    }

    private double Support(double own)
    {
        var patron = parameters.Patron;
        var willing = Math.Max(0, economy.PatronFlow - (1 - patron.Leverage * patron.Dependence));
        var full = Math.Max(1e-9, patron.Leverage * patron.Dependence);
        return patron.Strength * patron.Support * Math.Min(1, willing / full) * Math.Max(0, patron.Floor * AtStart - own);
    }

    private void CountListings()
    {
        var listings = p.InForce(model.Politics) * p.Listings / ListingsOfShock;
        economy.SanctionShock = parameters.Recession.SanctionLoss * (listings - economy.Listings);
        economy.Listings = listings;
    }
}
