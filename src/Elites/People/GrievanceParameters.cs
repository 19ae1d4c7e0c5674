namespace Elites.People;

/// <summary>M8: grievance out of hardship, deprivation, betrayal and loss.</summary>
public sealed class GrievanceParameters : MechanismParameters
{
    [Parameter("Share of the way to its target that grievance goes in a week (dg)", Unit = "per week", Min = 0, Max = 1)]
    public double Speed { get; set; } = 0.05;

    [Parameter("Weight of hardship (aH)", Unit = "", Min = 0, Max = 1.5, Source = "Gurr 1970, Epstein 2002 for the form; value assumed")]
    public double Hardship { get; set; } = 0.44;

    [Parameter("Weight of relative deprivation: status expected less status held (aRD)", Unit = "", Min = 0, Max = 1.5, Source = "Gurr 1970 for the form; value assumed")]
    public double Deprivation { get; set; } = 0.33;

    [Parameter("Weight of betrayal, for soldiers and veterans (aB)", Unit = "", Min = 0, Max = 1.5)]
    public double Betrayal { get; set; } = 0.39;

    [Parameter("Weight of the standing that a defence worker has lost with the job", Unit = "", Min = 0, Max = 1.5, Source = "the statement is Aron 2025; value assumed")]
    public double Prestige { get; set; } = 0.15;

    [Parameter("Weight of the loss of kin (aK)", Unit = "", Min = 0, Max = 1.5)]
    public double KinLoss { get; set; } = 0.26;

    [Parameter("Rate at which betrayal, trauma and lost standing wear off by reintegration: e^-rate of it is left after a year", Unit = "per year", Min = 0, Max = 10)]
    public double Reintegration { get; set; } = 0.5;

    [Parameter("Weight of hardship in the elite's grievance: rents lost, and assets as far as the war does not write them off", Unit = "", Min = 0, Max = 5)]
    public double EliteHardship { get; set; } = 0.7133;

    [Parameter("Weight of the belief in a stab in the back, for those of the right", Unit = "", Min = 0, Max = 5)]
    public double EliteBetrayal { get; set; } = 0.5;

    [Parameter("Weight of what the elite hears of the people's grievance: of a unit, a plant, a region, above what it is used to", Unit = "", Min = 0, Max = 5, Source = "assumed; range 0 to 1")]
    public double EliteHearing { get; set; } = 0.3908;

    [Parameter("Time constant with which the elite gets used to what it hears, and to a want of support", Unit = "years", Min = 0.1, Max = 50)]
    public double HearingYears { get; set; } = 2;

    [Parameter("Weight of blame, for those who blame the leader", Unit = "", Min = 0, Max = 5, Source = "assumed; range 0.2 to 1.2")]
    public double EliteBlame { get; set; } = 0.6459;

    [Parameter("Weight of the fear of an inquiry (in logits of loyalty), for generals and field officers", Unit = "per logit", Min = 0, Max = 5)]
    public double EliteInquiry { get; set; } = 0.3;
}
