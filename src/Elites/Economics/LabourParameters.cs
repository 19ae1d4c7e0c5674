namespace Elites.Economics;

/// <summary>M6: lay-offs, demobilisation and the search for jobs.</summary>
public sealed class LabourParameters : MechanismParameters
{
    [Parameter("Share of the employed who lose or leave their job in a month", Unit = "per month", Min = 0, Max = 0.2, Source = "below Shimer 2005 (0.034), fitted to 2.3 % unemployment")]
    public double Separation { get; set; } = 0.006;

    [Parameter("Unemployment at which vacancies equal the unemployed (u*)", Unit = "share", Min = 0.001, Max = 0.5, Source = "assumed: 2.3 %")]
    public double NormalUnemployment { get; set; } = 0.023;

    [Parameter("Chance of finding a job in a month where vacancies equal the unemployed (mu)", Unit = "per month", Min = 0.01, Max = 1, Source = "range 0.1 to Shimer 2005 (0.45); value assumed")]
    public double Finding { get; set; } = 0.25;

    [Parameter("Exponent of the unemployed in matching (n)", Unit = "", Min = 0, Max = 1, Source = "Petrongolo and Pissarides 2001: 0.5 to 0.7")]
    public double MatchingExponent { get; set; } = 0.5;

    [Parameter("Rise of log vacancies with the output gap", Unit = "", Min = 0, Max = 20)]
    public double VacancyResponse { get; set; } = 3;

    [Parameter("A soldier's pay", Unit = "mean civilian wages", Min = 0.01, Max = 20, Source = "Re:Russia 2024")]
    public double SoldierPay { get; set; } = 3;

    [Parameter("A defence worker's pay", Unit = "mean civilian wages", Min = 0.01, Max = 20)]
    public double DefencePay { get; set; } = 1.5;

    [Parameter("Income without a job", Unit = "mean civilian wages", Min = 0, Max = 2)]
    public double Benefit { get; set; } = 0.35;

    [Parameter("Weeks over which bonuses and payouts run out after a settlement", Unit = "weeks", Min = 1, Max = 520, Lever = 23)]
    public double BonusTaperWeeks { get; set; } = 26;

    [Parameter("Veterans' benefits on top of what they earn, where benefits are in full", Unit = "mean civilian wages", Min = 0, Max = 10)]
    public double VeteranBenefit { get; set; } = 0.2;

    [Parameter("Share of soldiers whom no job awaits at home", Unit = "share", Min = 0, Max = 1, Source = "the statement is The peace trap 2025; value assumed")]
    public double Homecoming { get; set; } = 1;

    [Parameter("How much harder than others a former defence worker finds a civil job", Unit = "share", Min = 0, Max = 1, Source = "the statement is Aron 2025; value assumed")]
    public double Mismatch { get; set; } = 0.3;

    [Parameter("Share of a soldier's pay above a civil wage that goes to each of his household", Unit = "share", Min = 0, Max = 1)]
    public double Remittance { get; set; } = 0.3;

    [Parameter("What the household of a dead soldier is paid each year at first, in his pay above a civil wage", Unit = "", Min = 0, Max = 20, Source = "assumed: several yearly incomes in all (Re:Russia 2024)")]
    public double DeathPayout { get; set; } = 1.5;

    [Parameter("Half-life of a death payout", Unit = "years", Min = 0.1, Max = 20)]
    public double PayoutHalfLife { get; set; } = 1.5;

    [Parameter("Spread of log wages between regions", Unit = "", Min = 0, Max = 1, AtStartOnly = true)]
    public double RegionalSpread { get; set; } = 0.2;

    [Parameter("How much more often poor regions send soldiers: minus the elasticity to their wages", Unit = "", Min = 0, Max = 10, AtStartOnly = true)]
    public double PovertyPull { get; set; } = 2;

    [Parameter("How unevenly plants are hit by lay-offs: spread around the mean", Unit = "share", Min = 0, Max = 1, AtStartOnly = true)]
    public double PlantSpread { get; set; } = 0.5;
}
