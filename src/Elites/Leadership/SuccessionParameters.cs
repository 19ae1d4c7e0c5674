namespace Elites.Leadership;

/// <summary>M23: the leader's death, heir and exits from outside the model.</summary>
public sealed class SuccessionParameters : MechanismParameters
{
    [Parameter("The leader's age at the start", Unit = "years", Min = 20, Max = 110, AtStartOnly = true)]
    public double Age { get; set; } = 73;

    [Parameter("Rate of death at the age of 73", Unit = "per year", Min = 0, Max = 1, Source = "Gompertz 1825 for the form; value assumed, near exits by death of 1.9 % a year (Archigos 4.1)")]
    public double Mortality { get; set; } = 0.03;

    [Parameter("Years of age that double it", Unit = "years", Min = 1, Max = 100, Source = "Gompertz 1825 for the form; value assumed")]
    public double DoublingYears { get; set; } = 8;

    [Parameter("Rate of removal by rebels or an assassin, whose story the model does not tell", Unit = "per year", Min = 0, Max = 1, Source = "range 0.004 to 0.006 from Archigos 4.1; value assumed")]
    public double RebelsOrAssassins { get; set; } = 0.005;

    [Parameter("Whether an heir is named and the succession has a rule", Unit = "share", Min = 0, Max = 1, Lever = 38)]
    public double Heir { get; set; }

    [Parameter("Rise of the joiners' share that a coup needs where the succession has a rule: who can wait need not strike; an heir by the leader's word alone is none", Unit = "share", Min = 0, Max = 0.5, Source = "Frantz and Stein 2017 for the statement; value assumed")]
    public double HeirEffect { get; set; } = 0.05;

    [Parameter("Years in office after which a succession without an heir is contested for sure", Unit = "years", Min = 1, Max = 200)]
    public double ContestedAfter { get; set; } = 50;

    [Parameter("Mean age of a successor", Unit = "years", Min = 20, Max = 90, Source = "assumed")]
    public double SuccessorAge { get; set; } = 57;

    [Parameter("Standard deviation of that age", Unit = "years", Min = 0, Max = 30, Source = "assumed")]
    public double SuccessorAgeSpread { get; set; } = 8;

    [Parameter("A successor's share of the culpability for the war of who was in office at its start; 1 where he takes the war up again", Unit = "share", Min = 0, Max = 1, Source = "Croco 2011 for the statement; value assumed")]
    public double SuccessorCulpability { get; set; } = 0.3;

    [Parameter("Weakness of a successor whose accession is contested", Unit = "logit", Min = 0, Max = 5, Source = "Svolik 2012 for the statement; value assumed")]
    public double Contest { get; set; } = 0.5;

    [Parameter("Half-life of that weakness", Unit = "weeks", Min = 1, Max = 520, Source = "assumed")]
    public double ContestHalfLife { get; set; } = 26;

    [Parameter("What a plot's members and those who took its side owe the man they made; it fades as debts do", Unit = "logit", Min = 0, Max = 10, Source = "assumed; range 0.5 to 3")]
    public double Following { get; set; } = 2;

    [Parameter("What those who defended the old leader hold against the man who overthrew him; it fades as debts do", Unit = "logit", Min = 0, Max = 5, Source = "assumed")]
    public double Grudge { get; set; } = 0.5;

    [Parameter("Share of those who defended the old leader and are disloyal to the new one that lose their posts", Unit = "share", Min = 0, Max = 1, Source = "assumed")]
    public double Dismissals { get; set; } = 0.5;
}
