namespace Elites.Economics;

/// <summary>M4: the defence multiplier and the recession of peace.</summary>
public sealed class RecessionParameters : MechanismParameters
{
    [Parameter("Multiplier of a change of the defence share on output (m)", Unit = "output per demand", Min = 0, Max = 3, Source = "range of Sheremirov and Spirovska 2015 (0.2) to Nakamura and Steinsson 2014 (1.5); value assumed")]
    public double Multiplier { get; set; } = 0.7;

    [Parameter("Output that only the war's orders hold up, per unit of defence share below that of the war; it does not come back by itself", Unit = "output per demand", Min = 0, Max = 3, Source = "the statement is The peace trap 2025; value assumed")]
    public double Addiction { get; set; } = 0.15;

    [Parameter("Share of a fall of the defence budget that costs jobs in its plants", Unit = "share", Min = 0, Max = 1, Source = "the statement is The peace trap 2025; value assumed")]
    public double LayOffs { get; set; } = 1;

    [Parameter("Time in which an output gap shrinks to 1/e (Tc)", Unit = "years", Min = 0.1, Max = 20)]
    public double RecoveryYears { get; set; } = 2;

    [Parameter("Growth of potential output at the peacetime defence share (g0)", Unit = "per year", Min = -0.1, Max = 0.1, Source = "assumed: gives 1.4 % at the war's defence share (Aron 2025)")]
    public double PotentialGrowth { get; set; } = 0.026;

    [Parameter("Potential growth lost per unit of defence share above the peacetime share (chi)", Unit = "per year", Min = 0, Max = 2, Source = "the statement is The peace trap 2025; value assumed")]
    public double GrowthDrag { get; set; } = 0.2;

    [Parameter("Potential growth that reconstruction and an end to the loss of people and technology bring at peace", Unit = "per year", Min = 0, Max = 0.1, Source = "the statement is The peace trap 2025; value assumed")]
    public double Reconstruction { get; set; } = 0.005;

    [Parameter("Output lost to 10,000 new listings of sanctions (ks)", Unit = "share of potential", Min = 0, Max = 1)]
    public double SanctionLoss { get; set; } = 0.03;
}
