using Elites.Diplomacy;
using Elites.Warfare;

namespace Elites.Economics;

/// <summary>
/// M1, the supply of the army: a crackdown on go-betweens, strikes on lorries and a currency that buys no imports take
/// from it. What the patron sells all the same is beyond the crackdown; what it cuts is missing, too.
/// </summary>
internal readonly struct SupplyArmy(War war, Settlement settlement, Patron patron, Economy economy, ElitesParameters parameters)
{
    /// <summary>Share of the supply that is missing where the currency buys no imports (assumed).</summary>
    private const double MissingInCrisis = 0.15;

    public void Step()
    {
        var (sanctions, trade, strikes) = (parameters.Sanctions, parameters.Patron, parameters.War);
        var goods = parameters.SanctionsInForce(settlement) * sanctions.DualUseBite * sanctions.DualUse * (1 - trade.Strength * trade.Purchases * patron.Flow);
        var lorries = strikes.StrikeEffect / 3 * strikes.Strikes;
        var imports = economy.HasCurrencyCrisis ? MissingInCrisis : 0;
        war.Supply = Math.Max(0, 1 - goods) * (1 - lorries) * (1 - imports) * patron.Flow;
    }
}
