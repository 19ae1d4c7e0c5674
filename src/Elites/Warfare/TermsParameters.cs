using Elites.Populations;

namespace Elites.Warfare;

/// <summary>
/// What each kind looks at in the terms of a settlement: shares of reparations, guarantees and relief. Territory has what the three leave; where
/// they come to more than 1 they share it out, and territory has none.
/// </summary>
public sealed class TermsParameters
{
    [Parameter("Share that reparations have in what oligarchs make of terms; territory has what reparations, guarantees and relief leave", Unit = "share", Min = 0, Max = 1, Source = "assumed; range 0 to 0.4")]
    public double OligarchsReparations { get; set; } = 0.2;

    [Parameter("Share that guarantees to the adversary have in what oligarchs make of terms", Unit = "share", Min = 0, Max = 1, Source = "assumed; range 0 to 0.2")]
    public double OligarchsGuarantees { get; set; } = 0.1;

    [Parameter("Share that relief from sanctions has in what oligarchs make of terms", Unit = "share", Min = 0, Max = 1, Source = "assumed; range 0.4 to 0.8")]
    public double OligarchsRelief { get; set; } = 0.6;

    [Parameter("Share that reparations have in what generals and field officers make of terms", Unit = "share", Min = 0, Max = 1, Source = "assumed; range 0 to 0.1")]
    public double OfficersReparations { get; set; } = 0.05;

    [Parameter("Share that guarantees to the adversary have in what generals and field officers make of terms", Unit = "share", Min = 0, Max = 1, Source = "assumed; range 0.25 to 0.65")]
    public double OfficersGuarantees { get; set; } = 0.45;

    [Parameter("Share that relief from sanctions has in what generals and field officers make of terms", Unit = "share", Min = 0, Max = 1, Source = "assumed; range 0 to 0.1")]
    public double OfficersRelief { get; set; } = 0.05;

    [Parameter("Share that reparations have in what security officers make of terms", Unit = "share", Min = 0, Max = 1, Source = "assumed; range 0 to 0.1")]
    public double SecurityOfficersReparations { get; set; } = 0.05;

    [Parameter("Share that guarantees to the adversary have in what security officers make of terms", Unit = "share", Min = 0, Max = 1, Source = "assumed; range 0.25 to 0.65")]
    public double SecurityOfficersGuarantees { get; set; } = 0.45;

    [Parameter("Share that relief from sanctions has in what security officers make of terms", Unit = "share", Min = 0, Max = 1, Source = "assumed; range 0 to 0.2")]
    public double SecurityOfficersRelief { get; set; } = 0.1;

    [Parameter("Share that reparations have in what defence directors make of terms", Unit = "share", Min = 0, Max = 1, Source = "assumed; range 0 to 0.1")]
    public double DirectorsReparations { get; set; } = 0.05;

    [Parameter("Share that guarantees to the adversary have in what defence directors make of terms", Unit = "share", Min = 0, Max = 1, Source = "assumed; range 0.25 to 0.65")]
    public double DirectorsGuarantees { get; set; } = 0.45;

    [Parameter("Share that relief from sanctions has in what defence directors make of terms", Unit = "share", Min = 0, Max = 1, Source = "assumed; range 0 to 0.2")]
    public double DirectorsRelief { get; set; } = 0.1;

    [Parameter("Share that reparations have in what ultranationalists make of terms", Unit = "share", Min = 0, Max = 1, Source = "assumed; range 0 to 0.2")]
    public double UltranationalistsReparations { get; set; } = 0.1;

    [Parameter("Share that guarantees to the adversary have in what ultranationalists make of terms", Unit = "share", Min = 0, Max = 1, Source = "assumed; range 0 to 0.2")]
    public double UltranationalistsGuarantees { get; set; } = 0.1;

    [Parameter("Share that relief from sanctions has in what ultranationalists make of terms", Unit = "share", Min = 0, Max = 1, Source = "assumed; range 0 to 0.2")]
    public double UltranationalistsRelief { get; set; }

    [Parameter("Share that reparations have in what soldiers make of terms", Unit = "share", Min = 0, Max = 1, Source = "assumed; range 0 to 0.2")]
    public double SoldiersReparations { get; set; } = 0.1;

    [Parameter("Share that guarantees to the adversary have in what soldiers make of terms", Unit = "share", Min = 0, Max = 1, Source = "assumed; range 0 to 0.2")]
    public double SoldiersGuarantees { get; set; } = 0.1;

    [Parameter("Share that relief from sanctions has in what soldiers make of terms", Unit = "share", Min = 0, Max = 1, Source = "assumed; range 0 to 0.2")]
    public double SoldiersRelief { get; set; } = 0.1;

    [Parameter("Share that reparations have in what citizens and defence workers make of terms", Unit = "share", Min = 0, Max = 1, Source = "assumed; range 0.05 to 0.45")]
    public double CitizensReparations { get; set; } = 0.25;

    [Parameter("Share that guarantees to the adversary have in what citizens and defence workers make of terms", Unit = "share", Min = 0, Max = 1, Source = "assumed; range 0 to 0.2")]
    public double CitizensGuarantees { get; set; } = 0.1;

    [Parameter("Share that relief from sanctions has in what citizens and defence workers make of terms", Unit = "share", Min = 0, Max = 1, Source = "assumed; range 0.2 to 0.6")]
    public double CitizensRelief { get; set; } = 0.4;

    internal TermsWeights Of(EliteKind kind) => kind switch
    {
        EliteKind.Oligarch => new(OligarchsReparations, OligarchsGuarantees, OligarchsRelief),
        EliteKind.General or EliteKind.FieldOfficer => new(OfficersReparations, OfficersGuarantees, OfficersRelief),
        EliteKind.SecurityOfficer => new(SecurityOfficersReparations, SecurityOfficersGuarantees, SecurityOfficersRelief),
        EliteKind.Director => new(DirectorsReparations, DirectorsGuarantees, DirectorsRelief),
        _ => new(UltranationalistsReparations, UltranationalistsGuarantees, UltranationalistsRelief),
    };

    internal TermsWeights Of(MassKind kind) => kind == MassKind.Soldier
        ? new(SoldiersReparations, SoldiersGuarantees, SoldiersRelief)
        : new(CitizensReparations, CitizensGuarantees, CitizensRelief);
}
