namespace Elites.Economics;

/// <summary>What chance does to output and to the price of oil, in every world alike.</summary>
public sealed class ShockParameters : MechanismParameters
{
    [Parameter("Standard deviation of a year's growth of output that chance alone brings", Unit = "share of potential", Min = 0, Max = 0.1, Source = "assumed: about that of Russia's growth from 2010 to 2023 (World Bank); range 0.02 to 0.05")]
    public double Growth { get; set; } = 0.03;

    [Parameter("Half-life of a shock to the rate of growth", Unit = "weeks", Min = 1, Max = 520, Source = "assumed; range 13 to 52")]
    public double GrowthHalfLife { get; set; } = 26;

    [Parameter("Growth imposed on top of chance while it lasts: a slump where it is below 0", Unit = "share of potential per year", Min = -0.5, Max = 0.5)]
    public double GrowthNow { get; set; }

    [Parameter("Standard deviation of a year's change of the price of oil, in logs", Unit = "", Min = 0, Max = 1, Source = "Hamilton 2009 (0.15 a quarter)")]
    public double Oil { get; set; } = 0.3;

    [Parameter("Half-life in which the price of oil comes back", Unit = "weeks", Min = 4, Max = 2_000, Source = "Pindyck 1999 for a slow return over years; value assumed; range 104 to 520")]
    public double OilHalfLife { get; set; } = 208;

    [Parameter("Price of oil imposed on top of chance while it lasts, in logs of that of the start", Unit = "", Min = -2, Max = 2)]
    public double OilNow { get; set; }
}
