namespace Elites.Parameters;

/// <summary>M13.</summary>
public sealed class LoyaltyParameters : Mechanism
{
    [Parameter("Base of the logit (b0)", Unit = "logit", Min = -10, Max = 10)]
    public double Base { get; set; } = 1.8;

    [Parameter("Weight of rent against its reference (br)", Unit = "logit", Min = 0, Max = 10, Source = "Bueno de Mesquita et al. 2003 for the form; value assumed")]
    public double Rent { get; set; } = 1;

    [Parameter("Weight of fear of repression and purge (bf)", Unit = "logit", Min = 0, Max = 10, Source = "Svolik 2012 for the form; value assumed")]
    public double Fear { get; set; } = 0.58;

    [Parameter("Weight of the fear of an inquiry after the war, for generals and field officers", Unit = "logit", Min = 0, Max = 10, Source = "the claim is The peace trap 2025; value assumed")]
    public double InquiryFear { get; set; } = 0.4;

    [Parameter("How many times greater that fear is where an inquiry is held, less 1", Unit = "", Min = 0, Max = 10)]
    public double InquiryRise { get; set; } = 2;

    [Parameter("Weight of the leader's indispensability, which is 1 in war and falls at peace (bs)", Unit = "logit", Min = 0, Max = 10, Source = "the claim is The peace trap 2025; value assumed")]
    public double Indispensability { get; set; } = 0.2;

    [Parameter("Indispensability that is left at peace", Unit = "share", Min = 0, Max = 1)]
    public double IndispensabilityAtPeace { get; set; } = 0.6;

    [Parameter("Weight of his established power: the log of his years in office and one more, against 25 years", Unit = "logit", Min = 0, Max = 10, Source = "Svolik 2012 for the form; value assumed")]
    public double Established { get; set; } = 0.15;

    [Parameter("Loyalty that an office without the shocks of the war's end builds up anew: those who outlast a settlement are appointees and clients (c)", Unit = "logit", Min = 0, Max = 5, Source = "Svolik 2012 for the mechanism; form and value assumed")]
    public double Consolidation { get; set; } = 0.58;

    [Parameter("Half-life of what is missing of it after a settlement", Unit = "weeks", Min = 1, Max = 520)]
    public double ConsolidationHalfLife { get; set; } = 13;

    [Parameter("Weight of what the war feeds its servants, budgets, powers and an enemy, missed after its end", Unit = "logit", Min = 0, Max = 10, Source = "the claim is The peace trap 2025; value assumed")]
    public double Feeding { get; set; } = 0.05;

    [Parameter("Share of the selectorate that a ruler needs in his coalition (W/S)", Unit = "share", Min = 0, Max = 1, Source = "Bueno de Mesquita et al. 2003 for the form; value assumed")]
    public double Coalition { get; set; } = 0.1;

    [Parameter("Weight of W/S, against a tenth: where a coalition is small, who defects may be left out of the next", Unit = "logit", Min = 0, Max = 10, Source = "Bueno de Mesquita et al. 2003 for the form; value assumed")]
    public double CoalitionWeight { get; set; } = 1;

    [Parameter("Weight of assets lost to sanctions (ba)", Unit = "logit", Min = 0, Max = 10, Source = "the claim is The peace trap 2025; value assumed")]
    public double AssetLoss { get; set; } = 1;

    [Parameter("How far the promise of victory makes lost assets bearable: their weight falls with the terms in sight, against those expected at the start", Unit = "per unit of terms", Min = 0, Max = 2, Source = "the claim is The peace trap 2025; value assumed")]
    public double Tolerance { get; set; } = 0.3;

    [Parameter("Weight of hidden assets lost where they are targeted", Unit = "logit", Min = 0, Max = 10, Source = "the claim is The peace trap 2025; value assumed")]
    public double TargetedLoss { get; set; } = 1;

    [Parameter("Share of the targeted loss that turns against the sanctions, and not the leader, where no amnesty is offered", Unit = "share", Min = 0, Max = 2)]
    public double Rally { get; set; } = 0.5;

    [Parameter("How much less disloyalty it takes to defect where an amnesty gives back what was lost", Unit = "share", Min = 0, Max = 1)]
    public double AmnestyPull { get; set; } = 0.1;

    [Parameter("Share of the assets of those who openly lack loyalty that the state seizes, under full repression", Unit = "per week", Min = 0, Max = 1)]
    public double Seizure { get; set; } = 0.01;

    [Parameter("Share of an oligarch's assets lost; other elite agents lost a third of it", Unit = "share", Min = 0, Max = 1)]
    public double AssetsLost { get; set; } = 0.3;

    /// <summary>Share of its assets that a kind lost.</summary>
    internal double AssetsLostBy(EliteKind kind) => AssetsLost * (kind == EliteKind.Oligarch ? 1 : 1.0 / 3);

    [Parameter("Years that the leader has been in office at the start", Unit = "years", Min = 0, Max = 60, AtStartOnly = true)]
    public double YearsInOffice { get; set; } = 25;

    [Parameter("Weight of the blame that falls on the leader (bb)", Unit = "logit", Min = 0, Max = 10, Source = "Croco 2011 for the form; value assumed")]
    public double Blame { get; set; } = 1;

    [Parameter("Weight of the distance between ideal and terms (bi)", Unit = "logit", Min = 0, Max = 10)]
    public double Distance { get; set; } = 0.3;

    [Parameter("Distance that is felt in war and long after a settlement", Unit = "share", Min = 0, Max = 1)]
    public double UsualDistance { get; set; } = 0.3;

    [Parameter("Half-life of the distance to the terms after a settlement", Unit = "weeks", Min = 1, Max = 520)]
    public double DistanceHalfLife { get; set; } = 10;

    [Parameter("Weight of the leader's weakness (bw)", Unit = "logit", Min = 0, Max = 10)]
    public double Weakness { get; set; } = 1;

    [Parameter("Public support below which the leader looks weak", Unit = "share", Min = 0, Max = 1)]
    public double SupportWanted { get; set; } = 0.37;

    [Parameter("Weakness that a compromise shows, times 1 - x", Unit = "logit", Min = 0, Max = 5, Source = "the claim is The peace trap 2025; value assumed")]
    public double Compromise { get; set; } = 0.05;

    [Parameter("Half-life of that weakness", Unit = "weeks", Min = 1, Max = 520)]
    public double CompromiseHalfLife { get; set; } = 8;

    [Parameter("Weight of the patron's loyalty (bp)", Unit = "logit", Min = 0, Max = 10)]
    public double Patron { get; set; } = 0.5;

    [Parameter("Share of the way down to its target that loyalty falls in a week", Unit = "per week", Min = 0, Max = 1)]
    public double SpeedDown { get; set; } = 0.4;

    [Parameter("Share of the way up to its target that loyalty rises in a week", Unit = "per week", Min = 0, Max = 1)]
    public double SpeedUp { get; set; } = 0.08;

    [Parameter("Share of a fall that comes at once when a settlement is announced", Unit = "share", Min = 0, Max = 1)]
    public double FallAtOnce { get; set; } = 0.5;

    [Parameter("Standard deviation of the shock that the whole elite shares; the baseline hazard rests on these three", Unit = "logit", Min = 0, Max = 5)]
    public double RegimeNoise { get; set; } = 0.57;

    [Parameter("Half-life of the shared shock", Unit = "weeks", Min = 1, Max = 520)]
    public double RegimeHalfLife { get; set; } = 31;

    [Parameter("Standard deviation of a clan's shock", Unit = "logit", Min = 0, Max = 5)]
    public double ClanNoise { get; set; } = 0.6;

    [Parameter("Half-life of a clan's shock", Unit = "weeks", Min = 1, Max = 520)]
    public double ClanHalfLife { get; set; } = 52;

    [Parameter("Rivalry of clans that only the war unites: growth of their shocks' deviation after its end", Unit = "", Min = 0, Max = 5, Source = "the claim is The peace trap 2025; value assumed")]
    public double ClanRivalry { get; set; } = 0.05;

    [Parameter("Standard deviation of a person's shock", Unit = "logit", Min = 0, Max = 5)]
    public double PersonNoise { get; set; } = 0.3;

    [Parameter("Half-life of a person's shock", Unit = "weeks", Min = 1, Max = 520)]
    public double PersonHalfLife { get; set; } = 26;

    [Parameter("Standard deviation of lasting differences between persons", Unit = "logit", Min = 0, Max = 5, AtStartOnly = true)]
    public double Heterogeneity { get; set; } = 0.35;

    [Parameter("Loyalty that those show who hide what they think", Unit = "share", Min = 0, Max = 1, Source = "Kuran 1991 for the form; value assumed")]
    public double Shown { get; set; } = 0.8;

    [Parameter("Mean price of saying what one does not think, against that of standing out; persons differ evenly from 0 to twice it", Unit = "", Min = 0, Max = 100, Source = "Kuran 1991 for the form; value assumed", AtStartOnly = true)]
    public double Integrity { get; set; } = 1;
}

/// <summary>M14.</summary>
public sealed class BlameParameters : Mechanism
{
    [Parameter("Half-life of blame after a settlement", Unit = "weeks", Min = 0.5, Max = 520, Source = "assumed")]
    public double HalfLife { get; set; } = 7;

    [Parameter("Share of blame that is felt while the war goes on", Unit = "share", Min = 0, Max = 1, Source = "the discount is Aron 2025; value assumed")]
    public double InWar { get; set; } = 0.3;

    [Parameter("Casualties at which blame doubles", Unit = "persons", Min = 1_000, Max = 100_000_000)]
    public double CasualtyScale { get; set; } = 1_000_000;

    [Parameter("Whether generals are made scapegoats: share of the leader's blame that goes to them", Unit = "share", Min = 0, Max = 1, Lever = 33)]
    public double ScapegoatGenerals { get; set; }

    [Parameter("What it costs him among generals and field officers to be made scapegoats, per unit of blame", Unit = "logit", Min = 0, Max = 10)]
    public double ScapegoatCost { get; set; } = 1;

    [Parameter("An inquiry into the war after its end", Unit = "share", Min = 0, Max = 1, Lever = 35)]
    public double Inquiry { get; set; }
}

/// <summary>M15.</summary>
public sealed class CoupParameters : Mechanism
{
    [Parameter("Mean disloyalty from which on an elite agent is discontent (tau)", Unit = "share", Min = 0, Max = 1, AtStartOnly = true)]
    public double Threshold { get; set; } = 0.55;

    [Parameter("Standard deviation of that threshold", Unit = "share", Min = 0, Max = 1, AtStartOnly = true)]
    public double ThresholdSpread { get; set; } = 0.1;

    [Parameter("Chance that a discontent agent sounds out one of its trust ties in a week (rso)", Unit = "per tie and week", Min = 0, Max = 1, Source = "assumed")]
    public double Sounding { get; set; } = 0.19;

    [Parameter("Growth of soundings with blame (rsoB)", Unit = "per unit of blame", Min = 0, Max = 20, Source = "assumed")]
    public double SoundingByBlame { get; set; } = 2;

    [Parameter("How much less disloyalty it takes to join a plot than to begin one", Unit = "share", Min = 0, Max = 1)]
    public double JoinMargin { get; set; } = 0.05;

    [Parameter("Chance that a refused sounding leaks, where trust is none and surveillance is total", Unit = "share", Min = 0, Max = 1)]
    public double Leak { get; set; } = 0.1;

    [Parameter("Surveillance of the elite", Unit = "share", Min = 0, Max = 1, Lever = 30)]
    public double Surveillance { get; set; } = 0.5;

    [Parameter("Trust between tied agents", Unit = "share", Min = 0, Max = 1)]
    public double Trust { get; set; } = 0.5;

    [Parameter("Coercive share of a plot whose odds at the outset are even, in an elite of 670 agents (h)", Unit = "share", Min = 0.0001, Max = 1, Source = "assumed")]
    public double EvenOdds { get; set; } = 0.02;

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
    public double Launch { get; set; } = 0.54;

    [Parameter("Standard deviation of a plot's error in that estimate", Unit = "share", Min = 0, Max = 1)]
    public double EstimateError { get; set; } = 0.1;

    [Parameter("Weakness that a failed attempt shows", Unit = "logit", Min = 0, Max = 5, Source = "assumed")]
    public double WeaknessByFailure { get; set; } = 0.21;

    [Parameter("Half-life of that weakness", Unit = "weeks", Min = 1, Max = 520)]
    public double WeaknessHalfLife { get; set; } = 40;

    [Parameter("Fear of purge that a failed attempt spreads", Unit = "logit", Min = 0, Max = 5, Source = "assumed")]
    public double FearByFailure { get; set; } = 0.58;

    [Parameter("Half-life of that fear", Unit = "weeks", Min = 1, Max = 520)]
    public double FearHalfLife { get; set; } = 10;

    [Parameter("Chance that a failed attempt exposes another plot", Unit = "share", Min = 0, Max = 1, Source = "assumed")]
    public double Exposure { get; set; } = 0.4;
}

/// <summary>M17.</summary>
public sealed class RightParameters : Mechanism
{
    [Parameter("Growth of the belief in a stab in the back (r)", Unit = "per week", Min = 0, Max = 1)]
    public double BeliefGrowth { get; set; } = 0.05;

    [Parameter("Half-life of that belief", Unit = "weeks", Min = 1, Max = 520)]
    public double BeliefHalfLife { get; set; } = 26;

    [Parameter("Weight of that belief in the loyalty of those of the right", Unit = "logit", Min = 0, Max = 10, Source = "the claim is The peace trap 2025; value assumed")]
    public double BeliefWeight { get; set; } = 0.4;

    [Parameter("Weight of any peace, which hardliners of the service call treason, however good its terms", Unit = "logit", Min = 0, Max = 10, Source = "the claim is The peace trap 2025; value assumed")]
    public double Treason { get; set; } = 0.1;

    [Parameter("How much more ultranationalists mind terms short of their ideal, less 1", Unit = "", Min = 0, Max = 10, Source = "the claim is The peace trap 2025; value assumed")]
    public double Radicalism { get; set; } = 0.15;

    [Parameter("Force of veterans' organisations, where all soldiers are home, armed and wholly betrayed, against all force of the elite", Unit = "share", Min = 0, Max = 1)]
    public double Veterans { get; set; } = 0.3;

    [Parameter("Share of the security service that is hardline", Unit = "share", Min = 0, Max = 1, AtStartOnly = true)]
    public double Hardliners { get; set; } = 0.3;

    [Parameter("Share of ultranationalists who are armed", Unit = "share", Min = 0, Max = 1, AtStartOnly = true)]
    public double ArmedShare { get; set; } = 0.5;

    [Parameter("Co-opting of ultranationalists: posts and money in place of opposition", Unit = "share", Min = 0, Max = 1, Lever = 36)]
    public double CoOpt { get; set; }

    [Parameter("Suppression of ultranationalists: share of them that is disarmed", Unit = "share", Min = 0, Max = 1, Lever = 36)]
    public double Suppress { get; set; }

    [Parameter("Growth of the belief in a stab in the back with that suppression", Unit = "", Min = 0, Max = 10)]
    public double Backlash { get; set; } = 0.5;
}
