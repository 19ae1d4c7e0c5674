using Elites.Populations;

namespace Elites.Economics;

/// <summary>
/// M21: sanctions. They take from revenue (<see cref="CollectRevenue"/>), from the supply of the army (<see cref="SupplyArmy"/>), from output
/// (<see cref="ShrinkEconomy"/>), from the rents and assets of the elite, and they are a matter of bargaining: the ODD tells which rooms read them.
/// </summary>
public sealed class SanctionParameters : MechanismParameters
{
    [Parameter("Oil revenue without any discount", Unit = "share of output", Min = 0, Max = 1)]
    public double OilShare { get; set; } = 0.07;

    [Parameter("Other revenue (tax)", Unit = "share of output", Min = 0, Max = 1)]
    public double TaxShare { get; set; } = 0.13;

    [Parameter("Discount on oil by the sanctions in force at the start (disc)", Unit = "share", Min = 0, Max = 1)]
    public double Discount { get; set; } = 0.15;

    [Parameter("Listings in force; new ones cost output", Unit = "listings", Min = 0, Max = 1_000_000, Source = "The peace trap 2025, statistical appendix")]
    public double Listings { get; set; } = 18_000;

    [Parameter("Sanctions announced and not carried out, as a share of all that could be taken from oil", Unit = "share", Min = 0, Max = 1, Source = "the announcement is Aron 2025; value assumed")]
    public double Threatened { get; set; } = 0.5;

    [Parameter("Secondary sanctions on those who import oil", Unit = "share", Min = 0, Max = 1, Lever = 10)]
    public double SecondaryOil { get; set; }

    [Parameter("Oil revenue that full secondary sanctions take", Unit = "share", Min = 0, Max = 1, Source = "the statement is Aron 2025; value assumed")]
    public double SecondaryOilBite { get; set; } = 0.3;

    [Parameter("Sanctions on the largest oil and gas firms and an end to gas imports", Unit = "share", Min = 0, Max = 1, Lever = 11)]
    public double EnergyMajors { get; set; }

    [Parameter("Oil revenue that full sanctions on these firms take", Unit = "share", Min = 0, Max = 1, Source = "the statement is Aron 2025; value assumed")]
    public double EnergyMajorsBite { get; set; } = 0.15;

    [Parameter("Loopholes of banks closed", Unit = "share", Min = 0, Max = 1, Lever = 12)]
    public double Banks { get; set; }

    [Parameter("Oil revenue that closing all loopholes takes", Unit = "share", Min = 0, Max = 1, Source = "the statement is Aron 2025; value assumed")]
    public double BanksBite { get; set; } = 0.1;

    [Parameter("Interdiction of the shadow fleet", Unit = "share", Min = 0, Max = 1, Lever = 13)]
    public double ShadowFleet { get; set; }

    [Parameter("Oil revenue that full interdiction takes", Unit = "share", Min = 0, Max = 1, Source = "the statement is The peace trap 2025; value assumed")]
    public double ShadowFleetBite { get; set; } = 0.4;

    [Parameter("Crackdown on go-betweens that deliver dual-use goods", Unit = "share", Min = 0, Max = 1, Lever = 14)]
    public double DualUse { get; set; }

    [Parameter("Supply of the army that a full crackdown takes", Unit = "share", Min = 0, Max = 1, Source = "the statement is The peace trap 2025; value assumed")]
    public double DualUseBite { get; set; } = 0.5;

    [Parameter("Targeting of the elite's hidden assets", Unit = "share", Min = 0, Max = 1, Lever = 15)]
    public double EliteAssets { get; set; }

    [Parameter("Share of an oligarch's wealth that is hidden abroad; a third of it for other kinds, none for ultranationalists", Unit = "share", Min = 0, Max = 1, Source = "Novokmet, Piketty and Zucman 2018 (about as much abroad as households hold at home)")]
    public double HiddenShare { get; set; } = 0.5;

    /// <summary>Share of its wealth that a kind hides abroad.</summary>
    internal double HiddenBy(EliteKind kind) => kind switch
    {
        EliteKind.Oligarch => HiddenShare,
        EliteKind.Ultranationalist => 0,
        _ => HiddenShare / 3,
    };

    [Parameter("Share of hidden wealth that full targeting finds and takes in the end", Unit = "share", Min = 0, Max = 1, Source = "assumed; range 0.05 to 0.5: since 2022 a few hundredths of what is thought to be abroad were frozen, without a search")]
    public double FoundShare { get; set; } = 0.25;

    [Parameter("Time in which what can still be found shrinks to 1/e", Unit = "years", Min = 0.1, Max = 50)]
    public double FindingYears { get; set; } = 3;

    [Parameter("Share of an amnesty that is believed", Unit = "share", Min = 0, Max = 1)]
    public double Credibility { get; set; } = 0.5;

    [Parameter("Amnesty for those of the elite who defect", Unit = "share", Min = 0, Max = 1, Lever = 16)]
    public double Amnesty { get; set; }

    [Parameter("Share of sanctions that is lifted at peace, unless the settlement names its relief", Unit = "share", Min = 0, Max = 1, Lever = 18)]
    public double ReliefAtPeace { get; set; }

    /// <summary>How much of an amnesty counts with those to whom it is offered.</summary>
    internal double BelievedAmnesty => Credibility * Amnesty;
}
