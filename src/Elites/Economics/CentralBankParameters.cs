namespace Elites.Economics;

/// <summary>The central bank's rate, which answers inflation and the gap and moves demand.</summary>
public sealed class CentralBankParameters : MechanismParameters
{
    [Parameter("Rate of the war as it was at the start", Unit = "per year", Min = 0, Max = 2, Source = "Aron 2025")]
    public double Rate { get; set; } = 0.21;

    [Parameter("Inflation that goes with that rate; at another the bank keeps another", Unit = "per year", Min = -0.1, Max = 1, Source = "assumed: that of the war at its start")]
    public double Inflation { get; set; } = 0.084;

    [Parameter("Rise of the rate with inflation", Unit = "", Min = 0, Max = 5, Source = "Taylor 1993 (1.5) to Clarida, Gali and Gertler 2000 (2.15); value assumed")]
    public double ByInflation { get; set; } = 2;

    [Parameter("Rise of the rate with the output gap", Unit = "", Min = 0, Max = 5, Source = "Taylor 1993")]
    public double ByGap { get; set; } = 0.5;

    [Parameter("Half-life in which the rate goes to what the rule asks for", Unit = "weeks", Min = 1, Max = 520, Source = "Clarida, Gali and Gertler 2000 (0.79 a quarter)")]
    public double SmoothingHalfLife { get; set; } = 38;

    [Parameter("Output that a year with a real rate of 1 above the usual one costs", Unit = "share of potential per year", Min = 0, Max = 5, Source = "assumed: half a percent for a point, low in the range of the shocks that Ramey 2016 surveys")]
    public double Demand { get; set; } = 0.5;

    [Parameter("Half-life in which borrowers get used to a real rate, so that none moves output for good", Unit = "weeks", Min = 1, Max = 2_000)]
    public double UsualHalfLife { get; set; } = 104;
}
