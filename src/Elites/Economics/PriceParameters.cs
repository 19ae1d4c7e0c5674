namespace Elites.Economics;

/// <summary>M5, and the budget that prints the money.</summary>
public sealed class PriceParameters : MechanismParameters
{
    [Parameter("Inflation with neither slack nor war (pi*)", Unit = "per year", Min = -0.1, Max = 1)]
    public double CoreInflation { get; set; } = 0.04;

    [Parameter("Fall of inflation with unemployment above its normal rate (slope of the Phillips curve)", Unit = "", Min = 0, Max = 5)]
    public double Slack { get; set; } = 0.3;

    [Parameter("Rise of inflation with the defence share above that of peace: what the high pay of plants and front buys", Unit = "", Min = 0, Max = 5, Source = "the statement is The peace trap 2025; value assumed")]
    public double DemandPull { get; set; } = 0.7;

    [Parameter("Share of a depreciation that goes into prices (pt)", Unit = "share", Min = 0, Max = 1)]
    public double PassThrough { get; set; } = 0.1;

    [Parameter("Rise of inflation with the overhang that is spent in a year (psi)", Unit = "", Min = 0, Max = 5, Source = "the statement is The peace trap 2025; value assumed")]
    public double Overhang { get; set; } = 1;

    [Parameter("Rise of inflation with the money printed in a year, beyond what the war printed at its start", Unit = "", Min = 0, Max = 10, Source = "Catao and Terrones 2005 (1.5 to 6 for a deficit, of which half is printed here while reserves last); value assumed")]
    public double Printing { get; set; } = 1;

    [Parameter("Money printed and not yet spent at the start (O)", Unit = "share of output", Min = 0, Max = 1, AtStartOnly = true)]
    public double OverhangAtStart { get; set; } = 0.09;

    [Parameter("Share of the overhang that is spent in a year of war", Unit = "per year", Min = 0, Max = 5)]
    public double ReleaseInWar { get; set; } = 0.05;

    [Parameter("Share of the overhang that is spent in a year of peace", Unit = "per year", Min = 0, Max = 5)]
    public double ReleaseAtPeace { get; set; } = 0.5;

    [Parameter("How far wages lag behind prices that rise faster than people are used to", Unit = "share", Min = 0, Max = 1, Source = "the statement is Aron 2025; value assumed")]
    public double WageLag { get; set; } = 0.8;

    [Parameter("Half-life in which wages make good what they lost, and in which people get used to an inflation", Unit = "weeks", Min = 1, Max = 520)]
    public double WageHalfLife { get; set; } = 52;

    [Parameter("Exchange rate at the start", Unit = "roubles per dollar", Min = 1, Max = 100_000, Source = "The peace trap 2025, statistical appendix", AtStartOnly = true)]
    public double ExchangeRate { get; set; } = 140;

    [Parameter("Standard deviation of the exchange rate's chance moves in a year, in logs", Unit = "", Min = 0, Max = 2)]
    public double ExchangeNoise { get; set; } = 0.08;

    [Parameter("Fall of the currency with the oil income lost, in logs", Unit = "", Min = 0, Max = 5)]
    public double OilElasticity { get; set; } = 0.5;

    [Parameter("Share of the inflation above 3 % a year that the exchange rate follows", Unit = "share", Min = 0, Max = 1)]
    public double Parity { get; set; } = 0.3;

    [Parameter("Half-life in which the exchange rate goes to where income and prices bring it", Unit = "weeks", Min = 1, Max = 520)]
    public double ExchangeHalfLife { get; set; } = 26;

    [Parameter("Fall of the currency in a crisis, in logs", Unit = "", Min = 0, Max = 3)]
    public double CrisisFall { get; set; } = 0.4;

    [Parameter("Reserves at the start", Unit = "share of yearly output", Min = 0, Max = 2, AtStartOnly = true)]
    public double ReservesAtStart { get; set; } = 0.12;

    [Parameter("Share of a deficit that is paid from reserves while there are any; the rest is printed", Unit = "share", Min = 0, Max = 1)]
    public double FromReserves { get; set; } = 0.5;

    [Parameter("Share of what a swing of the oil price adds to revenue, or takes from it, that reserves take in or pay: the budget rule", Unit = "share", Min = 0, Max = 1, Source = "assumed: the form is that of Russia's rule since 2017")]
    public double BudgetRule { get; set; } = 1;

    [Parameter("Deficit of the war at the start", Unit = "share of output", Min = -0.2, Max = 0.2, AtStartOnly = true)]
    public double DeficitAtStart { get; set; } = 0.02;
}
