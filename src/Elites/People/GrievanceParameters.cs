namespace Elites.People;

/// <summary>M8: grievance out of hardship, deprivation, betrayal and loss.</summary>
public sealed class GrievanceParameters : MechanismParameters
{
    [Parameter("Share of the way to its target that grievance goes in a week (dg)", Unit = "per week", Min = 0, Max = 1)]
    public double Speed { get; set; } = 0.05;

    [Parameter("Weight of hardship (aH)", Unit = "", Min = 0, Max = 1.5, Source = "Gurr 1970, Epstein 2002 for the form; value assumed")]
    public double Hardship { get; set; } = 0.52;

    [Parameter("Weight of relative deprivation: status expected less status held (aRD)", Unit = "", Min = 0, Max = 1.5, Source = "Gurr 1970 for the form; value assumed")]
    public double Deprivation { get; set; } = 0.33;

    [Parameter("Weight of betrayal, for soldiers, veterans and ultranationalists (aB)", Unit = "", Min = 0, Max = 1.5)]
    public double Betrayal { get; set; } = 0.39;

    [Parameter("Weight of the standing that a defence worker has lost with the job", Unit = "", Min = 0, Max = 1.5, Source = "the statement is Aron 2025; value assumed")]
    public double Prestige { get; set; } = 0.15;

    [Parameter("Weight of the loss of kin (aK)", Unit = "", Min = 0, Max = 1.5)]
    public double KinLoss { get; set; } = 0.26;

    [Parameter("Rate at which betrayal, trauma and lost standing wear off by reintegration: e^-rate of it is left after a year", Unit = "per year", Min = 0, Max = 10)]
    public double Reintegration { get; set; } = 0.5;
}
