namespace Elites.Leadership;

/// <summary>What the leader thinks drives the risk of his removal, channel by channel.</summary>
public sealed class ForesightParameters
{
    [Parameter("Palace: monthly risk at usual loyalty", Unit = "per month", Min = 0.00001, Max = 0.5, Source = "a sixth of the 2.4 % a year of long-ruling autocrats falls to other channels (Archigos 4.1)")]
    public double Palace { get; set; } = 0.0014;

    [Parameter("Armed right: monthly risk as usual", Unit = "per month", Min = 0.00001, Max = 0.5)]
    public double Right { get; set; } = 0.0003;

    [Parameter("Street: monthly risk at usual grievance", Unit = "per month", Min = 0.00001, Max = 0.5)]
    public double Street { get; set; } = 0.0002;

    [Parameter("Mutiny: monthly risk at usual hopes and supply", Unit = "per month", Min = 0.00001, Max = 0.5)]
    public double Mutiny { get; set; } = 0.0001;

    [Parameter("Loyalty of the elite as usual", Unit = "share", Min = 0, Max = 1)]
    public double UsualLoyalty { get; set; } = 0.85;

    [Parameter("Grievance of the people as usual", Unit = "share", Min = 0, Max = 1)]
    public double UsualGrievance { get; set; } = 0.05;

    [Parameter("Belief of the ultranationalists in a stab in the back as usual", Unit = "share", Min = 0, Max = 1)]
    public double UsualBelief { get; set; } = 0.2;

    [Parameter("Chance of victory as usual", Unit = "share", Min = 0, Max = 1)]
    public double UsualHope { get; set; } = 0.35;

    [Parameter("Inflation as usual", Unit = "per year", Min = 0, Max = 1)]
    public double UsualInflation { get; set; } = 0.086;

    [Parameter("Fall of the palace's risk with the elite's loyalty", Unit = "logit", Min = 0, Max = 50)]
    public double ByLoyalty { get; set; } = 8;

    [Parameter("Rise of the right's risk with its belief in a stab in the back", Unit = "logit", Min = 0, Max = 50)]
    public double ByBelief { get; set; } = 3;

    [Parameter("Rise of the street's risk with grievance", Unit = "logit", Min = 0, Max = 100)]
    public double ByGrievance { get; set; } = 20;

    [Parameter("Rise of the palace's and the army's risk in war with the fall of hopes of victory", Unit = "logit", Min = 0, Max = 50)]
    public double ByHope { get; set; } = 3;

    [Parameter("Rise of the palace's and the street's risk with a squeeze of rents and prices", Unit = "logit", Min = 0, Max = 50)]
    public double BySqueeze { get; set; } = 3;

    [Parameter("Share of a squeeze that ends with the war, sanctions apart", Unit = "share", Min = 0, Max = 1)]
    public double SqueezeEased { get; set; } = 0.5;

    [Parameter("Rise of the palace's risk at peace with the promise broken: 1 - x, made larger by casualties", Unit = "logit", Min = 0, Max = 10)]
    public double ByPromise { get; set; } = 0.3;

    [Parameter("Rise of the right's risk at peace with 1 - x, where the narrative promised victory", Unit = "logit", Min = 0, Max = 10)]
    public double ByBetrayal { get; set; } = 0.8;

    [Parameter("Rise of the palace's risk at peace with the share of its rents that ends", Unit = "logit", Min = 0, Max = 10)]
    public double ByRents { get; set; } = 0.3;

    [Parameter("Rise of the street's risk at peace with output lost", Unit = "logit", Min = 0, Max = 100)]
    public double ByRecession { get; set; } = 6;

    [Parameter("Rise of the street's risk at peace with 700,000 men who come home at once", Unit = "logit", Min = 0, Max = 10)]
    public double ByVeterans { get; set; } = 0.2;

    [Parameter("Rise of palace's and street's risk at peace as censorship is lifted", Unit = "logit", Min = 0, Max = 10)]
    public double ByScrutiny { get; set; } = 0.15;

    [Parameter("Rise of the street's risk at peace with a narrative that cannot be taken back", Unit = "logit", Min = 0, Max = 10)]
    public double ByNarrative { get; set; } = 0.15;

    [Parameter("Rise of the palace's risk at peace with the patron's approval lost", Unit = "logit", Min = 0, Max = 10)]
    public double ByPatron { get; set; } = 0.7;
}
