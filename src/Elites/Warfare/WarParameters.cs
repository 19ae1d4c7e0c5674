namespace Elites.Warfare;

/// <summary>M1: the war, its losses and its front.</summary>
public sealed class WarParameters
{
    [Parameter("Dead and wounded when the run starts", Unit = "persons", Min = 0, Max = 10_000_000, Source = "The peace trap 2025, statistical appendix", AtStartOnly = true)]
    public double CasualtiesAtStart { get; set; } = 650_000;

    [Parameter("Dead and wounded in a day of war with full ranks (c0)", Unit = "persons per day", Min = 0, Max = 10_000, Source = "Aron 2025; range 200 to 1,500")]
    public double CasualtiesPerDay { get; set; } = 1_000;

    [Parameter("Terms that are expected of the war where the front stands still and hopes are what they were (0 full withdrawal, 1 total victory)", Unit = "share", Min = 0, Max = 1)]
    public double ExpectedTerms { get; set; } = 0.5;

    [Parameter("Defence share of output in the war (d)", Unit = "share of output", Min = 0.001, Max = 0.6, Source = "The peace trap 2025, statistical appendix", AtStartOnly = true)]
    public double DefenceShare { get; set; } = 0.092;

    [Parameter("Whether there is a war; false is a world at peace since long before the run", AtStartOnly = true)]
    public bool Enabled { get; set; } = true;

    [Parameter("Whether the war is escalated (imposed path)")]
    public bool Escalated { get; set; }

    [Parameter("Intensity of an escalated war (I); that of the war is 1", Unit = "", Min = 1, Max = 5)]
    public double EscalatedIntensity { get; set; } = 1.5;

    [Parameter("Whether the front moves at all; 0 freezes it", Unit = "", Min = 0, Max = 10, Source = "switch of M1")]
    public double Movement { get; set; } = 1;

    [Parameter("Speed of the front for a share of strength that is 1 above a half (sF)", Unit = "per year", Min = 0, Max = 10, Source = "Smith and Stam 2004 for the form; value assumed")]
    public double Advantage { get; set; } = 1;

    [Parameter("Standard deviation of the front's chance moves in a year", Unit = "front", Min = 0, Max = 2, Source = "Smith and Stam 2004 for the form; value assumed")]
    public double Chance { get; set; } = 0.15;

    [Parameter("Recruits in a month, who fill the ranks up to the establishment", Unit = "persons per month", Min = 0, Max = 1_000_000, Source = "The Insider 2025: 430,000 in 2024, 210,000 in the first half of 2025")]
    public double Recruits { get; set; } = 36_000;

    [Parameter("Weeks in which a war taken up again would fill empty ranks", Unit = "weeks", Min = 1, Max = 520, Source = "assumed")]
    public double MobilisationWeeks { get; set; } = 12;

    [Parameter("The adversary's own strength, in the attacker's at the start", Unit = "ratio", Min = 0.01, Max = 10, Source = "assumed: with the aid of the start the two are even, a stalemate")]
    public double Adversary { get; set; } = 0.6667;

    [Parameter("Aid to the adversary, as a share of its own strength", Unit = "share", Min = 0, Max = 3, Lever = 4)]
    public double Aid { get; set; } = 0.5;

    [Parameter("Standard deviation of the aid from one draw to the next, as a share of it", Unit = "share", Min = 0, Max = 2, Lever = 5)]
    public double AidVolatility { get; set; } = 0.2;

    [Parameter("Half-life of a swing of the aid", Unit = "weeks", Min = 1, Max = 520)]
    public double AidHalfLife { get; set; } = 13;

    [Parameter("Weeks for which aid is committed ahead", Unit = "weeks", Min = 1, Max = 520, Lever = 6)]
    public double AidCommitmentWeeks { get; set; } = 26;

    [Parameter("Share of the aid that is not committed of which the attacker hopes that it dries up", Unit = "share", Min = 0, Max = 1, Source = "the statement is The peace trap 2025; value assumed")]
    public double Fatigue { get; set; } = 0.3;

    [Parameter("What a swing of uncommitted aid adds to how far the front may move in a year, in the eyes of those who hope", Unit = "front", Min = 0, Max = 5, Source = "the statement is Aron 2025; value assumed")]
    public double HopeByVolatility { get; set; } = 1;

    [Parameter("How far the front may move in a year in the eyes of those who fight; more than it does, for they do not know what strength is left", Unit = "front", Min = 0.01, Max = 5, Source = "assumed: gives a stalemate a chance of victory of about 0.35")]
    public double Fog { get; set; } = 0.41;

    [Parameter("Front at which the war is won, and below 0 lost", Unit = "front", Min = 0.05, Max = 1)]
    public double Decision { get; set; } = 0.6;

    [Parameter("Fortification of the adversary (porcupine)", Unit = "share", Min = 0, Max = 2, Lever = 7)]
    public double Porcupine { get; set; }

    [Parameter("Rise of the adversary's strength with its fortification", Unit = "ratio", Min = 0, Max = 5, Source = "the statement is The peace trap 2025; value assumed")]
    public double PorcupineEffect { get; set; } = 1;

    [Parameter("Strikes on logistics and command", Unit = "share", Min = 0, Max = 1, Lever = 8)]
    public double Strikes { get; set; }

    [Parameter("Strength and a third as much of the supply that full strikes take (paralysis)", Unit = "share", Min = 0, Max = 1, Source = "the statement is The peace trap 2025; value assumed")]
    public double StrikeEffect { get; set; } = 0.6;

    [Parameter("Guarantee of the adversary's security, such as an alliance's", Unit = "share", Min = 0, Max = 1, Lever = 9)]
    public double Guarantee { get; set; }

    [Parameter("Weight of guarantee and commitment in hopes of victory; 0 counts neither", Unit = "", Min = 0, Max = 1, Source = "the statement is The peace trap 2025; value assumed")]
    public double Ambiguity { get; set; } = 1;

    [Parameter("Share of the chance of victory that a full guarantee takes", Unit = "share", Min = 0, Max = 1, Source = "the statement is The peace trap 2025; value assumed")]
    public double GuaranteeEffect { get; set; } = 0.8;
}
