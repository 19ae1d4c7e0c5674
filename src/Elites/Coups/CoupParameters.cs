namespace Elites.Coups;

/// <summary>M15: the palace coup as a problem of coordination.</summary>
public sealed class CoupParameters : MechanismParameters
{
    [Parameter("Mean disloyalty from which on an elite agent is discontent (tau)", Unit = "share", Min = 0, Max = 1, AtStartOnly = true)]
    public double Threshold { get; set; } = 0.54;

    [Parameter("Standard deviation of that threshold", Unit = "share", Min = 0, Max = 1, AtStartOnly = true)]
    public double ThresholdSpread { get; set; } = 0.1;

    [Parameter("Rate at which a discontent agent sounds out each of its trust ties (rso)", Unit = "per tie and week", Min = 0, Max = 1, Source = "assumed")]
    public double Sounding { get; set; } = 0.2298;

    [Parameter("Growth of soundings with one's own grievance (rsoG)", Unit = "per unit of grievance", Min = 0, Max = 50, Source = "assumed; range 1 to 8")]
    public double SoundingByGrievance { get; set; } = 4.571;

    [Parameter("Disloyalty that a unit of grievance is worth in sounding out and joining (jG)", Unit = "share", Min = 0, Max = 5, Source = "assumed; range 0 to 0.4")]
    public double JoiningByGrievance { get; set; } = 0.1416;

    [Parameter("Grievance at which it takes the disloyalty tau", Unit = "share", Min = 0, Max = 1)]
    public double UsualGrievance { get; set; } = 0.15;

    [Parameter("Growth of soundings with blame, among those who blame the leader (rsoB)", Unit = "per unit of blame", Min = 0, Max = 20, Source = "assumed")]
    public double SoundingByBlame { get; set; } = 0.182;

    [Parameter("How much less disloyalty it takes to join a plot than to begin one", Unit = "share", Min = 0, Max = 1)]
    public double JoinMargin { get; set; } = 0.05;

    [Parameter("Chance that a refused sounding leaks, where trust is none and surveillance is total", Unit = "share", Min = 0, Max = 1)]
    public double Leak { get; set; } = 0.1;

    [Parameter("Surveillance of the elite", Unit = "share", Min = 0, Max = 1, Lever = 30)]
    public double Surveillance { get; set; } = 0.5;

    [Parameter("Trust between tied agents", Unit = "share", Min = 0, Max = 1)]
    public double Trust { get; set; } = 0.4754;

    [Parameter("Persons under arms at the capital with whom a plot's odds at the outset are even (h)", Unit = "persons", Min = 1, Max = 10_000_000, Source = "assumed; range 900 to 2,400")]
    public double EvenOdds { get; set; } = 1616;

    [Parameter("Weight of a mass protest in the odds (pub)", Unit = "share", Min = 0, Max = 2, Source = "Casper and Tyson 2014 for the form; value assumed")]
    public double ProtestSignal { get; set; } = 0.3;

    [Parameter("Odds that a plot loses per tier of rank below the top", Unit = "share", Min = 0, Max = 1, Source = "order: Singh 2014, Albrecht et al. 2021; value assumed")]
    public double RankDiscount { get; set; } = 0.05;

    [Parameter("Share of that loss that plotters reckon with", Unit = "share", Min = 0, Max = 1)]
    public double RankSeen { get; set; } = 0.5;

    [Parameter("Standard deviation of the luck of an attempt", Unit = "share", Min = 0, Max = 1)]
    public double Luck { get; set; } = 0.2;

    [Parameter("Standard deviation of what a fence-sitter sees", Unit = "share", Min = 0, Max = 1, Source = "Morris and Shin 1998 for the form; value assumed")]
    public double SignalNoise { get; set; } = 0.1;

    [Parameter("Rounds in which fence-sitters take sides", Unit = "rounds", Min = 1, Max = 100)]
    public int Rounds { get; set; } = 8;

    [Parameter("How far the odds must be below one's loyalty before one defends the leader", Unit = "share", Min = 0, Max = 1)]
    public double NeutralBand { get; set; } = 0.2;

    [Parameter("Counterbalancing: rival forces beside the army", Unit = "share", Min = 0, Max = 1, Source = "De Bruin 2018", Lever = 29)]
    public double Counterbalance { get; set; }

    [Parameter("Rise with counterbalancing of the joiners' share that an attempt needs; it is a half without", Unit = "share", Min = 0, Max = 0.5)]
    public double CounterbalanceEffect { get; set; } = 0.3;

    [Parameter("Share of that rise that plotters reckon with", Unit = "share", Min = 0, Max = 1, Source = "De Bruin 2018: success falls, attempts do not; value assumed")]
    public double CounterbalanceSeen { get; set; } = 0.2;

    [Parameter("Resentment of counterbalancing among generals and field officers", Unit = "logit", Min = 0, Max = 5, Source = "De Bruin 2018 for the form; value assumed")]
    public double Resentment { get; set; } = 0.2;

    [Parameter("Softness of that need in the eyes of those who watch", Unit = "share", Min = 0.001, Max = 1)]
    public double Softness { get; set; } = 0.15;

    [Parameter("Estimated chance of success at which a plot is launched (qL)", Unit = "share", Min = 0, Max = 1, Source = "assumed")]
    public double Launch { get; set; } = 0.5564;

    [Parameter("Standard deviation of a plot's error in that estimate", Unit = "share", Min = 0, Max = 1)]
    public double EstimateError { get; set; } = 0.1601;

    [Parameter("Weakness that a failed attempt shows", Unit = "logit", Min = 0, Max = 5, Source = "assumed")]
    public double WeaknessByFailure { get; set; } = 0.1639;

    [Parameter("Half-life of that weakness", Unit = "weeks", Min = 1, Max = 520)]
    public double WeaknessHalfLife { get; set; } = 40;

    [Parameter("Fear of purge that a failed attempt spreads", Unit = "logit", Min = 0, Max = 5, Source = "assumed")]
    public double FearByFailure { get; set; } = 0.2983;

    [Parameter("Half-life of that fear", Unit = "weeks", Min = 1, Max = 520)]
    public double FearHalfLife { get; set; } = 10;

    [Parameter("Chance that a failed attempt exposes another plot", Unit = "share", Min = 0, Max = 1, Source = "assumed")]
    public double Exposure { get; set; } = 0.4;
}
