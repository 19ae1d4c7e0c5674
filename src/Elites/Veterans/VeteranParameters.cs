namespace Elites.Veterans;

/// <summary>
/// M19: veterans. They come home (<see cref="Reintegrate"/>) and commit crimes (<see cref="CommitCrimes"/>); elsewhere they expect more than others
/// (NurseGrievance), are recruited anew (RaiseRecruits), march (DecideProtest), organise (<see cref="Organise"/>) and follow their commanders and leaders into a plot (GatherVeterans).
/// </summary>
public sealed class VeteranParameters : MechanismParameters
{
    [Parameter("Benefits of veterans and help in coming home", Unit = "share", Min = 0, Max = 1, Lever = 21)]
    public double Benefits { get; set; } = 0.5;

    [Parameter("Programme of jobs for veterans: share of those without one whom a job awaits, and speed of reintegration", Unit = "share", Min = 0, Max = 1, Lever = 21)]
    public double Jobs { get; set; }

    [Parameter("Veterans who are home when the run starts", Unit = "million persons", Min = 0, Max = 100, Source = "Verkkouutiset 2025, official figures", AtStartOnly = true)]
    public double ReturnedMillion { get; set; } = 0.137;

    [Parameter("Share of casualties who die", Unit = "share", Min = 0, Max = 1)]
    public double DeadShare { get; set; } = 0.25;

    [Parameter("Share of casualties who come home as invalids; the others recover and return to their units", Unit = "share", Min = 0, Max = 1, Source = "assumed: with 7,000 casualties a week near 137,000 returned in 2.5 years (Verkkouutiset 2025)")]
    public double InvalidShare { get; set; } = 0.15;

    [Parameter("Share of soldiers who were recruited from prisons", Unit = "share", Min = 0, Max = 1, Source = "range 0.05 to 0.3 from Reuters 2025; value assumed")]
    public double ConvictShare { get; set; } = 0.15;

    [Parameter("Share of veterans who keep a weapon", Unit = "share", Min = 0, Max = 1)]
    public double ArmedShare { get; set; } = 0.3;

    [Parameter("Share of soldiers who have been through heavy combat when the run starts", Unit = "share", Min = 0, Max = 1, AtStartOnly = true)]
    public double StressedShare { get; set; } = 0.28;

    [Parameter("Rate at which soldiers get into heavy combat while the war goes on", Unit = "per year", Min = 0, Max = 10)]
    public double HeavyCombat { get; set; } = 0.08;

    [Parameter("Share of those in heavy combat who are left with post-traumatic stress", Unit = "share", Min = 0, Max = 1, Source = "assumed: with the share of others gives 1 in 5 (Moscow Times 2025)")]
    public double TraumaStressed { get; set; } = 0.45;

    [Parameter("Share of others who are left with post-traumatic stress", Unit = "share", Min = 0, Max = 1, Source = "assumed: see above")]
    public double TraumaOther { get; set; } = 0.1;

    [Parameter("Betrayal felt where the terms fall short of a soldier's ideal, by the shortfall", Unit = "", Min = 0, Max = 5, Source = "the statement is The peace trap 2025; value assumed")]
    public double Betrayal { get; set; } = 1;

    [Parameter("Status that veterans expect beyond their reference income, where benefits are none", Unit = "share of the reference", Min = 0, Max = 5, Source = "the statement is Aron 2025; value assumed")]
    public double Expectation { get; set; } = 0.3;

    [Parameter("Rate at which a veteran without trauma, conviction, brutality and benefits, in work, is convicted of a crime (c0v)", Unit = "per year", Min = 0, Max = 0.5, Source = "the statement is Aron 2025; value within 0.01 to 0.05, assumed: 6 % convicted (Verkkouutiset 2025)")]
    public double Crime { get; set; } = 0.02;

    [Parameter("Rise of that rate with post-traumatic stress", Unit = "", Min = 0, Max = 20)]
    public double CrimeByTrauma { get; set; } = 2;

    [Parameter("Rise of that rate without a job", Unit = "", Min = 0, Max = 20)]
    public double CrimeByUnemployment { get; set; } = 1.5;

    [Parameter("Rise of that rate among those recruited from prisons", Unit = "", Min = 0, Max = 20)]
    public double CrimeByConviction { get; set; } = 1.5;

    [Parameter("Rise of that rate by brutality among those who were in heavy combat, apart from trauma; as many times less they shun the risk of arrest, and so much faster they organise", Unit = "", Min = 0, Max = 20, Source = "the statement is Aron 2025; assumed: gives the ratio of 3.1 of the NVVRS (Kulka et al. 1990)")]
    public double Brutalisation { get; set; } = 2.4;

    [Parameter("Share of crimes that full benefits prevent", Unit = "share", Min = 0, Max = 1)]
    public double CrimeRelief { get; set; } = 0.5;

    [Parameter("Grievance that a crime adds to each acquaintance", Unit = "share", Min = 0, Max = 0.1)]
    public double CrimeGrievance { get; set; } = 0.002;

    [Parameter("Sentence of a convicted veteran", Unit = "weeks", Min = 1, Max = 1_000)]
    public int Sentence { get; set; } = 104;

    [Parameter("Rate at which veterans at home join organisations, per unit of grievance", Unit = "per week", Min = 0, Max = 1, Source = "assumed")]
    public double Organising { get; set; } = 0.02;

    [Parameter("Half-life of membership in such an organisation", Unit = "weeks", Min = 1, Max = 2_000, Source = "assumed")]
    public double MembershipHalfLife { get; set; } = 52;

    [Parameter("Share of organised veterans who can reach the capital within the rounds of an attempt", Unit = "share", Min = 0, Max = 1, Source = "assumed")]
    public double Reach { get; set; } = 0.03388;
}
