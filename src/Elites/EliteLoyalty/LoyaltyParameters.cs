using Elites.Populations;

namespace Elites.EliteLoyalty;

/// <summary>M13: the loyalty of the elite.</summary>
public sealed class LoyaltyParameters : MechanismParameters
{
    [Parameter("Base of the logit (b0)", Unit = "logit", Min = -10, Max = 10)]
    public double Base { get; set; } = 1.962;

    [Parameter("Weight of rent against its reference (br)", Unit = "logit", Min = 0, Max = 10, Source = "Bueno de Mesquita et al. 2003 for the form; value assumed")]
    public double Rent { get; set; } = 1;

    [Parameter("Weight of fear of repression and purge (bf)", Unit = "logit", Min = 0, Max = 10, Source = "Svolik 2012 for the form; value assumed")]
    public double Fear { get; set; } = 0.655;

    [Parameter("Weight of the fear of an inquiry after the war, for generals and field officers", Unit = "logit", Min = 0, Max = 10, Source = "the statement is The peace trap 2025; value assumed")]
    public double InquiryFear { get; set; } = 0.4;

    [Parameter("How many times greater that fear is where an inquiry is held, less 1", Unit = "", Min = 0, Max = 10)]
    public double InquiryRise { get; set; } = 2;

    [Parameter("Weight of the leader's indispensability, which is 1 in war and falls at peace (bs)", Unit = "logit", Min = 0, Max = 10, Source = "the statement is The peace trap 2025; value assumed")]
    public double Indispensability { get; set; } = 0.2537;

    [Parameter("Indispensability that is left at peace", Unit = "share", Min = 0, Max = 1)]
    public double IndispensabilityAtPeace { get; set; } = 0.6;

    [Parameter("Weight of his established power: the log of his years in office and one more, against 25 years", Unit = "logit", Min = 0, Max = 10, Source = "Svolik 2012 for the form; value assumed")]
    public double Established { get; set; } = 0.15;

    [Parameter("What an appointee owes to whom he owes his post", Unit = "logit", Min = 0, Max = 5, Source = "Svolik 2012 for the mechanism; form and value assumed")]
    public double Debt { get; set; } = 0.5;

    [Parameter("Half-life of that debt", Unit = "weeks", Min = 1, Max = 2_000, Source = "assumed; range 52 to 260")]
    public double DebtHalfLife { get; set; } = 104;

    [Parameter("Posts of the elite that change hands by retirement and in the ordinary course", Unit = "per post and year", Min = 0, Max = 5, Source = "assumed; range 0.02 to 0.12")]
    public double Turnover { get; set; } = 0.05813;

    [Parameter("Weight of what the war feeds its servants, budgets, powers and an enemy, missed after its end", Unit = "logit", Min = 0, Max = 10, Source = "the statement is The peace trap 2025; value assumed")]
    public double Feeding { get; set; } = 0.05;

    [Parameter("Share of the selectorate that a ruler needs in his coalition (W/S)", Unit = "share", Min = 0, Max = 1, Source = "Bueno de Mesquita et al. 2003 for the form; value assumed")]
    public double Coalition { get; set; } = 0.1;

    [Parameter("Weight of W/S, against a tenth: where a coalition is small, who defects may be left out of the next", Unit = "logit", Min = 0, Max = 10, Source = "Bueno de Mesquita et al. 2003 for the form; value assumed")]
    public double CoalitionWeight { get; set; } = 1;

    [Parameter("Weight of assets lost to sanctions (ba)", Unit = "logit", Min = 0, Max = 10, Source = "the statement is The peace trap 2025; value assumed")]
    public double AssetLoss { get; set; } = 1;

    [Parameter("How far the promise of victory makes lost assets bearable: their weight falls with the terms in sight, against those expected at the start", Unit = "per unit of terms", Min = 0, Max = 2, Source = "the statement is The peace trap 2025; value assumed")]
    public double Tolerance { get; set; } = 0.3;

    [Parameter("Weight of hidden wealth that is found, as a loss against what one is used to", Unit = "logit", Min = 0, Max = 10, Source = "the statement is The peace trap 2025; value assumed")]
    public double TargetedLoss { get; set; } = 1;

    [Parameter("Share of the targeted loss that turns against the sanctions, and not the leader, where no amnesty is offered", Unit = "share", Min = 0, Max = 2)]
    public double Rally { get; set; } = 0.5;

    [Parameter("How much less disloyalty it takes to defect for one to whom an amnesty would give back all his wealth", Unit = "share", Min = 0, Max = 1)]
    public double AmnestyPull { get; set; } = 0.5;

    [Parameter("Share of the assets of those who openly lack loyalty that the state seizes, under full repression", Unit = "per week", Min = 0, Max = 1)]
    public double Seizure { get; set; } = 0.01;

    [Parameter("Share of an oligarch's assets lost; other elite agents lost a third of it", Unit = "share", Min = 0, Max = 1)]
    public double AssetsLost { get; set; } = 0.3;

    /// <summary>Share of its assets that a kind lost.</summary>
    internal double AssetsLostBy(EliteKind kind) => AssetsLost * (kind == EliteKind.Oligarch ? 1 : 1.0 / 3);

    [Parameter("Years that the leader has been in office at the start", Unit = "years", Min = 0, Max = 60, AtStartOnly = true)]
    public double YearsInOffice { get; set; } = 25;

    [Parameter("Weight of the blame that falls on the leader (bb)", Unit = "logit", Min = 0, Max = 10, Source = "Croco 2011 for the form; value assumed")]
    public double Blame { get; set; } = 1.361;

    [Parameter("Weight of the distance between ideal and the terms in sight, in war as at peace (bi)", Unit = "logit", Min = 0, Max = 10)]
    public double Distance { get; set; } = 1.131;

    [Parameter("Half-life with which the terms of a settlement go out of sight", Unit = "weeks", Min = 1, Max = 520)]
    public double DistanceHalfLife { get; set; } = 7.39;

    [Parameter("Weight of the leader's weakness (bw)", Unit = "logit", Min = 0, Max = 10)]
    public double Weakness { get; set; } = 1;

    [Parameter("Share of what the people hide that the elite sees through: public support is private loyalty and the rest of it", Unit = "share", Min = 0, Max = 1, Source = "Kuran 1991 for the form; value assumed")]
    public double SeesThrough { get; set; } = 0.5;

    [Parameter("Public support below which the leader looks weak", Unit = "share", Min = 0, Max = 1)]
    public double SupportWanted { get; set; } = 0.5;

    [Parameter("Weakness that a compromise shows, times 1 - x", Unit = "logit", Min = 0, Max = 5, Source = "the statement is The peace trap 2025; value assumed")]
    public double Compromise { get; set; } = 0.05;

    [Parameter("Half-life of that weakness", Unit = "weeks", Min = 1, Max = 520)]
    public double CompromiseHalfLife { get; set; } = 8;

    [Parameter("Weight of the patron's loyalty (bp)", Unit = "logit", Min = 0, Max = 10)]
    public double Patron { get; set; } = 0.5786;

    [Parameter("Share of the way down to its target that loyalty falls in a week", Unit = "per week", Min = 0, Max = 1)]
    public double SpeedDown { get; set; } = 0.4;

    [Parameter("Share of the way up to its target that loyalty rises in a week", Unit = "per week", Min = 0, Max = 1)]
    public double SpeedUp { get; set; } = 0.08;

    [Parameter("Standard deviation over runs of a lasting trait of the regime, drawn once a run and the same in war as at peace (frailty)", Unit = "logit", Min = 0, Max = 5, Source = "assumed; range 0.3 to 0.9", AtStartOnly = true)]
    public double Frailty { get; set; } = 0.5764;

    [Parameter("Standard deviation of the shock that the whole elite shares; the baseline hazard rests on these three", Unit = "logit", Min = 0, Max = 5)]
    public double RegimeNoise { get; set; } = 0.5546;

    [Parameter("Half-life of the shared shock", Unit = "weeks", Min = 1, Max = 520)]
    public double RegimeHalfLife { get; set; } = 35.21;

    [Parameter("Standard deviation of a clan's shock", Unit = "logit", Min = 0, Max = 5)]
    public double ClanNoise { get; set; } = 0.5509;

    [Parameter("Half-life of a clan's shock", Unit = "weeks", Min = 1, Max = 520)]
    public double ClanHalfLife { get; set; } = 52;

    [Parameter("Rivalry of clans that only the war unites: growth of their shocks' deviation after its end", Unit = "", Min = 0, Max = 5, Source = "the statement is The peace trap 2025; value assumed")]
    public double ClanRivalry { get; set; } = 0.05;

    [Parameter("Standard deviation of a person's shock", Unit = "logit", Min = 0, Max = 5)]
    public double PersonNoise { get; set; } = 0.3;

    [Parameter("Half-life of a person's shock", Unit = "weeks", Min = 1, Max = 520)]
    public double PersonHalfLife { get; set; } = 26;

    [Parameter("Standard deviation of lasting differences between persons", Unit = "logit", Min = 0, Max = 5)]
    public double Heterogeneity { get; set; } = 0.35;

    [Parameter("Loyalty that those show who hide what they think", Unit = "share", Min = 0, Max = 1, Source = "Kuran 1991 for the form; value assumed")]
    public double Shown { get; set; } = 0.8;

    [Parameter("Mean price of saying what one does not think, against that of standing out; persons differ evenly from 0 to twice it", Unit = "", Min = 0, Max = 100, Source = "Kuran 1991 for the form; value assumed", AtStartOnly = true)]
    public double Integrity { get; set; } = 1;
}
