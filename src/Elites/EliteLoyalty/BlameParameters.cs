namespace Elites.EliteLoyalty;

/// <summary>M14: who is blamed for what the war did not bring.</summary>
public sealed class BlameParameters : MechanismParameters
{
    [Parameter("Half-life of blame after a settlement", Unit = "weeks", Min = 0.5, Max = 520, Source = "assumed")]
    public double HalfLife { get; set; } = 10.08;

    [Parameter("Share of blame that is felt while the war goes on", Unit = "share", Min = 0, Max = 1, Source = "the discount is Aron 2025; value assumed")]
    public double InWar { get; set; } = 0.3;

    [Parameter("How much casualties without number add to blame, as a share of it (beta)", Unit = "", Min = 0, Max = 20, Source = "assumed; range 1 to 3")]
    public double ByCasualties { get; set; } = 2.125;

    [Parameter("Casualties that add half of that", Unit = "persons", Min = 1_000, Max = 100_000_000)]
    public double CasualtyScale { get; set; } = 1_000_000;

    [Parameter("Whether generals are made scapegoats: share of the leader's blame that goes to them", Unit = "share", Min = 0, Max = 1, Lever = 33)]
    public double ScapegoatGenerals { get; set; }

    [Parameter("What it costs him among generals and field officers to be made scapegoats, per unit of blame", Unit = "logit", Min = 0, Max = 10)]
    public double ScapegoatCost { get; set; } = 1;

    [Parameter("An inquiry into the war after its end", Unit = "share", Min = 0, Max = 1, Lever = 35)]
    public double Inquiry { get; set; }

    [Parameter("Officers who lose their posts as scapegoats, per unit of the blame that they bear", Unit = "per post and year", Min = 0, Max = 10)]
    public double Dismissals { get; set; } = 0.1;

    /// <summary>What casualties make of blame, as a factor: 1 + beta C/(C + scale).</summary>
    internal double LossFactor(double casualties) => 1 + ByCasualties * casualties / (casualties + CasualtyScale);
}
