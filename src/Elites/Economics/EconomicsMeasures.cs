using Agents.Data;

namespace Elites.Economics;

/// <summary>What is measured of the economy.</summary>
internal static class EconomicsMeasures
{
    public static readonly IReadOnlyList<ModelReporter> All =
    [
        Measure.Number("output_gap", "output less potential output", "share of potential", m => m.Economy.Gap),
        Measure.Number("output", "output, in that of the start", "ratio", m => m.Economy.Output),
        Measure.Number("defence_share", "defence share of output", "share of output", m => m.Economy.DefenceShare),
        Measure.Number("unemployment", "unemployed, weighted by persons", "share of labour force", m => m.Economy.Unemployment),
        Measure.Number("inflation", "inflation", "per year", m => m.Economy.Inflation),
        Measure.Number("exchange_rate", "exchange rate", "roubles per dollar", m => m.Economy.ExchangeRate),
        Measure.Number("reserves", "foreign reserves", "share of yearly output", m => m.Economy.Reserves),
        Measure.Number("overhang", "money printed and not yet spent", "share of output", m => m.Economy.Overhang),
        Measure.Number("revenue", "yearly revenue of the state", "share of output", m => m.Economy.Revenue),
        Measure.Number("deficit", "yearly deficit of the state", "share of output", m => m.Economy.Deficit),
        Measure.Number("policy_rate", "the central bank's rate", "per year", m => m.Economy.PolicyRate),
        Measure.Number("oil_price", "price of oil, in that of the start", "ratio", m => m.Economy.OilPrice),
        Measure.Number("growth_shock", "growth of output that shocks bring", "per year", m => m.Economy.Shock),
        Measure.Number("real_wage", "mean civilian wage in what it buys, in that of the start", "ratio", m => m.Economy.Wage),
    ];
}
