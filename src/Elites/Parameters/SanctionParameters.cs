namespace Elites.Parameters;

/// <summary>M21.</summary>
public sealed class SanctionParameters : Mechanism
{
    [Parameter("Secondary sanctions on those who import oil", Unit = "share", Min = 0, Max = 1, Lever = 10)]
    public double SecondaryOil { get; set; }

    [Parameter("Sanctions on the largest oil and gas firms and an end to gas imports", Unit = "share", Min = 0, Max = 1, Lever = 11)]
    public double EnergyMajors { get; set; }

    [Parameter("Loopholes of banks closed", Unit = "share", Min = 0, Max = 1, Lever = 12)]
    public double Banks { get; set; }

    [Parameter("Interdiction of the shadow fleet", Unit = "share", Min = 0, Max = 1, Lever = 13)]
    public double ShadowFleet { get; set; }

    [Parameter("Crackdown on go-betweens that deliver dual-use goods", Unit = "share", Min = 0, Max = 1, Lever = 14)]
    public double DualUse { get; set; }

    [Parameter("Targeting of the elite's hidden assets", Unit = "share", Min = 0, Max = 1, Lever = 15)]
    public double EliteAssets { get; set; }

    [Parameter("Amnesty for those of the elite who defect", Unit = "share", Min = 0, Max = 1, Lever = 16)]
    public double Amnesty { get; set; }

    [Parameter("Share of sanctions that is lifted at peace", Unit = "share", Min = 0, Max = 1, Lever = 18)]
    public double ReliefAtPeace { get; set; }
}
